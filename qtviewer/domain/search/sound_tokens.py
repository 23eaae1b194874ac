"""The sounds of a text as tokens, which no written word can be taken for."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from qtviewer.domain.search.pinyin import PronouncedRun
from qtviewer.domain.search.tokens import Token

_SYLLABLE: Final = "♪"  # a symbol is a token of its own in what is written, never the start of a longer one
_INITIALS: Final = "♫"


def is_sound_token(token: str) -> bool:
    """Whether a token is one of those below."""
    return len(token) > 1 and token[0] in (_SYLLABLE, _INITIALS)


def syllable_of_token(token: str) -> str:
    """The syllable of a token; empty when the token is another one."""
    return token[1:] if token[0] == _SYLLABLE else ""


def syllable_tokens(syllables: Iterable[str]) -> list[str]:
    """Each syllable as a token."""
    return [_SYLLABLE + syllable for syllable in syllables]


def syllable_pair_tokens(syllables: Sequence[str]) -> list[str]:
    """Each syllable with the next as a token: few events have a pair, while most have each of its syllables."""
    return [_SYLLABLE + first + _SYLLABLE + second for first, second in pairwise(syllables)]


def initial_tokens(letters: Sequence[str]) -> list[str]:
    """Initials as tokens, each with the next: a phrase of them needs no prefix, and few events have a pair."""
    return [_INITIALS + first + second for first, second in pairwise(letters)]


def sound_tokens(runs: Sequence[PronouncedRun]) -> list[str]:
    """All sounds as tokens: syllables, pairs of them, initials; words and numbers stand there with all letters."""
    syllables = [sound for run in runs for sound in run.sounds]
    letters = [letter for run in runs for letter in _letters(run)]
    return syllable_tokens(syllables) + syllable_pair_tokens(syllables) + initial_tokens(letters)


def syllable_tokens_with_positions(runs: Iterable[PronouncedRun]) -> list[Token]:
    """The tokens of syllables with their places."""
    return [
        Token(token, start, end) for run in runs for token, (start, end) in _placed(syllable_tokens(run.sounds), run)
    ]


def initial_tokens_with_positions(runs: Iterable[PronouncedRun]) -> list[Token]:
    """The tokens of initials with their places."""
    letters = [placed for run in runs for placed in _placed(_letters(run), run)]
    tokens = initial_tokens([letter for letter, _ in letters])
    return [Token(token, letters[at][1][0], letters[at + 1][1][1]) for at, token in enumerate(tokens)]


def _letters(run: PronouncedRun) -> Sequence[str]:
    return [sound[0] for sound in run.sounds] if len(run.sounds) > 1 or run.end - run.start == 1 else run.sounds[0]


def _placed(sounds: Sequence[str], run: PronouncedRun) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each sound with the character it belongs to, or the only one with the whole run."""
    if len(sounds) == 1:
        yield sounds[0], (run.start, run.end)
        return
    for at, sound in enumerate(sounds):
        yield sound, (run.start + at, run.start + at + 1)

"""Tokens for the sounds of a text: a mark that no word of a text begins with, then a syllable or initials."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from qtviewer.domain.search.pinyin import PronouncedRun
from qtviewer.domain.search.tokens import Token

_SYLLABLE: Final = "♪"  # in written text a symbol is a token of its own, never the start of a longer one
_INITIALS: Final = "♫"


def is_sound_token(token: str) -> bool:
    """Whether a token is one of syllables or initials."""
    return len(token) > 1 and token[0] in (_SYLLABLE, _INITIALS)


def syllable_of_token(token: str) -> str:
    """Return the syllable of a token; empty when it is not a token of syllables."""
    return token[1:] if token[0] == _SYLLABLE else ""


def syllable_tokens(syllables: Iterable[str]) -> list[str]:
    """Return a token for each syllable."""
    return [_SYLLABLE + syllable for syllable in syllables]


def syllable_pair_tokens(syllables: Sequence[str]) -> list[str]:
    """Return a token for each pair of adjacent syllables; few events have a pair, most have either syllable."""
    return [_SYLLABLE + first + _SYLLABLE + second for first, second in pairwise(syllables)]


def initial_tokens(letters: Sequence[str]) -> list[str]:
    """Return a token for each pair of adjacent initials; few events have a pair, and a phrase needs no prefix."""
    return [_INITIALS + first + second for first, second in pairwise(letters)]


def sound_tokens(runs: Sequence[PronouncedRun]) -> list[str]:
    """Return all tokens of runs: syllables, pairs of them, and initials; words and numbers give all their letters."""
    syllables = [sound for run in runs for sound in run.sounds]
    letters = [letter for run in runs for letter in _letters(run)]
    return syllable_tokens(syllables) + syllable_pair_tokens(syllables) + initial_tokens(letters)


def syllable_tokens_with_positions(runs: Iterable[PronouncedRun]) -> list[Token]:
    """Return the tokens of syllables with their positions in the text."""
    return [
        Token(token, start, end)
        for run in runs
        for token, (start, end) in _positioned(syllable_tokens(run.sounds), run)
    ]


def initial_tokens_with_positions(runs: Iterable[PronouncedRun]) -> list[Token]:
    """Return the tokens of initials with their positions in the text."""
    letters = [positioned for run in runs for positioned in _positioned(_letters(run), run)]
    tokens = initial_tokens([letter for letter, _ in letters])
    return [Token(token, letters[at][1][0], letters[at + 1][1][1]) for at, token in enumerate(tokens)]


def _letters(run: PronouncedRun) -> Sequence[str]:
    return [sound[0] for sound in run.sounds] if len(run.sounds) > 1 or run.end - run.start == 1 else run.sounds[0]


def _positioned(sounds: Sequence[str], run: PronouncedRun) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each sound with the position of its character, or the only one with that of the whole run."""
    if len(sounds) == 1:
        yield sounds[0], (run.start, run.end)
        return
    for at, sound in enumerate(sounds):
        yield sound, (run.start + at, run.start + at + 1)

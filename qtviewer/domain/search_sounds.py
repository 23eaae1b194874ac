"""The sounds of a text as tokens, which no written word can be taken for."""

from collections.abc import Iterator, Sequence
from typing import Final

from qtviewer.domain.search_tokens import Token

_SYLLABLE: Final = "♪"  # a symbol is a token of its own in what is written, never the start of a longer one
_INITIALS: Final = "♫"


def is_sound(token: str) -> bool:
    """Whether a token is one of those below."""
    return len(token) > 1 and token[0] in (_SYLLABLE, _INITIALS)


def syllable(letters: str) -> str:
    """The token of a syllable."""
    return _SYLLABLE + letters


def initial_pairs(letters: str) -> list[str]:
    """The tokens of initials, each with the next: a phrase of them needs no prefix, and few events have a pair."""
    return [_INITIALS + letters[at : at + 2] for at in range(len(letters) - 1)]


def syllable_tokens(heard: Sequence[Token]) -> list[Token]:
    """Each sound as a token."""
    return [sound._replace(text=syllable(sound.text)) for sound in heard]


def initial_tokens(heard: Sequence[Token]) -> list[Token]:
    """The initials of sounds as tokens, pair by pair; words and numbers between syllables stand with all letters."""
    letters = [letter for sound in heard for letter in _letters(sound)]
    pairs = initial_pairs("".join(letter.text for letter in letters))
    return [Token(pair, letters[at].start, letters[at + 1].end) for at, pair in enumerate(pairs)]


def _letters(sound: Token) -> Iterator[Token]:
    if sound.end - sound.start == 1:
        yield sound._replace(text=sound.text[0])
        return
    for at, letter in enumerate(sound.text):
        yield Token(letter, sound.start + at, sound.start + at + 1)

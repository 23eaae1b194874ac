"""Texts as the tokens that search finds: a Chinese character, a word of letters, a number, a symbol."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from qtviewer.domain.search.text_folding import fold, nfc_normalized

BREAK: Final = "\ufdd0"
"""Stands between texts that are indexed together, so that nothing is found across it; a noncharacter, in no text."""

# Letters make words where words are written apart; from the Chinese radicals on, every character is a token. A number
# is one token without its thousands separators (3,000), but 1218.23 is two with a symbol between.
_LETTER: Final = r"[^\W\d_\u2e80-\U0010ffff]"
_TOKEN: Final = re.compile(rf"[0-9]{{1,3}}(?:，[0-9]{{3}})+(?![0-9])|[0-9]+|{_LETTER}+|\S")
_IN_WORD: Final = re.compile(rf"[0-9 ]|{_LETTER}")
_UNUSUAL: Final = re.compile("[^a-z ]+")
_NUMBER: Final = re.compile("[0-9]{1,3}(?: ， [0-9]{3})+(?![0-9])|[0-9]+")


class Token(NamedTuple):
    """A token and where it stands in the text as it was before folding."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> list[str]:
    """The tokens of a text in order."""
    return tokenized_text(text).split()


def tokenized_text(text: str) -> str:
    """The tokens of a text with space between; the same as those of `tokens_with_positions`, in a third of the time.

    Most of an English text is words that stay as they are; the rest is put apart character by character.
    """
    return _UNUSUAL.sub(_apart, nfc_normalized(text).lower())


def tokens_with_positions(text: str) -> list[Token]:
    """The tokens of a text with their places."""
    folded, places = _folded_with_places(text)
    return [
        Token(match[0].replace("，", "") or match[0], places[match.start()][0], places[match.end() - 1][1])
        for match in _TOKEN.finditer(folded)
    ]


class _Spread(dict[int, str]):
    """What a character folds to, with space around what is a token of its own; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        spread = self[code] = "".join(part if _IN_WORD.match(part) else f" {part} " for part in folded)
        return spread


_SPREAD: Final = _Spread()


def _apart(unusual: re.Match[str]) -> str:
    return (_put_apart_again if unusual.end() - unusual.start() < 4 else _put_apart)(unusual[0])


def _put_apart(unusual: str) -> str:
    return _NUMBER.sub(_number_apart, unusual.translate(_SPREAD))


_put_apart_again: Final = lru_cache(10_000)(_put_apart)  # commas and full stops come again and again


def _number_apart(number: re.Match[str]) -> str:
    return f" {number[0].replace(' ， ', '')} "


def _folded_with_places(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The folded text, and for each character of it the start and end of what it was folded from."""
    folded: list[str] = []
    places: list[tuple[int, int]] = []
    for start, end in _clusters(text):
        part = fold(text[start:end])
        folded.append(part)
        places += [(start, end)] * len(part)
    return "".join(folded), places


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Characters, each with the accents that follow it."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not unicodedata.combining(text[end]):
            yield start, end
            start = end

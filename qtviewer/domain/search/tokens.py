"""Texts split into the tokens of search: a Chinese character, a word of letters, a number or a symbol."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from qtviewer.domain.search.text_folding import fold, nfc_normalized

BREAK: Final = "\ufdd0"
"""Separates texts that are indexed together, so that no phrase matches across them; a noncharacter, in no text."""

# Letters make words where words are written apart; from the Chinese radicals on, every character is a token. A number
# is one token without its thousands separators (3,000), but 1218.23 is two with a symbol between.
_LETTER: Final = r"[^\W\d_\u2e80-\U0010ffff]"
_TOKEN: Final = re.compile(rf"[0-9]{{1,3}}(?:，[0-9]{{3}})+(?![0-9])|[0-9]+|{_LETTER}+|\S")
_IN_WORD: Final = re.compile(rf"[0-9 ]|{_LETTER}")
_UNUSUAL: Final = re.compile("[^a-z ]+")
_NUMBER: Final = re.compile("[0-9]{1,3}(?: ， [0-9]{3})+(?![0-9])|[0-9]+")


class Token(NamedTuple):
    """A token, folded, and its start and end in the text before folding."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> list[str]:
    """Return the tokens of a text in order."""
    return tokenized_text(text).split()


def tokenized_text(text: str) -> str:
    """Return the tokens of a text with spaces between.

    They are those of `tokens_with_positions`, in a third of the time: English words stay as they are, and only the
    rest is split character by character.
    """
    return _UNUSUAL.sub(_space_tokens, nfc_normalized(text).lower())


def tokens_with_positions(text: str) -> list[Token]:
    """Return the tokens of a text in order, with their positions."""
    folded, positions = _folded_with_positions(text)
    return [
        Token(match[0].replace("，", "") or match[0], positions[match.start()][0], positions[match.end() - 1][1])
        for match in _TOKEN.finditer(folded)
    ]


class _SpacedFoldingCache(dict[int, str]):
    """The folded form by character code, with spaces around each token; computed when it is first asked for."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        spaced = self[code] = "".join(part if _IN_WORD.match(part) else f" {part} " for part in folded)
        return spaced


_SPACED_FOLDING: Final = _SpacedFoldingCache()


def _space_tokens(unusual: re.Match[str]) -> str:
    return (_split_cached if unusual.end() - unusual.start() < 4 else _split)(unusual[0])


def _split(unusual: str) -> str:
    return _NUMBER.sub(_join_number, unusual.translate(_SPACED_FOLDING))


_split_cached: Final = lru_cache(10_000)(_split)  # most runs are commas and full stops


def _join_number(number: re.Match[str]) -> str:
    return f" {number[0].replace(' ， ', '')} "


def _folded_with_positions(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the folded text, and for each of its characters the start and end of what it was folded from."""
    folded: list[str] = []
    positions: list[tuple[int, int]] = []
    for start, end in _accented_characters(text):
        part = fold(text[start:end])
        folded.append(part)
        positions += [(start, end)] * len(part)
    return "".join(folded), positions


def _accented_characters(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each character with the accents that follow it."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not unicodedata.combining(text[end]):
            yield start, end
            start = end

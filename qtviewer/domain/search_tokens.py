"""Texts as the tokens that search finds: a Chinese character, a word of letters, a number, a symbol."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from qtviewer.domain.text_folding import fold

BREAK: Final = "\ufdd0"
"""Stands between texts that are indexed together, so that nothing is found across it; a noncharacter, in no text."""

# Letters make words where words are written apart; from the Chinese radicals on, every character is a token. A number
# is one token without its thousands separators (3,000), but 1218.23 is two with a symbol between.
_LETTER: Final = r"[^\W\d_\u2e80-\U0010ffff]"
_TOKEN: Final = re.compile(
    rf"[a-z]+(?!{_LETTER})|[\u2e80-\U0010ffff]|[0-9]{{1,3}}(?:，[0-9]{{3}})+(?![0-9])|[0-9]+|{_LETTER}+|\S"
)  # what is most frequent comes first: this decides how long indexing takes
_SEPARATOR: Final = re.compile(r"(?<=[0-9])，(?=[0-9])")


class Token(NamedTuple):
    """A token and where it stands in the text as it was before folding."""

    text: str
    start: int
    end: int


def token_text(text: str) -> str:
    """The tokens of a text with a space between each two."""
    return _SEPARATOR.sub("", " ".join(_TOKEN.findall(fold(text))))


def tokens(text: str) -> list[str]:
    """The tokens of a text in order."""
    return token_text(text).split()


def located_tokens(text: str) -> list[Token]:
    """The tokens of a text with their places."""
    folded, places = _folded_with_places(text)
    return [
        Token(_SEPARATOR.sub("", match[0]), places[match.start()][0], places[match.end() - 1][1])
        for match in _TOKEN.finditer(folded)
    ]


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

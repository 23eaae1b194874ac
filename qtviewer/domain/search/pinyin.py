"""Computes the pinyin of Chinese texts, without tones and with v for ü, as people type it to search."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from qtviewer.domain.search.pinyin_dictionary import dictionary
from qtviewer.domain.search.text_folding import fold

NO_OVERRIDES: Final[Mapping[str, str]] = MappingProxyType({})
"""No words with pinyin of their own."""
_MAX_CACHED_WORDS: Final = 10_000
_HAN: Final = "〇\u3400-\u9fff\U00020000-\U0003ffff"
_HAS_HAN: Final = re.compile(f"[{_HAN}]")
_RUN: Final = re.compile(f"[0-9０-９]+|[A-Za-zＡ-Ｚａ-ｚ]+|[{_HAN}]+")


class PronouncedRun(NamedTuple):
    """A run of Chinese characters, or a word or number, in a text that has Chinese characters.

    `start` and `end` are its position in the text; `sounds` are the syllables of the characters, one each, or the one
    folded word or number.
    """

    start: int
    end: int
    sounds: Sequence[str]


def pronounced_runs(text: str, overrides: Mapping[str, str] = NO_OVERRIDES) -> Iterator[PronouncedRun]:
    """Yield the runs of a text in order; none of a text without Chinese characters.

    `overrides` gives the syllables, with spaces between, of words that are not read as usual: 长三角 "chang san jiao".
    """
    if _HAS_HAN.search(text):
        for run in _RUN.finditer(text):
            is_han = _HAS_HAN.match(run[0])
            yield PronouncedRun(run.start(), run.end(), _syllables(run[0], overrides) if is_han else [fold(run[0])])


def _syllables(characters: str, overrides: Mapping[str, str]) -> list[str]:
    """Return a syllable for each character."""
    if not overrides:
        return _common_syllables(characters)
    parts = _override_pattern(tuple(overrides)).split(characters)  # every second part is a word of the overrides
    return [
        syllable
        for index, part in enumerate(parts)
        for syllable in (overrides[part].split() if index % 2 else _common_syllables(part))
    ]


@lru_cache(4)
def _override_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, longest_first))})")


def _common_syllables(characters: str) -> list[str]:
    """Return the syllables of the longest words in the dictionary; pypinyin's own search takes 25 times as long."""
    known = dictionary()
    syllables: list[str] = []
    start = 0
    while start < len(characters):
        for length in known.lengths.get(characters[start : start + 2], ()):
            word = characters[start : start + length]
            if word in known.words:
                break
        else:
            word = characters[start]
        syllables += _word_syllables(word)
        start += len(word)
    return syllables


@lru_cache(_MAX_CACHED_WORDS)
def _word_syllables(word: str) -> list[str]:
    return dictionary().syllables(word)

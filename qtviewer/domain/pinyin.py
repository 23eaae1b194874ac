"""How Chinese texts sound: pinyin without tones, ü as v, by which people who type find them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, NamedTuple

from qtviewer.domain.text_folding import fold

NO_OVERRIDES: Final[Mapping[str, str]] = MappingProxyType({})
_HAN: Final = "〇\u3400-\u9fff\U00020000-\U0003ffff"
_HAS_HAN: Final = re.compile(f"[{_HAN}]")
_RUN: Final = re.compile(f"[0-9０-９]+|[A-Za-zＡ-Ｚａ-ｚ]+|[{_HAN}]+")


class Run(NamedTuple):
    """Chinese characters with their syllables, or a word or number between them, and where it stands in a text."""

    start: int
    end: int
    sounds: Sequence[str]


def sounding_runs(text: str, overrides: Mapping[str, str] = NO_OVERRIDES) -> Iterator[Run]:
    """What can be heard of a text, in order; nothing of a text without a Chinese character.

    `overrides` gives words whose common reading is another here, with their syllables: 长三角 "chang san jiao".
    """
    if _HAS_HAN.search(text):
        for run in _RUN.finditer(text):
            is_han = _HAS_HAN.match(run[0])
            yield Run(run.start(), run.end(), _syllables(run[0], overrides) if is_han else [fold(run[0])])


def _syllables(characters: str, overrides: Mapping[str, str]) -> list[str]:
    """A syllable for each character."""
    if not overrides:
        return _common_syllables(characters)
    parts = _pattern(tuple(overrides)).split(characters)  # every second part is a word of the overrides
    return [
        syllable
        for at, part in enumerate(parts)
        for syllable in (overrides[part].split() if at % 2 else _common_syllables(part))
    ]


@lru_cache(4)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(f"({'|'.join(map(re.escape, longest_first))})")


def _common_syllables(characters: str) -> list[str]:
    """Syllables as the longest words that are known are read; the library's own segmentation takes 25 times as long."""
    words, lengths = _dictionaries()[0], _word_lengths()
    syllables: list[str] = []
    at = 0
    while at < len(characters):
        for length in lengths.get(characters[at : at + 2], ()):
            word = characters[at : at + length]
            if word in words:
                break
        else:
            word = characters[at]
        syllables += _word_syllables(word)
        at += len(word)
    return syllables


@cache
def _word_syllables(word: str) -> list[str]:
    """The syllables of a word that is known, or of a character; one without a reading stands for itself."""
    words, characters = _dictionaries()
    if len(word) == 1:
        return [without_tones(characters.get(ord(word), word).partition(",")[0])]
    return [without_tones(readings[0]) for readings in words[word]]


def without_tones(syllables: str) -> str:
    """Pinyin as it is typed: dìtiě as ditie, lǜ as lv."""
    letters = unicodedata.normalize("NFD", syllables).replace("u\u0308", "v")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def _word_lengths() -> Mapping[str, list[int]]:
    """How long the words are that start with two characters, the longest first."""
    lengths: dict[str, set[int]] = {}
    for word in _dictionaries()[0]:
        lengths.setdefault(word[:2], set()).add(len(word))
    return {start: sorted(found, reverse=True) for start, found in lengths.items()}


@cache
def _dictionaries() -> tuple[Mapping[str, list[list[str]]], Mapping[int, str]]:
    """Readings of words and of characters."""
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT  # noqa: PLC0415 - takes 250 ms, few searches need it

    return PHRASES_DICT, PINYIN_DICT

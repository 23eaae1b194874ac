"""The readings of Chinese words and characters, from the data files of pypinyin.

The files are read without the code of pypinyin: kept as strings, and with syllables only for words that are not read
like their single characters, they take less than half of the memory.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

_WORD: Final = re.compile(r'"([^"]+)":\s*\[((?:\s*\[[^\]]*\],?)+)\s*\]')
_READING: Final = re.compile(r'\[\s*"([^"]*)"')


class PinyinDictionary(NamedTuple):
    """Readings in pinyin without tones, with v for ü.

    `characters` has the syllable of each character; `words` the syllables of each word, with spaces between, or an
    empty text where they are those of its characters; `lengths` the lengths of the words that begin with two
    characters, the longest first.
    """

    characters: Mapping[str, str]
    words: Mapping[str, str]
    lengths: Mapping[str, tuple[int, ...]]

    def syllables(self, word: str) -> list[str]:
        """Return a syllable for each character of a word; a character without a reading stands for itself."""
        return self.words.get(word, "").split() or [self.characters.get(character, character) for character in word]


@cache
def dictionary() -> PinyinDictionary:
    """Return the dictionary, read from the files of pypinyin at the first call."""
    spec = find_spec("pypinyin")
    assert spec is not None  # noqa: S101 - it is one of our dependencies
    assert spec.origin is not None  # noqa: S101 - and a package of files
    folder = Path(spec.origin).parent
    characters = _characters(folder / "pinyin_dict.json")
    words = dict(_words(folder / "phrases_dict.json", characters))
    return PinyinDictionary(characters, words, _lengths(words))


def _characters(path: Path) -> dict[str, str]:
    readings: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return {chr(int(code)): without_tones(all_of.partition(",")[0]) for code, all_of in readings.items()}


def _words(path: Path, characters: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield words with their syllables one by one; parsed as a whole, the file takes 50 MB."""
    for found in _WORD.finditer(path.read_text(encoding="utf-8")):
        word, readings = found.groups()
        syllables = [without_tones(reading) for reading in _READING.findall(readings)]
        is_as_its_characters = syllables == [characters.get(character) for character in word]
        yield word, "" if is_as_its_characters else " ".join(syllables)


def _lengths(words: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    lengths: dict[str, tuple[int, ...]] = {}
    shared: dict[tuple[int, ...], tuple[int, ...]] = {}  # most starts have the same few lengths
    for word in words:
        found = tuple(sorted({len(word), *lengths.get(word[:2], ())}, reverse=True))
        lengths[word[:2]] = shared.setdefault(found, found)
    return lengths


@lru_cache(2_000)
def without_tones(syllables: str) -> str:
    """Return pinyin as it is typed: dìtiě as ditie, lǜ as lv."""
    letters = unicodedata.normalize("NFD", syllables).replace("u\u0308", "v")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))

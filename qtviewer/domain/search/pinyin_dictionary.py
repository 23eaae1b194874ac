"""How words and characters are read, from the dictionaries of pypinyin.

Its data is read without its code: as strings, and with syllables only for words that are read otherwise than their
characters, it takes less than half of the memory.
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
    """What is known of Chinese: syllables without tones, ü as v.

    `words` has the syllables of each word with spaces between, or nothing where they are those of its characters;
    `lengths` has how long the words are that start with two characters, the longest first.
    """

    characters: Mapping[str, str]
    words: Mapping[str, str]
    lengths: Mapping[str, tuple[int, ...]]

    def syllables(self, word: str) -> list[str]:
        """A syllable for each character of a word or of a single character; one without a reading stands for itself."""
        return self.words.get(word, "").split() or [self.characters.get(character, character) for character in word]


@cache
def dictionary() -> PinyinDictionary:
    """The dictionary, read when it is first wanted."""
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
    """Words with their syllables, one by one: as the lists that they are in the file they take 50 MB."""
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
    """Pinyin as it is typed: dìtiě as ditie, lǜ as lv."""
    letters = unicodedata.normalize("NFD", syllables).replace("u\u0308", "v")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))

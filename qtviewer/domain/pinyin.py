"""How Chinese texts sound: pinyin without tones, ü as v, by which people who type find them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from qtviewer.domain.search_tokens import Token
from qtviewer.domain.text_folding import fold, is_han

NO_OVERRIDES: Final[Mapping[str, str]] = MappingProxyType({})
_LONGEST_PHRASE: Final = 8
_SOUNDING: Final = re.compile("[0-9０-９]+|[A-Za-zＡ-Ｚａ-ｚ]+|[〇\u3400-\u9fff\U00020000-\U0003ffff]+")


def sounds(text: str, overrides: Mapping[str, str] = NO_OVERRIDES) -> list[Token]:
    """Syllables, and words and numbers between them, in order; none in a text without a Chinese character.

    `overrides` gives words whose common reading is another here, with their syllables: 长三角 "chang san jiao".
    """
    if not any(map(is_han, text)):
        return []
    return [sound for run in _SOUNDING.finditer(text) for sound in _sounds_of_run(run[0], run.start(), overrides)]


def _sounds_of_run(run: str, start: int, overrides: Mapping[str, str]) -> Iterator[Token]:
    if not is_han(run[0]):
        yield Token(fold(run), start, start + len(run))
        return
    place = start
    for syllable in _syllables(run, overrides):
        yield Token(syllable, place, place + 1)
        place += 1


def _syllables(run: str, overrides: Mapping[str, str]) -> Iterator[str]:
    """The syllables of Chinese characters, one each, read by the longest words that are known."""
    at = 0
    while at < len(run):
        for length in range(min(_LONGEST_PHRASE, len(run) - at), 0, -1):
            syllables = _reading(run[at : at + length], overrides)
            if len(syllables) == length:
                yield from syllables
                at += length
                break


def _reading(word: str, overrides: Mapping[str, str]) -> list[str]:
    """The syllables of a word, none when it is not known; a character alone always has one."""
    if word in overrides:
        return overrides[word].split()
    phrases, characters = _dictionaries()
    if len(word) == 1:
        return [_without_tone(characters.get(ord(word), word).partition(",")[0])]
    return [_without_tone(readings[0]) for readings in phrases.get(word, ())]


@cache
def _without_tone(syllable: str) -> str:
    letters = unicodedata.normalize("NFD", syllable.replace("ü", "v"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def _dictionaries() -> tuple[Mapping[str, list[list[str]]], Mapping[int, str]]:
    """Readings of words and of characters; the library's own segmentation takes 250 µs a title, the above 10."""
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT  # noqa: PLC0415 - takes 250 ms, few queries need it

    return PHRASES_DICT, PINYIN_DICT

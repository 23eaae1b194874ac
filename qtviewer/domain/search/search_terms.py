"""The terms of a search text, as phrases of tokens to find in events; every text is a valid search."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, islice, product
from typing import Final, NamedTuple

from qtviewer.domain.search.number_spellings import CHINESE_NUMERALS, arabic_spelling, chinese_spellings
from qtviewer.domain.search.pinyin_dictionary import without_tones
from qtviewer.domain.search.pinyin_typing import may_be_pinyin, syllable_readings
from qtviewer.domain.search.sound_tokens import initial_tokens, is_sound_token, syllable_tokens
from qtviewer.domain.search.text_folding import fold, nfc_normalized
from qtviewer.domain.search.tokens import tokenize

_MAX_TOKENS: Final = 32  # tokens of a phrase; what follows is not compared, as each takes its time
_MAX_SPELLINGS: Final = 12
_MAX_NUMERALS: Final = 4  # longer ones are hardly written, and take as long as another search
_UNFINISHED_NUMBER: Final = re.compile("[0-9]{1,6}，[0-9]{0,2}")


class Phrase(NamedTuple):
    """Tokens that follow each other; with `is_prefix`, the last one may be the beginning of a longer token."""

    tokens: tuple[str, ...]
    is_prefix: bool = False

    @property
    def is_phonetic(self) -> bool:
        """Whether its tokens are pinyin or initials instead of written text."""
        return is_sound_token(self.tokens[0])


Term = tuple[Phrase, ...]
"""Phrases of which at least one has to be found."""


def parse_search(text: str) -> tuple[Term, ...]:
    """Return the terms of a search text, all of which have to be found; none when there is only space.

    Spaces separate terms; the first 32 tokens of a term count. A term is found as it is written, with its numbers in
    Arabic or Chinese numerals, and Latin letters also as pinyin or initials in titles and names. The last term may be
    the beginning of a word.
    """
    chunks = dict.fromkeys(reversed(nfc_normalized(text).split()))
    return tuple(_term(chunk, is_last=not at) for at, chunk in enumerate(chunks))


def _term(chunk: str, *, is_last: bool) -> Term:
    words = tokenize(chunk)[:_MAX_TOKENS]
    is_prefix = is_last and words[-1][0].isalnum() and words[-1] < "\u2e80"
    return tuple(
        dict.fromkeys(
            [*_written_phrases(words, is_prefix), *_unfinished_number(words, is_last), *_sound_phrases(chunk, is_last)]
        )
    )


def _written_phrases(words: Sequence[str], is_prefix: bool) -> Iterator[Phrase]:
    """Yield the phrase of the words themselves, and those with its numbers in the other numerals."""
    yield Phrase(tuple(words), is_prefix)
    if "．" in words or "，" in words:
        return  # nobody writes 1218.23 in Chinese numerals, and 3,00 is not yet 3,000
    runs = [_spellings(kind, list(run)) for kind, run in groupby(words, _numeral_kind)]
    for spelling in islice(product(*runs), 1, _MAX_SPELLINGS):
        respelt = tuple(chain.from_iterable(spelling))
        if len(respelt) + len(words) > 2:  # 8 alone does not mean 八 wherever it stands, nor 一 every number 1
            yield Phrase(respelt, is_prefix and spelling[-1] == runs[-1][0])


def _numeral_kind(word: str) -> str:
    if word in CHINESE_NUMERALS:
        return "chinese"
    return "arabic" if word.isascii() and word.isdigit() else ""


def _spellings(kind: str, run: Sequence[str]) -> list[Sequence[str]]:
    """Return the spellings of a run of words: as it is, then in other numerals."""
    if kind == "chinese" and (digits := arabic_spelling("".join(run))):
        return [run, [digits]]
    if kind == "arabic" and len(run) == 1:
        spellings = chinese_spellings(run[0])
        return [run, *(list(spelling) for spelling in spellings if len(spelling) <= _MAX_NUMERALS)]
    return [run]


def _unfinished_number(words: Sequence[str], is_last: bool) -> Iterator[Phrase]:
    """Yield the phrase of a number that is still being typed, without separators: 3,00 on the way to 3,000."""
    if is_last and len(words) > 1 and _UNFINISHED_NUMBER.fullmatch("".join(words)):
        yield Phrase(("".join(words).replace("，", ""),), is_prefix=True)


def _sound_phrases(chunk: str, is_last: bool) -> Iterator[Phrase]:
    """Yield the phrases of letters read as syllables and as initials."""
    typed = fold(without_tones(chunk.lower()))
    if may_be_pinyin(typed):
        for syllables in syllable_readings(typed, is_prefix=is_last):
            yield Phrase(tuple(syllable_tokens(syllables)), is_last)
        yield Phrase(tuple(initial_tokens(typed)))

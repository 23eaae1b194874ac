"""Lint rules for characters, punctuation and spaces in texts."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from qtviewer.domain.event import Chronicle
from qtviewer.exchange.content.finding import HAN, Finding, content_texts

_HALF_WIDTH: Final = re.compile(rf"[{HAN}][,;:!?()\[\]\"'.]|[,;:!?()\[\]\"'.][{HAN}]")
_SPACED: Final = re.compile(rf"[{HAN}][ \u00a0\u3000]+[0-9A-Za-z]|[0-9A-Za-z%][ \u00a0\u3000]+[{HAN}]")
_CHINESE_MARK: Final = re.compile("[，。、；：？！（）《》【】「」『』～\u3000\uff01-\uff5e]")
_PASTED: Final = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\ufffd]")
_ODD_CATEGORIES: Final = ("Cc", "Cf", "Co", "Cs", "Cn")
_JOINERS: Final = "\u200c\u200d"  # invisible, but some scripts are written with them
_PAIRS: Final = {"“": "”", "《": "》", "「": "」", "『": "』", "【": "】", "（": "）", "(": ")", "[": "]"}
_CLOSING: Final = {end: start for start, end in _PAIRS.items()}
_NUMBERED: Final = re.compile(r"^[^\S\n]*+\d++[)）]", re.MULTILINE)
_CONTEXT_LENGTH: Final = 6


def characters_are_printable(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each text with a control, invisible or compatibility character."""
    for content in content_texts(chronicle):
        odd_indexes = (
            index for index, sign in enumerate(content.text) if _is_odd(sign, may_break=content.field == "body")
        )
        if (index := next(odd_indexes, None)) is not None:
            sign, excerpt = content.text[index], _with_context(content.text, index, index + 1)
            name = unicodedata.name(sign, "a control character").lower()
            yield content.finding(f"{excerpt!r} holds U+{ord(sign):04X} ({name}), expected plain text", excerpt)


def chinese_has_full_width_marks(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each Chinese text with half-width punctuation beside a Chinese character."""
    return _matches(chronicle, "zh", _HALF_WIDTH, "has half-width punctuation, expected Chinese: ，。；：？！（）“”")


def chinese_has_no_spaces(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each Chinese text with a space between Chinese and digits or Latin letters."""
    return _matches(chronicle, "zh", _SPACED, "has a space between Chinese and digits or Latin letters, expected none")


def english_has_no_chinese_marks(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each English text with Chinese punctuation."""
    return _matches(chronicle, "en", _CHINESE_MARK, "has Chinese punctuation, expected English")


def marks_are_balanced(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each text with a quotation mark or bracket that is not paired."""
    for content in content_texts(chronicle):
        sign = _unbalanced(_NUMBERED.sub("", content.text)) or '"' * (content.text.count('"') % 2)
        if sign:
            yield content.finding(f"has {sign} without its counterpart, expected a pair")


def _matches(chronicle: Chronicle, lang: str, pattern: re.Pattern[str], problem: str) -> Iterator[Finding]:
    for content in content_texts(chronicle):
        if content.lang == lang and (match := pattern.search(content.text)):
            excerpt = _with_context(content.text, *match.span())
            yield content.finding(f"{excerpt!r} {problem}", excerpt)


def _with_context(text: str, start: int, end: int) -> str:
    """Return a stretch of text with a few characters around it, within its line."""
    before = text[max(0, start - _CONTEXT_LENGTH) : start].rpartition("\n")[2]
    return before + text[start:end] + text[end : end + _CONTEXT_LENGTH].partition("\n")[0]


def _is_odd(sign: str, may_break: bool) -> bool:
    if sign == "\n":
        return not may_break
    is_odd_category = unicodedata.category(sign) in _ODD_CATEGORIES and sign not in _JOINERS
    return is_odd_category or bool(_PASTED.match(sign))


def _unbalanced(text: str) -> str:
    """Return the first sign that closes nothing, or the last that is not closed; "" when all are paired."""
    opened: list[str] = []
    for sign in text:
        if sign in _PAIRS:
            opened.append(sign)
        elif sign in _CLOSING and (not opened or opened.pop() != _CLOSING[sign]):
            return sign
    return opened[-1] if opened else ""

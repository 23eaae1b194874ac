"""Brings the many ways to write the same text of a date to one: widths, dashes, spaces, and words around the date."""

import re
import unicodedata
from typing import Final

from qtviewer.domain.errors import DateError

LONGEST_TEXT: Final = 100
"""Characters of the longest text that is read as a date."""
_HAN: Final = re.compile(r"[\u4e00-\u9fff〇]")
_TRADITIONAL: Final = str.maketrans(
    "國緒統萬曆樂啟禎慶豐農曆陰臘閏節號歲後間從時華歷週寶興乾",
    "国绪统万历乐启祯庆丰农历阴腊闰节号岁后间从时华历周宝兴乾",
)
_SURROUNDINGS: Final = re.compile(r"^(?:dated|date:|cal\.?|calculated) |^\+(?=\d{4}-)|[;；。]$", re.I)
_TIME: Final = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)[T ]\d\d?:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?"
    r"|(?P<chinese>.*[日号])(?:上午|下午|晚上?|凌晨)?\d{1,2}[时点:]\d{0,2}分?",
    re.ASCII,
)
_UNKNOWN_PARTS: Final = re.compile(r"(\d{4})-00-00|(\d{4}-\d\d)-00", re.ASCII)
_NOON: Final = re.compile(r"^(?:around |about )?(?:noon|midnight|midday) on ", re.I)
_WORDS: Final = (
    (re.compile(r"\b([BCA])\. ?([CD])\.(?: ?E\.)?", re.I), r"\1\2"),
    (re.compile(r"\bA\.? ?D\.? (\d{1,4})\b", re.I), r"\1 AD"),
    (re.compile(r"^阴历|^旧历|^夏历"), "农历"),
    (re.compile(r"(年)(?:阴历|旧历|夏历)"), r"\1农历"),
    (re.compile(r"^上世纪"), "20世纪"),
    (re.compile(r"^本世纪"), "21世纪"),
    (re.compile(r"世纪([一二三四五六七八九])十年代"), r"世纪\g<1>0年代"),
    (re.compile(r"^the (?=\d)", re.I), ""),
    (re.compile(r"^\[([^\[\],]*[a-z ][^\[\],]*)\]$"), r"\1"),
    (re.compile(r"^农历(\d{4}年)"), r"\1农历"),
    (re.compile(r"^ROC (\d{1,3})$"), r"民国\1年"),
    (re.compile(r"^(\d{4}) ((?!BCE)[a-z]{3,}\.?(?: \d{1,2})?)$", re.I), r"\2 \1"),
    (re.compile(r"([a-z]{3}\.? )(\d{4})/(\d\d)$", re.I), r"\1\2/\3"),
    (re.compile(r"^([一二三四五六七八九〇零]{4})$"), r"\1年"),
)
_DECADES: Final = {f"世纪{digit}0年代": f"世纪{number}0年代" for number, digit in enumerate("〇一二三四五六七八九")}


def folded(text: str) -> str:
    """Return a text in one width, with one dash, simplified characters, and without words that only surround a date.

    DateError for more than 100 characters. A time of day behind a day is left out: it has a field of its own.
    """
    if len(text) > LONGEST_TEXT:
        raise DateError("it is longer than any date")
    text = re.sub(r"[—–―]+", "—", unicodedata.normalize("NFKC", text)).strip()
    text = _NOON.sub("", _SURROUNDINGS.sub("", text)).strip()
    if _HAN.search(text):
        text = re.sub(r"\s+", "", text).translate(_TRADITIONAL)
    text = re.sub(r"\s+", " ", text)
    for pattern, replacement in _WORDS:
        text = pattern.sub(replacement, text)
    for chinese, arabic in _DECADES.items():
        text = text.replace(chinese, arabic)
    if match := _TIME.fullmatch(text):
        return match["date"] or match["chinese"]
    if match := _UNKNOWN_PARTS.fullmatch(text):
        return match[1] or match[2]
    return re.sub(r"(?<=\d)\. (?=\d)", ".", text)

"""Reads numbers as they are printed in Chinese and English text: 1218.23, 5000余, 第九, 近百, 三分之二."""

import math
import re
import unicodedata
from typing import Final

_DIGITS: Final = {**{sign: digit for digit, sign in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_WORDS: Final = {"半": 0.5, "双": 2, "首": 1}
_MAX_LENGTH: Final = 100  # characters
_NUMERAL: Final = "[零〇一二两三四五六七八九十百千万亿]+"
_NUMBER: Final = re.compile(
    rf"(?P<whole>\d+|{_NUMERAL})分之(?P<part>\d+|{_NUMERAL})"
    r"|(?P<jin>\d+)斤(?P<liang>\d)两"
    r"|(?P<arabic>(?:^[-−])?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?P<scale>[十百千]?[万亿]+)?"
    rf"|(?P<numeral>{_NUMERAL})|(?P<word>[半双首])"
)  # fmt: skip


def printed_numbers(value: str) -> tuple[float, ...]:
    """Return the numbers that the first number in a text can mean, most literal first; empty when it holds none.

    “3.2万” can mean 3.2 (in units of 万) or 32000. A number of more than a hundred signs is none.
    """
    match = _NUMBER.search(unicodedata.normalize("NFKC", value))
    if match is None or len(match[0]) > _MAX_LENGTH:
        return ()
    return tuple(filter(math.isfinite, _meanings(match)))


def _meanings(match: re.Match[str]) -> tuple[float, ...]:
    if match["whole"]:
        share = _numeral(match["part"]) / (_numeral(match["whole"]) or 1)
        return share, *(round(share, places) for places in range(1, 7))
    if match["jin"]:
        return float(f"{match['jin']}.{match['liang']}"), float(match["jin"])
    if match["arabic"]:
        number = float(match["arabic"].replace(",", "").replace("−", "-"))
        return (number, number * _numeral(match["scale"])) if match["scale"] else (number,)
    return (_numeral(match["numeral"]),) if match["numeral"] else (_WORDS[match["word"]],)


def is_printed_as(number: float, value: str) -> bool:
    """Return whether the first number in the text `value` can mean `number`."""
    return any(math.isclose(number, printed, rel_tol=1e-9) for printed in printed_numbers(value))


def _numeral(text: str) -> float:
    """Return the value of Arabic digits or of a Chinese numeral."""
    if text.isdecimal():
        return float(text)
    if len(text) > 1 and all(sign in _DIGITS for sign in text):
        return float("".join(str(_DIGITS[sign]) for sign in text))
    total = section = digit = 0
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _UNITS:
            section, digit = section + (digit or 1) * _UNITS[sign], 0
        elif sign == "万":
            total, section, digit = total + (section + digit or 1) * 10**4, 0, 0
        else:
            total, section, digit = (total + section + digit or 1) * 10**8, 0, 0
    try:
        return float(total + section + digit)
    except OverflowError:
        return math.inf

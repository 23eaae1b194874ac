"""Converts numbers between Arabic digits and Chinese numerals: 2021, 二千〇二十一 and 二〇二一, 8 and 八."""

import re
from typing import Final

_DIGITS: Final = "〇一二三四五六七八九"
_UNITS: Final = ("", "十", "百", "千")
_SECTIONS: Final = ("", "万", "亿")
_VALUES: Final = {**{digit: value for value, digit in enumerate(_DIGITS)}, "两": 2}
_MULTIPLES: Final = {"十": 10, "百": 100, "千": 1000}
_TENS: Final = (("廿", "二十"), ("卅", "三十"))
_MAX_DIGITS: Final = 12  # 亿 is the largest unit, and four digits may stand before it
CHINESE_NUMERALS: Final = frozenset("〇一二三四五六七八九两十百千万亿廿卅")


def chinese_spellings(digits: str) -> tuple[str, ...]:
    """Return the Chinese spellings of Arabic digits: with units, with 两 for 二, and digit by digit.

    A number that begins with 0 is only spelled digit by digit; one of more than 12 digits has no spelling.
    """
    if len(digits) > _MAX_DIGITS:
        return ()
    by_digit = "".join(_DIGITS[int(digit)] for digit in digits)
    if digits.startswith("0"):
        return (by_digit,)
    with_units = _with_units(int(digits))
    return tuple(dict.fromkeys((with_units, re.sub("二(?=[百千万亿])", "两", with_units), by_digit)))


def arabic_spelling(numerals: str) -> str | None:
    """Return Chinese numerals in Arabic digits, or None when they are not a number of at most 12 digits."""
    for short, long in _TENS:
        numerals = numerals.replace(short, long)
    if all(numeral in _VALUES for numeral in numerals):
        return "".join(str(_VALUES[numeral]) for numeral in numerals)
    value = _value(numerals)
    return str(value) if value and len(str(value)) <= _MAX_DIGITS else None


def _with_units(number: int) -> str:
    sections = []
    for place, name in enumerate(_SECTIONS):
        section = number // 10_000**place % 10_000
        has_more = number >= 10_000 ** (place + 1)
        sections.append(_section(section, has_more) + name if section else "〇" if has_more else "")
    text = re.sub("〇+", "〇", "".join(reversed(sections))).rstrip("〇")
    return text.removeprefix("一") if text.startswith("一十") else text


def _section(section: int, has_more: bool) -> str:
    """Return a number from 1 to 9999 with units; `has_more` says that digits stand before it, so that it is padded."""
    digits = f"{section:04d}" if has_more else str(section)
    named = zip(digits, reversed(_UNITS[: len(digits)]), strict=True)
    return "".join(_DIGITS[int(digit)] + unit if digit != "0" else "〇" for digit, unit in named).rstrip("〇")


def _value(numerals: str) -> int:
    """Return the number that is written with units, or 0 when the numerals are not a number."""
    total = section = digit = 0
    for numeral in numerals:
        if numeral in _VALUES:
            digit = _VALUES[numeral]
        elif numeral in _MULTIPLES:
            section, digit = section + (digit or 1) * _MULTIPLES[numeral], 0
        else:
            total, section, digit = total + (section + digit) * 10 ** (4 if numeral == "万" else 8), 0, 0
    return total + section + digit

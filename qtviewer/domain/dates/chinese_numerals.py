"""Chinese numerals in dates: 二〇二一 digit by digit, 二十一 and 廿一 with units."""

import re
from typing import Final

from qtviewer.domain.errors import DateError

_DIGITS: Final = "〇一二三四五六七八九"
_CHINESE_NUMBER: Final = re.compile(rf"[{_DIGITS}]+|[{_DIGITS[1:]}]?十[{_DIGITS[1:]}]?")
_CHINESE_YEAR: Final = re.compile(rf"[{_DIGITS}]{{4}}(?=年)")
_ZEROS: Final = str.maketrans("零○", "〇〇")


def arabic_numerals(text: str) -> str:
    """Replace the Chinese numerals before 年, 月, 日, 号 and 世纪 by digits: 二〇二一年六月 becomes 2021年6月.

    Raises DateError for numerals there that are not a number.
    """
    return re.sub(
        rf"[{_DIGITS}十廿卅]+(?=年|月|日|号|世纪)", lambda match: str(chinese_number(match[0])), text.translate(_ZEROS)
    )


def arabic_year(text: str) -> str:
    """Replace only years of four numerals before 年 by digits; lunar months and days stay as they are."""
    return _CHINESE_YEAR.sub(lambda match: str(chinese_number(match[0])), text.translate(_ZEROS))


def chinese_number(text: str) -> int:
    """Return a number up to 99 (廿一), or one written digit by digit (二〇二一); DateError when it is neither."""
    shown, text = text, text.replace("廿", "二十").replace("卅", "三十")
    if not _CHINESE_NUMBER.fullmatch(text):
        raise DateError(f"{shown} is not a number")
    tens, ten, ones = text.partition("十")
    if not ten:
        return int("".join(str(_DIGITS.index(digit)) for digit in text))
    return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)

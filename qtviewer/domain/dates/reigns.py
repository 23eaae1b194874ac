"""Years counted from the beginning of a reign or a state, as in 光绪廿九年, 民国三十八年 or 昭和20年.

The first years are those of the tables of reigns in Chinese and Japanese chronologies.
"""

import re
from typing import Final

from qtviewer.domain.dates.chinese_numerals import arabic_numerals
from qtviewer.domain.dates.day_number import civil_day, day_number
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision
from qtviewer.domain.dates.lunar import new_year_of
from qtviewer.domain.errors import DateError

_IMPERIAL: Final = {
    "洪武": (1368, 31), "建文": (1399, 4), "永乐": (1403, 22), "洪熙": (1425, 1), "宣德": (1426, 10),
    "正统": (1436, 14), "景泰": (1450, 8), "天顺": (1457, 8), "成化": (1465, 23), "弘治": (1488, 18),
    "正德": (1506, 16), "嘉靖": (1522, 45), "隆庆": (1567, 6), "万历": (1573, 48), "天启": (1621, 7),
    "崇祯": (1628, 17), "顺治": (1644, 18), "康熙": (1662, 61), "雍正": (1723, 13), "乾隆": (1736, 60),
    "嘉庆": (1796, 25), "道光": (1821, 30), "咸丰": (1851, 11), "同治": (1862, 13), "光绪": (1875, 34),
    "宣统": (1909, 3),
}  # fmt: skip
"""First year of each reign, and how many it has; their months and days are those of the lunar calendar."""
_SOLAR: Final = {
    "民国": (1912, 200), "明治": (1868, 45), "大正": (1912, 15), "昭和": (1926, 64), "平成": (1989, 31),
    "令和": (2019, 100),
}  # fmt: skip
"""The same where months and days are those of the Gregorian calendar."""
_FIRST_DAYS: Final = {"大正": (7, 30), "昭和": (12, 25), "平成": (1, 8), "令和": (5, 1)}
"""Month and day on which the first year of a reign began."""
_OTHER_COUNTS: Final = {"佛历": -543}
_TEXT: Final = re.compile(
    rf"(?:[明清]|中华|中華)?(?:(?P<reign>{'|'.join((*_IMPERIAL, *_SOLAR))})|(?P<count>{'|'.join(_OTHER_COUNTS)}))"
    r"(?P<year>元|\d{1,4})年(?P<rest>.*)",
    re.ASCII,
)


def civil_text(text: str) -> str | None:
    """Return a date with the civil year in the place of that of a reign, 1949年4月23日 for 民国三十八年四月二十三日.

    None where no reign is named. DateError for a year that the reign has not, or a lunar day before 1900.
    """
    match = _TEXT.fullmatch(arabic_numerals(text))
    if match is None:
        return None
    number = 1 if match["year"] == "元" else int(match["year"])
    if match["count"]:
        return f"{number + _OTHER_COUNTS[match['count']]}年{match['rest']}"
    first, years = (_IMPERIAL | _SOLAR)[match["reign"]]
    if not 1 <= number <= years:
        raise DateError(f"the reign {match['reign']} has {years} years, not {number}")
    year = first + number - 1
    if match["rest"] and match["reign"] in _IMPERIAL:
        if year < 1900:
            raise DateError(f"lunar days are known from 1900 on; the year is {year}")
        return f"{year}年农历{match['rest'].removeprefix('农历')}"
    return f"{year}年{match['rest']}"


def days_of_reign_year(text: str) -> EventDate | None:
    """Return the days of a year of a reign that are not those of a civil year; None for any other text."""
    match = _TEXT.fullmatch(arabic_numerals(text))
    if match is None or match["rest"] or not match["reign"]:
        return None
    reign, number = match["reign"], 1 if match["year"] == "元" else int(match["year"])
    year = (_IMPERIAL | _SOLAR)[reign][0] + number - 1
    if reign in _IMPERIAL and year >= 1900:
        return _within(new_year_of(year), new_year_of(year + 1) - 1)
    if number == 1 and reign in _FIRST_DAYS:
        return _within(day_number(year, *_FIRST_DAYS[reign]), day_number(year, 12, 31))
    return None


def _within(first: int, last: int) -> EventDate:
    start, end = (DatePoint(Precision.DAY, *civil_day(number)) for number in (first, last))
    return EventDate(Precision.WITHIN, start, end)

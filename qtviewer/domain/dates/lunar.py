"""The Chinese lunar calendar, 1900-2100, computed to show and to read dates; lunar dates are never stored."""

from datetime import date
from typing import Final, NamedTuple

from qtviewer.domain.dates.day_number import civil_day, day_number
from qtviewer.domain.errors import DateError

# borax takes 50 ms to import and no list of events needs it, so each function imports it when called.

FESTIVALS: Final = {
    "春节": (1, 1),
    "元宵": (1, 15),
    "端午": (5, 5),
    "七夕": (7, 7),
    "中秋": (8, 15),
    "重阳": (9, 9),
    "腊八": (12, 8),
}
_FIRST_DAY: Final = day_number(1900, 1, 31)
_LAST_DAY: Final = day_number(2100, 12, 31)
# The new moon of 4 September 2089 is a minute before midnight in China: most tables, that of the Hong Kong Observatory
# among them, begin the eighth month there. The library begins it, with 29 days, a day later.
_LATE_MONTH: Final = (2089, 8)
_ONE_DAY_LATE: Final = range(day_number(2089, 9, 4), day_number(2089, 10, 3) + 1)
ANIMALS: Final = {
    "鼠": "Rat", "牛": "Ox", "虎": "Tiger", "兔": "Rabbit", "龙": "Dragon", "蛇": "Snake",
    "马": "Horse", "羊": "Goat", "猴": "Monkey", "鸡": "Rooster", "狗": "Dog", "猪": "Pig",
}  # fmt: skip


class LunarDay(NamedTuple):
    """A day of the lunar calendar, with its names in Chinese."""

    year: int
    """The civil year in which the lunar year begins."""
    month: int
    """1 to 12."""
    day: int
    """1 to 30."""
    leap: bool
    """Whether the month is a leap month, which follows the one of the same number."""
    cn_leap: str
    """闰 for a leap month, or an empty text."""
    cn_month: str
    """Such as 正 or 腊."""
    cn_day: str
    """Such as 初一 or 廿七."""
    gz_year: str
    """The stem and branch of the year, such as 辛丑."""
    animal: str
    """The animal of the year, such as 牛."""


def load_lunar_calendar() -> None:
    """Import the calendar library now, so that the first lunar date does not have to wait for it."""
    import borax.calendars.lunardate  # noqa: F401, PLC0415 - slow to import


def lunar_day(number: int) -> LunarDay | None:
    """Return the lunar date of a Julian day number; None outside 1900-2100."""
    if not _FIRST_DAY <= number <= _LAST_DAY:
        return None
    from borax.calendars.lunardate import LunarDate  # noqa: PLC0415 - slow to import

    shift = 1 if number in _ONE_DAY_LATE else 0
    day = LunarDate.from_solar(date(*civil_day(number + shift)))
    if shift and number == _ONE_DAY_LATE[-1]:
        last = LunarDate.from_solar(date(*civil_day(number)))
        return LunarDay(last.year, last.month, 30, False, "", last.cn_month, "三十", last.gz_year, last.animal)
    names = day.cn_leap, day.cn_month, day.cn_day, day.gz_year, day.animal
    return LunarDay(day.year, day.month, day.day, bool(day.leap), *names)


def lunar_label(number: int, lang: str) -> str:
    """Return the lunar month, day and year, such as 农历五月十九 · 辛丑牛年; empty outside 1900-2100."""
    day = lunar_day(number)
    if day is None:
        return ""
    if lang == "zh":
        return f"农历{day.cn_leap}{day.cn_month}月{day.cn_day} · {day.gz_year}{day.animal}年"
    leap = "leap " if day.leap else ""
    return f"Lunar {leap}month {day.month}, day {day.day} · Year of the {ANIMALS[day.animal]}"


def lunar_month_day_label(number: int) -> str:
    """Return the lunar month and day in Chinese, 五月十九, or 除夕 on New Year's Eve; empty outside 1900-2100."""
    day = lunar_day(number)
    if day is None:
        return ""
    following = lunar_day(number + 1)
    if following is not None and (following.month, following.day, following.leap) == (1, 1, 0):
        return "除夕"
    return f"{day.cn_leap}{day.cn_month}月{day.cn_day}"


def lunar_day_number(year: int, month: int, day: int, *, leap: bool = False) -> int:
    """Return the Julian day number of a lunar day; DateError when that lunar year has no such day."""
    from borax.calendars.lunardate import LunarDate  # noqa: PLC0415 - slow to import

    if (year, month, leap) == (*_LATE_MONTH, False) and 1 <= day <= 30:
        return _ONE_DAY_LATE[day - 1]
    try:
        if (year, month, day) == (_LATE_MONTH[0], _LATE_MONTH[1] - 1, 30):
            raise ValueError("the month before has 29 days")
        solar = LunarDate(year, month, day, int(leap)).to_solar_date()
    except ValueError as error:
        name = "leap month" if leap else "month"
        raise DateError(f"the lunar year {year} has no {name} {month}, day {day} (known from 1900 to 2100)") from error
    return day_number(solar.year, solar.month, solar.day)


def new_year_of(year: int) -> int:
    """Return the Julian day number of the Spring Festival in a civil year; DateError outside 1900-2100."""
    return lunar_day_number(year, 1, 1)

"""The Chinese lunar calendar, 1900-2100, computed to show and to read dates; lunar dates are never stored."""

from datetime import date
from typing import TYPE_CHECKING, Final

from qtviewer.domain.dates.day_number import civil_day, day_number
from qtviewer.domain.errors import DateError

if TYPE_CHECKING:
    from borax.calendars.lunardate import LunarDate

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
ANIMALS: Final = {
    "鼠": "Rat", "牛": "Ox", "虎": "Tiger", "兔": "Rabbit", "龙": "Dragon", "蛇": "Snake",
    "马": "Horse", "羊": "Goat", "猴": "Monkey", "鸡": "Rooster", "狗": "Dog", "猪": "Pig",
}  # fmt: skip


def load_lunar_calendar() -> None:
    """Import the calendar library now, so that the first lunar date does not have to wait for it."""
    import borax.calendars.lunardate  # noqa: F401, PLC0415 - slow to import


def lunar_day(number: int) -> "LunarDate | None":
    """Return the lunar date of a Julian day number; None outside 1900-2100."""
    if not _FIRST_DAY <= number <= _LAST_DAY:
        return None
    from borax.calendars.lunardate import LunarDate  # noqa: PLC0415 - slow to import

    return LunarDate.from_solar(date(*civil_day(number)))


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

    try:
        solar = LunarDate(year, month, day, int(leap)).to_solar_date()
    except ValueError as error:
        name = "leap month" if leap else "month"
        raise DateError(f"the lunar year {year} has no {name} {month}, day {day} (known from 1900 to 2100)") from error
    return day_number(solar.year, solar.month, solar.day)


def new_year_of(year: int) -> int:
    """Return the Julian day number of the Spring Festival in a civil year; DateError outside 1900-2100."""
    return lunar_day_number(year, 1, 1)

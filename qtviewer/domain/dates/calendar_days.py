"""Names of days and years in the Chinese calendar, 1900-2100: solar terms, festivals, lunar days, zodiac years.

Days are Julian day numbers. `lang` is "zh" for Chinese; any other language gives English.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from qtviewer.domain.dates.day_number import civil_day, day_number
from qtviewer.domain.dates.lunar import ANIMALS, FESTIVALS, LunarDay, lunar_day, lunar_day_number, new_year_of
from qtviewer.domain.errors import DateError

NEW_YEAR: Final = "春节"
EVE: Final = "除夕"
KNOWN_YEARS: Final = range(1900, 2101)
LUNAR_FESTIVALS: Final = FESTIVALS | {
    "中元": (7, 15),
    "小年": (12, 24),
}  # 小年 as in the south, the day after the north
PUBLIC_HOLIDAYS: Final = {"元旦": (1, 1), "劳动节": (5, 1), "国庆节": (10, 1)}
_HOLIDAYS_SINCE: Final = 1950
SOLAR_TERMS: Final = {
    "小寒": "Minor Cold", "大寒": "Major Cold", "立春": "Start of Spring", "雨水": "Rain Water",
    "惊蛰": "Awakening of Insects", "春分": "Spring Equinox", "清明": "Qingming", "谷雨": "Grain Rain",
    "立夏": "Start of Summer", "小满": "Grain Buds", "芒种": "Grain in Ear", "夏至": "Summer Solstice",
    "小暑": "Minor Heat", "大暑": "Major Heat", "立秋": "Start of Autumn", "处暑": "End of Heat",
    "白露": "White Dew", "秋分": "Autumn Equinox", "寒露": "Cold Dew", "霜降": "Frost's Descent",
    "立冬": "Start of Winter", "小雪": "Minor Snow", "大雪": "Major Snow", "冬至": "Winter Solstice",
}  # fmt: skip
_ENGLISH: Final = SOLAR_TERMS | {
    NEW_YEAR: "Spring Festival", EVE: "Lunar New Year's Eve", "元宵": "Lantern Festival",
    "端午": "Dragon Boat Festival", "七夕": "Qixi Festival", "中元": "Ghost Festival",
    "中秋": "Mid-Autumn Festival", "重阳": "Double Ninth Festival", "腊八": "Laba Festival",
    "小年": "Little New Year", "元旦": "New Year's Day", "劳动节": "Labour Day", "国庆节": "National Day",
}  # fmt: skip
_MONTHS: Final = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th", "11th", "12th")


class NamedDay(NamedTuple):
    """A day, by its Julian day number, with its Chinese names: festivals first, then its solar term."""

    number: int
    names: tuple[str, ...]


@lru_cache(maxsize=1_000)
def named_days(year: int) -> tuple[NamedDay, ...]:
    """Return the days of a civil year that are a solar term or festival, in order; none outside 1900-2100."""
    if year not in KNOWN_YEARS:
        return ()
    names: dict[int, list[str]] = {}
    for number, name in (*_festivals(year), *_terms(year)):
        names.setdefault(number, []).append(name)
    first, last = day_number(year), day_number(year, 12, 31)
    return tuple(NamedDay(number, tuple(names[number])) for number in sorted(names) if first <= number <= last)


def _festivals(year: int) -> list[tuple[int, str]]:
    found = [(new_year_of(year) - 1, EVE)] if year > KNOWN_YEARS[0] else []
    for lunar_year in {year - 1, year} & set(KNOWN_YEARS):
        for name, (month, day) in LUNAR_FESTIVALS.items():
            found.append((lunar_day_number(lunar_year, month, day), name))
    if year >= _HOLIDAYS_SINCE:
        found += [(day_number(year, *day), name) for name, day in PUBLIC_HOLIDAYS.items()]
    return found


def _terms(year: int) -> list[tuple[int, str]]:
    from borax.calendars.lunardate import TermUtils  # noqa: PLC0415 - slow to import

    days = (TermUtils.nth_term_day(year, at) for at in range(len(SOLAR_TERMS)))
    return [(day_number(day.year, day.month, day.day), name) for day, name in zip(days, SOLAR_TERMS, strict=True)]


def translated_day_name(name: str, lang: str) -> str:
    """Return the name, in a language, of a festival or solar term given by its Chinese name."""
    return name if lang == "zh" else _ENGLISH[name]


@lru_cache(maxsize=4_000)
def names_of_day(number: int, lang: str) -> tuple[str, ...]:
    """Return the festivals and the solar term of a day in a language; empty when it has none."""
    days = named_days(civil_day(number).year)
    return tuple(translated_day_name(name, lang) for day in days if day.number == number for name in day.names)


def festive_name(number: int, lang: str) -> str:
    """Return the first festival of a day, else its solar term, else its lunar date from 小年 to 元宵, else empty."""
    if names := names_of_day(number, lang):
        return names[0]
    day = lunar_day(number)
    is_festive = (
        day is not None and not day.leap and ((day.month == 1 and day.day < 15) or _is_after_little_new_year(day))
    )
    return lunar_date_name(number, lang) if is_festive else ""


def _is_after_little_new_year(day: LunarDay) -> bool:
    month, of_month = LUNAR_FESTIVALS["小年"]
    return bool(day.month == month and day.day > of_month)


@lru_cache(maxsize=4_000)
def lunar_date_name(number: int, lang: str) -> str:
    """Return the lunar month and day, such as 腊月廿七 or Lunar 12th month 27; empty outside 1900-2100."""
    day = lunar_day(number)
    if day is None:
        return ""
    if lang == "zh":
        return f"{day.cn_leap}{day.cn_month}月{day.cn_day}"
    return f"Lunar {'leap ' if day.leap else ''}{_MONTHS[day.month - 1]} month {day.day}"


@lru_cache(maxsize=4_000)
def lunar_day_of_month(number: int, lang: str) -> str:
    """Return the day of the lunar month, such as 廿七 or day 27; empty outside 1900-2100."""
    day = lunar_day(number)
    if day is None:
        return ""
    return str(day.cn_day) if lang == "zh" else f"day {day.day}"


@lru_cache(maxsize=1_000)
def year_name(year: int, lang: str) -> str:
    """Return the name of the lunar year that begins in a civil year: 辛丑牛年 or Year of the Ox.

    Raises DateError outside 1900-2100.
    """
    stem, animal = _stem_and_animal(year)
    return f"{stem}{animal}年" if lang == "zh" else f"Year of the {ANIMALS[animal]}"


def short_year_name(year: int, lang: str) -> str:
    """Return the short name of the lunar year that begins in a civil year: 辛丑 or Ox; DateError as for `year_name`."""
    stem, animal = _stem_and_animal(year)
    return stem if lang == "zh" else ANIMALS[animal]


@lru_cache(maxsize=1_000)
def _stem_and_animal(year: int) -> tuple[str, str]:
    day = lunar_day(new_year_of(year))
    if day is None:
        raise DateError(f"the lunar year {year} is not between {KNOWN_YEARS[0]} and {KNOWN_YEARS[-1]}")
    return str(day.gz_year), str(day.animal)


def lunar_year_of(number: int) -> int | None:
    """Return the civil year in which the lunar year of a day began; None outside 1900-2100."""
    day = lunar_day(number)
    return None if day is None else int(day.year)

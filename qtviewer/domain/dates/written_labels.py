"""Labels of the dates that EDTF writes in a form of their own: parts of years, unknown digits and ends, and sets.

Labels in words are read back by `written_readers`. Any other label names the days that the date can mean, with its EDTF
text in brackets.
"""

import re
from collections.abc import Callable
from typing import Final

from qtviewer.domain.dates.day_number import MAX_YEAR, MIN_YEAR, civil_day
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision

PART_NAMES: Final = {
    "zh": {
        **{21 + at: f"{season}季" for at, season in enumerate("春夏秋冬")},
        **{25 + at: f"{season}季（北半球）" for at, season in enumerate("春夏秋冬")},
        **{29 + at: f"{season}季（南半球）" for at, season in enumerate("春夏秋冬")},
        **{33 + at: f"第{number}季度" for at, number in enumerate("一二三四")},
        **{37 + at: f"第{number}个四个月" for at, number in enumerate("一二三")},
        40: "上半年", 41: "下半年",
    },
    "en": {
        **{21 + at: season for at, season in enumerate(("spring", "summer", "autumn", "winter"))},
        **{25 + at: f"northern {season}" for at, season in enumerate(("spring", "summer", "autumn", "winter"))},
        **{29 + at: f"southern {season}" for at, season in enumerate(("spring", "summer", "autumn", "winter"))},
        **{33 + at: f"{number} quarter of" for at, number in enumerate(("first", "second", "third", "fourth"))},
        **{37 + at: f"{number} four months of" for at, number in enumerate(("first", "second", "third"))},
        40: "first half of", 41: "second half of",
    },
}  # fmt: skip
"""Names of the parts of a year by language and number in EDTF; the year stands before them in Chinese, else after."""

_PART: Final = re.compile(r"(-?\d{4})-(2[1-9]|3\d|4[01])", re.ASCII)
_UNKNOWN_DAY: Final = re.compile(r"(-?\d{4}-\d\d)-XX", re.ASCII)
_UNKNOWN_MONTH: Final = re.compile(r"(-?\d{4})-XX(-XX)?", re.ASCII)
_LAST_WORD: Final = {"[": ("或", "or"), "{": ("和", "and")}
_MOST_MEMBERS: Final = 6  # of a set that is told in words
_QUALIFIERS: Final = str.maketrans("", "", "?~%")

PointLabel = Callable[[DatePoint], str]
"""Returns the label of a plain point."""


def point_in_words(point: DatePoint, lang: str, label: PointLabel) -> str:
    """Return the label, without its qualifier, of a point that has a text of its own."""
    text = point.written.translate(_QUALIFIERS)
    if match := _PART.fullmatch(text):
        year, name = label(DatePoint(Precision.YEAR, int(match[1]))), PART_NAMES[lang][int(match[2])]
        return f"{year}{name}" if lang == "zh" else f"{name} {year}"
    if match := _UNKNOWN_DAY.fullmatch(text):
        year, month = match[1][:-3], match[1][-2:]
        named = label(DatePoint(Precision.MONTH, int(year), int(month)))
        return f"{named}某日" if lang == "zh" else f"a day in {named}"
    if match := _UNKNOWN_MONTH.fullmatch(text):
        named, is_day = label(DatePoint(Precision.YEAR, int(match[1]))), bool(match[2])
        if lang == "zh":
            return f"{named}某月某日" if is_day else f"{named}某月"
        return f"a day in {named}" if is_day else f"a month in {named}"
    return with_text(days_in_words(point.first_day, point.last_day, lang, label), point.written, lang)


def date_in_words(
    date: EventDate,
    lang: str,
    date_label: Callable[[EventDate, str], str],
    open_label: Callable[[EventDate], str],
    point_label: PointLabel,
) -> str:
    """Return the label of a date whose text says more than its ends: a set, or a date with an unknown end.

    The functions return the label of another date in a language, of one with an open end, and of a point.
    """
    if "/" in date.written:
        assert date.start is not None  # noqa: S101 - one end is known
        is_start_known = date.written.endswith("/")
        return unknown_end_in_words(point_label(date.start), lang, is_start_known=is_start_known)
    if (words := set_in_words(date.written, lang, date_label)) is not None:
        return words
    is_open = date.start is None or date.end is None
    days = open_label(date) if is_open else days_in_words(date.first_day, date.last_day, lang, point_label)
    return with_text(days, date.written, lang)


def set_in_words(text: str, lang: str, label: Callable[[EventDate, str], str]) -> str | None:
    """Return the members of an EDTF set by their labels; None for other texts, open members and long sets."""
    from qtviewer.domain.dates.edtf import parse_edtf  # noqa: PLC0415 - few dates need it

    members = text[1:-1].split(",")
    if text[0] not in _LAST_WORD or not 1 < len(members) <= _MOST_MEMBERS or any(_is_open(each) for each in members):
        return None
    names = [label(parse_edtf(member.strip().replace("..", "/")), lang) for member in members]
    comma, word = ("、", _LAST_WORD[text[0]][0]) if lang == "zh" else (", ", f" {_LAST_WORD[text[0]][1]} ")
    return f"{comma.join(names[:-1])}{word}{names[-1]}"


def _is_open(member: str) -> bool:
    return member.strip().startswith("..") or member.strip().endswith("..")


def days_in_words(first: int, last: int, lang: str, label: PointLabel) -> str:
    """Return from which year to which some days are, given by Julian day numbers."""
    years = [civil_day(day).year for day in (first, last)]
    names = [_year_in_words(year, lang, label) for year in years]
    return names[0] if years[0] == years[1] else ("—" if lang == "zh" else "–").join(names)


def _year_in_words(year: int, lang: str, label: PointLabel) -> str:
    """Return the label of an astronomical year, also of one that is further from us than the calendar reaches."""
    if MIN_YEAR <= year <= MAX_YEAR:
        return label(DatePoint(Precision.YEAR, year))
    if lang == "zh":
        return f"公元前{1 - year}年" if year <= 0 else f"公元{year}年"
    return f"{1 - year} BCE" if year <= 0 else f"{year} CE"


def with_text(words: str, text: str, lang: str) -> str:
    """Return words with an EDTF text in brackets behind them."""
    return f"{words}（{text}）" if lang == "zh" else f"{words} ({text})"


def unknown_end_in_words(known: str, lang: str, *, is_start_known: bool) -> str:
    """Return the label of a date of which one end, given by its label, is known, and the other one is unknown."""
    if lang == "zh":
        return f"{known}起，结束不详" if is_start_known else f"{known}止，开始不详"
    return f"from {known}, end unknown" if is_start_known else f"until {known}, beginning unknown"

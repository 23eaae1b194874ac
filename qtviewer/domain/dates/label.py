"""Dates in words: a full label, which `read_date` can read, and a short one for cards.

`lang` is "zh" for Chinese; any other language gives English.
"""

from qtviewer.domain.dates.day_number import weekday
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, Qualifier

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIRST_PLAIN_YEAR = 1000  # before it a bare number does not look like a year
_ABOUT = (Qualifier.ABOUT, Qualifier.ABOUT_AND_UNCERTAIN)
_UNCERTAIN = (Qualifier.UNCERTAIN, Qualifier.ABOUT_AND_UNCERTAIN)


def date_label(date: EventDate, lang: str, time: str = "") -> str:
    """Return the full label of a date: 2021年6月28日; 29–30 January 2022; with a time of day 28 June 2021 14:30."""
    return _with_time(_label_zh(date) if lang == "zh" else _label_en(date), time)


def _with_time(label: str, time: str) -> str:
    return f"{label} {time}" if time else label


def weekday_label(number: int, lang: str) -> str:
    """Return the day of the week of a Julian day number: 星期一 or Monday."""
    return f"星期{'一二三四五六日'[weekday(number)]}" if lang == "zh" else _WEEKDAYS[weekday(number)]


def day_of_year_label(month_day: tuple[int, int], lang: str) -> str:
    """Return the label of a month (1-12) and day (1-31): 6月28日 or 28 June."""
    month, day = month_day
    return f"{month}月{day}日" if lang == "zh" else f"{day} {MONTHS[month - 1]}"


def short_label(date: EventDate, lang: str, time: str = "") -> str:
    """Return a label for cards: without the year if the month is known and both ends are in one year.

    Examples: 6月28日, 29–30 Jan, 2021年; with a time of day 28 Jun 14:30.
    """
    start, end = date.start, date.end
    if start is None or end is None or not _stand_in_one_year(start, end):
        return date_label(date, lang, time)
    label = _short_zh(start, end) if lang == "zh" else _short_en(start, end)
    if date.precision is Precision.WITHIN:
        label += "间" if lang == "zh" else ", one day"
    if start.qualifier in _ABOUT or end.qualifier in _ABOUT:
        label = f"约{label}" if lang == "zh" else f"about {label}"
    if start.qualifier in _UNCERTAIN or end.qualifier in _UNCERTAIN:
        label += "？" if lang == "zh" else "?"
    return _with_time(label, time)


def label_beside(date: EventDate, other: EventDate, lang: str, time: str = "") -> str:
    """Return the short label of a date that is shown beside another date, with its year if that is not the same.

    `time` is the time of day of the first.
    """
    years = {point.year for shown in (date, other) for point in (shown.start, shown.end) if point}
    return (short_label if len(years) == 1 else date_label)(date, lang, time)


def year_label(year: int, lang: str) -> str:
    """Return the label of an astronomical year where there is little room: 2021; 14 CE; 44 BCE or 公元前44年."""
    if year >= _FIRST_PLAIN_YEAR:
        return str(year)
    return date_label(EventDate.from_point(DatePoint(Precision.YEAR, year)), lang)


def _stand_in_one_year(start: DatePoint, end: DatePoint) -> bool:
    return start.year == end.year and all(p.precision in (Precision.DAY, Precision.MONTH) for p in (start, end))


def _short_zh(start: DatePoint, end: DatePoint) -> str:
    first, last = (f"{p.month}月{p.day}日" if p.precision is Precision.DAY else f"{p.month}月" for p in (start, end))
    if first == last:
        return first
    if start.month == end.month and start.precision is end.precision:
        return f"{start.month}月{start.day}—{end.day}日"
    return f"{first}—{last}"


def _short_en(start: DatePoint, end: DatePoint) -> str:
    months = MONTHS[start.month - 1][:3], MONTHS[end.month - 1][:3]
    days = [f"{p.day} " if p.precision is Precision.DAY else "" for p in (start, end)]
    first, last = (day + month for day, month in zip(days, months, strict=True))
    if first == last:
        return first
    return f"{start.day}–{last}" if months[0] == months[1] and all(days) else f"{first}–{last}"


def _label_zh(date: EventDate) -> str:
    start, end = date.start, date.end
    if date.written and (start is None or start.written != date.written):
        return _label_of_written(date, "zh")
    if start is None or end is None:
        return _open_label_zh(date)
    if date.precision is Precision.WITHIN and not date.written:
        one_day = "某日" if _ends_on_days(start, end) else ""
        return f"{_point_zh(start)}至{_point_zh(end, after=start)}间{one_day}"
    if date.precision is Precision.INTERVAL:
        return f"{_point_zh(start)}—{_point_zh(end, after=start)}"
    return _point_zh(start)


def _ends_on_days(start: DatePoint, end: DatePoint) -> bool:
    """Return whether both ends are known at least by their month, so that what lies between them is about a day."""
    return all(point.precision in (Precision.DAY, Precision.MONTH) for point in (start, end))


def _label_of_written(date: EventDate, lang: str) -> str:
    from qtviewer.domain.dates.written_labels import date_in_words  # noqa: PLC0415 - few dates need it

    open_label, point_label = (_open_label_zh, _point_zh) if lang == "zh" else (_open_label_en, _point_en)
    return date_in_words(date, lang, date_label, open_label, point_label)


def _point_in_words(point: DatePoint, lang: str) -> str:
    from qtviewer.domain.dates.written_labels import point_in_words  # noqa: PLC0415 - few dates need it

    return point_in_words(point, lang, _point_zh if lang == "zh" else _point_en)


def _open_label_zh(date: EventDate) -> str:
    lasted = date.precision is Precision.INTERVAL
    if date.start is not None:
        return _point_zh(date.start) + ("至今" if lasted else "或更晚")
    assert date.end is not None  # noqa: S101 - EventDate has at least one end
    return f"截至{_point_zh(date.end)}" if lasted else f"{_point_zh(date.end)}或更早"


def _point_zh(point: DatePoint, after: DatePoint | None = None) -> str:
    """Return the label of a point, without the year and month it shares with the point `after` which it stands."""
    year, month = _year_zh(point), f"{point.month}月"
    if after is not None and _can_share(after, point) and after.year == point.year:
        year = ""
        if after.month == point.month and point.precision is after.precision is Precision.DAY:
            month = ""
    match point.precision:
        case Precision.DAY:
            text = f"{year}{month}{point.day}日"
        case Precision.MONTH:
            text = f"{year}{month}"
        case Precision.WITHIN:
            text = _point_in_words(point, "zh")
        case _:
            text = year
    if point.precision is Precision.WITHIN and point.written in text:
        return text  # which says how sure it is
    about = "约" if point.qualifier in _ABOUT else ""
    label = about + text + ("（存疑）" if point.qualifier in _UNCERTAIN else "")
    return f"{label}（{point.written}）" if point.written and point.final_day is None else label


def _can_share(start: DatePoint, end: DatePoint) -> bool:
    return all(p.precision in (Precision.DAY, Precision.MONTH) and p.qualifier is Qualifier.SURE for p in (start, end))


def _year_zh(point: DatePoint) -> str:
    if point.precision is Precision.CENTURY:
        return f"{point.year // 100 + 1}世纪" if point.year >= 0 else f"公元前{-point.year // 100 + 1}世纪"
    if point.precision is Precision.DECADE:
        century, years = divmod(point.year, 100)
        if century and not years:
            return f"{century + 1}世纪头十年"  # 1800年代 could be the century
        return f"{century + 1}世纪{years}年代" if century else f"{_era_zh(point.year)}{point.year}年代"
    return f"公元前{1 - point.year}年" if point.year <= 0 else f"{_era_zh(point.year)}{point.year}年"


def _era_zh(year: int) -> str:
    return "公元" if year < _FIRST_PLAIN_YEAR else ""


def _label_en(date: EventDate) -> str:
    start, end = date.start, date.end
    if date.written and (start is None or start.written != date.written):
        return _label_of_written(date, "en")
    if start is None or end is None:
        return _open_label_en(date)
    if date.precision is Precision.WITHIN and not date.written:
        one_day = "a day " if _ends_on_days(start, end) else ""
        return f"{one_day}between {_point_en(start)} and {_point_en(end)}"
    if date.precision is Precision.INTERVAL:
        first = _point_en(start, before=end)
        dash = "–" if start.precision is end.precision and " " not in first else " – "
        return f"{first}{dash}{_point_en(end)}"
    return _point_en(start)


def _open_label_en(date: EventDate) -> str:
    lasted = date.precision is Precision.INTERVAL
    if date.start is not None:
        return f"since {_point_en(date.start)}" if lasted else f"{_point_en(date.start)} or later"
    assert date.end is not None  # noqa: S101 - EventDate has at least one end
    return f"until {_point_en(date.end)}" if lasted else f"{_point_en(date.end)} or earlier"


def _point_en(point: DatePoint, before: DatePoint | None = None) -> str:
    """Return the label of a point, without the year and month it shares with the point `before` which it stands."""
    year, month = f" {_year_en(point)}", MONTHS[point.month - 1]
    if before is not None and _can_share(point, before) and before.year == point.year:
        year = ""
        if before.month == point.month and point.precision is before.precision is Precision.DAY:
            month = ""
    match point.precision:
        case Precision.DAY:
            text = f"{point.day} {month}{year}".rstrip()
        case Precision.MONTH:
            text = f"{month}{year}"
        case Precision.WITHIN:
            text = _point_in_words(point, "en")
        case _:
            text = year.strip()
    if point.precision is Precision.WITHIN and point.written in text:
        return text
    about = "about " if point.qualifier in _ABOUT else ""
    label = about + text + (" (uncertain)" if point.qualifier in _UNCERTAIN else "")
    return f"{label} ({point.written})" if point.written and point.final_day is None else label


def _year_en(point: DatePoint) -> str:
    if point.precision is Precision.CENTURY:
        century = point.year // 100 + 1 if point.year >= 0 else -point.year // 100 + 1
        return f"{century}{_ordinal_suffix(century)} century{' BCE' if point.year < 0 else ''}"
    if point.precision is Precision.DECADE:
        if point.year and point.year % 100 == 0:  # 1800s could be the century
            century = point.year // 100 + 1
            return f"first decade of the {century}{_ordinal_suffix(century)} century"
        return f"{point.year}s{_era_en(point.year)}"
    return f"{1 - point.year} BCE" if point.year <= 0 else f"{point.year}{_era_en(point.year)}"


def _era_en(year: int) -> str:
    return " CE" if year < _FIRST_PLAIN_YEAR else ""


def _ordinal_suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")

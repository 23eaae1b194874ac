"""Parts of years, decades and centuries: seasons, quarters, halves, and what is early, in the middle or late."""

import re
from dataclasses import replace
from typing import Final

from qtviewer.domain.dates.chinese_numerals import arabic_numerals
from qtviewer.domain.dates.date_context import DateContext
from qtviewer.domain.dates.day_number import day_number, month_length
from qtviewer.domain.dates.edtf import format_point, parse_point
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, Qualifier, day_point
from qtviewer.domain.dates.named_days import read_named_day
from qtviewer.domain.dates.point_building import calendar_point, year_or_context
from qtviewer.domain.dates.points import read_point, split_qualifier
from qtviewer.domain.errors import DateError

_ORDINALS: Final = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 4}
_SEASONS_ZH: Final = "春夏秋冬"
_SEASONS_EN: Final = ("spring", "summer", "autumn", "winter")
_NUMBERS_ZH: Final = "一二三四"

_SEASON_ZH: Final = re.compile(r"(?P<year>.*年)?(?P<season>[春夏秋冬])[季天]?(?:\((?P<side>[北南])半球\))?")
_SEASON_EN: Final = re.compile(
    r"(?:(?P<side>northern|southern) )?(?P<season>spring|summer|autumn|fall|winter)(?: of)?,? (?P<year>.+)", re.I
)
_QUARTER_ZH: Final = re.compile(r"(?P<year>.*年)?第?(?P<number>[一二三四1-4])季度?")
_QUARTER_EN: Final = re.compile(
    r"Q(?P<n1>[1-4]),? (?P<y1>\d{4})|(?P<y2>\d{4})[ -]?Q(?P<n2>[1-4])|(?P<n3>\w+) quarter of (?P<y3>\d{1,5}.*)", re.I
)
_FOUR_MONTHS: Final = re.compile(
    r"(?P<y1>.*年)第(?P<n1>[一二三])个四个月|(?P<n2>first|second|third) four months of (?P<y2>.+)", re.I
)
_HALF: Final = re.compile(
    r"(?P<y1>.*年)?(?P<n1>[上下])半年|(?P<n2>first|second|1st|2nd) half of (?P<y2>\d{1,5}(?: ?(?:BCE?|CE))?)", re.I
)
_WEEK: Final = re.compile(r"(?P<y1>\d{4})-?W(?P<n1>\d\d)|(?P<y2>\d{4})年第(?P<n2>\d{1,2})周", re.ASCII | re.I)
_THIRD: Final = re.compile(r"(?P<month>.*月)(?:(?P<third>[上中下])旬|(?P<end>[初中底末]))")
_THIRDS: Final = {"上": "early", "中": "mid", "下": "late", "初": "early", "底": "late", "末": "late"}
_EVE: Final = re.compile(r"(?P<day>.+?)(?:(?P<eve>前夕)|期间)")
_SHARE_ZH: Final = re.compile(
    r"(?P<whole>.*?(?:年代|世纪|年))(?P<share>初期?|早期|中期|中叶|末期?|晚期|后期|前期|底|上半叶|下半叶|前半叶?|后半叶?)"
)
_SHARE_EN: Final = re.compile(
    r"(?:the )?(?:(?P<share>early|mid|middle of|late|beginning of|end of)(?:[ -]|the )+"
    r"|(?P<ordinal>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<unit>half|third|quarter) of (?:the )?)"
    r"(?P<whole>.+)",
    re.I,
)
_TURN: Final = re.compile(r"(?:the )?turn of the (?P<number>\d{1,2})(?:st|nd|rd|th) century", re.I)
_SHARES: Final = {
    **dict.fromkeys(("初", "初期", "早期", "前期", "early", "beginning of"), "early"),
    **dict.fromkeys(("中期", "中叶", "mid", "middle of"), "mid"),
    **dict.fromkeys(("末", "末期", "晚期", "后期", "底", "late", "end of"), "late"),
    **dict.fromkeys(("上半叶", "前半", "前半叶"), "first half"),
    **dict.fromkeys(("下半叶", "后半", "后半叶"), "second half"),
}  # fmt: skip
_OF_YEAR: Final = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}  # months
_OF_DECADE: Final = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}
_OF_CENTURY: Final = {"early": (0, 33), "mid": (34, 66), "late": (67, 99)}


def read_part(text: str, context: DateContext) -> EventDate | None:
    """Read a part of a year, a decade or a century; None when the text is none.

    Seasons, quarters, halves and weeks are exact. What is early, in the middle or late is approximate: of a year
    January to March, May to August and October to December, of a decade its years 0 to 4, 3 to 7 and 6 to 9, of a
    century its thirds.
    """
    text, qualifier = split_qualifier(text)
    for reader in (_read_season, _read_numbered, _read_week, _read_turn, _read_third, _read_eve, _read_share):
        date = reader(text, context)
        if date is not None:
            return date if qualifier is Qualifier.SURE else _qualified(date, qualifier)
    return None


def _qualified(date: EventDate, qualifier: Qualifier) -> EventDate:
    """Return a date about which a text says that it is approximate or uncertain."""
    if date.written:
        return EventDate.from_point(parse_point(f"{date.written}{qualifier}"))
    start, end = (point and replace(point, qualifier=qualifier) for point in (date.start, date.end))
    return EventDate(date.precision, start, end)


def _read_season(text: str, context: DateContext) -> EventDate | None:
    if match := _SEASON_ZH.fullmatch(text):
        number = _SEASONS_ZH.index(match["season"])
        side = {"北": 25, "南": 29}.get(match["side"] or "", 21)
        return _numbered(match["year"], side + number, context)
    if match := _SEASON_EN.fullmatch(text):
        number = _SEASONS_EN.index(match["season"].lower().replace("fall", "autumn"))
        side = {"northern": 25, "southern": 29}.get((match["side"] or "").lower(), 21)
        return _numbered(match["year"], side + number, context)
    return None


def _read_numbered(text: str, context: DateContext) -> EventDate | None:
    if match := _QUARTER_ZH.fullmatch(text):
        number = match["number"]
        return _numbered(
            match["year"], 33 + (_NUMBERS_ZH.index(number) if number in _NUMBERS_ZH else int(number) - 1), context
        )
    if match := _QUARTER_EN.fullmatch(text):
        name = (match["n1"] or match["n2"] or match["n3"]).lower()
        ordinal = int(name) if name.isdecimal() else _ORDINALS.get(name)
        return None if ordinal is None else _numbered(match["y1"] or match["y2"] or match["y3"], 32 + ordinal, context)
    if match := _FOUR_MONTHS.fullmatch(text):
        ordinal = _NUMBERS_ZH.index(match["n1"]) + 1 if match["n1"] else _ORDINALS[match["n2"].lower()]
        return _numbered(match["y1"] or match["y2"], 36 + ordinal, context)
    if match := _HALF.fullmatch(text):
        is_second = match["n1"] == "下" or (match["n2"] or "").lower() in ("second", "2nd")
        return _numbered(match["y1"] or match["y2"], 40 + is_second, context)
    return None


def _numbered(year_text: str | None, number: int, context: DateContext) -> EventDate:
    """Return a part of a year by its number in EDTF."""
    year = format_point(DatePoint(Precision.YEAR, _year_of(year_text, context)))
    return EventDate.from_point(parse_point(f"{year}-{number}"))


def _year_of(text: str | None, context: DateContext) -> int:
    if not text:
        return year_or_context(None, context)
    point = read_point(text, context)
    if point.precision is not Precision.YEAR:
        raise DateError(f"{text!r} is not a year")
    return point.year


def _read_week(text: str, _context: DateContext) -> EventDate | None:
    match = _WEEK.fullmatch(text)
    if match is None:
        return None
    year, number = int(match["y1"] or match["y2"]), int(match["n1"] or match["n2"])
    fourth = day_number(year, 1, 4)  # which is always in the first week
    first = fourth - fourth % 7 + 7 * (number - 1)
    if not 1 <= number <= 53 or first > day_number(year, 12, 28):
        raise DateError(f"the year {year} has no week {number}")
    return _days(first, first + 6)


def _read_turn(text: str, _context: DateContext) -> EventDate | None:
    match = _TURN.fullmatch(text)
    if match is None:
        return None
    year = (int(match["number"]) - 1) * 100
    return _years(year - 5, year + 5, Qualifier.ABOUT)


def _read_third(text: str, context: DateContext) -> EventDate | None:
    """Read the first, middle or last ten days of a month, as one day within them."""
    match = _THIRD.fullmatch(arabic_numerals(text))
    if match is None:
        return None
    return _third_of_month(read_point(match["month"], context), _THIRDS[match["third"] or match["end"]])


def _read_eve(text: str, context: DateContext) -> EventDate | None:
    """Read the days before a named day, two weeks of them, or the week that begins with it; both approximate."""
    match = _EVE.fullmatch(text)
    if match is None or (day := read_named_day(match["day"], context)) is None:
        return None
    first, last = (day.first_day - 14, day.first_day - 1) if match["eve"] else (day.first_day, day.first_day + 6)
    start, end = (replace(day_point(number), qualifier=Qualifier.ABOUT) for number in (first, last))
    return EventDate(Precision.WITHIN, start, end)


def _read_share(text: str, context: DateContext) -> EventDate | None:
    if match := _SHARE_ZH.fullmatch(text):
        whole, share = _whole(match["whole"], context), _SHARES[match["share"]]
    elif match := _SHARE_EN.fullmatch(text):
        whole = _whole(match["whole"], context)
        share = _SHARES[match["share"].lower()] if match["share"] else f"{match['ordinal']} {match['unit']}".lower()
    else:
        return None
    return _share(whole, share)


def _whole(text: str, context: DateContext) -> DatePoint:
    """Read what is divided; behind a share, 19th is a century."""
    if text == "年":
        return DatePoint(Precision.YEAR, _year_of(None, context))
    return read_point(re.sub(r"^(\d{1,2}(?:st|nd|rd|th))$", r"\1 century", text), context)


def _share(whole: DatePoint, share: str) -> EventDate:
    if whole.precision is Precision.MONTH:
        return _third_of_month(whole, share)
    if whole.precision is Precision.YEAR and share in _OF_YEAR:
        first, last = _OF_YEAR[share]
        start, end = (
            DatePoint(Precision.MONTH, whole.year, month, qualifier=Qualifier.ABOUT) for month in (first, last)
        )
        return EventDate(Precision.WITHIN, start, end)
    if whole.precision is Precision.DECADE and share in _OF_DECADE:
        first, last = _OF_DECADE[share]
        return _years(whole.year + first, whole.year + last, Qualifier.ABOUT)
    if whole.precision is Precision.CENTURY:
        first, last = _OF_CENTURY[share] if share in _OF_CENTURY else _fraction(share)
        return _years(
            whole.year + first, whole.year + last, Qualifier.ABOUT if share in _OF_CENTURY else Qualifier.SURE
        )
    raise DateError(f"a {whole.precision} is not divided like this")


def _third_of_month(month: DatePoint, share: str) -> EventDate:
    if share not in _OF_YEAR:
        raise DateError("a month has days, not such parts")
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}[share]
    last = min(last, month_length(month.year, month.month))
    start, end = (calendar_point(month.year, month.month, day) for day in (first, last))
    return EventDate(Precision.WITHIN, start, end)


def _fraction(share: str) -> tuple[int, int]:
    """Return the first and last year (0 to 99) of a half, third or quarter of a century, by its ordinal."""
    ordinal, unit = share.split()
    parts = {"half": 2, "third": 3, "quarter": 4}[unit]
    number = parts if ordinal == "last" else _ORDINALS[ordinal]
    if number > parts:
        raise DateError(f"there is no {share} of a century")
    return 100 * (number - 1) // parts, 100 * number // parts - 1


def _years(first: int, last: int, qualifier: Qualifier) -> EventDate:
    start, end = (DatePoint(Precision.YEAR, year, qualifier=qualifier) for year in (first, last))
    return EventDate(Precision.WITHIN, start, end)


def _days(first: int, last: int) -> EventDate:
    return EventDate(Precision.WITHIN, day_point(first), day_point(last))

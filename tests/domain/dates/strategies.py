"""Dates for property tests: every precision, qualifier and kind, from 10,000 BCE to 9999, and texts like them."""

from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY, civil_day, day_number
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, Qualifier

POINT_PRECISIONS = (Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.DECADE, Precision.CENTURY)

day_numbers = st.one_of(
    st.integers(MIN_DAY, MAX_DAY),
    st.integers(day_number(2020), day_number(2023)),
    st.integers(day_number(-150), day_number(150)),
)
qualifiers = st.sampled_from(Qualifier)
_WRITTEN_PARTS = ((st.integers(0, 9999), 4), (st.integers(1, 12), 2), (st.integers(1, 28), 2))


def point_holding(number: int, precision: Precision, qualifier: Qualifier = Qualifier.SURE) -> DatePoint | None:
    """The point of a precision that a day falls in; None where no decade or century is written for it."""
    year, month, day = civil_day(number)
    if precision is Precision.DAY:
        return DatePoint(precision, year, month, day, qualifier)
    if precision is Precision.MONTH:
        return DatePoint(precision, year, month, qualifier=qualifier)
    if precision is Precision.YEAR:
        return DatePoint(precision, year, qualifier=qualifier)
    if precision is Precision.DECADE:
        return DatePoint(precision, year - year % 10, qualifier=qualifier) if year >= 0 else None
    if -100 < year < 0:
        return None
    return DatePoint(precision, year - year % 100 if year >= 0 else year // -100 * -100 - 99, qualifier=qualifier)


@st.composite
def date_points(draw: st.DrawFn, days: st.SearchStrategy[int] = day_numbers) -> DatePoint:
    """Any point that the calendar has."""
    number, qualifier = draw(days), draw(qualifiers)
    points = (point_holding(number, precision, qualifier) for precision in POINT_PRECISIONS)
    return draw(st.sampled_from([point for point in points if point is not None]))


@st.composite
def written_dates(draw: st.DrawFn) -> EventDate:
    """Dates that EDTF writes in a form of their own: parts of years, unknown digits and ends, sets, qualified parts."""
    year, month, day = (f"{draw(number):0{digits}d}" for number, digits in _WRITTEN_PARTS)
    end, part = f"{min(int(year) + 7, 9999):04d}", draw(st.integers(21, 41))
    forms = (
        f"{year}-{part}", f"{year}-{month}-XX", f"{year}-XX", f"{year}-XX-XX", f"{year[:3]}X-{month}-{day}",
        f"{year[:1]}XXX", f"{year[:2]}XX-{month}", f"{year}-{month}-{day[:1]}X", f"[{year},{end}]",
        f"[{year}-{month},{end}..]",
        f"{{{year}..{end}}}", f"{{..{year}}}", f"{{{year}-{month}-{day},{end}}}", f"{year}/", f"/{year}-{month}",
        f"{year}?-{month}-{day}", f"{year}-{month}~-{day}", f"{year}-{month}-{day}T10:30", f"{year}S2",
        f"{year}-{part}/{end}-{part}", f"{year}-{month}-XX/{end}", f"{year}-{part}~",
    )  # fmt: skip
    return parse_edtf(draw(st.sampled_from(forms)))


@st.composite
def event_dates(draw: st.DrawFn) -> EventDate:
    """Any date: a point, an interval or a day within a range, with open ends or ends that may share month or year."""
    kind = draw(st.sampled_from(["point", Precision.INTERVAL, Precision.WITHIN, "written"]))
    if kind == "written":
        return draw(written_dates())
    start = draw(date_points())
    if not isinstance(kind, Precision):
        return EventDate.from_point(start)
    open_end = draw(st.sampled_from(["none", "none", "start", "end"]))
    if open_end != "none":
        return EventDate(kind, None if open_end == "start" else start, None if open_end == "end" else start)
    soon = st.integers(start.first_day, min(start.first_day + 500, MAX_DAY))
    end = draw(date_points(soon) | date_points())
    return EventDate(kind, start, end) if start.first_day <= end.last_day else EventDate(kind, end, start)


_PIECES = (
    "0", "1", "2", "3", "5", "10", "28", "29", "31", "45", "99", "2020", "2021", "9999",
    "-", "/", ".", "..", "~", "?", "%", "X", "[", "]", "(", ")", ",", ":", "—", "–", " ",
    "年", "月", "日", "号", "世纪", "年代", "公元", "前", "约", "至", "到", "间某日", "至今", "以来", "自", "截至",
    "农历", "大年", "闰", "正", "腊", "初", "十", "廿", "卅", "一", "二", "九", "〇", "零", "上旬", "底",
    "春节", "除夕", "腊八", "星期一", "（存疑）", "或更早", "或更晚",
    "June", "mar", "may", "Monday", "st", "th", "of", "am", "pm", "h", "UTC", "XYZ", "BCE", "CE", "AD", "century", "s",
    "about", "uncertain", "since", "until", "to", "present", "or", "later",
)  # fmt: skip

date_like_texts = st.lists(st.sampled_from(_PIECES), max_size=9).map("".join)

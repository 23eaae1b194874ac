"""The axis names the times in view: whole labels that never touch, from minutes to millennia, in both eras."""

import pytest

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.ticks import LABEL_INSET, Tick, axis_at
from tests.timeline.samples import measure_text, view_of


def labels(row: tuple[Tick, ...]) -> list[str]:
    """The labels of a row that are shown."""
    return [tick.label for tick in row if tick.label]


def rows(scale: TimeScale, lang: str) -> tuple[list[str], list[str]]:
    """The labels of the coarse and the fine row."""
    axis = axis_at(scale, lang, measure_text)
    return labels(axis.major), labels(axis.minor)


def hours_of(day: str, first: float, last: float, width: float = 800.0) -> TimeScale:
    """The scale from one hour of a day to another."""
    start = parse_edtf(day).first_day
    return TimeScale.spanning(start + first / 24, start + last / 24, width)


@pytest.mark.parametrize(("lang", "day"), [("zh", "2021年6月28日 星期一"), ("en", "Monday, 28 June 2021")])
def test_an_hour(lang: str, day: str) -> None:
    """In a view of one hour every fifth minute stands under its day."""
    expected = [*(f"09:{minute}" for minute in range(15, 60, 5)), "10:00", "10:05", "10:10"]
    assert rows(hours_of("2021-06-28", 9.25, 10.25), lang) == ([day], expected)


def test_the_shortest_view() -> None:
    """In ten minutes every one is named."""
    expected = [f"09:{minute}" for minute in range(50, 60)]
    assert rows(hours_of("2021-06-28", 9.84, 9.99), "zh")[1] == expected


def test_some_hours() -> None:
    """Three hours of a morning, by quarters, or in a narrow view by halves and by hours."""
    widths = {(800.0, 12), (500.0, 6), (250.0, 3)}
    for width, count in widths:
        labels_in_view = rows(hours_of("2021-06-28", 9, 12, width), "zh")[1]
        assert len(labels_in_view) == count
        assert [label for label in labels_in_view if label.endswith(":00")] == ["09:00", "10:00", "11:00"]


def test_midnight_belongs_to_the_next_day() -> None:
    """Across midnight both days are named, and the new one begins at its first hour."""
    days, hours = rows(hours_of("2021-06-28", 22, 26, 400.0), "en")
    assert days == ["Monday, 28 June 2021", "Tuesday, 29 June 2021"]
    assert hours == ["22:00", "23:00", "00:00", "01:00"]


def test_a_day() -> None:
    """Where single hours have no room, every third is named."""
    expected = ["00:00", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00"]
    assert rows(view_of("2021-06-28", "2021-06-28"), "zh") == (["2021年6月28日 星期一"], expected)


def test_a_month_in_chinese() -> None:
    """Every fifth day, the last step long enough for the 31st."""
    expected = ["1日", "6日", "11日", "16日", "21日", "26日"]
    assert rows(view_of("2021-06", "2021-06"), "zh") == (["2021年6月"], expected)


def test_a_month_in_english() -> None:
    """Numbers alone are narrow enough to name every day."""
    assert rows(view_of("2021-06", "2021-06"), "en") == (["June 2021"], [str(day) for day in range(1, 31)])


@pytest.mark.parametrize(
    ("lang", "months"),
    [
        ("zh", [f"{month}月" for month in range(1, 13)]),
        ("en", ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]),
    ],
)
def test_2021(lang: str, months: list[str]) -> None:
    """A year is named once over its twelve months."""
    assert rows(view_of("2021", "2021"), lang) == (["2021"], months)


def test_two_years_side_by_side() -> None:
    """Each year stands where it begins."""
    axis = axis_at(view_of("2021", "2022"), "zh", measure_text)
    assert labels(axis.major) == ["2021", "2022"]
    assert [tick.label_x for tick in axis.major if tick.label] == pytest.approx([LABEL_INSET, 600 + LABEL_INSET])


def test_a_narrow_year_in_quarters() -> None:
    """With room for few months, the first of each quarter is named."""
    assert rows(view_of("2021", "2021", width=240), "en") == (["2021"], ["Jan", "Apr", "Jul", "Oct"])


def test_a_lifetime() -> None:
    """Over a hundred years every fifth is named, the years in one row."""
    years, marks = rows(view_of("1900", "1999"), "zh")
    assert (years, marks) == ([], [str(year) for year in range(1900, 2000, 5)])


@pytest.mark.parametrize(
    ("lang", "before"),
    [("zh", "公元前300 公元前200 公元前100"), ("en", "300_BCE 200_BCE 100_BCE")],
)
def test_centuries_across_the_turn_of_the_eras(lang: str, before: str) -> None:
    """Round years of either era, and the year 1 between them: no calendar has a year 0."""
    _major, minor = rows(view_of("-0299", "0300", width=780), lang)
    assert minor == [*(label.replace("_", " ") for label in before.split()), "1", "100", "200"]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("zh", "公元前3 公元前2 公元前1 1 2 3"), ("en", "3_BCE 2_BCE 1_BCE 1 2 3")],
)
def test_years_across_the_turn_of_the_eras(lang: str, expected: str) -> None:
    """The year 1 follows the year 1 BCE, each is named, and each has one tick."""
    axis = axis_at(view_of("-0002", "0003"), lang, measure_text)
    assert labels(axis.major) == [label.replace("_", " ") for label in expected.split()]
    assert len({tick.x for tick in axis.major}) == len(axis.major)


def test_every_fifth_year_across_the_turn_of_the_eras() -> None:
    """Fifth years count from the turn of the eras, which is no fifth year itself."""
    axis = axis_at(view_of("-0009", "0014", width=600), "en", measure_text)
    assert [tick.label for tick in axis.minor] == ["10 BCE", "5 BCE", "5", "10", ""]


def test_steps_heed_the_shortest_month() -> None:
    """From 26 February to 1 March there is no room for a label, so every tenth day is named, not every fifth."""
    assert rows(view_of("2021-02-20", "2021-03-31", width=480), "zh")[1] == ["21日", "1日", "11日", "21日"]


def test_text_too_large_for_any_step() -> None:
    """Where even the longest step is too short for its labels, one gives way to the next."""
    axis = axis_at(view_of("-5999", "3999", width=200), "zh", lambda text: 1.6 * measure_text(text))
    assert [tick.label for tick in axis.minor] == ["", "1"]


def test_ten_millennia() -> None:
    """The longest view, before the year 1."""
    expected = [f"{millennium}000 BCE" for millennium in range(10, 0, -1)]
    assert rows(view_of("-9999", "-0001"), "en") == ([], expected)


@pytest.mark.parametrize(
    ("scale", "lang", "expected"),
    [
        (hours_of("2021-06-28", 23.25, 23.75), "zh", "2021年6月28日 星期一"),
        (hours_of("-0001-06-28", 8.25, 10.5), "en", "Monday, 28 June 2 BCE"),
        (view_of("2021-06-10", "2021-06-29", width=900), "zh", "2021年6月"),
        (view_of("2021-06-10", "2021-07-20"), "en", "June 2021"),
        (view_of("0000-02-10", "0000-02-27", width=600), "zh", "公元前1年2月"),
        (view_of("2021-03-10", "2021-11-05"), "zh", "2021"),
        (view_of("0001-03-10", "0001-11-05"), "zh", "1"),
        (view_of("0000-03-10", "0000-11-05"), "zh", "公元前1"),
        (view_of("-0001-03-10", "0000-11-05"), "en", "2 BCE"),
    ],
)
def test_the_leftmost_period_stays_named(scale: TimeScale, lang: str, expected: str) -> None:
    """The day, month or year at the left edge is named there even when it began long before the view."""
    leftmost = axis_at(scale, lang, measure_text).major[0]
    assert leftmost.x < 0
    assert (leftmost.label, leftmost.label_x) == (expected, LABEL_INSET)


def test_a_label_that_is_cut_pushes_none_out() -> None:
    """While the next day has no room for its name, the old name stays."""
    assert rows(hours_of("2021-06-28", 23.6, 24.6, width=300), "en")[0] == ["Monday, 28 June 2021"]


def test_the_next_label_pushes_the_leftmost_out() -> None:
    """While the next month comes closer, the old name stays whole, then gives way, and the new one takes its place."""
    shown = [
        labels(axis_at(view_of(f"2021-06-{day:02d}", "2021-07-25"), "zh", measure_text).major) for day in range(20, 31)
    ]
    assert shown[0] == ["2021年6月", "2021年7月"]
    assert shown[-1] == ["2021年7月"]
    assert all(len(names) in (1, 2) for names in shown)

"""The axis' line for the Chinese calendar: what is named at which zoom, and what holds at every zoom."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import day_number
from qtviewer.timeline.calendar_axis import CalendarAxis, CalendarLine
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.ticks import LABEL_GAP
from tests.timeline.samples import PIXEL, measure_text, view_of
from tests.timeline.strategies import scales

languages = st.sampled_from(["zh", "en"])
text_sizes = st.sampled_from([0.8, 1.0, 1.6])
every_line = settings(max_examples=200, deadline=None)


@st.composite
def known_scales(draw: st.DrawFn) -> TimeScale:
    """Views of up to a hundred years in and around those that the calendar is known in."""
    first = draw(st.floats(day_number(1890), day_number(2105)))
    days = draw(st.floats(0.0, 4.6).map(lambda power: 10**power))
    return TimeScale.spanning(first, first + days, draw(st.floats(100, 3000)))


def line_of(scale: TimeScale, lang: str = "zh", text_size: float = 1.0) -> CalendarLine:
    """The line of a view."""
    return CalendarAxis(lang, measurer(text_size)).line_at(scale)


def measurer(text_size: float) -> Callable[[str], float]:
    """Names measured in another size of text."""
    return lambda text: text_size * measure_text(text)


def names_in(scale: TimeScale, lang: str = "zh") -> list[str]:
    """The names in a view, from the left."""
    return [label.label for label in line_of(scale, lang).labels]


@given(scale=known_scales() | scales(), lang=languages, text_size=text_sizes)
@every_line
def test_names_never_touch_and_are_whole(scale: TimeScale, lang: str, text_size: float) -> None:
    """Between two names is always the gap, and no edge of the view cuts one."""
    measure = measurer(text_size)
    ends = [
        (each.label_x, each.label_x + measure(each.label)) for each in CalendarAxis(lang, measure).line_at(scale).labels
    ]
    assert all(left >= 0 and right <= scale.width + PIXEL for left, right in ends)
    assert all(before[1] + LABEL_GAP <= after[0] + PIXEL for before, after in pairwise(ends))


@given(scale=known_scales(), lang=languages, pixels=st.integers(-300, 300))
@every_line
def test_names_stay_with_their_days_when_the_view_is_panned(scale: TimeScale, lang: str, pixels: int) -> None:
    """What is named in one view is named alike in one beside it, but for what the edges cut."""
    axis, panned = CalendarAxis(lang, measure_text), scale.panned(pixels)
    (before, after), width = (axis.line_at(view) for view in (scale, panned)), scale.width
    moved = (panned.left - scale.left) * scale.pixels_per_day
    inner = [each for each in before.labels if each.x - moved >= 0 and each.x >= 0 and each.x - moved + 700 < width]
    there = {(round(each.x), each.label) for each in after.labels}
    for each in inner:
        assert any((round(each.x - moved) + error, each.label) in there for error in (-1, 0, 1))


@given(scale=known_scales(), lang=languages)
@every_line
def test_work_depends_on_pixels(scale: TimeScale, lang: str) -> None:
    """There are never more names than there is room for, nor is much more measured."""
    measured: list[str] = []

    def counting(text: str) -> float:
        measured.append(text)
        return measure_text(text)

    axis = CalendarAxis(lang, counting)
    measured.clear()
    axis.line_at(scale)
    assert len(measured) <= 200 + scale.width


def test_days_have_their_lunar_date_festival_or_term() -> None:
    """Zoomed to days the name of each stands under its date, as much of it as there is room for."""
    assert names_in(view_of("2022-01-28", "2022-02-04", 480)) == [
        "廿六", "廿七", "廿八", "除夕", "春节", "初二", "初三", "立春",
    ]  # fmt: skip
    week = names_in(view_of("2022-01-29", "2022-02-04", 980))
    assert week == [
        "腊月廿七",
        "腊月廿八",
        "除夕 · 腊月廿九",
        "春节 · 正月初一",
        "正月初二",
        "正月初三",
        "立春 · 正月初四",
    ]
    assert names_in(view_of("2022-01-30", "2022-02-01", 1400), "en") == [
        "Lunar 12th month 28",
        "Lunar New Year's Eve · Lunar 12th month 29",
        "Spring Festival · Lunar 1st month 1",
    ]


def test_the_first_day_stays_in_sight() -> None:
    """In a view of hours the name of the day is at the left edge, wherever its midnight is."""
    scale = TimeScale.spanning(day_number(2022, 1, 31) + 0.4, day_number(2022, 1, 31) + 0.9, 1000)
    (label,) = line_of(scale).labels
    assert (label.label, label.label_x < 10, label.x < 0) == ("除夕 · 腊月廿九", True, True)


def test_months_have_solar_terms_and_festivals() -> None:
    """Zoomed to months, terms and festivals stand at their days; a festival takes the place of a term beside it."""
    names = names_in(view_of("2021-05-25", "2021-07-20"))
    assert names == ["芒种", "端午", "夏至", "小暑"]
    assert "Start of Spring" in names_in(view_of("2022-01-10", "2022-02-10", 2400), "en")


def test_english_days_are_short_and_leave_room_for_names() -> None:
    """A day has its number in the lunar month as soon as that fits; a name may reach over days that have none."""
    assert names_in(view_of("2022-01-28", "2022-02-05", 720), "en") == [
        "day 26",
        "day 27",
        "day 28",
        "day 29",
        "Spring Festival",
        "day 3",
        "Start of Spring",
    ]


@pytest.mark.parametrize(
    ("first", "last", "lang", "named"),
    [
        ("2020", "2023", "zh", "春节 · 辛丑牛年"),
        ("2021", "2022", "en", "Spring Festival · Year of the Ox"),
        ("2012", "2024", "zh", "辛丑牛年"),
        ("2017", "2024", "en", "Year of the Ox"),
        ("2005", "2024", "zh", "辛丑"),
        ("2010", "2024", "en", "Ox"),
    ],
)
def test_years_are_named_where_they_begin(first: str, last: str, lang: str, named: str) -> None:
    """Zoomed to years, each Spring Festival names the year it begins, as fully as there is room in every year."""
    scale = view_of(first, last)
    (label,) = [each for each in line_of(scale, lang).labels if each.label == named]
    assert label.x == pytest.approx(scale.x_at(day_number(2021, 2, 12)), abs=PIXEL)
    assert label.kind == "festival"


def test_the_year_at_the_left_edge_is_that_of_the_lunar_calendar() -> None:
    """New Year's Eve is still of the old year."""
    assert line_of(view_of("2022-01-31", "2022-03-01")).year == "辛丑牛年"
    assert line_of(view_of("2022-02-01", "2022-03-01")).year == "壬寅虎年"
    assert line_of(view_of("2022-02-01", "2022-03-01"), "en").year == "Year of the Tiger"


@pytest.mark.parametrize(
    ("first", "last"), [("1700", "1750"), ("2150", "2150-03"), ("-0044", "-0043"), ("1000", "2000")]
)
def test_without_room_or_knowledge_there_are_no_names(first: str, last: str) -> None:
    """Before 1900, after 2100 and zoomed out to centuries the line is empty."""
    assert line_of(view_of(first, last)) == CalendarLine()


def test_festivals_and_terms_are_told_apart() -> None:
    """Festivals, solar terms and other days have kinds of their own, for inks of their own."""
    line = line_of(view_of("2022-01-31", "2022-02-04", 300))
    assert [label.kind for label in line.labels] == ["festival", "festival", "day", "day", "term"]

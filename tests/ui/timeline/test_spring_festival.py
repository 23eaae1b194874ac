"""The band of the Spring Festival."""

import pytest
from PySide6.QtGui import QColor

from qtviewer.domain.dates.day_number import day_number
from qtviewer.timeline.scale import TimeScale
from qtviewer.ui.timeline.spring_festival import spring_festival_bands, spring_festival_range

RED = QColor("#FBE9E4")


@pytest.mark.parametrize(
    ("year", "eve", "after_lantern"), [(2021, (2, 11), (2, 27)), (2022, (1, 31), (2, 16)), (2020, (1, 24), (2, 9))]
)
def test_the_festival_runs_from_new_years_eve_to_the_lanterns(
    year: int, eve: tuple[int, int], after_lantern: tuple[int, int]
) -> None:
    """The stretch begins with the eve and ends after the fifteenth day of the first month."""
    assert spring_festival_range(year) == (day_number(year, *eve), day_number(year, *after_lantern))


def test_each_winter_in_view_has_a_band() -> None:
    """A view of three years has three of them, a view of a summer none, and they touch the view."""
    years = TimeScale.spanning(day_number(2020), day_number(2023), 1000)
    starts = [spring_festival_range(year)[0] for year in (2020, 2021, 2022)]
    assert [band.first for band in spring_festival_bands(years, "zh", RED)] == starts
    summer = TimeScale.spanning(day_number(2021, 6), day_number(2021, 9), 1000)
    assert spring_festival_bands(summer, "zh", RED) == []
    inside = TimeScale.spanning(day_number(2022, 2, 3), day_number(2022, 2, 4), 1000)
    assert len(spring_festival_bands(inside, "zh", RED)) == 1


def test_bands_are_named_in_the_language_of_the_window() -> None:
    """In Chinese the eve and the lanterns, in English the festival."""
    scale = TimeScale.spanning(day_number(2022), day_number(2022, 3), 1000)
    assert [spring_festival_bands(scale, lang, RED)[0].label for lang in ("zh", "en")] == [
        "除夕—元宵",
        "Spring Festival",
    ]


@pytest.mark.parametrize(("first", "last"), [(1700, 1750), (2150, 2190), (-9999, -9990), (9990, 9999)])
def test_where_the_lunar_calendar_is_not_known_there_is_no_band(first: int, last: int) -> None:
    """Centuries before and after the known ones are shown without it."""
    assert spring_festival_bands(TimeScale.spanning(day_number(first), day_number(last), 100_000), "zh", RED) == []


def test_bands_that_would_be_lines_are_left_out() -> None:
    """Zoomed out to centuries, sixteen days are not to be seen."""
    assert spring_festival_bands(TimeScale.spanning(day_number(1950), day_number(2050), 1000), "zh", RED) == []

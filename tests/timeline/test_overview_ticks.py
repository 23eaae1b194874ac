"""The ticks of the overview stand at true, even times, and their labels never touch."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY, day_number
from qtviewer.timeline.density_curve import BucketCount, DensityCurve
from qtviewer.timeline.overview_ticks import OverviewTick, overview_ticks
from tests.domain.dates.strategies import day_numbers
from tests.timeline.samples import measure_text, scale_of

WIDTH = 900.0


def even_scale(first: float, last: float) -> DensityCurve:
    """A scale on which all times have the same room."""
    return scale_of([], first, last)


def labels_of(scale: DensityCurve, lang: str, width: float = WIDTH) -> list[str]:
    """The labels from the left."""
    return [tick.label for tick in overview_ticks(scale, width, lang, measure_text) if tick.label]


def ticks_of_whole(scale: DensityCurve) -> list[OverviewTick]:
    """The ticks of the step of the whole."""
    return [tick for tick in overview_ticks(scale, WIDTH, "en", measure_text) if tick.depth == 0]


@st.composite
def scales(draw: st.DrawFn) -> DensityCurve:
    """The scale of any events, many of them close together."""
    first, second = draw(day_numbers), draw(day_numbers)
    start, end = min(first, second), max(first, second) + 2
    crowd = st.integers(start, min(start + draw(st.sampled_from([3, 300, 30_000])), end))
    days = draw(st.lists(crowd | st.integers(start, end), max_size=30))
    return scale_of([BucketCount(day + 0.5, 1) for day in days], max(start - 5.0, MIN_DAY), min(end + 5.0, MAX_DAY))


@given(scale=scales(), width=st.floats(100, 4000), lang=st.sampled_from(["en", "zh"]))
@settings(max_examples=150, deadline=None)
def test_labels_neither_touch_nor_are_cut(scale: DensityCurve, width: float, lang: str) -> None:
    """Whatever the events, the width and the language; every tick is in the picture."""
    ticks = overview_ticks(scale, width, lang, measure_text)
    assert all(0 <= tick.x <= width for tick in ticks)
    spans = sorted((tick.label_x, tick.label_x + measure_text(tick.label)) for tick in ticks if tick.label)
    assert all(left >= 0 and right <= width for left, right in spans)
    assert all(following[0] - span[1] >= 7.9 for span, following in pairwise(spans))
    assert all(following.x - tick.x >= 2.9 for tick, following in pairwise(ticks))


def test_even_time_has_even_ticks_and_stretched_time_has_not() -> None:
    """Their distances show how the scale is stretched."""
    first, last = float(day_number(1900)), float(day_number(1950))
    even = [following.x - tick.x for tick, following in pairwise(ticks_of_whole(even_scale(first, last)))]
    assert max(even) / min(even) < 1.02
    crowd = [BucketCount(day_number(1930) + day * 7, 1) for day in range(100)]
    stretched = [following.x - tick.x for tick, following in pairwise(ticks_of_whole(scale_of(crowd, first, last)))]
    assert max(stretched) / min(stretched) > 5


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("en", ["2021", "Feb", "Mar", "Apr"]), ("zh", ["2021年", "2月", "3月", "4月"])],
)
def test_one_year_is_told_by_its_months(lang: str, expected: list[str]) -> None:
    """A strip of a year names the year once, then the months."""
    labels = labels_of(even_scale(float(day_number(2021)), float(day_number(2022))), lang)
    assert labels[:4] == expected
    assert len(labels) >= 12


def test_a_strip_within_a_year_says_which() -> None:
    """The first month or day has the year with it."""
    assert labels_of(even_scale(day_number(2021, 2, 20), day_number(2021, 11, 5)), "en")[0] == "March 2021"
    assert labels_of(even_scale(day_number(2021, 2, 20), day_number(2021, 11, 5)), "zh")[0] == "2021年3月"
    assert labels_of(even_scale(day_number(2021, 3, 4) + 0.5, day_number(2021, 3, 20)), "en")[0] == "5 March 2021"


def test_years_before_the_common_era_are_counted_backwards() -> None:
    """Centuries are 100 BCE, 200 BCE, and the year 0 of astronomers is nobody's."""
    scale = even_scale(float(day_number(-1000)), float(day_number(1000)))
    assert "500 BCE" in labels_of(scale, "en")
    assert "公元前500年" in labels_of(scale, "zh")
    assert not [label for label in labels_of(scale, "en") if re.match(r"0|-", label)]
    near = labels_of(even_scale(float(day_number(-46)), float(day_number(-39))), "en")
    assert "44 BCE" in near

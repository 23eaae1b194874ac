"""What holds of the density curve of any days, and of their busiest range."""

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY, day_number
from qtviewer.timeline.density_curve import BucketCount, DensityCurve, busiest_range
from tests.timeline.samples import curve_of

STEPS = 240
YEAR = [float(day_number(2021) + day) for day in range(365)]
many_examples = settings(max_examples=100, deadline=None)
days_anywhere = st.integers(MIN_DAY, MAX_DAY).map(float)
days_of_a_year = st.sampled_from(YEAR)
day_lists = st.lists(days_of_a_year, max_size=60) | st.lists(days_of_a_year | days_anywhere, max_size=60)
positions = st.floats(0, 1)


@st.composite
def curves(draw: st.DrawFn) -> DensityCurve:
    """The curve of any days over their range with some room around, or over another range."""
    days = draw(day_lists)
    first = draw(st.sampled_from([min(days, default=0.0) - draw(st.floats(0, 100)), draw(days_anywhere)]))
    last = draw(st.sampled_from([max(days, default=0.0) + draw(st.floats(1, 100)), first, draw(days_anywhere)]))
    return curve_of(days, first, last, draw(st.integers(2, STEPS)))


@given(curve=curves())
@many_examples
def test_heights_are_shares_of_the_highest(curve: DensityCurve) -> None:
    """Every height is between 0 and 1, and the highest is 1 unless nothing happened."""
    assert all(0 <= height <= 1 for height in curve.heights)
    assert max(curve.heights) in (0, 1)


@given(days=st.lists(days_of_a_year, min_size=1, max_size=30), steps=st.integers(2, STEPS))
@many_examples
def test_any_event_makes_a_curve(days: list[float], steps: int) -> None:
    """There is one height a step, above 0 wherever there is an event."""
    curve = curve_of(days, YEAR[0], YEAR[-1] + 1, steps)
    assert len(curve.heights) == steps
    assert all(curve.heights[min(int(curve.position_at(day + 0.5) * steps), steps - 1)] > 0 for day in days)


@given(curve=curves(), first=days_anywhere, second=days_anywhere)
@many_examples
def test_later_times_stand_further_right(curve: DensityCurve, first: float, second: float) -> None:
    """The scale never turns back, neither between its own times nor between others."""
    assert all(left < right for left, right in pairwise(curve.times))
    assert all(left < right for left, right in pairwise(curve.positions))
    early, late = sorted((first, second))
    assert 0 <= curve.position_at(early) <= curve.position_at(late) <= 1


@given(curve=curves(), position=positions)
@many_examples
def test_place_to_time_and_back(curve: DensityCurve, position: float) -> None:
    """Any place has a time that stands there."""
    resolution = math.ulp(curve.times[-1]) / min(end - start for start, end in pairwise(curve.times))
    assert curve.position_at(curve.time_at(position)) == pytest.approx(position, abs=1e-9 + resolution)


@given(curve=curves(), share=positions)
@many_examples
def test_time_to_place_and_back(curve: DensityCurve, share: float) -> None:
    """Any time between the ends stands at a place whose time it is."""
    time = curve.times[0] + share * (curve.times[-1] - curve.times[0])
    assert curve.time_at(curve.position_at(time)) == pytest.approx(time, abs=1e-6)


counts = st.builds(BucketCount, days_of_a_year | days_anywhere, st.integers(1, 30))


@given(counts=st.lists(counts, min_size=1, max_size=25), share=positions)
@many_examples
def test_the_busiest_range_is_the_shortest(counts: list[BucketCount], share: float) -> None:
    """Of all ranges from bucket to bucket that hold the share, tried one by one, none is shorter."""

    def held(first: float, last: float) -> int:
        return sum(size for time, size in counts if first <= time <= last)

    needed = max(math.ceil(sum(size for _time, size in counts) * share), 1)
    start, end = busiest_range(counts, needed)
    assert held(start, end) >= needed
    times = [time for time, _size in counts]
    assert end - start == min(
        last - first for first in times for last in times if first <= last and held(first, last) >= needed
    )

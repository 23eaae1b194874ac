"""What holds of the tide of any days, and of their busiest stretch."""

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
def tides(draw: st.DrawFn) -> DensityCurve:
    """The tide of any days over their stretch with some room around, or over another stretch."""
    days = draw(day_lists)
    first = draw(st.sampled_from([min(days, default=0.0) - draw(st.floats(0, 100)), draw(days_anywhere)]))
    last = draw(st.sampled_from([max(days, default=0.0) + draw(st.floats(1, 100)), first, draw(days_anywhere)]))
    return curve_of(days, first, last, draw(st.integers(2, STEPS)))


@given(tide=tides())
@many_examples
def test_heights_are_shares_of_the_highest(tide: DensityCurve) -> None:
    """Every height is between 0 and 1, and the highest is 1 unless nothing happened."""
    assert all(0 <= height <= 1 for height in tide.heights)
    assert max(tide.heights) in (0, 1)


@given(days=st.lists(days_of_a_year, min_size=1, max_size=30), steps=st.integers(2, STEPS))
@many_examples
def test_any_event_makes_a_tide(days: list[float], steps: int) -> None:
    """There is one height a step, and water wherever there is an event."""
    tide = curve_of(days, YEAR[0], YEAR[-1] + 1, steps)
    assert len(tide.heights) == steps
    assert all(tide.heights[min(int(tide.position_at(day + 0.5) * steps), steps - 1)] > 0 for day in days)


@given(tide=tides(), first=days_anywhere, second=days_anywhere)
@many_examples
def test_later_times_stand_further_right(tide: DensityCurve, first: float, second: float) -> None:
    """The scale never turns back, neither between its own times nor between others."""
    assert all(left < right for left, right in pairwise(tide.times))
    assert all(left < right for left, right in pairwise(tide.positions))
    early, late = sorted((first, second))
    assert 0 <= tide.position_at(early) <= tide.position_at(late) <= 1


@given(tide=tides(), position=positions)
@many_examples
def test_place_to_time_and_back(tide: DensityCurve, position: float) -> None:
    """Any place has a time that stands there."""
    resolution = math.ulp(tide.times[-1]) / (tide.times[1] - tide.times[0])
    assert tide.position_at(tide.time_at(position)) == pytest.approx(position, abs=1e-9 + resolution)


@given(tide=tides(), share=positions)
@many_examples
def test_time_to_place_and_back(tide: DensityCurve, share: float) -> None:
    """Any time between the ends stands at a place whose time it is."""
    time = tide.times[0] + share * (tide.times[-1] - tide.times[0])
    assert tide.time_at(tide.position_at(time)) == pytest.approx(time, abs=1e-6)


swells = st.builds(BucketCount, days_of_a_year | days_anywhere, st.integers(1, 30))


@given(swells=st.lists(swells, min_size=1, max_size=25), share=positions)
@many_examples
def test_the_busiest_stretch_is_the_shortest(swells: list[BucketCount], share: float) -> None:
    """Of all stretches from swell to swell that hold the share, tried one by one, none is shorter."""

    def held(first: float, last: float) -> int:
        return sum(size for time, size in swells if first <= time <= last)

    start, end = busiest_range(swells, share)
    needed = max(sum(size for _time, size in swells) * share, 1)
    assert held(start, end) >= needed
    times = [time for time, _size in swells]
    assert end - start == min(
        last - first for first in times for last in times if first <= last and held(first, last) >= needed
    )

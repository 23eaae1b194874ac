"""The density curve shows how dense a store is, and its scale gives crowded times more room."""

import pytest

from qtviewer.domain.dates.day_number import day_number
from qtviewer.timeline.density_curve import BucketCount, busiest_range, with_heights
from tests.timeline.samples import curve_of, scale_of

STEPS = 240
YEAR = [float(day_number(2021) + day) for day in range(365)]


def test_without_events_time_is_even() -> None:
    """An empty store has no curve, and the middle of the time stands in the middle."""
    curve = curve_of([], 1000.0, 2000.0, 10)
    assert curve.heights == (0.0,) * 10
    assert curve.position_at(1250.0) == pytest.approx(0.25)


def test_the_ends_stand_at_the_ends() -> None:
    """The first time stands at 0 and the last at 1, and so does what lies beyond them."""
    curve = curve_of(YEAR, YEAR[0], YEAR[-1] + 1, STEPS)
    assert [curve.position_at(time) for time in (YEAR[0], YEAR[0] - 1000)] == [0, 0]
    assert [curve.position_at(time) for time in (YEAR[-1] + 1, YEAR[-1] + 1000)] == [1, 1]


def test_crowded_times_have_more_room() -> None:
    """One busy year in a hundred gets at least a fifth of the width."""
    first, last = float(day_number(1922)), float(day_number(2022))
    curve = curve_of([first, *YEAR], first, last, STEPS)
    assert curve.position_at(last) - curve.position_at(YEAR[0]) > 0.2


def test_quiet_times_keep_some_room() -> None:
    """Even beside a crowd, an empty half of the time keeps at least a sixth of the width."""
    curve = curve_of([1000.0] * 500, 0.0, 1001.0, STEPS)
    assert curve.position_at(500.0) > 1 / 6


def test_the_curve_is_highest_where_most_happened() -> None:
    """Its peak is where the days are, and it is flat far from it."""
    curve = curve_of([250.0] * 9 + [750.0], 0.0, 1000.0, STEPS)
    peak = curve.heights.index(max(curve.heights))
    assert abs((peak + 0.5) / STEPS - curve.position_at(250.5)) < 0.02
    assert 0 < curve.heights[int(curve.position_at(750.5) * STEPS)] < 1
    assert curve.heights[int(curve.position_at(500.0) * STEPS)] == 0


def test_one_event_makes_a_wave_that_falls_to_both_sides() -> None:
    """The curve around a single day rises up to it and falls after it."""
    heights = [round(height, 9) for height in curve_of([500.0], 0.0, 1000.0, STEPS).heights]
    peak = heights.index(max(heights))
    assert heights[: peak + 1] == sorted(heights[: peak + 1])
    assert heights[peak:] == sorted(heights[peak:], reverse=True)
    assert sum(height > 0 for height in heights) > 10


def test_an_event_at_the_end_raises_the_curve_there() -> None:
    """The very last time belongs to the last step, what lies beyond it too."""
    heights = curve_of([1000.0, 1500.0], 0.0, 1000.0, STEPS).heights
    assert (heights[0], heights[-1]) == (0, 1)


def test_a_stretch_of_no_time_is_a_day() -> None:
    """A store whose events are all on one day still has a scale."""
    curve = curve_of([1000.0], 1000.0, 1000.0, 4)
    assert [curve.times[0], curve.times[-1]] == pytest.approx([1000.0, 1001.0])


def test_buckets_count_by_their_size() -> None:
    """One bucket of many events makes the same scale as many of one."""
    many = [BucketCount(250.0, 1)] * 9 + [BucketCount(750.0, 1)]
    assert scale_of(many, 0.0, 1000.0) == scale_of([BucketCount(250.0, 9), BucketCount(750.0, 1)], 0.0, 1000.0)


def test_an_event_far_away_leaves_the_others_their_room() -> None:
    """One event eight thousand years before 366 others leaves them seven tenths of the width."""
    first = float(day_number(-6000))
    curve = curve_of([first, *YEAR], first, YEAR[-1] + 1, STEPS)
    assert curve.position_at(YEAR[-1]) - curve.position_at(YEAR[0]) > 0.7


def test_few_events_hardly_stretch_time() -> None:
    """One event does not stretch it more than by the time without any."""
    curve = curve_of([float(day_number(1901))], float(day_number(1900)), float(day_number(2000)), STEPS)
    assert curve.position_at(day_number(1903)) < 0.3


def test_the_scale_of_all_carries_the_curve_of_some() -> None:
    """A filter changes the heights and not the scale, and heights are roots of shares of the highest."""
    scale = scale_of([BucketCount(250.0, 9), BucketCount(750.0, 1)], 0.0, 1000.0)
    assert scale.heights == ()
    assert with_heights(scale, [0.0, 4.0, 1.0]) == scale._replace(heights=(0.0, 1.0, 0.5))
    assert with_heights(scale, [0.0, 0.0]).heights == (0.0, 0.0)
    assert with_heights(scale, []).heights == ()


def test_the_busiest_range_leaves_strays_aside() -> None:
    """Nine of ten events in one week are the busiest range, not the one three thousand years before."""
    counts = [BucketCount(-1_000_000.0, 1), *(BucketCount(1000.0 + day % 7, 1) for day in range(9))]
    assert busiest_range(counts, 9) == (1000.0, 1006.0)
    assert busiest_range(counts, 10) == (-1_000_000.0, 1006.0)
    assert busiest_range(counts[::-1], 9) == (1000.0, 1006.0)


def test_one_bucket_is_its_own_range() -> None:
    """A store with one event shows its day."""
    assert busiest_range([BucketCount(1000.0, 7)], 1) == busiest_range([BucketCount(1000.0, 7)], 7) == (1000.0, 1000.0)

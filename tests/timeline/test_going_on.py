"""The height of the overview's curve is how many events go on: begun and not ended."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead
from qtviewer.timeline.going_on import CountingPlan, counting_plan, edge_counts, merged_counts, sizes_going_on
from tests.store.memory_source import MemorySource
from tests.timeline.samples import head, source_of
from tests.timeline.strategies import head_lists

STEPS = 240
FRAME = [head("first", "1900-01-01", "frame"), head("last", "1999-12-31", "frame")]


def plan_of(source: MemorySource) -> CountingPlan:
    """The plan for all events of a source."""
    return counting_plan(source, EventQuery(), source.extent(EventQuery()) or (0, 1), 5.0)


def sizes_of(heads: Sequence[EventHead], times: Sequence[int], query: EventQuery = EventQuery()) -> list[float]:
    """How many events of the category "seen" go on at some times."""
    source = source_of([*FRAME, *heads])
    plan = plan_of(source)
    counts = edge_counts(source, query, plan)
    if "seen" not in counts:
        return [0.0] * len(times)
    sizes = sizes_going_on(plan.scale, counts["seen"], STEPS)
    return [sizes[min(int(plan.scale.position_at(time) * STEPS), STEPS - 1)] for time in times]


def days_of(*years: int) -> list[int]:
    """The middle of some years."""
    return [day_number(year, 7) for year in years]


def test_an_event_counts_all_the_time_it_goes_on() -> None:
    """Two lives are one, two, one and none, wherever they were born."""
    heads = [head("a", "1910-03-01/1950-05-05", "seen"), head("b", "1930-02-02/1970-06-06", "seen")]
    assert sizes_of(heads, days_of(1905, 1920, 1940, 1960, 1980)) == pytest.approx([0, 1, 2, 1, 0], abs=0.01)


def test_open_ends_reach_the_ends_of_known_time() -> None:
    """What still goes on does so at the right end, what has no beginning did so at the left one."""
    heads = [head("since", "1950-03-01/..", "seen"), head("until", "../1930-03-01", "seen")]
    assert sizes_of(heads, days_of(1902, 1940, 1998)) == pytest.approx([1, 0, 1], abs=0.01)


def test_a_century_counts_once_over_its_length() -> None:
    """Where its time is wide, an event known by its century only has a small part of one in each place."""
    sizes = sizes_of([head("vague", "19XX", "seen")], days_of(1910, 1940, 1970))
    assert all(0 < size < 0.2 for size in sizes)
    lasting = sizes_of([head("lasting", "1900-01-02/1999-12-30", "seen")], days_of(1910, 1940, 1970))
    assert lasting == pytest.approx([1, 1, 1], abs=0.01)


def test_a_filter_by_days_keeps_what_lasts_into_and_out_of_them() -> None:
    """Of what goes on in the days asked for, all of it counts, and nothing else."""
    heads = [head("a", "1910-03-01/1950-05-05", "seen"), head("b", "1960-02-02/1970-06-06", "seen")]
    query = EventQuery(first_day=day_number(1940), last_day=day_number(1945))
    assert sizes_of(heads, days_of(1920, 1948, 1965), query) == pytest.approx([1, 1, 0], abs=0.01)


@given(heads=head_lists(), steps=st.integers(2, STEPS))
@settings(max_examples=60, deadline=None)
def test_nowhere_is_less_than_nothing_or_more_than_all(heads: list[EventHead], steps: int) -> None:
    """All categories together, and any events at any time."""
    source = source_of(heads)
    plan = plan_of(source)
    counts = edge_counts(source, EventQuery(), plan)
    sizes = sizes_going_on(plan.scale, merged_counts(counts.values()), steps)
    assert len(sizes) == steps
    assert all(0 <= size <= len(heads) + 1e-6 for size in sizes)
    assert max(sizes) > 0 or not heads


@given(heads=head_lists())
@settings(max_examples=60, deadline=None)
def test_every_event_that_begins_is_counted_once(heads: list[EventHead]) -> None:
    """In its bucket or in its unit; and of the known ends none is counted twice."""
    counts = edge_counts(source := source_of(heads), EventQuery(), plan_of(source)).values()
    begun = sum(each.before + sum(size for _time, size in each.begun) for each in counts)
    in_units = sum(size for each in counts for _days, size in each.units)
    assert begun + in_units == len(heads)
    assert sum(size for each in counts for _time, size in each.ended) + in_units <= len(heads)

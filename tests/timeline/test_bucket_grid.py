"""The grid of the overview's buckets is finer where many events are, and counts every event once."""

from hypothesis import given, settings

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead
from qtviewer.timeline.bucket_grid import bucket_grid, bucket_time, counts_in_grid
from tests.timeline.samples import head, source_of
from tests.timeline.strategies import head_lists


@given(heads=head_lists())
@settings(max_examples=60, deadline=None)
def test_every_event_is_counted_in_the_bucket_of_its_day(heads: list[EventHead]) -> None:
    """Those without an open start are, at the time that the grid gives their first day."""
    source = source_of(heads)
    if (days := source.extent(EventQuery())) is None:
        return
    grid = bucket_grid(source, EventQuery(), days)
    counts = counts_in_grid(source, EventQuery(), grid, "begin")
    sizes = {(category, time): size for category, found in counts.items() for time, size in found}
    for event in heads:
        if days[0] <= event.date.first_day <= days[1]:
            sizes[event.category, bucket_time(grid, event.date.first_day)] -= 1
    assert not any(sizes.values())


def test_a_crowd_in_a_long_time_is_told_day_by_day() -> None:
    """Twelve thousand years around them do not make one count of the events of a week."""
    heads = [head("far", "-9999"), *(head(f"day-{day}", f"2021-06-0{day}") for day in range(1, 8))]
    source = source_of(heads)
    grid = bucket_grid(source, EventQuery(), source.extent(EventQuery()) or (0, 1))
    counts = counts_in_grid(source, EventQuery(), grid, "begin")["milestone"]
    assert [time for time, _size in counts[1:]] == [each.date.first_day + 0.5 for each in heads[1:]]

"""What every store answers, as the window and the command line rely on it."""

from contextlib import closing
from typing import get_args

from qtviewer.domain.dates.day_number import MAX_DAY
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead, EventSource, Facet, Grouping
from qtviewer.store.reader import StoreReader


def test_the_store_is_an_event_source(shipped: StoreReader) -> None:
    """What the store answers fits together: heads, events and counts are about the same events."""
    source: EventSource = shipped
    query = EventQuery(categories=frozenset(["milestone"]))
    heads, events = source.heads(query, "en"), list(source.events(query))
    assert 0 < len(events) == source.count(query) < source.count(EventQuery())
    assert [head.id for head in heads] == [event.id for event in events]
    assert source.event(heads[0].id) == events[0]


def test_every_grouping_counts_the_whole_or_its_parts(shipped: StoreReader) -> None:
    """Each grouping of `qtviewer count --by` is answered; an event has one category and one collection."""
    assert get_args(Grouping) == (*get_args(Facet), "tag")
    counts = {grouping: shipped.count_by(EventQuery(), grouping) for grouping in get_args(Grouping)}
    assert all(counts.values())
    assert sum(counts["category"].values()) == sum(counts["collection"].values()) == shipped.count(EventQuery())


def test_densities_are_about_the_events_that_are_counted(shipped: StoreReader) -> None:
    """At every level the sizes add up to the count, and a representative is an event of the category and importance."""
    source: EventSource = shipped
    days = source.extent(EventQuery())
    assert days is not None
    for level in range(10):
        found = source.density(EventQuery(), level, (days[0] - 10**6, days[1]))
        heads = source.heads_by_number([density.representative for density in found], "en", MAX_DAY)
        assert sum(density.size for density in found) == source.count(EventQuery())
        for density in found:
            head = heads[density.representative]
            assert (head.category, head.importance) == (density.category, density.importance)
            assert head.date.first_day // 4**level == density.bucket


def test_a_selection_is_a_source_of_its_own(shipped: StoreReader) -> None:
    """What only the events know is asked of a selection, which the one who asked closes."""
    source: EventSource = shipped
    query = EventQuery(search="地铁")
    with closing(source.select(query, lambda: False)) as selection:
        assert 0 < selection.count(query) == len(list(source.events(query)))
        assert selection.select(query, lambda: False) is selection
    assert source.select(EventQuery(), lambda: False) is source
    assert not source.is_stale


def test_heads_are_values() -> None:
    """Two heads of the same card are equal, so a scene can tell what has changed."""
    heads = [
        EventHead("metro", parse_edtf("2021-06-28"), "milestone", 5, "Metro Line 8 opens", MAX_DAY) for _ in range(2)
    ]
    assert heads[0] == heads[1]
    assert heads[0] != heads[1]._replace(title="地铁8号线一期开通")

"""When events begin in a range, which began before a day and how they are known, as the memory source tells it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.answers import BeginRange
from qtviewer.domain.dates.day_number import MAX_DAY
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision
from qtviewer.domain.event import Chronicle
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import head_of
from qtviewer.store.opening import StoreError
from qtviewer.timeline.view_counts import periods_around
from tests.domain.dates.strategies import day_numbers
from tests.store.memory_source import MemorySource
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store
from tests.store.strategies import crowded_chronicles, minute_ranges, queries
from tests.timeline.judge import PERIODS

EVERYTHING = EventQuery()


def begin_ranges(chronicle: Chronicle) -> st.SearchStrategy[BeginRange]:
    """Return a strategy for a range of a category, without some events."""
    categories = st.sampled_from([category.id for category in chronicle.categories])
    ids = st.frozensets(st.sampled_from([*(event.id for event in chronicle.events), "not-there"]), max_size=4)
    return st.builds(
        lambda key, minutes, excluded: BeginRange(key, minutes[0], minutes[1], excluded),
        categories, minute_ranges(chronicle), ids,
    )  # fmt: skip


def has_event(memory: MemorySource, query: EventQuery, wanted: BeginRange) -> bool:
    """Tell whether an event that matches begins in a range."""
    minutes = wanted.first_minute, wanted.last_minute
    heads = memory.heads_beginning(query._replace(categories=frozenset({wanted.category})), "zh", minutes)
    return any(head.id not in wanted.excluded_ids for head in heads)


@given(data=st.data(), chronicle=crowded_chronicles())
@settings(deadline=None, max_examples=40)
def test_when_the_first_and_the_last_events_begin_equals_what_the_memory_source_says(
    data: st.DataObject, chronicle: Chronicle
) -> None:
    """For many ranges at once, whatever is asked; the categories of the query have no effect."""
    memory = MemorySource(chronicle)
    query = data.draw(st.just(EVERYTHING) | queries(chronicle))
    drawn = data.draw(st.lists(begin_ranges(chronicle), max_size=8))
    ranges = [each for each in drawn if has_event(memory, query, each)]
    with temporary_store(chronicle) as store:
        assert store.begin_spans(query, ranges) == memory.begin_spans(query, ranges)


@given(data=st.data(), chronicle=crowded_chronicles())
@settings(deadline=None, max_examples=40)
def test_the_counts_of_a_period_equal_those_of_the_memory_source(data: st.DataObject, chronicle: Chronicle) -> None:
    """For any day, its month, year, decade and century, those of the events among them."""
    memory = MemorySource(chronicle)
    query = data.draw(st.just(EVERYTHING) | queries(chronicle))
    own_days = [event.date.first_day for event in chronicle.events if event.date.precision in PERIODS]
    day = data.draw(st.sampled_from(own_days) | day_numbers if own_days else day_numbers)
    with temporary_store(chronicle) as store:
        for period in periods_around(day):
            assert store.count_by_period(query, period) == memory.count_by_period(query, period)


@given(data=st.data(), chronicle=crowded_chronicles())
@settings(deadline=None, max_examples=40)
def test_what_began_before_a_minute_equals_that_of_the_memory_source(data: st.DataObject, chronicle: Chronicle) -> None:
    """Of each precision and of all, in date order and cut after some; those on an unknown day are counted, too."""
    memory = MemorySource(chronicle)
    query = data.draw(st.just(EVERYTHING) | queries(chronicle))
    minute = data.draw(minute_ranges(chronicle))[0] + data.draw(st.integers(-2, 2))
    with temporary_store(chronicle) as store:
        for source in (store, store.select(query, lambda: False)):
            assert source.count_within(query, minute) == memory.count_within(query, minute)
            for precision in (None, *Precision):
                limit = data.draw(st.integers(0, 9))
                found = source.heads_begun(query, "zh", minute, precision, limit)
                assert found == memory.heads_begun(query, "zh", minute, precision, limit)


@given(periods=st.lists(st.sampled_from(["2021-06", "2021-06~", "2021", "202X", "20XX", "-0044", "-01XX"]), max_size=9))
@settings(deadline=None, max_examples=30)
def test_every_event_of_a_period_is_counted_for_each_of_its_days(periods: list[str]) -> None:
    """Whether sure or not, an event known by a month, year, decade or century is counted by that one alone."""
    events = tuple(sample_event(f"event-{at}", period, "期") for at, period in enumerate(periods))
    with temporary_store(SAMPLE._replace(events=events)) as store:
        for event in events:
            for day in (event.date.first_day, event.date.last_day):
                alike = [other for other in events if _bare(other.date) == _bare(event.date)]
                (period,) = [each for each in periods_around(day) if each.precision is event.date.precision]
                assert store.count_by_period(EVERYTHING, period) == {"milestone": len(alike)}


def _bare(date: EventDate) -> tuple[object, int]:
    return date.precision, date.first_day


def test_a_range_without_an_event_is_an_error() -> None:
    """Nothing begins in it, or only what is excluded: the counts that led here were wrong, and no place is made up."""
    minute = next(head_of(event, "zh", MAX_DAY).first_minute for event in SAMPLE.events if event.id == "metro-opens")
    with temporary_store(SAMPLE) as store:
        for category, excluded in (("history", ""), ("milestone", "metro-opens")):
            with pytest.raises(StoreError, match="not there"):
                store.begin_spans(EVERYTHING, [BeginRange(category, minute, minute, frozenset({excluded}))])


def test_events_of_an_interval_or_another_precision_are_not_counted_by_a_period() -> None:
    """An interval over a whole month, and a day within it, are not known only by the month."""
    events = (
        sample_event("month", "2021-06", "月"),
        sample_event("interval", "2021-06-01/2021-06-30", "段"),
        sample_event("within", "[2021-06-01..2021-06-30]", "内"),
        sample_event("day", "2021-06-01", "日"),
    )
    june = parse_edtf("2021-06").start
    assert isinstance(june, DatePoint)
    with temporary_store(SAMPLE._replace(events=events)) as store:
        assert store.count_by_period(EVERYTHING, june) == {"milestone": 1}

"""What a store answers equals what plain Python works out from the same events in memory."""

from contextlib import closing
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.event import Chronicle, EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import Grouping
from qtviewer.store.reader import StoreReader
from tests.store.memory_source import MemorySource
from tests.store.samples import SAMPLE, SAMPLE_EVENTS, sample_event
from tests.store.stores import temporary_store
from tests.store.strategies import chronicles, queries

GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)


@given(data=st.data(), chronicle=chronicles())
@settings(deadline=None, max_examples=40)
def test_every_answer_equals_the_one_worked_out_in_memory(data: st.DataObject, chronicle: Chronicle) -> None:
    """Count, heads and their order, whole events, counts by each grouping and the extent of any time."""
    memory = MemorySource(chronicle)
    with temporary_store(chronicle) as store:
        for query in [EventQuery(), *data.draw(st.lists(queries(chronicle), min_size=4, max_size=8))]:
            assert list(store.events(query)) == list(memory.events(query))
            assert store.count(query) == memory.count(query)
            ever = query._replace(first_day=None, last_day=None)
            assert store.extent(ever) == memory.extent(ever)
            for lang in ("zh", "en"):
                assert store.heads(query, lang) == memory.heads(query, lang)
            for event in chronicle.events:
                assert store.position(query, event.id) == memory.position(query, event.id)
            for grouping in GROUPINGS:
                assert store.count_by(query, grouping) == memory.count_by(query, grouping)


@given(data=st.data(), chronicle=chronicles())
@settings(deadline=None, max_examples=25)
def test_each_event_and_what_belongs_with_it_is_found_by_id(data: st.DataObject, chronicle: Chronicle) -> None:
    """One event is read back equal, with the heads of its thread, its parent and its parts."""
    memory = MemorySource(chronicle)
    with temporary_store(chronicle) as store:
        assert store.event("not-there") is None
        for event in chronicle.events:
            assert store.event(event.id) == event
            for query in (EventQuery(), data.draw(queries(chronicle))):
                assert store.related(event, "en", query) == memory.related(event, "en", query)
        assert store.position(EventQuery(), "not-there") is None
        for word in ("not-there", "", "\ud83d", "zzz"):
            assert sorted(store.ids_near(word)) == sorted(event.id for event in chronicle.events)


@given(chronicle=chronicles(most_events=2))
@settings(deadline=None, max_examples=25)
def test_the_vocabulary_is_what_the_chronicle_declares_in_its_order(chronicle: Chronicle) -> None:
    """Titles, languages, categories, collections, sources, threads and tags survive, and so does their order."""
    with temporary_store(chronicle) as store:
        words = store.vocabulary
        assert (words.titles, words.subtitles) == (chronicle.titles, chronicle.subtitles)
        assert words.languages == tuple(chronicle.titles)
        assert list(words.categories.values()) == list(chronicle.categories)
        assert list(words.tags.values()) == list(chronicle.tags)
        for read, written in (
            (words.collections, chronicle.collections),
            (words.sources, chronicle.sources),
            (words.threads, chronicle.threads),
        ):
            assert list(read.items()) == list(written.items())


def test_more_events_than_are_read_at_once_come_in_order_and_none_is_lost(tmp_path: Path) -> None:
    """Reading in batches neither repeats nor drops an event at their borders."""
    days = [f"{year}-{month:02d}" for year in range(1900, 2000) for month in range(1, 13)]
    events = tuple(sample_event(f"month-{day}", day, "月") for day in days)
    with temporary_store(SAMPLE._replace(events=events)) as store:
        assert [event.id for event in store.events(EventQuery())] == [event.id for event in events]


def test_a_head_in_a_language_the_event_lacks_has_its_first_one() -> None:
    """The title falls back to the first language of the event, as the exports do, not to the first of the alphabet."""
    event = SAMPLE_EVENTS[0]._replace(texts={"zh": EventText("古", "古", "古"), "en": EventText("Old", "Old", "Old")})
    with temporary_store(SAMPLE._replace(events=(event,))) as store:
        assert [head.title for head in store.heads(EventQuery(), "fr")] == ["古"]


def test_one_day_events_come_by_importance_then_id() -> None:
    """On one day the important come first, and equals stand in the order of their ids."""
    events = tuple(
        sample_event(event_id, "2021-01-01", "日", importance=importance)
        for event_id, importance in (("b", 1), ("a", 1), ("c", 5), ("d", 3))
    )
    with temporary_store(SAMPLE._replace(events=events)) as store:
        assert [head.id for head in store.heads(EventQuery(), "zh")] == ["c", "d", "a", "b"]


@pytest.mark.parametrize(
    ("date", "month"),
    [
        ("2021-06-28", "2021-06"),
        ("2021", "2021"),
        ("2013/2016-05", "2013"),
        ("[2021-12..2022-02]", "2021-12"),
        ("../2020-03", "2020-03"),
        ("202X", "2020"),
        ("-0044-03-15", "-0044-03"),
    ],
)
def test_counts_by_month_invent_no_month_and_no_beginning(date: str, month: str) -> None:
    """An event counts in the month it began, in the year where that is all one knows, or when it ended."""
    with temporary_store(SAMPLE._replace(events=(sample_event("only", date, "一"),))) as store:
        assert store.count_by(EventQuery(), "month") == {month: 1}
        assert store.count_by(EventQuery(), "year") == {month[: 5 if month.startswith("-") else 4]: 1}


def test_a_closed_reader_lets_the_file_go(sample_store: Path, tmp_path: Path) -> None:
    """After `close`, the store may be replaced and opened anew; a second reader is not disturbed."""
    first, second = StoreReader(sample_store), StoreReader(sample_store)
    first.close()
    with closing(second):
        assert second.count(EventQuery()) == len(SAMPLE_EVENTS)


def test_the_nearest_event_of_a_day_is_that_of_the_nearest_time() -> None:
    """One without a time is where its day begins, those of another day are further away."""
    times = {"day": "", "early": "09:00", "late": "18:00"}
    events = [sample_event(key, "2021-06-28", "题")._replace(time=time) for key, time in times.items()]
    day = events[0].date.first_day * 1440
    with temporary_store(SAMPLE._replace(events=(*events, sample_event("next", "2021-06-29", "题")))) as store:
        found = [store.nearest(EventQuery(), "zh", day + 60 * hour) for hour in (0, 1, 5, 12, 15, 23, 24)]
        memory = MemorySource(SAMPLE._replace(events=tuple(events)))
        assert [head and head.id for head in found] == ["day", "day", "early", "early", "late", "late", "next"]
        assert [memory.nearest(EventQuery(), "zh", day + 60 * hour) for hour in (0, 1, 5, 12, 15, 23)] == found[:-1]

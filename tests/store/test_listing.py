"""Lists of all matching events equal those made of the same events in memory."""

from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY
from qtviewer.domain.event import Chronicle
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import Order
from qtviewer.store.listing import pinyin_sort_key
from qtviewer.store.reader import StoreReader
from qtviewer.store.writer import write_store
from tests.store.memory_source import MemorySource
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import scratch_folder, temporary_store
from tests.store.strategies import chronicles, queries

WITHOUT_TITLES: tuple[Order, ...] = ("date", "importance")


@given(data=st.data(), chronicle=chronicles())
@settings(deadline=None, max_examples=40)
def test_lists_equal_those_made_in_memory(data: st.DataObject, chronicle: Chronicle) -> None:
    """Numbers, days and whether the month is known, by date and by importance, for any query."""
    query = data.draw(queries(chronicle))
    with temporary_store(chronicle) as store:
        for order in WITHOUT_TITLES:
            found, expected = store.listing(query, "zh", order), MemorySource(chronicle).listing(query, "zh", order)
            assert [list(part) for part in found] == [list(part) for part in expected]


@given(data=st.data(), chronicle=chronicles())
@settings(deadline=None, max_examples=15)
def test_events_numbered_in_another_order_are_listed_and_exported_by_date(
    data: st.DataObject, chronicle: Chronicle
) -> None:
    """As they come to be after another program has changed dates, and the counts were made anew."""
    query = data.draw(queries(chronicle))
    events = data.draw(st.permutations(chronicle.events))
    memory = MemorySource(chronicle)
    with scratch_folder() as folder:
        path = folder / "events.sqlite"
        write_store(chronicle, path, iter(events))
        with closing(StoreReader(path)) as store:
            assert store.is_numbered_by_date == (list(events) == memory.all)
            assert list(store.events(query)) == list(memory.events(query))
            listing, expected = store.listing(query, "zh", "date"), memory.listing(query, "zh", "date")
            assert (list(listing.days), list(listing.units)) == (list(expected.days), list(expected.units))
            heads = store.heads_by_number(listing.numbers, "zh", query.today)
            assert [heads[number] for number in listing.numbers] == memory.heads(query, "zh")


def test_titles_stand_in_the_order_of_their_pinyin() -> None:
    """As a dictionary has them, Latin letters among them by their letters, and in the language that is read."""
    titles = ["塘", "地铁", "A", "年夜饭", "8号线", "北京", "b"]
    events = [sample_event(f"event-{at}", "2021", title) for at, title in enumerate(titles)]
    with temporary_store(SAMPLE._replace(events=tuple(events))) as store:
        listing = store.listing(EventQuery(), "zh", "title")
        heads = store.heads_by_number(listing.numbers, "zh", MAX_DAY)
        assert [heads[number].title for number in listing.numbers] == [
            "8号线",
            "A",
            "b",
            "北京",
            "地铁",
            "年夜饭",
            "塘",
        ]


@pytest.mark.parametrize(("first", "second"), [("安", "西"), ("西安", "先"), ("阿", "b"), ("重庆", "重要"), ("", "a")])
def test_pinyin_compares_syllable_by_syllable(first: str, second: str) -> None:
    """Xi an comes before xian, and each character is read as in its word."""
    assert pinyin_sort_key(first) < pinyin_sort_key(second)

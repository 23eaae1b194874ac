"""What a lane shows and counts adds up for events of a real store, whatever the query."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead, EventSource
from qtviewer.store.reader import StoreReader
from qtviewer.timeline.layout import LaneRoom
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.settling_layout import SettlingLayout
from qtviewer.timeline.tile_cache import TileCache
from tests.store.stores import temporary_store
from tests.timeline.judge import check_lane
from tests.timeline.samples import CATEGORIES, TitleSizes, chronicle_of, head_on
from tests.timeline.strategies import dates_of_every_kind, head_lists, scales_near, todays

HEADS = [
    EventHead(f"event-{at}", date, CATEGORIES[at * at % 7 % 3], at * 13 % 5 + 1, "x" * (at * 17 % 30), date.last_day)
    for at, date in enumerate(dates_of_every_kind(600))
]
heights = st.floats(1, 1500)


@pytest.fixture(scope="module")
def store() -> Iterator[StoreReader]:
    """A store of the events above."""
    with temporary_store(chronicle_of(HEADS)) as reader:
        yield reader


@st.composite
def queries(draw: st.DrawFn, heads: Sequence[EventHead]) -> EventQuery:
    """A query that leaves out some of the events: by their days, their category, their importance."""
    dates = [head.date for head in heads] or [HEADS[0].date]
    days = st.none() | st.sampled_from(dates).map(lambda date: date.first_day + 1)
    first, last = draw(days), draw(days)
    if first is not None and last is not None:
        first, last = min(first, last), max(first, last)
    categories = draw(st.none() | st.sets(st.sampled_from(CATEGORIES), min_size=1).map(frozenset))
    least = draw(st.integers(1, 3))
    return EventQuery(categories, first_day=first, last_day=last, min_importance=least, today=draw(todays(heads)))


def matching(heads: Sequence[EventHead], query: EventQuery) -> list[EventHead]:
    """The events that match a query, whatever its categories, as they are on its day."""
    return [
        head
        for head in (head_on(query.today, each) for each in heads)
        if (query.first_day is None or head.last_day >= query.first_day)
        and (query.last_day is None or head.date.first_day <= query.last_day)
        and head.importance >= query.min_importance
    ]


def check_store(
    source: EventSource, query: EventQuery, scale: TimeScale, height: float, heads: Sequence[EventHead]
) -> None:
    """Assert that each lane of a query adds up."""
    shown = CATEGORIES if query.categories is None else tuple(key for key in CATEGORIES if key in query.categories)
    settling = SettlingLayout(TileCache(source, query, "zh"), TitleSizes())
    layout = settling.layout(scale, LaneRoom(shown, height))
    sums = settling.lane_sums(scale, shown, layout)
    assert [lane.category for lane in layout.lanes] == list(sums)
    assert sorted((*sums, *layout.empty)) == sorted(shown)
    for lane in layout.lanes:
        check_lane(layout, lane, sums[lane.category], scale, matching(heads, query))


@given(data=st.data(), height=heights)
@settings(max_examples=60, deadline=None)
def test_views_of_a_store_of_hundreds_add_up(store: StoreReader, data: st.DataObject, height: float) -> None:
    """Six hundred events of every kind in three lanes, any part of them."""
    scale, query = data.draw(scales_near(HEADS)), data.draw(queries(HEADS))
    check_store(store, query, scale, height, HEADS)


@given(data=st.data(), heads=head_lists(), height=heights)
@settings(max_examples=15, deadline=None)
def test_views_of_any_store_add_up(data: st.DataObject, heads: list[EventHead], height: float) -> None:
    """A store of any events, also of a category that has no lane, answers as its events say."""
    with temporary_store(chronicle_of(heads)) as reader:
        for scale in data.draw(st.lists(scales_near(heads), min_size=1, max_size=3)):
            check_store(reader, data.draw(queries(heads)), scale, height, heads)

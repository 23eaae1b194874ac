"""Events of a day of the year: what a store answers equals what a plain filter finds."""

import datetime
from contextlib import ExitStack, closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.event_query import EventQuery
from tests.store.memory_source import MemorySource
from tests.store.samples import SAMPLE, SAMPLE_EVENTS, sample_event
from tests.store.stores import temporary_store
from tests.store.strategies import queries

_CLOSE = (
    "2020-02-29",
    "2021-02-28",
    "2021-03-01",
    "1999-12-31",
    "2000-01-01",
    "2021-06-28~",
    "2021-06-28",
    "-0044-03-15",
)
month_days = st.dates(datetime.date(2000, 1, 1), datetime.date(2000, 12, 31)) | st.sampled_from(
    [datetime.date(2000, 2, 28), datetime.date(2000, 2, 29), datetime.date(2000, 3, 1), datetime.date(2000, 12, 31)]
)
exact_days = st.lists(st.sampled_from(_CLOSE) | st.dates().map(str), max_size=6)


@given(data=st.data(), days=exact_days, near=month_days)
@settings(deadline=None, max_examples=60)
def test_a_store_finds_what_a_plain_filter_finds(data: st.DataObject, days: list[str], near: datetime.date) -> None:
    """The day of the year, how many events there are on it in all years, and the first of them, for any query."""
    events = tuple(sample_event(f"day-{at}", day, "日") for at, day in enumerate(days))
    chronicle = SAMPLE._replace(events=(*events, *data.draw(st.sampled_from([SAMPLE_EVENTS, ()]))))
    memory = MemorySource(chronicle)
    asked = "zh", near.month, near.day, data.draw(st.integers(1, 5))
    with temporary_store(chronicle) as store:
        for query in [EventQuery(), data.draw(queries(chronicle))]:
            expected = memory.anniversaries(query, *asked)
            assert store.anniversaries(query, *asked) == expected
            with ExitStack() as stack:
                selection = store.select(query)
                if selection is not store:
                    stack.enter_context(closing(selection))
                assert selection.anniversaries(query, *asked) == expected


def test_only_days_known_for_sure_count() -> None:
    """A month, an interval and a day that is only about right are no anniversaries; the nearest sure day is named."""
    dates = ("2021-06", "2021-06-28~", "2021-06-28/2021-06-30", "1990-07-02", "2019-07-02")
    events = tuple(sample_event(f"event-{at}", date, "日") for at, date in enumerate(dates))
    with temporary_store(SAMPLE._replace(events=events)) as store:
        found = store.anniversaries(EventQuery(), "zh", 6, 28, 1)
        assert found is not None
        assert (found.month, found.day, found.size, [head.id for head in found.heads]) == (7, 2, 2, ["event-3"])
        assert store.anniversaries(EventQuery(last_day=0), "zh", 6, 28, 1) is None


def test_the_nearest_day_may_be_in_another_year() -> None:
    """From New Year's Day to the last of December is one day."""
    events = tuple(sample_event(f"on-{date}", date, "日") for date in ("2020-12-31", "2020-01-04"))
    with temporary_store(SAMPLE._replace(events=events)) as store:
        found = store.anniversaries(EventQuery(), "zh", 1, 1, 9)
        assert found is not None
        assert [head.id for head in found.heads] == ["on-2020-12-31"]


@pytest.mark.parametrize("dates", [(), ("2021",)])
def test_without_a_sure_day_there_is_none(dates: tuple[str, ...]) -> None:
    """An empty store, and one of years."""
    with temporary_store(SAMPLE._replace(events=tuple(sample_event(date, date, "年") for date in dates))) as store:
        assert store.anniversaries(EventQuery(), "zh", 6, 28, 9) is None

"""The pyramid's counts, densities, extents and long events equal plain SQL over the events themselves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import Chronicle, Status
from qtviewer.domain.event_query import EventQuery
from tests.store.expected_answers import check_answers
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store
from tests.store.strategies import crowded_chronicles, queries


def _only_aggregated(query: EventQuery) -> EventQuery:
    return query._replace(collections=None, tags=None, places=None, threads=None)


@given(data=st.data(), chronicle=crowded_chronicles())
@settings(deadline=None, max_examples=40)
def test_every_answer_equals_plain_sql(data: st.DataObject, chronicle: Chronicle) -> None:
    """For categories, statuses, importance and days of any kind, in views of any length and at every level."""
    with temporary_store(chronicle) as store:
        for query in [EventQuery(), *data.draw(st.lists(queries(chronicle), min_size=1, max_size=3))]:
            check_answers(store, store.path, chronicle, _only_aggregated(query), data)


def test_a_reversed_range_is_counted_rightly() -> None:
    """From a day to an earlier one only what lasts over both matches; what lies between is not subtracted for it."""
    events = (sample_event("between", "2021-05", "中"), sample_event("over-both", "2020/2022", "长"))
    query = EventQuery(first_day=events[0].date.last_day + 9, last_day=events[0].date.first_day - 9)
    with temporary_store(SAMPLE._replace(events=events)) as store:
        assert [head.id for head in store.heads(query, "zh")] == ["over-both"]
        assert store.count(query) == 1
        assert store.count_by(query, "category") == {"milestone": 1}


def test_a_count_of_what_lasts_into_a_range_has_its_density() -> None:
    """An event that began before the first day asked for is counted where it began, so that its card can be shown."""
    events = (sample_event("lasting", "2021-02-20/2021-03-05", "续"), sample_event("over", "2021-02-20", "毕"))
    days = events[0].date.first_day - 9, events[0].date.last_day
    query = EventQuery(first_day=events[0].date.last_day - 2)
    with temporary_store(SAMPLE._replace(events=events)) as store:
        for level in range(10):
            (density,) = store.density(query, level, days)
            assert (density.bucket, density.size) == (events[0].date.first_day >> 2 * level, 1)
            assert (
                store.heads_by_number([density.representative], "zh", MAX_DAY)[density.representative].id == "lasting"
            )


@pytest.mark.parametrize(
    ("date", "extent"),
    [
        ("-9999", ("-9999-01-01", "-9999-12-31")),
        ("9999", ("9999-01-01", "9999-12-31")),
        ("9999-12-31", ("9999-12-31", "9999-12-31")),
        ("-9999-01-01", ("-9999-01-01", "-9999-01-01")),
        ("2019/..", ("2019-01-01", "2019-12-31")),
        ("9999/..", ("9999-01-01", "9999-12-31")),
        ("../2019", ("2019-12-31", "2019-12-31")),
        ("[..2021-03-05]", ("2021-03-05", "2021-03-05")),
        ("9999-12-31/..", ("9999-12-31", "9999-12-31")),
        ("-9999/9999", ("-9999-01-01", "9999-12-31")),
        ("-0044-03-15", ("-0044-03-15", "-0044-03-15")),
    ],
)
def test_open_ends_are_not_the_ends_of_the_calendar(date: str, extent: tuple[str, str]) -> None:
    """The first and the last day of the calendar are days like others; an end that nobody knows is none."""
    expected = tuple(parse_edtf(day).first_day for day in extent)
    with temporary_store(SAMPLE._replace(events=(sample_event("only", date, "一"),))) as store:
        assert store.extent(EventQuery()) == expected
        for status in Status:
            found = store.extent(EventQuery(statuses=frozenset({status})))
            assert found == (expected if status is Status.HAPPENED else None)


def test_of_many_long_events_the_most_important_are_told() -> None:
    """However many last long at once, those told of each category are the most important, whatever is filtered."""
    events = tuple(
        sample_event(f"{category}-{at}", f"{1900 + at}/{1960 + at}", "长", category=category, importance=1 + at % 5)
        for category in ("milestone", "festival")
        for at in range(60)
    )
    days = events[59].date.first_day, events[59].date.first_day + 30
    with temporary_store(SAMPLE._replace(events=events)) as store:
        for least, expected in ((1, {4, 5}), (5, {5}), (3, {4, 5})):
            heads = store.heads_of_long_events(EventQuery(min_importance=least), "zh", days, 1_000)
            told = 12 if least == 5 else 24
            assert [head.category for head in heads].count("festival") == told
            assert len(heads) == 2 * told
            assert {head.importance for head in heads} == expected
        assert store.heads_of_long_events(EventQuery(categories=frozenset({"history"})), "zh", days, 1_000) == []


def test_the_neighbour_within_a_range_of_dates() -> None:
    """A filter by days goes on holding while one walks from event to event."""
    events = tuple(sample_event(f"in-{year}", str(year), "年") for year in range(2000, 2010))
    query = EventQuery(first_day=events[3].date.first_day, last_day=events[6].date.first_day)
    with temporary_store(SAMPLE._replace(events=events)) as store:
        for here, step, expected in (
            ("in-2000", 1, "in-2003"), ("in-2004", 1, "in-2005"), ("in-2006", 1, None), ("in-2009", -1, "in-2006"),
            ("in-2003", -1, None), ("", 1, "in-2003"), ("", -1, "in-2006"), ("not-there", 1, "in-2003"),
        ):  # fmt: skip
            found = store.neighbour(query, "zh", here, step)
            assert (found and found.id) == expected

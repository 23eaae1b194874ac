"""The counts beside each filter are those that choosing it would give."""

from collections import deque
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MIN_DAY, civil_day
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.event import Chronicle, Status
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.facets import TAG_FACETS, with_only_value, without_facet
from qtviewer.domain.source import Facet
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import edited_copy, temporary_store
from tests.store.strategies import chronicles, queries

FACETS: tuple[Facet, ...] = get_args(Facet)


def worked_out(store: StoreReader, chronicle: Chronicle, query: EventQuery) -> dict[Facet, dict[str, int]]:
    """The counts of the facets that are no periods, each by asking for one value after the other."""
    values: dict[Facet, set[str]] = {
        "category": {category.id for category in chronicle.categories},
        "collection": set(chronicle.collections),
        "status": set(Status),
        "importance": set("12345"),
        "precision": set(Precision),
    }
    for facet, kind in TAG_FACETS.items():
        values[facet] = {tag.id for tag in chronicle.tags if tag.kind is kind}
    counts = {
        facet: {value: store.count(with_only_value(query, facet, value)) for value in known}
        for facet, known in values.items()
    }
    return {facet: {value: n for value, n in by_value.items() if n} for facet, by_value in counts.items()}


def touching(store: StoreReader, query: EventQuery, period: str) -> int:
    """How many events match and touch a year or month, whatever days the query asks for."""
    date = parse_edtf(period)
    return store.count(query._replace(first_day=date.first_day, last_day=date.last_day))


@given(data=st.data(), chronicle=chronicles())
@settings(deadline=None, max_examples=20)
def test_each_count_is_what_choosing_the_value_gives(data: st.DataObject, chronicle: Chronicle) -> None:
    """For every facet of any query, asked of the store or of a selection; values without events are left out."""
    with temporary_store(chronicle) as store:
        for query in [EventQuery(), *data.draw(st.lists(queries(chronicle), min_size=3, max_size=4))]:
            facets = store.facets(query)
            assert tuple(facets) == FACETS
            expected = worked_out(store, chronicle, query)
            assert {facet: facets[facet] for facet in expected} == expected
            selection = store.select(query)
            assert selection.facets(query) == facets
            if selection is not store:
                selection.close()


@given(data=st.data(), chronicle=chronicles())
@settings(deadline=None, max_examples=20)
def test_years_and_months_count_what_touches_them(data: st.DataObject, chronicle: Chronicle) -> None:
    """Each year in which a matching event begins or ends is there, in order; open ends make none."""
    with temporary_store(chronicle) as store:
        for query in [EventQuery(), *data.draw(st.lists(queries(chronicle), min_size=3, max_size=4))]:
            facets, timeless = store.facets(query), without_facet(query, "year")
            for period, count in (*facets["year"].items(), *facets["month"].items()):
                assert count == touching(store, timeless, period) > 0
            days = {
                day for event in store.events(timeless) for day in (event.date.first_day, event.date.known_last_day)
            }
            years = sorted({civil_day(day).year for day in days - {MIN_DAY}})
            assert list(map(int, facets["year"])) == years


@given(chronicle=chronicles(), year=st.integers(2019, 2023))
@settings(deadline=None, max_examples=20)
def test_a_year_that_is_asked_for_has_all_its_months(chronicle: Chronicle, year: int) -> None:
    """Every month of the year that an event touches, and no other, whichever part of the year is asked for."""
    with temporary_store(chronicle) as store:
        expected = {}
        for month in range(1, 13):
            if count := touching(store, EventQuery(), f"{year}-{month:02d}"):
                expected[f"{year}-{month:02d}"] = count
        for asked in (str(year), f"{year}-06", f"{year}-12-31"):
            date = parse_edtf(asked)
            assert store.facets(EventQuery(first_day=date.first_day, last_day=date.last_day))["month"] == expected


def test_months_are_those_of_the_only_year() -> None:
    """When all events stand in one year, its months are there at once; otherwise not before a year is chosen."""
    months = {"2021-06": 1, "2021-07": 1}
    one_year = tuple(sample_event(month, month, "月") for month in months)
    with temporary_store(SAMPLE._replace(events=one_year)) as store:
        assert store.facets(EventQuery())["month"] == months
    with temporary_store(SAMPLE) as store:
        assert store.facets(EventQuery())["month"] == {}


def test_the_most_frequent_come_first_and_equals_by_id(shipped: StoreReader) -> None:
    """Values that are no times stand in the order in which they are worth showing."""
    for facet, by_value in shipped.facets(EventQuery()).items():
        if facet not in ("year", "month", "importance"):
            assert list(by_value) == sorted(by_value, key=lambda value: (-by_value[value], value))


def test_a_store_that_another_program_changed_is_counted_as_it_is_now(tmp_path: Path, sample_store: Path) -> None:
    """Stale aggregates answer nothing: neither years nor anything else."""
    changed = edited_copy(sample_store, tmp_path / "changed.sqlite", "UPDATE event SET category = 'festival'")
    reader = StoreReader(changed)
    assert reader.is_stale
    assert reader.facets(EventQuery())["category"] == {"festival": 7}
    assert reader.facets(EventQuery(search="地铁"))["category"] == {"festival": 2}
    assert sum(reader.facets(EventQuery(categories=frozenset({"festival"})))["status"].values()) == 7
    reader.close()


def test_a_reader_beside_another_stops_when_it_is_no_longer_wanted(shipped: StoreReader) -> None:
    """What nobody waits for ends with an error, and the reader that it stands beside goes on."""
    beside = shipped.open_again(lambda: True)
    asking = (beside.facets(EventQuery(search="钱塘")) for _ in range(10_000))
    with pytest.raises(StoreError):
        deque(asking, maxlen=0)
    beside.close()
    assert shipped.facets(EventQuery())["category"]

"""What begins in some minutes, or touches them, is counted as the memory source tells it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.minutes import minutes_of_days
from qtviewer.domain.event import Chronicle
from qtviewer.domain.event_query import EventQuery
from tests.store.memory_source import MemorySource
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store
from tests.store.strategies import crowded_chronicles, day_ranges, minute_ranges, queries

EVERYTHING = EventQuery()


@given(data=st.data(), chronicle=crowded_chronicles())
@settings(deadline=None, max_examples=40)
def test_counts_of_minutes_equal_those_of_the_memory_source(data: st.DataObject, chronicle: Chronicle) -> None:
    """Counts, heads and buckets of what begins, counts of what touches, for any query, selected before or not."""
    memory = MemorySource(chronicle)
    query = data.draw(st.just(EVERYTHING) | queries(chronicle))
    with temporary_store(chronicle) as store:
        for source in (store, store.select(query)):
            for minutes in data.draw(st.lists(minute_ranges(chronicle), min_size=1, max_size=4)):
                assert source.count_beginning(query, minutes) == memory.count_beginning(query, minutes)
                assert source.count_touching(query, minutes) == memory.count_touching(query, minutes)
                assert source.heads_beginning(query, "zh", minutes) == memory.heads_beginning(query, "zh", minutes)
                level = data.draw(st.integers(-6, -1))
                found, expected = (each.minute_density(query, level, minutes) for each in (source, memory))
                assert [density[:4] for density in found] == [density[:4] for density in expected]
                heads = source.heads_by_number([density.representative for density in found], "zh", query.today)
                assert all(heads[density.representative].importance == density.importance for density in found)


@given(data=st.data(), chronicle=crowded_chronicles())
@settings(deadline=None, max_examples=20)
def test_whole_days_have_what_their_days_have(data: st.DataObject, chronicle: Chronicle) -> None:
    """Times of day change nothing there."""
    asked = data.draw(queries(chronicle)), minutes_of_days(data.draw(day_ranges(chronicle)))
    plain = chronicle._replace(events=tuple(event._replace(time="") for event in chronicle.events))
    with temporary_store(chronicle) as store, temporary_store(plain) as without:
        assert store.count_beginning(*asked) == without.count_beginning(*asked)
        assert store.count_touching(*asked) == without.count_touching(*asked)


def test_a_bucket_is_a_part_of_a_day() -> None:
    """Before our era, too; without a time of day an event is in the first part of its day."""
    times = ["", "05:59", "06:00", "23:59"]
    events = tuple(sample_event(f"e-{at}", "-4800-01-01", "古")._replace(time=time) for at, time in enumerate(times))
    day = events[0].date.first_day
    assert day < 0
    with temporary_store(SAMPLE._replace(events=events)) as store:
        found = store.minute_density(EVERYTHING, -1, minutes_of_days((day, day)))
    sizes = [(density.bucket, density.size) for density in found]
    assert sizes == [(day * 4, 2), (day * 4 + 1, 1), (day * 4 + 3, 1)]

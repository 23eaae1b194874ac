"""Events on their way: packed without loss, in date order, with every circle of parents found."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.event import Chronicle
from qtviewer.store.staging import StagedEvent, StagingDatabase
from tests.store.query_matching import date_sort_key
from tests.store.samples import SAMPLE_EVENTS, sample_event
from tests.store.strategies import chronicles


@given(chronicle=chronicles())
@settings(deadline=None, max_examples=40)
def test_events_come_out_as_they_went_in(chronicle: Chronicle) -> None:
    """Every field, by id and in date order."""
    with StagingDatabase() as staging:
        for number, event in enumerate(chronicle.events):
            staging.put(number, event)
        assert [staging.get(event.id) for event in chronicle.events] == [
            StagedEvent(number, event) for number, event in enumerate(chronicle.events)
        ]
        assert list(staging) == sorted(chronicle.events, key=date_sort_key)


def test_an_id_is_taken_once() -> None:
    """A new event does not take the place of another; one that is put does."""
    first, second = SAMPLE_EVENTS[0], SAMPLE_EVENTS[0]._replace(importance=5)
    with StagingDatabase() as staging:
        assert staging.put_if_new(1, first)
        assert not staging.put_if_new(2, second)
        assert staging.get(first.id) == StagedEvent(1, first)
        staging.put(0, second)
        assert staging.delete_events_not_in_file() == 1
        assert staging.get(first.id) is None


@given(st.dictionaries(st.integers(0, 7), st.integers(0, 7), max_size=8))
@settings(deadline=None, max_examples=60)
def test_a_circle_is_found_exactly_where_there_is_one(parents: dict[int, int]) -> None:
    """Following parents from any event, either the chain ends or a problem names it."""
    with StagingDatabase() as staging:
        for number in range(8):
            parent = f"e{parents[number]}" if number in parents else ""
            staging.put(number + 1, sample_event(f"e{number}", "2021", "件", parent=parent))
        found = list(staging.parent_problems())
    in_circles = {start for start in parents if _returns(start, parents)}
    assert {int(problem.value[1:]) for problem in found} <= in_circles
    assert bool(found) == bool(in_circles)


def _returns(start: int, parents: dict[int, int]) -> bool:
    at = parents[start]
    for _ in range(8):
        if at == start:
            return True
        if at not in parents:
            return False
        at = parents[at]
    return False

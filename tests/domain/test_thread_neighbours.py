"""What came before and after in one matter."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.date_order import sort_day
from qtviewer.domain.dates.event_date import EventDate
from qtviewer.domain.thread_neighbours import ThreadNeighbours, thread_neighbours
from tests.domain.dates.strategies import event_dates
from tests.timeline.samples import head

dates = st.lists(event_dates(), min_size=1, max_size=12)


@settings(deadline=None)
@given(dates, st.integers(0, 5))
def test_before_and_after_are_in_date_order_and_nothing_is_lost(drawn: list[EventDate], most: int) -> None:
    """What stands before began no later, what stands after no earlier, an unknown beginning counts as its end."""
    event, *others = (head(f"event-{at}", "2021")._replace(date=date) for at, date in enumerate(drawn))
    neighbours = thread_neighbours(event, others, most)
    days = [sort_day(found.date) for found in (*neighbours.before, event, *neighbours.after)]
    assert days == sorted(days)
    assert len(neighbours.before) <= most
    assert len(neighbours.after) <= most
    assert len(neighbours.before) + len(neighbours.after) + neighbours.omitted_before + neighbours.omitted_after == len(
        others
    )
    assert not neighbours.omitted_before or len(neighbours.before) == most
    assert not neighbours.omitted_after or len(neighbours.after) == most


def test_the_nearest_are_kept() -> None:
    """Of many, those just before and just after."""
    years = [head(str(year), str(year)) for year in range(2010, 2031)]
    neighbours = thread_neighbours(years.pop(10), years, 2)
    assert neighbours == ThreadNeighbours((years[8], years[9]), (years[10], years[11]), 8, 8)


def test_alone_there_is_nothing_before_and_after() -> None:
    """An event without others has an empty course."""
    assert thread_neighbours(head("a", "2021"), [], 5) == ThreadNeighbours()

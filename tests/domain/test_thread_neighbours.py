"""What came before and after in one matter."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.event_date import EventDate
from qtviewer.domain.thread_neighbours import Course, course_of
from tests.domain.dates.strategies import event_dates
from tests.timeline.samples import head

dates = st.lists(event_dates(), min_size=1, max_size=12)


@settings(deadline=None)
@given(dates, st.integers(0, 5))
def test_before_and_after_are_in_date_order_and_nothing_is_lost(drawn: list[EventDate], most: int) -> None:
    """What stands before began no later, what stands after no earlier; what is left out is counted."""
    event, *others = (head(f"event-{at}", "2021")._replace(date=date) for at, date in enumerate(drawn))
    course = course_of(event, others, most)
    days = [found.date.first_day for found in (*course.before, event, *course.after)]
    assert days == sorted(days)
    assert len(course.before) <= most
    assert len(course.after) <= most
    assert len(course.before) + len(course.after) + course.earlier + course.later == len(others)
    assert not course.earlier or len(course.before) == most
    assert not course.later or len(course.after) == most


def test_the_nearest_are_kept() -> None:
    """Of many, those just before and just after."""
    years = [head(str(year), str(year)) for year in range(2010, 2031)]
    course = course_of(years.pop(10), years, 2)
    assert course == Course((years[8], years[9]), (years[10], years[11]), 8, 8)


def test_alone_there_is_nothing_before_and_after() -> None:
    """An event without others has an empty course."""
    assert course_of(head("a", "2021"), [], 5) == Course()

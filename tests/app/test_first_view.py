"""Where a window begins."""

from qtviewer.app.first_view import first_visible_range
from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event_query import EventQuery
from tests.timeline.samples import head, source_of


def test_the_first_view_is_where_most_happened() -> None:
    """Eight of ten events, as near together as there are, with a little room before them and more after."""
    days = ("2001-01-01", *(f"2021-06-0{day}" for day in range(1, 9)), "2035-01-01")
    source = source_of([head(f"event-{at}", date) for at, date in enumerate(days)])
    visible = first_visible_range(source, EventQuery())
    assert visible is not None
    first, last = visible
    assert day_number(2021, 5) < first <= day_number(2021, 6)
    assert day_number(2021, 6, 8) < last < day_number(2022, 6)


def test_without_events_there_is_no_first_view() -> None:
    """Nothing is said where nothing is known."""
    assert first_visible_range(source_of([]), EventQuery()) is None

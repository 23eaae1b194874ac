"""The attract loop along the year, and what happened on this day."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.anniversary import MonthDay
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead
from qtviewer.kiosk.attract_loop import AttractStop, attract_stops, began_on
from qtviewer.store.reader import StoreReader

NO_DAY = 3, 3
DAYS = (
    "2021-01-01",
    "2021-06-28",
    "2020-06-28",
    "2021-02",
    "2021",
    "2021-06-28/2021-07-02",
    "[2021-06-28..2021-07-01]",
)


def head(event_id: str, day: str, importance: int = 3) -> EventHead:
    """An event of the attract loop."""
    return EventHead(event_id, parse_edtf(day), "milestone", importance, event_id, parse_edtf(day).last_day)


heads = st.lists(
    st.builds(head, st.text("abcdef", min_size=1), st.sampled_from(DAYS), st.integers(1, 5)),
    unique_by=lambda one: one.id,
    max_size=30,
)


def ids(stops: tuple[AttractStop, ...]) -> list[str]:
    """The events of an attract loop."""
    return [stop.head.id for stop in stops]


def test_the_important_in_date_order() -> None:
    """The most important are chosen, then told in the order in which they happened."""
    events = [head("c", "2021-09", 5), head("a", "2021-01-02", 4), head("b", "2021-05-01", 1), head("d", "2021-12", 3)]
    assert ids(attract_stops(events, NO_DAY, limit=3)) == ["a", "c", "d"]
    assert ids(attract_stops(events, NO_DAY)) == ["a", "b", "c", "d"]


def test_on_this_day_comes_first_and_again() -> None:
    """Events of this day of any year take turns before every few others, and say that they are such."""
    others = [head(f"other{number}", f"2021-{number:02}-02") for number in range(1, 10)]
    events = [*others, head("old", "2016-06-28", 1), head("new", "2021-06-28", 1)]
    stops = attract_stops(events, (6, 28), limit=8)
    assert [stop.head.id for stop in stops if stop.on_this_day] == ["old", "new"]
    assert stops[0] == AttractStop(events[-2], on_this_day=True)
    assert ids(stops)[1:5] == ["other1", "other2", "other3", "other4"]
    assert not any(stop.on_this_day for stop in attract_stops(events, NO_DAY))


def test_only_days_that_are_known_happened_on_this_day() -> None:
    """A month, a year and an unknown day did not; what began on the day and lasted did."""
    today = 6, 28
    assert [began_on(head("e", day), today) for day in DAYS] == [False, True, True, False, False, True, False]
    assert not began_on(head("e", "../2021-06-28"), today)


@settings(deadline=None)
@given(heads, st.sampled_from([NO_DAY, (6, 28)]), st.integers(1, 40))
def test_an_attract_loop_has_no_stop_twice_in_a_row(events: list[EventHead], today: MonthDay, most: int) -> None:
    """Also where its end meets its beginning; it visits only events there are, in order, and all of this day."""
    stops = attract_stops(events, today, most)
    shown = ids(stops)
    assert bool(shown) == bool(events)
    assert set(shown) <= {event.id for event in events}
    if len(shown) > 1:
        assert all(one != other for one, other in zip(shown, shown[1:] + shown[:1], strict=True))
    along = [stop.head.date.first_day for stop in stops if not stop.on_this_day]
    assert along == sorted(along)
    of_today = {event.id for event in events if began_on(event, today)}
    assert len(of_today & set(shown)) >= min(len(of_today), most)
    assert attract_stops(list(reversed(events)), today, most) == stops


def test_the_shipped_chronicle_makes_an_attract_loop(shipped: StoreReader) -> None:
    """Some sixty stops, the milestones among them."""
    stops = attract_stops(shipped.heads(EventQuery(), "zh"), NO_DAY)
    assert len(stops) >= 60
    assert {stop.head.importance for stop in stops} >= {5}

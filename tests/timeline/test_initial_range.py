"""What is shown first: the days that a query has, or else the busiest stretch, with whole events."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import Chronicle
from qtviewer.domain.event_query import EventQuery
from qtviewer.timeline.initial_range import asked_range, events_range, initial_range
from qtviewer.timeline.scale import TimeScale
from tests.store.stores import temporary_store
from tests.store.strategies import chronicles, crowded_chronicles, queries
from tests.timeline.samples import head, source_of

ALL = EventQuery()


def range_of(*dates: str, query: EventQuery = ALL) -> tuple[float, float]:
    """What is shown first of events with these dates."""
    found = initial_range(source_of([head(f"event-{at}", date) for at, date in enumerate(dates)]), query)
    assert found is not None
    return found


def assert_shows(visible: tuple[float, float], first: int, end: int, at_most: float = 1.35) -> None:
    """A stretch from a day until before another one is in view, and not much more than that, or ten days."""
    assert visible[0] <= first < end <= visible[1]
    assert visible[1] - visible[0] <= max((end - first) * at_most, 10.5)


def test_most_of_what_happened_is_in_view() -> None:
    """Eight of ten events, as near together as there are."""
    days = (f"2021-06-0{day}" for day in range(1, 9))
    visible = range_of("2001-01-01", *days, "2035-01-01")
    assert visible[0] <= day_number(2021, 6) < day_number(2021, 6, 9) <= visible[1]
    assert visible[1] - visible[0] < 30


def test_a_crowd_is_found_in_a_long_history() -> None:
    """Thirty events of one day open on that day, however long before it another one was."""
    assert_shows(range_of("-3000", *["2009-12-09"] * 30), day_number(2009, 12, 9), day_number(2009, 12, 10))


def test_a_long_event_is_whole() -> None:
    """A century opens on the century, alone and beside days of its first years."""
    for others in ((), ("1901-03-04",), ("1901-03-04", "1903-01-01")):
        assert_shows(range_of("1901-01-01/2001-01-01", *others), day_number(1901), day_number(2001, 1, 2))


def test_one_long_event_among_many_short_ones_does_not_stretch_the_view() -> None:
    """Twenty days of one month stay in sight as days beside a century that begins in that month."""
    visible = range_of("1901-01-01/2001-01-01", *(f"1901-01-{day:02d}" for day in range(1, 21)))
    assert visible[1] - visible[0] < 60


def test_open_ends_stretch_nothing() -> None:
    """What still goes on, or has no beginning, counts by the end that is known, as far as that is known."""
    assert_shows(range_of("2019/.."), day_number(2019), day_number(2020))
    assert_shows(range_of("2019-03-01/.."), day_number(2019, 3), day_number(2019, 3, 2))
    assert_shows(range_of("../2018"), day_number(2018, 12, 31), day_number(2019))
    assert_shows(range_of("2019-01-01", "2019/..", "2020-12-31"), day_number(2019), day_number(2021))


def test_the_days_of_a_query_are_shown() -> None:
    """From the first to the last of them, wherever the events are, and even if there are none."""
    query = EventQuery(first_day=day_number(2022, 4), last_day=day_number(2022, 6, 30))
    for dates in (("2022-04-02", "2022-04-03", "2021"), ("2019/..",), ("2021-01-01",), ()):
        assert_shows(range_of(*dates, query=query), day_number(2022, 4), day_number(2022, 7), 1.1)


def test_one_day_of_a_query_is_an_end_of_the_view() -> None:
    """The matching events say where the other end is; where they say nothing, a year is shown."""
    dates = "2020-03-01", "2021-03-01", "2022-03-01", "2018/.."
    since, until = EventQuery(first_day=day_number(2021)), EventQuery(last_day=day_number(2020, 12, 31))
    assert_shows(range_of(*dates, query=since), day_number(2021), day_number(2022, 3, 2), 1.1)
    assert_shows(range_of(*dates, query=until), day_number(2018), day_number(2021), 1.1)
    assert_shows(range_of("2018/..", query=since), day_number(2021), day_number(2022), 1.1)
    assert_shows(range_of("../2022", query=until), day_number(2020), day_number(2021), 1.1)


def test_nothing_is_said_where_nothing_is_known() -> None:
    """Without events there is no view, unless the query has both days."""
    empty = source_of([])
    assert events_range(empty, ALL) is asked_range(empty, ALL) is None
    assert initial_range(empty, EventQuery(first_day=day_number(2021))) is None


@given(st.data(), chronicles() | crowded_chronicles(most_events=100))
@settings(max_examples=80, deadline=None)
def test_something_that_matches_is_in_view(data: st.DataObject, chronicle: Chronicle) -> None:
    """Whatever a store holds and whatever is asked: if an event matches, the first view touches one that does."""
    query = data.draw(queries(chronicle))
    with temporary_store(chronicle) as source:
        visible = initial_range(source, query)
        heads = source.heads(query, "")
    if not heads:
        return
    assert visible is not None
    scale = TimeScale.spanning(*visible, 1000.0)
    assert any(each.date.first_day < scale.right and each.last_day + 1 > scale.left for each in heads)


@given(dates=st.lists(st.sampled_from(["2021-06-28", "2021", "2019/2022", "18XX", "2019/..", "-0044"]), min_size=1))
@settings(max_examples=80, deadline=None)
def test_most_events_of_the_first_view_are_whole(dates: list[str]) -> None:
    """Four of five events begin in it, and four of five of these end in it so far as their end is known."""
    first, last = range_of(*dates)
    known = [parse_edtf(date).known_days for date in dates]
    begun = [days for days in known if first <= days[0] < last]
    assert len(begun) >= 0.8 * len(known)
    assert len([days for days in begun if days[1] < last]) >= 0.8 * len(begun)

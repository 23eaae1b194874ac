"""Span bars have rows, which they keep while the view moves."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import rank_key
from qtviewer.timeline.span_bars import SpanBarRows, assign_bar_rows, span_bar_rows
from tests.timeline.samples import head, view_of

GAP = 5.0  # days
SEVENTIES, EIGHTIES, BOTH = head("a", "1970/1979"), head("b", "1981/1989"), head("c", "1975/1985", importance=2)


def ids(bars: SpanBarRows) -> list[list[str]]:
    """The ids in each row."""
    return [[event.id for event in row] for row in bars]


def test_long_events_share_a_row_where_they_leave_each_other_room() -> None:
    """One after the other in one row, over each other in two, the most important in the upper."""
    assert ids(assign_bar_rows((), [SEVENTIES, EIGHTIES], GAP)) == [["a", "b"]]
    assert ids(assign_bar_rows((), [SEVENTIES, EIGHTIES, BOTH], GAP)) == [["a", "b"], ["c"]]
    assert ids(assign_bar_rows((), [BOTH, SEVENTIES, EIGHTIES], GAP)) == [["c"], ["a", "b"]]
    assert ids(assign_bar_rows((), [SEVENTIES, EIGHTIES], 400.0)) == [["a"], ["b"]]


def test_a_long_event_keeps_its_row() -> None:
    """The one that was there first stays, a better one goes below, and a row that empties in between stays empty."""
    before = assign_bar_rows((), [BOTH], GAP)
    assert ids(assign_bar_rows(before, [SEVENTIES, BOTH], GAP)) == [["c"], ["a"]]
    both_rows = assign_bar_rows(before, [SEVENTIES, BOTH], GAP)
    assert ids(assign_bar_rows(both_rows, [SEVENTIES], GAP)) == [[], ["a"]]
    assert ids(assign_bar_rows(both_rows, [BOTH], GAP)) == [["c"]]
    assert assign_bar_rows(both_rows, [], GAP) == ()


def test_only_long_events_that_touch_the_view_have_rows() -> None:
    """Each once, though several tiles name it; one that is out of view leaves its row, one in view keeps it."""
    heads = [SEVENTIES, EIGHTIES, BOTH, SEVENTIES, BOTH]
    before = span_bar_rows(heads, view_of("1976", "1978"), (), GAP)
    assert ids(before) == [["a"], ["c"]]
    assert ids(span_bar_rows(heads, view_of("1984", "1986"), before, GAP)) == [["b"], ["c"]]
    assert span_bar_rows(heads, view_of("1990", "1991"), before, GAP) == ()
    assert ids(span_bar_rows(heads, view_of("1979-12-31", "1980"), (), GAP)) == [["a"], ["c"]]
    assert ids(span_bar_rows(heads, view_of("1980-01-01", "1980"), (), GAP)) == [["c"]]


@st.composite
def ranked_events(draw: st.DrawFn) -> list[EventHead]:
    """Some of a dozen long events, the most important first."""
    numbers = draw(st.lists(st.integers(0, 11), unique=True))
    events = [head(f"e-{n}", f"{1900 + n * 5}/{1904 + n * 5 + n * 7 % 20}", importance=n % 5 + 1) for n in numbers]
    return sorted(events, key=rank_key)


@given(views=st.lists(ranked_events(), min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_rows_of_long_events_hold_each_once_and_none_over_another(views: list[list[EventHead]]) -> None:
    """From view to view: all that are seen, none in another row than before, no empty row at the end."""
    bars: SpanBarRows = ()
    for ranked in views:
        before, bars = bars, assign_bar_rows(bars, ranked, GAP)
        assert sorted(event.id for row in bars for event in row) == sorted(event.id for event in ranked)
        assert not bars or bars[-1]
        for number, row in enumerate(bars):
            assert list(row) == sorted(row, key=lambda event: event.date.first_day)
            for event, other in combinations(row, 2):
                assert event.last_day + 1 + GAP <= other.date.first_day
            stayed = [event for event in (before[number] if number < len(before) else ()) if event in ranked]
            assert set(stayed) <= set(row)

"""What a window tells first, on stores of few events."""

import pytest

from qtviewer.app.first_view import show_first_view
from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event_query import EventQuery
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import ViewState
from tests.timeline.samples import head, source_of

SINCE_2022 = EventQuery(first_day=day_number(2022))


def first_view_of(query: EventQuery, *dates: str) -> ViewState:
    """The state that a window begins with on events of these dates, which are their ids, too."""
    model = ViewModel(source_of([head(date, date) for date in dates]), ViewState(query))
    show_first_view(model)
    return model.state


@pytest.mark.parametrize(
    ("query", "dates", "told"),
    [
        (EventQuery(), ("1901-01-01/2001-01-01",), "1901-01-01/2001-01-01"),
        (SINCE_2022, ("2019/..",), "2019/.."),
        (SINCE_2022, ("2019/..", "2023-05-01"), "2023-05-01"),
        (SINCE_2022, ("2019",), ""),
        (EventQuery(), (), ""),
    ],
)
def test_an_event_in_view_is_told(query: EventQuery, dates: tuple[str, ...], told: str) -> None:
    """One that begins in view, else one that reaches into it, else none."""
    assert first_view_of(query, *dates).selected == told


def test_a_filter_without_matches_shows_where_there_are_events() -> None:
    """Those that another filter may bring back."""
    state = first_view_of(EventQuery(categories=frozenset()), "2021-06-28")
    assert state.first < day_number(2021, 6, 28) < state.last

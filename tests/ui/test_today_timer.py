"""A window that stays open goes on to the next day."""

from itertools import chain, repeat

import pytest

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event_query import EventQuery
from qtviewer.ui.today_timer import TodayTimer
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import ViewState
from tests.timeline.samples import head, source_of

pytestmark = pytest.mark.usefixtures("qapp")
NEW_YEAR = day_number(2030)


def timer_of(model: ViewModel, *days: int) -> TodayTimer:
    """A timer that finds these days one after the other, and then the last one as long as it lives."""
    found = chain(days, repeat(days[-1]))
    return TodayTimer(model, lambda: next(found))


def test_what_still_goes_on_does_so_on_the_next_day() -> None:
    """After midnight what has no end touches the new day, filters stay, and those who look at events are told once."""
    query = EventQuery(first_day=NEW_YEAR, today=NEW_YEAR - 1)
    model = ViewModel(source_of([head("since", "2019/..")]), ViewState(query))
    timer, told = timer_of(model, NEW_YEAR - 1, NEW_YEAR, NEW_YEAR), []
    model.today_changed.connect(lambda: told.append(model.total))
    for _minute in range(3):
        timer.check()
    assert told == [1]
    assert model.state.query == EventQuery(first_day=NEW_YEAR, today=NEW_YEAR)


def test_a_clock_that_is_set_back_is_believed() -> None:
    """A wrong clock that is put right may go back by years."""
    model = ViewModel(source_of([]), ViewState(EventQuery(today=NEW_YEAR)))
    timer_of(model, day_number(2016)).check()
    assert model.today == day_number(2016)


def test_a_request_asks_for_today() -> None:
    """A query made yesterday, or without a day, is shown as of today."""
    model = ViewModel(source_of([head("since", "2019/..")]), ViewState(EventQuery(today=NEW_YEAR)))
    model.request(EventQuery(first_day=NEW_YEAR + 1))
    assert (model.total, model.today) == (0, NEW_YEAR)

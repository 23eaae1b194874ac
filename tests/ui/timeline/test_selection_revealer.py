"""The selected event comes into view."""

from typing import Any, Final

import pytest

from qtviewer.domain.dates.day_number import day_number
from tests.store.samples import SAMPLE, sample_event
from tests.ui.windows import OpenWindow, Rest

YEAR: Final[dict[str, Any]] = {"first": float(day_number(2021)), "last": float(day_number(2022))}


def test_selecting_moves_no_more_than_needed(open_window: OpenWindow, rest: Rest) -> None:
    """An event whose card is whole in view is selected without moving; one out of view comes to its middle."""
    window = open_window(size=(1920, 1080), **YEAR)
    before = window.model.state
    window.model.select("qiantang-district-founded")
    rest(window)
    assert window.model.state._replace(selected=before.selected) == before
    window.model.set_visible_range(float(day_number(1990)), float(day_number(1991)))
    window.model.select("metro-line-8-opens")
    rest(window)
    assert window.timeline.scale().centre == pytest.approx(day_number(2021, 6, 28) + 0.5)


@pytest.mark.parametrize("at_edge", [0, 1])
def test_a_card_that_the_edge_cuts_is_brought_in(open_window: OpenWindow, rest: Rest, at_edge: int) -> None:
    """A selected card of which the left or right edge of the view leaves only a strip is moved into view."""
    day = float(day_number(2021, 6, 28))
    first, last = (day - 199, day + 1) if at_edge else (day + 0.5, day + 200)
    window = open_window(size=(1920, 1080), first=first, last=last)
    window.model.select("")
    window.model.select("metro-line-8-opens")
    rest(window)
    assert window.timeline.scale().centre == pytest.approx(day + 0.5)


def test_an_event_with_an_unknown_beginning_is_brought_in_at_its_end(open_window: OpenWindow, rest: Rest) -> None:
    """The view goes to the end that is known, not to the beginning of the calendar."""
    events = (sample_event("until", "../2018", "截至"), sample_event("now", "2021-06-28", "今"))
    window = open_window(chronicle=SAMPLE._replace(events=events), **YEAR)
    window.model.select("until")
    rest(window)
    scale = window.timeline.scale()
    assert scale.left < day_number(2018, 12, 31) < scale.right

"""The view moves where it is told to, and never outside the calendar."""

from typing import Any, Final

import pytest
from PySide6.QtCore import QPoint

from qtviewer.domain.dates.day_number import day_number
from qtviewer.timeline.scale import FIRST_TIME, LAST_TIME
from tests.ui.windows import OpenWindow, Rest, drag, settle, wheel

YEAR: Final[dict[str, Any]] = {"first": float(day_number(2021)), "last": float(day_number(2022))}


def test_a_stretch_is_fitted_with_room_for_the_cards_at_its_end(open_window: OpenWindow, rest: Rest) -> None:
    """The stretch is in view whole, with a little room before it and more after it."""
    window = open_window()
    view = window.timeline
    view.navigation.fit(100.0, 200.0)
    rest(window)
    assert view.scale().left == pytest.approx(97.0)
    assert view.scale().right == pytest.approx(222.0)


@pytest.mark.parametrize(("first", "last"), [(-2e6, -1.9e6), (5.3e6, 5.5e6), (-1e9, 1e9), (2e9, 2e9 + 1)])
def test_the_view_stays_inside_the_calendar(open_window: OpenWindow, first: float, last: float) -> None:
    """What a model asks for beyond the first or last year is shown as near as it may be, and can be moved."""
    window = open_window(first=first, last=last)
    before = window.timeline.scale().days
    drag(window.timeline.viewport(), QPoint(300, 200), QPoint(700, 200))
    wheel(window.timeline.viewport(), QPoint(300, 200), QPoint(0, -120))
    settle()
    after = window.timeline.scale()
    assert after.left >= FIRST_TIME
    assert after.right <= LAST_TIME + 1e-6
    assert after.days >= before * (1 - 1e-9)


@pytest.mark.parametrize("movement", [(0.0, 0.0), (1e-200, 0.0), (0.0, 35.0), (25.0, 0.0), (0.0, -35.0)])
@pytest.mark.parametrize("size", [(1280, 900), (1024, 600)])
def test_lanes_say_their_sums_after_every_movement(
    open_window: OpenWindow, rest: Rest, size: tuple[int, int], movement: tuple[float, float]
) -> None:
    """Also after one that moved nothing, such as a drag down where all lanes are in sight."""
    window = open_window(size=size, first=float(day_number(2021, 6)), last=float(day_number(2021, 7)))
    rest(window)
    assert window.timeline.chips()
    window.timeline.navigation.pan(*movement)
    rest(window)
    assert window.timeline.navigation.is_settled
    assert window.timeline.chips()

"""The timeline under fingers: one taps, drags and flicks, two pinch."""

from typing import Any, Final

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

from qtviewer.domain.dates.day_number import day_number
from qtviewer.ui.timeline.view import TimelineView
from qtviewer.ui.window.main_window import MainWindow
from tests.ui.windows import OpenWindow, Rest, place_of, whole_cards

LOW: Final[dict[str, Any]] = {"size": (1280, 620), "text_size": 160}  # not all lanes have room
SUMMER: Final[dict[str, Any]] = {
    "first": float(day_number(2021, 6)),
    "last": float(day_number(2021, 9)),
}


@pytest.fixture(scope="module")
def screen(qapp: object) -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice()


def touch(window: MainWindow, screen: QPointingDevice, *fingers: list[QPoint]) -> None:
    """Lay fingers on the timeline, move each along its places in step with the others, and lift them together."""
    view = window.timeline.viewport()

    def send(what: str, step: int) -> None:
        sequence = QTest.touchEvent(window.windowHandle(), screen, False)
        for number, places in enumerate(fingers):
            getattr(sequence, what)(number, view.mapTo(window, places[step]))
        sequence.commit()

    send("press", 0)
    for step in range(1, len(fingers[0])):
        send("move", step)
    send("release", -1)


def steps(start: QPoint, end: QPoint) -> list[QPoint]:
    """Ten steps from one place to another."""
    return [start + (end - start) * step / 10 for step in range(11)]


def time_at(view: TimelineView, x: int) -> float:
    """The time that stands under a place of the viewport."""
    return view.scale().time_at(x - view.margins.names_width)


def test_a_tap_chooses_the_card_under_the_finger(open_window: OpenWindow, screen: QPointingDevice) -> None:
    """A finger that trembles a little still taps."""
    window = open_window(size=(1920, 1080), **SUMMER)
    card = whole_cards(window.timeline, clusters=False)[0]
    place = place_of(window.timeline, card.box)
    touch(window, screen, [place, place + QPoint(2, 1), place])
    assert window.model.state.selected == card.card.heads[0].id


def test_a_finger_takes_time_and_lanes_along(open_window: OpenWindow, screen: QPointingDevice) -> None:
    """What was under the finger stays under it."""
    window = open_window(**LOW, **SUMMER)
    view, selected = window.timeline, window.model.state.selected
    view.navigation.animation.is_reduced = True
    held = time_at(view, 500)
    touch(window, screen, steps(QPoint(500, 300), QPoint(350, 210)))
    assert time_at(view, 350) == pytest.approx(held)
    assert view.verticalScrollBar().value() == 90
    assert (window.model.state.selected, window.model.state.cluster) == (selected, None)


def test_a_finger_flicks_and_the_next_one_stops_it(
    open_window: OpenWindow, rest: Rest, screen: QPointingDevice
) -> None:
    """The view goes on after the finger has left; laid on again, it holds the view and chooses nothing."""
    window = open_window(**SUMMER)
    touch(window, screen, steps(QPoint(600, 200), QPoint(450, 200)))
    moving = [window.timeline.navigation.animation.is_running]
    touch(window, screen, [QPoint(500, 200)])
    held = window.model.state
    assert [*moving, window.timeline.navigation.animation.is_running] == [True, False]
    rest(window)
    assert window.model.state == held


@pytest.mark.parametrize(
    "places",
    [((400, 500), (350, 600)), ((300, 650), (420, 500)), ((300, 400), (450, 550)), ((500, 400), (600, 350))],
    ids=["apart", "together", "along", "the other way round"],
)
def test_a_pinch_keeps_the_times_under_both_fingers(
    open_window: OpenWindow, screen: QPointingDevice, places: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    """Apart it magnifies, together it shows more time, and the times held stay where the fingers are."""
    window = open_window(**SUMMER)
    view = window.timeline
    selected = window.model.state.selected
    before, after = places
    times = [time_at(view, x) for x in before]
    fingers = zip(before, after, strict=True)
    touch(window, screen, *(steps(QPoint(start, 300), QPoint(end, 300)) for start, end in fingers))
    assert [time_at(view, x) for x in after] == pytest.approx(times, abs=0.01)
    assert not view.navigation.animation.is_running
    assert window.model.state.selected == selected


def test_the_middle_of_a_slanting_pinch_stays(open_window: OpenWindow, screen: QPointingDevice) -> None:
    """However the fingers lie, the time between them is kept."""
    window = open_window(**SUMMER)
    view = window.timeline
    before, middle = view.scale().days, time_at(view, 450)
    touch(window, screen, steps(QPoint(420, 250), QPoint(380, 180)), steps(QPoint(480, 310), QPoint(520, 380)))
    assert time_at(view, 450) == pytest.approx(middle)
    assert view.scale().days < before / 1.5


def test_after_a_pinch_the_finger_that_stays_does_not_drag(open_window: OpenWindow, screen: QPointingDevice) -> None:
    """One finger is lifted, the other moves on: the view stays, until all are lifted and one is laid on anew."""
    window = open_window(**SUMMER)
    view, handle = window.timeline, window.windowHandle()
    first, second = (view.viewport().mapTo(window, QPoint(x, 300)) for x in (400, 500))
    QTest.touchEvent(handle, screen, False).press(0, first).press(1, second).commit()
    QTest.touchEvent(handle, screen, False).move(0, first - QPoint(50, 0)).stationary(1).commit()
    QTest.touchEvent(handle, screen, False).stationary(0).release(1, second).commit()
    held = view.scale()
    QTest.touchEvent(handle, screen, False).move(0, first + QPoint(100, 0)).commit()
    assert view.scale() == held
    QTest.touchEvent(handle, screen, False).release(0, first + QPoint(100, 0)).commit()
    assert view.scale() == held
    view.navigation.animation.is_reduced = True
    touch(window, screen, steps(QPoint(400, 300), QPoint(500, 300)))
    assert view.scale().left == pytest.approx(held.left - 100 / held.pixels_per_day)

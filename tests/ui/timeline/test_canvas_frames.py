"""A view that was panned looks as one that is painted anew: no pixel is left where it does not belong."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event import Chronicle
from qtviewer.domain.event_query import EventQuery
from qtviewer.ui.timeline.lane_style import LaneStyle
from qtviewer.ui.timeline.view import TimelineView
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import ViewState
from tests.store.samples import SAMPLE, SAMPLE_ERAS, sample_event
from tests.store.stores import temporary_store

OpenView = Callable[[LaneStyle], TimelineView]

DATES = (
    "2021-06-{day}", "2021-06-{day}/2021-07-{day}", "2021-06", "2021", "2021-06-{day}~", "[2021-05-{day}..2021-06]",
)  # fmt: skip
HEADINGS = LaneStyle(heading=60.0, has_panel=False)
FIRST = float(day_number(2021, 6))
TODAY = day_number(2021, 6, 14)
some_moves = st.lists(st.floats(-500, 500) | st.floats(-2, 2) | st.integers(-90, 90), min_size=1, max_size=12)
few_examples = settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # one window for all of them
)


def crowd() -> Chronicle:
    """A month with events of every kind, more than there is room for, some of one thread, and eras behind them."""
    dates = [date.format(day=10 + at) for at in range(18) for date in DATES]
    events = [
        sample_event(
            f"event-{at}", date, f"第{at}件事情" * (1 + at % 3), category=("milestone", "festival")[at % 2],
            thread="metro" if at % 7 == 0 else "",
        )
        for at, date in enumerate(dates)
    ]  # fmt: skip
    return SAMPLE._replace(events=tuple(events), eras=SAMPLE_ERAS)


@pytest.fixture
def open_view(qtbot: QtBot) -> Iterator[OpenView]:
    """Opens a timeline of a crowded month, in a style."""
    with temporary_store(crowd()) as source:
        views = []

        def open_one(style: LaneStyle) -> TimelineView:
            query = EventQuery(today=TODAY)
            model = ViewModel(source, ViewState(query, first=FIRST, last=FIRST + 30, selected="event-42"))
            view = TimelineView(model, style=style)
            model.setParent(view)
            view.resize(700, 400)
            with qtbot.waitExposed(view):
                view.show()
            qtbot.waitUntil(lambda: view.is_at_rest)
            views.append(view)
            return view

        yield open_one
        for view in views:
            view.hide()
            view.deleteLater()


def on_screen(widget: QWidget) -> QImage:
    """What the screen shows of a window, as it was painted piece by piece."""
    QApplication.processEvents()
    return widget.screen().grabWindow(widget.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def painted_anew(widget: QWidget) -> QImage:
    """The same, all of it painted now."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("style", [LaneStyle(), HEADINGS], ids=["names beside", "names above"])
def test_a_panned_view_looks_as_painted_anew(open_view: OpenView, style: LaneStyle) -> None:
    """However far it is panned and how often, also by parts of a pixel, and at any magnification."""
    view = open_view(style)

    @given(days=st.sampled_from([0.5, 4.0, 30.0, 365.0, 5000.0]), moves=some_moves)
    @few_examples
    def check(days: float, moves: list[float]) -> None:
        view.navigation.jump(view.scale().centred_on(FIRST + 12).zoomed(view.scale().days / days, 250))
        for pixels in moves:
            view.navigation.pan(pixels, 0)
            scene = view.scene()
            shown = on_screen(view)
            if view.scene() is scene and view.is_painted_whole:  # otherwise more is about to be painted
                assert shown == painted_anew(view)

    check()


def test_a_panned_view_is_never_a_pixel_off(open_view: OpenView) -> None:
    """Cards of a moving view stand less than a pixel from their days, however many parts of a pixel it was moved by."""
    view = open_view(LaneStyle())
    for _ in range(200):
        view.navigation.pan(0.37, 0)
        painted, exact = view.scene().viewport.scale, view.scale()
        assert painted.x_at(FIRST) == pytest.approx(exact.x_at(FIRST), abs=0.501)


class _PaintedShares(QObject):
    """Notes which share of a widget is painted at a time, by points ten pixels apart."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.shares: list[float] = []
        self._points = [QPoint(x, y) for x in range(0, widget.width(), 10) for y in range(0, widget.height(), 10)]
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.shares.append(sum(map(event.region().contains, self._points)) / len(self._points))
        return False


def test_most_of_a_panned_view_is_moved_instead_of_painted(open_view: OpenView) -> None:
    """Only what comes in is painted, and what stays at its place."""
    view = open_view(LaneStyle())
    painted = _PaintedShares(view.viewport())
    for _ in range(10):
        view.navigation.pan(24, 0)
        QApplication.processEvents()
    assert len(painted.shares) == 10
    assert max(painted.shares[1:]) < 0.6

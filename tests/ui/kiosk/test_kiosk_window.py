"""One visitor after the other: attract, visit, countdown, and everything begun again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from qtviewer.domain.dates.day_number import day_number
from qtviewer.kiosk.idle import Phase
from qtviewer.resources import shipped_store_path
from qtviewer.store.reader import StoreReader
from qtviewer.ui.kiosk.kiosk_window import KioskWindow
from tests.ui.kiosk.kiosks import Clock, OpenKiosk, differences, drag, pass_time, snapshot_of, snapshots_of_pages, tap
from tests.ui.windows import wheel, words_of

WaitUntilSettled = Callable[[KioskWindow], None]


def test_a_kiosk_begins_with_the_attract_loop(open_kiosk: OpenKiosk) -> None:
    """While nobody is there, the attract loop covers everything else."""
    window = open_kiosk()
    assert window.state.phase is Phase.ATTRACT
    assert window.attract.isVisible()
    assert not window.visit.isVisible()


def test_a_touch_enters_and_presses_nothing(open_kiosk: OpenKiosk) -> None:
    """The touch that wakes the kiosk does nothing to what it uncovers, the next one does."""
    window = open_kiosk()
    place = window.visit.bar.find_button.mapTo(window, QPoint(10, 10))
    tap(window, place)
    assert window.state.phase is Phase.VISITING
    assert window.visit.find_page.isHidden()
    tap(window, place)
    assert window.visit.find_page.isVisible()


def test_without_a_touch_the_kiosk_asks_and_counts(visit: OpenKiosk, clock: Clock) -> None:
    """After a minute it asks, and shows how many of twenty seconds are left."""
    window = visit()
    pass_time(window, clock, 59)
    assert window.countdown.isHidden()
    pass_time(window, clock, 1)
    assert window.countdown.isVisible()
    assert "还在看吗？" in words_of(window.countdown)
    assert window.countdown.number.text() == "20"
    pass_time(window, clock, 7)
    assert window.countdown.number.text() == "13"


def test_any_touch_goes_on_where_the_visitor_was(visit: OpenKiosk, clock: Clock) -> None:
    """A touch during the countdown ends it, changes nothing else, and gives another minute."""
    window = visit()
    tap(window.visit.bar.next)
    chosen = window.model.state.selected
    pass_time(window, clock, 60)
    tap(window, window.visit.bar.next.mapTo(window, QPoint(10, 10)))
    assert (window.state.phase, window.model.state.selected) == (Phase.VISITING, chosen)
    pass_time(window, clock, 59)
    assert window.countdown.isHidden()


def test_touches_put_the_countdown_off(visit: OpenKiosk, clock: Clock) -> None:
    """Who goes on touching is never asked."""
    window = visit()
    for _ in range(5):
        pass_time(window, clock, 50)
        tap(window.visit.bar.text_size)
    assert window.countdown.isHidden()


def test_a_wheel_is_a_touch(visit: OpenKiosk, clock: Clock) -> None:
    """Who turns a wheel is there."""
    window = visit()
    pass_time(window, clock, 50)
    wheel(window.visit.timeline.viewport(), QPoint(300, 300), QPoint(0, 120))
    pass_time(window, clock, 50)
    assert window.countdown.isHidden()


def test_the_times_come_from_the_config(visit: OpenKiosk, clock: Clock) -> None:
    """idle_seconds and countdown_seconds say when."""
    window = visit(idle_seconds=10, countdown_seconds=5)
    pass_time(window, clock, 10)
    assert window.countdown.isVisible()
    pass_time(window, clock, 5)
    assert window.attract.isVisible()


def _do_everything(window: KioskWindow, wait_until_settled: WaitUntilSettled) -> None:
    """Change all that a visitor can change."""
    page = window.visit
    for button in (page.bar.language, page.bar.text_size, page.bar.next, page.bar.lower_button):
        tap(button)
    tap(next(button for button in page.bar.categories.values() if button.isVisible()))
    wait_until_settled(window)
    page.timeline.navigation.zoom(1.5)
    drag(page.timeline, QPoint(500, 100), QPoint(-300, -80))
    tap(page.bar.find_button)
    for letter in "QT":
        tap(page.find_page.pad.keys[letter])
    wait_until_settled(window)
    tap(page.find_page.tabs["place"])
    page.find_page.tiles.verticalScrollBar().setValue(50)
    wait_until_settled(window)
    tap(page.detail.code) if page.detail.code.isVisible() and page.find_page.isHidden() else None
    window.ask_for_pin()
    tap(window.pin_pad.keys["1"])


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_nothing_of_a_visitor_is_left_for_the_next(
    visit: OpenKiosk, clock: Clock, wait_until_settled: WaitUntilSettled, size: tuple[int, int]
) -> None:
    """After the countdown every widget, and all of the state, is as the first visitor found it."""
    window = visit(size)
    wait_until_settled(window)
    fresh = snapshots_of_pages(window)
    _do_everything(window, wait_until_settled)
    assert snapshot_of(window) != fresh[0]
    pass_time(window, clock, 60)
    pass_time(window, clock, 20)
    tap(window, QPoint(5, 5))
    wait_until_settled(window)
    left = snapshots_of_pages(window)
    assert [differences(*pair) for pair in zip(fresh, left, strict=True)] == [{}, {}, {}]


def test_the_next_visitor_sees_what_the_first_saw(
    visit: OpenKiosk, clock: Clock, wait_until_settled: WaitUntilSettled
) -> None:
    """Also the picture is the same, pixel by pixel, once everything has settled."""
    window = visit()
    wait_until_settled(window)
    first = window.grab().toImage()
    _do_everything(window, wait_until_settled)
    pass_time(window, clock, 60)
    pass_time(window, clock, 20)
    tap(window, QPoint(5, 5))
    wait_until_settled(window)
    assert window.grab().toImage() == first


def test_the_attract_loop_goes_from_event_to_event(open_kiosk: OpenKiosk) -> None:
    """Each stop tells an event; after the last comes the first again."""
    window = open_kiosk()
    first, seen = window.attract.stop, set()
    for _ in range(200):
        seen.add(window.attract.title.text())
        window.attract.show_next_stop()
        if window.attract.stop is first:
            break
    assert window.attract.stop is first
    assert len(seen) > 10


def test_what_happened_on_this_day_is_told_first(open_kiosk: OpenKiosk) -> None:
    """On 28 June the attract loop begins with the metro of 28 June 2021."""
    window = open_kiosk(today=lambda: day_number(2031, 6, 28))
    assert window.attract.kind.text() == "历史上的今天"
    assert "6月28日" in window.attract.date.text()


@pytest.mark.parametrize("year", [2016, 2036])
def test_a_wrong_wall_clock_changes_nothing_else(open_kiosk: OpenKiosk, clock: Clock, year: int) -> None:
    """Ten years back or ahead, the kiosk still wakes, asks and begins again."""
    window = open_kiosk(today=lambda: day_number(year, 2, 28))
    tap(window, QPoint(5, 5))
    pass_time(window, clock, 60)
    pass_time(window, clock, 20)
    assert window.state.phase is Phase.ATTRACT
    assert window.attract.title.text()


def test_the_tide_moves_unless_motion_is_reduced(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    """While the tide of one kiosk moves, that of another stands still, and its timeline jumps."""
    moving, still = open_kiosk(reduced_motion=False), open_kiosk(reduced_motion=True)
    before = [window.attract.curve_view.grab().toImage() for window in (moving, still)]
    qtbot.waitUntil(lambda: moving.attract.curve_view.grab().toImage() != before[0])
    assert still.attract.curve_view.grab().toImage() == before[1]
    assert still.visit.timeline.navigation.animation.is_reduced


def test_a_store_that_disappears_is_not_missed(
    visit: OpenKiosk, wait_until_settled: WaitUntilSettled, tmp_path: Path, clock: Clock
) -> None:
    """The store was opened at the start: all goes on without its file, also finding."""
    copy = tmp_path / "events.sqlite"
    copy.write_bytes(shipped_store_path().read_bytes())
    source = StoreReader(copy)
    window = visit(source=source)
    copy.unlink()
    _do_everything(window, wait_until_settled)
    tap(window, QPoint(5, 5))
    pass_time(window, clock, 60)
    pass_time(window, clock, 20)
    tap(window, QPoint(5, 5))
    tap(window.visit.bar.find_button)
    for letter in "DT":
        tap(window.visit.find_page.pad.keys[letter])
    wait_until_settled(window)
    assert any("地铁8号线" in word for word in words_of(window.visit.find_page.results))
    source.close()


def test_visitors_leave_the_store_as_it_is(visit: OpenKiosk, wait_until_settled: WaitUntilSettled) -> None:
    """Not a byte of it changes."""
    before = shipped_store_path().read_bytes()
    _do_everything(visit(), wait_until_settled)
    assert shipped_store_path().read_bytes() == before
    assert not list(shipped_store_path().parent.glob("events.sqlite-*"))

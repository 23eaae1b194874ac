"""The kiosk from its start to its end: what is shown when, signs of life, and what follows from failures."""

import logging
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.source import EventSource
from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.counts import read_taps, total_taps
from qtviewer.kiosk.log import close_log
from qtviewer.kiosk.pin import TRIES
from qtviewer.kiosk.restart import RESTART_STATUS, STAFF_STATUS
from qtviewer.resources import shipped_store_path
from qtviewer.store.reader import StoreReader
from qtviewer.ui.kiosk.base_window import KioskBaseWindow
from qtviewer.ui.kiosk.closed_window import ClosedWindow
from qtviewer.ui.kiosk.kiosk_window import KioskWindow
from qtviewer.ui.kiosk.run import FAILED_STATUS, run_kiosk
from qtviewer.ui.kiosk.supervisor import Supervisor
from tests.ui.kiosk.kiosks import Clock, OpenKiosk, pass_time, tap
from tests.ui.windows import words_of

Run = Callable[[KioskConfig, Callable[[], EventSource], Callable[[KioskBaseWindow], None]], int]


@pytest.fixture
def run(qapp: QApplication) -> Iterator[Run]:  # the application has to be there before the first timer
    """Runs a kiosk as the command does, and does something with each window it shows."""

    def run_one(
        config: KioskConfig, open_source: Callable[[], EventSource], act: Callable[[KioskBaseWindow], None]
    ) -> int:
        seen: list[KioskBaseWindow] = []

        def look() -> None:
            for window in QApplication.topLevelWidgets():
                if isinstance(window, KioskBaseWindow) and window.isVisible() and window not in seen:
                    seen.append(window)
                    act(window)

        timer = QTimer(interval=20)
        timer.timeout.connect(look)
        timer.start()
        return run_kiosk(config, open_source)

    yield run_one
    close_log(logging.getLogger("qtviewer.kiosk"))


def _shipped() -> StoreReader:
    return StoreReader(shipped_store_path())


def _broken() -> StoreReader:
    raise ViewerError("events.sqlite: no such file; expected a store")


def test_wrong_pins_count_on_every_page_and_after_a_restart(run: Run, pin_hash: str) -> None:
    """The closed page is another window each minute, and the kiosk may restart: the pad stays locked."""
    config, locked = KioskConfig(pin_hash=pin_hash), []

    def act(window: KioskBaseWindow) -> None:
        assert isinstance(window, ClosedWindow | KioskWindow)
        window.ask_for_pin()
        locked.append(not window.pin_pad.keys["1"].isEnabled())
        for digit in "0000✓" * (0 if locked[-1] else TRIES):
            window.pin_pad.press(digit)
        window.leave(75 if len(locked) == 1 else STAFF_STATUS)

    for open_source in (_broken, _shipped):
        assert run(config, open_source, act) == STAFF_STATUS
    assert locked == [False, True, True]


def test_the_exhibit_is_shown_until_staff_leave(run: Run, tmp_path: Path) -> None:
    """It fills its screen without a frame; the status tells who ended it, the log that it was."""
    shown: list[tuple[type, bool, bool]] = []

    def act(window: KioskBaseWindow) -> None:
        shown.append((type(window), window.isFullScreen(), window.geometry() == window.screen().geometry()))
        window.leave(STAFF_STATUS)

    log = tmp_path / "kiosk.log"
    assert run(KioskConfig(log_file=log), _shipped, act) == STAFF_STATUS
    assert shown == [(KioskWindow, True, True)]
    assert "ended with status 10" in log.read_text(encoding="utf-8")


def test_a_broken_store_closes_the_exhibit(run: Run, tmp_path: Path) -> None:
    """Visitors see a calm page in both languages; why stands in the log alone."""
    words: list[str] = []

    def act(window: KioskBaseWindow) -> None:
        words.extend(words_of(window))
        window.leave(STAFF_STATUS)

    log = tmp_path / "kiosk.log"
    run(KioskConfig(log_file=log), _broken, act)
    assert {"展示暂停，请稍后再来", "This display is resting. Please come back later."} <= set(words)
    assert not any("sqlite" in word for word in words)
    assert "closed: events.sqlite: no such file" in log.read_text(encoding="utf-8")


def test_an_unknown_category_closes_the_exhibit(run: Run, tmp_path: Path) -> None:
    """The log names it, and those there are."""
    kinds: list[type] = []

    def act(window: KioskBaseWindow) -> None:
        kinds.append(type(window))
        window.leave(STAFF_STATUS)

    log = tmp_path / "kiosk.log"
    run(KioskConfig(log_file=log, categories=frozenset({"milestnoe"})), _shipped, act)
    assert kinds == [ClosedWindow]
    assert "category 'milestnoe' is not in the store; expected milestone" in log.read_text(encoding="utf-8")


def test_what_nobody_foresaw_begins_everything_again(run: Run, tmp_path: Path) -> None:
    """An error is noted with its trace, and visitors find a fresh exhibit instead of a broken one."""
    windows: list[KioskBaseWindow] = []

    def act(window: KioskBaseWindow) -> None:
        windows.append(window)
        if len(windows) == 1:
            sys.excepthook(ValueError, ValueError("a bug"), None)
        else:
            window.leave(STAFF_STATUS)

    log = tmp_path / "kiosk.log"
    hook = sys.excepthook
    assert run(KioskConfig(log_file=log), _shipped, act) == STAFF_STATUS
    assert len(windows) == 2
    assert "unforeseen: a bug" in log.read_text(encoding="utf-8")
    assert sys.excepthook is hook


def test_too_many_failures_end_the_program(run: Run, tmp_path: Path) -> None:
    """Whoever watches over it starts it anew then."""

    def act(_window: KioskBaseWindow) -> None:
        sys.excepthook(ValueError, ValueError("a bug"), None)

    assert run(KioskConfig(log_file=tmp_path / "kiosk.log"), _shipped, act) == FAILED_STATUS


@pytest.fixture
def supervisor_for(clock: Clock) -> Iterator[Callable[[KioskConfig], Supervisor]]:
    """Makes keepers with the clock of the test."""
    made: list[Supervisor] = []

    def make(config: KioskConfig) -> Supervisor:
        made.append(Supervisor(config, logging.getLogger("test"), clock))
        return made[-1]

    yield make
    for supervisor in made:
        supervisor.close()


def test_systemd_is_told_after_a_real_paint(
    open_kiosk: OpenKiosk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    """READY with the first frame, then a sign of life a third of the time that systemd waits."""
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        monkeypatch.setenv("WATCHDOG_USEC", "300000")
        monkeypatch.delenv("WATCHDOG_PID", raising=False)
        supervisor = Supervisor(KioskConfig(), logging.getLogger("test"), clock)
        window = open_kiosk()
        supervisor.watch(window)
        told: list[bytes] = []

        def is_told() -> bool:
            try:
                told.append(listening.recv(100))
            except BlockingIOError:
                return False
            return told.count(b"WATCHDOG=1") >= 2

        qtbot.waitUntil(is_told)
        assert told[0] == b"READY=1"
        supervisor.close()


def test_the_night_restarts_only_an_idle_kiosk(
    visit: OpenKiosk, clock: Clock, supervisor_for: Callable[[KioskConfig], Supervisor], qtbot: QtBot
) -> None:
    """Not while somebody visits; once nobody is there, with the status of a restart."""
    now = datetime.now().astimezone().strftime("%H:%M")
    supervisor = supervisor_for(KioskConfig(restart_at=now))
    window = visit(restart_at=now)
    supervisor.watch(window)
    clock.now += 8 * 3600
    supervisor.restart_if_due()
    assert window.isVisible()
    pass_time(window, clock, 60)
    pass_time(window, clock, 20)
    with qtbot.waitSignal(window.ended) as ended:
        supervisor.restart_if_due()
    assert ended.args == [RESTART_STATUS]


def test_taps_are_counted_and_resets_are_not(
    visit: OpenKiosk, clock: Clock, supervisor_for: Callable[[KioskConfig], Supervisor], tmp_path: Path
) -> None:
    """By event and by category, whatever happens between visits."""
    config = KioskConfig(counts_file=tmp_path / "counts.jsonl")
    supervisor = supervisor_for(config)
    window = visit()
    supervisor.watch(window)
    tap(window.visit.bar.next)
    chosen = window.model.state.selected
    tap(window.visit.bar.categories["statistic"])
    pass_time(window, clock, 60)
    pass_time(window, clock, 20)
    supervisor.counts.flush()
    taps = read_taps(tmp_path / "counts.jsonl").taps
    assert total_taps(taps, "event") == {chosen: 1}
    assert sum(line.taps for line in taps if line.category == "statistic" and not line.event) == 1

"""The kiosk as systemd sees it: a process that lives, is ended in every way, and never touches its store."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.programs import TIMEOUT, running

WATCHDOG = "300000"  # microseconds: a sign of life every tenth of a second


class KioskFolder:
    """A folder with a store, a config, a log, and a socket to which the kiosk sends its notifications."""

    def __init__(self, path: Path, store: Path) -> None:
        self.store = Path(shutil.copy(store, path / "hall.sqlite"))
        self.config = path / "kiosk.toml"
        self.log = path / "kiosk.log"
        self.content = self.store.read_bytes()
        self.notifications = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.notifications.bind(str(path / "notify"))
        self.notifications.settimeout(TIMEOUT)
        self.configure('log_file = "kiosk.log"')

    def configure(self, *lines: str) -> None:
        """Write the config."""
        self.config.write_text("\n".join(('store = "hall.sqlite"', *lines)), encoding="utf-8")

    @contextmanager
    def running(self) -> Iterator["subprocess.Popen[str]"]:
        """The kiosk's process, after it has sent that it is ready."""
        words = [sys.executable, "-m", "qtviewer", "kiosk", "--config", str(self.config)]
        address = self.notifications.getsockname()
        system = {"NOTIFY_SOCKET": address, "WATCHDOG_USEC": WATCHDOG, "QT_QPA_PLATFORM": "offscreen"}
        with running(words, system) as process:
            self.wait_for(b"READY=1")
            yield process

    def wait_for(self, notification: bytes) -> None:
        """Wait until the kiosk sends a notification."""
        while self.notifications.recv(100) != notification:
            pass

    def discard_received(self) -> None:
        """Discard the notifications that were sent until now."""
        self.notifications.setblocking(False)
        try:
            while self.notifications.recv(100):
                pass
        except BlockingIOError:
            self.notifications.settimeout(TIMEOUT)


@pytest.fixture
def folder(tmp_path: Path, sample_store: Path) -> Iterator[KioskFolder]:
    """A folder; afterwards its store is as it was, and no file of SQLite stands beside it."""
    made = KioskFolder(tmp_path, sample_store)
    with closing(made.notifications):
        yield made
    if made.store.exists():
        assert made.store.read_bytes() == made.content
    assert {path.name for path in tmp_path.iterdir()} <= {"hall.sqlite", "kiosk.toml", "kiosk.log", "notify"}


def test_it_says_that_it_lives_and_ends_when_asked(folder: KioskFolder) -> None:
    """Ready after the first frame, signs of life, and an orderly end with status 0."""
    with folder.running() as process:
        for _ in range(3):
            folder.wait_for(b"WATCHDOG=1")
        process.terminate()
        folder.wait_for(b"STOPPING=1")
        assert process.wait(TIMEOUT) == 0
    lines = folder.log.read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if "ERROR" in line or "WARNING" in line]


def test_it_comes_back_after_being_killed(folder: KioskFolder) -> None:
    """As after a power failure: there is nothing to repair."""
    for _ in range(2):
        with folder.running() as process:
            process.send_signal(signal.SIGKILL)
            assert process.wait(TIMEOUT) == -signal.SIGKILL


def test_it_goes_on_after_standing_still(folder: KioskFolder) -> None:
    """A process that was stopped says nothing, so systemd ends it; where nobody does, its signs of life come again."""
    with folder.running() as process:
        process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, process.pid, os.WSTOPPED)
        folder.discard_received()
        folder.notifications.settimeout(5 * int(WATCHDOG) / 1e6)
        with pytest.raises(TimeoutError):
            folder.notifications.recv(100)
        folder.notifications.settimeout(TIMEOUT)
        process.send_signal(signal.SIGCONT)
        folder.wait_for(b"WATCHDOG=1")


def test_a_store_that_vanishes_does_not_end_it(folder: KioskFolder) -> None:
    """What is open stays open; the next start shows visitors a calm page and tells the log why."""
    with folder.running():
        folder.store.unlink()
        folder.discard_received()
        folder.wait_for(b"WATCHDOG=1")
    with folder.running():
        folder.wait_for(b"WATCHDOG=1")
    assert "ERROR closed: " in folder.log.read_text(encoding="utf-8")
    assert "hall.sqlite: no such file" in folder.log.read_text(encoding="utf-8")


def test_a_damaged_store_is_not_shown(folder: KioskFolder) -> None:
    """A single changed byte of the content is enough."""
    changed = folder.content.replace("潮玩节".encode(), "潮水节".encode())
    assert changed != folder.content
    folder.store.write_bytes(changed)
    folder.content = changed
    with folder.running():
        folder.wait_for(b"WATCHDOG=1")
    assert "ERROR closed: " in folder.log.read_text(encoding="utf-8")


def test_a_config_with_mistakes_closes_the_kiosk(folder: KioskFolder) -> None:
    """The log, which the rest of the config names, has every mistake with its line."""
    folder.configure('log_file = "kiosk.log"', "idle_seconds = 1", 'them = "dark"')
    with folder.running():
        folder.wait_for(b"WATCHDOG=1")
    text = folder.log.read_text(encoding="utf-8")
    assert "kiosk.toml:3: idle_seconds is 1" in text
    assert 'kiosk.toml:4: "them" is not known' in text


def errors_of_a_calm_end(folder: KioskFolder) -> str:
    """Standard error of a kiosk that shows itself, is asked to end, and ends with 0."""
    with folder.running() as process:
        folder.wait_for(b"WATCHDOG=1")
        process.terminate()
        assert process.wait(TIMEOUT) == 0
        assert process.stderr is not None
        return str(process.stderr.read())


def test_a_disk_that_cannot_be_written_does_not_end_it(folder: KioskFolder) -> None:
    """Neither log nor counts are there, even for root; standard error has the log, and says why."""
    folder.configure('log_file = "/proc/kiosk/kiosk.log"', 'counts_file = "/proc/kiosk/taps.jsonl"')
    assert "/proc/kiosk/kiosk.log: cannot be written" in errors_of_a_calm_end(folder)


def test_a_full_disk_does_not_end_it(folder: KioskFolder) -> None:
    """Neither log nor counts can be written; visitors notice nothing."""
    folder.configure('log_file = "/dev/full"', 'counts_file = "/dev/full/taps.jsonl"')
    assert "Traceback" not in errors_of_a_calm_end(folder)

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


class Hall:
    """A folder with a store, a config, and a socket on which systemd listens."""

    def __init__(self, folder: Path, store: Path) -> None:
        self.store = Path(shutil.copy(store, folder / "hall.sqlite"))
        self.config = folder / "kiosk.toml"
        self.log = folder / "kiosk.log"
        self.content = self.store.read_bytes()
        self.ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.ear.bind(str(folder / "notify"))
        self.ear.settimeout(TIMEOUT)
        self.configure('log_file = "kiosk.log"')

    def configure(self, *lines: str) -> None:
        """Write the config."""
        self.config.write_text("\n".join(('store = "hall.sqlite"', *lines)), encoding="utf-8")

    @contextmanager
    def running(self) -> Iterator["subprocess.Popen[str]"]:
        """The kiosk, once it has said that it is ready."""
        words = [sys.executable, "-m", "qtviewer", "kiosk", "--config", str(self.config)]
        system = {"NOTIFY_SOCKET": self.ear.getsockname(), "WATCHDOG_USEC": WATCHDOG, "QT_QPA_PLATFORM": "offscreen"}
        with running(words, system) as process:
            self.hear(b"READY=1")
            yield process

    def hear(self, wanted: bytes) -> None:
        """Listen until something is said."""
        while self.ear.recv(100) != wanted:
            pass

    def listen_anew(self) -> None:
        """Forget what was said until now."""
        self.ear.setblocking(False)
        try:
            while self.ear.recv(100):
                pass
        except BlockingIOError:
            self.ear.settimeout(TIMEOUT)


@pytest.fixture
def hall(tmp_path: Path, sample_store: Path) -> Iterator[Hall]:
    """A hall; whatever happens in it, the store is as it was, and nothing of SQLite's stands beside it."""
    made = Hall(tmp_path, sample_store)
    with closing(made.ear):
        yield made
    if made.store.exists():
        assert made.store.read_bytes() == made.content
    assert {path.name for path in tmp_path.iterdir()} <= {"hall.sqlite", "kiosk.toml", "kiosk.log", "notify"}


def test_it_says_that_it_lives_and_ends_when_asked(hall: Hall) -> None:
    """Ready after the first frame, signs of life, and an orderly end with status 0."""
    with hall.running() as process:
        for _ in range(3):
            hall.hear(b"WATCHDOG=1")
        process.terminate()
        hall.hear(b"STOPPING=1")
        assert process.wait(TIMEOUT) == 0
    lines = hall.log.read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if "ERROR" in line or "WARNING" in line]


def test_it_comes_back_after_being_killed(hall: Hall) -> None:
    """As after a power failure: there is nothing to repair."""
    for _ in range(2):
        with hall.running() as process:
            process.send_signal(signal.SIGKILL)
            assert process.wait(TIMEOUT) == -signal.SIGKILL


def test_it_goes_on_after_standing_still(hall: Hall) -> None:
    """A process that was stopped says nothing, so systemd ends it; where nobody does, its signs of life come again."""
    with hall.running() as process:
        process.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, process.pid, os.WSTOPPED)
        hall.listen_anew()
        hall.ear.settimeout(5 * int(WATCHDOG) / 1e6)
        with pytest.raises(TimeoutError):
            hall.ear.recv(100)
        hall.ear.settimeout(TIMEOUT)
        process.send_signal(signal.SIGCONT)
        hall.hear(b"WATCHDOG=1")


def test_a_store_that_vanishes_does_not_end_it(hall: Hall) -> None:
    """What is open stays open; the next start shows visitors a calm page and tells the log why."""
    with hall.running():
        hall.store.unlink()
        hall.listen_anew()
        hall.hear(b"WATCHDOG=1")
    with hall.running():
        hall.hear(b"WATCHDOG=1")
    assert "ERROR closed: " in hall.log.read_text(encoding="utf-8")
    assert "hall.sqlite: no such file" in hall.log.read_text(encoding="utf-8")


def test_a_damaged_store_is_not_shown(hall: Hall) -> None:
    """A single changed byte of the content is enough."""
    changed = hall.content.replace("潮玩节".encode(), "潮水节".encode())
    assert changed != hall.content
    hall.store.write_bytes(changed)
    hall.content = changed
    with hall.running():
        hall.hear(b"WATCHDOG=1")
    assert "ERROR closed: " in hall.log.read_text(encoding="utf-8")


def test_a_config_with_mistakes_closes_the_kiosk(hall: Hall) -> None:
    """The log, which the rest of the config names, has every mistake with its line."""
    hall.configure('log_file = "kiosk.log"', "idle_seconds = 1", 'them = "dark"')
    with hall.running():
        hall.hear(b"WATCHDOG=1")
    text = hall.log.read_text(encoding="utf-8")
    assert "kiosk.toml:3: idle_seconds is 1" in text
    assert 'kiosk.toml:4: "them" is not known' in text


def errors_of_a_calm_end(hall: Hall) -> str:
    """Standard error of a kiosk that shows itself, is asked to end, and ends with 0."""
    with hall.running() as process:
        hall.hear(b"WATCHDOG=1")
        process.terminate()
        assert process.wait(TIMEOUT) == 0
        assert process.stderr is not None
        return str(process.stderr.read())


def test_a_disk_that_cannot_be_written_does_not_end_it(hall: Hall) -> None:
    """Neither log nor counts are there, even for root; standard error has the log, and says why."""
    hall.configure('log_file = "/proc/kiosk/kiosk.log"', 'counts_file = "/proc/kiosk/taps.jsonl"')
    assert "/proc/kiosk/kiosk.log: cannot be written" in errors_of_a_calm_end(hall)


def test_a_full_disk_does_not_end_it(hall: Hall) -> None:
    """Neither log nor counts can be written; visitors notice nothing."""
    hall.configure('log_file = "/dev/full"', 'counts_file = "/dev/full/taps.jsonl"')
    assert "Traceback" not in errors_of_a_calm_end(hall)

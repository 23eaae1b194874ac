"""What systemd hears, on a real socket."""

import os
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qtviewer.kiosk.systemd_notifier import SystemdNotifier


@pytest.fixture
def systemd_socket(tmp_path: Path) -> Iterator[socket.socket]:
    """A socket as systemd has it."""
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as bound:
        bound.bind(str(tmp_path / "notify"))
        bound.settimeout(5)
        yield bound


def test_systemd_hears_everything_in_order(systemd_socket: socket.socket) -> None:
    """Ready, a ping, a status in one line, stopping."""
    with closing(SystemdNotifier({"NOTIFY_SOCKET": systemd_socket.getsockname()})) as notifier:
        notifier.send_ready()
        notifier.send_ping()
        notifier.send_status("closed:\nstore is gone")
        notifier.send_stopping()
        heard = [systemd_socket.recv(100) for _ in range(4)]
    assert heard == [b"READY=1", b"WATCHDOG=1", b"STATUS=closed: store is gone", b"STOPPING=1"]


def test_an_abstract_socket() -> None:
    """Its name begins with @ in the environment."""
    name = f"qtviewer-test-{os.getpid()}"
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as bound:
        bound.bind(f"\0{name}")
        bound.settimeout(5)
        with closing(SystemdNotifier({"NOTIFY_SOCKET": f"@{name}"})) as notifier:
            notifier.send_ready()
        assert bound.recv(100) == b"READY=1"


def test_without_systemd_nothing_happens() -> None:
    """No socket, one that is gone, or something that is no address."""
    for place in (
        {},
        {"NOTIFY_SOCKET": "/nowhere/notify"},
        {"NOTIFY_SOCKET": "vsock:2:1"},
        {"NOTIFY_SOCKET": "/" * 500},
    ):
        with closing(SystemdNotifier(place)) as notifier:
            notifier.send_ready()
            notifier.send_ping()
        notifier.send_stopping()


def test_a_busy_systemd_does_not_stop_the_program(systemd_socket: socket.socket) -> None:
    """A full socket costs pings, no waiting."""
    with closing(SystemdNotifier({"NOTIFY_SOCKET": systemd_socket.getsockname()})) as notifier:
        for _ in range(5000):
            notifier.send_ping()
    assert systemd_socket.recv(100) == b"WATCHDOG=1"


def test_pings_come_three_times_as_often_as_needed(systemd_socket: socket.socket) -> None:
    """For 30 seconds every ten; none when systemd does not wait, or waits for another process."""
    base = {"NOTIFY_SOCKET": systemd_socket.getsockname()}
    own, other = {"WATCHDOG_PID": str(os.getpid())}, {"WATCHDOG_PID": str(os.getpid() + 1)}
    watched = {"WATCHDOG_USEC": "30000000"}
    for environment, expected in (
        (base | watched, 10), (base | watched | own, 10), (base | watched | other, None), (base, None), (watched, None),
        (base | {"WATCHDOG_USEC": "soon"}, None), (base | {"WATCHDOG_USEC": "0"}, None),
    ):  # fmt: skip
        with closing(SystemdNotifier(environment)) as notifier:
            assert notifier.ping_seconds == expected

"""Notifies systemd of the program's state by the protocol of sd_notify."""

import os
import socket
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

_PINGS_PER_TIMEOUT: Final = 3  # one or two may be lost before systemd acts


class SystemdNotifier:
    """Sends datagrams to the socket that the environment names, or does nothing without one; never blocks or raises.

    `watchdog_seconds` is the time after which systemd ends a program that has not pinged; None if it never does.
    """

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._address = _address(environment.get("NOTIFY_SOCKET", ""))
        self.watchdog_seconds = _watchdog_seconds(environment) if self._address else None
        self._socket = _open_socket() if self._address else None

    @property
    def ping_seconds(self) -> float | None:
        """Seconds from one `send_ping` to the next; None if systemd expects none."""
        return None if self.watchdog_seconds is None else self.watchdog_seconds / _PINGS_PER_TIMEOUT

    def send_ready(self) -> None:
        """Notify systemd that the first frame was painted."""
        self._send("READY=1")

    def send_ping(self) -> None:
        """Notify systemd that a frame was painted, so the program does not hang."""
        self._send("WATCHDOG=1")

    def send_status(self, text: str) -> None:
        """Send a text for `systemctl status`; line breaks become spaces."""
        self._send(f"STATUS={' '.join(text.split())}")

    def send_stopping(self) -> None:
        """Notify systemd that the program ends by itself."""
        self._send("STOPPING=1")

    def close(self) -> None:
        """Close the socket; nothing is sent afterwards."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _send(self, message: str) -> None:
        if self._socket is not None:
            with suppress(OSError):  # systemd is busy or gone: a later ping may come through
                self._socket.sendto(message.encode(), self._address)


def _address(path: str) -> str:
    """Return the socket's address for a path or an abstract name, which begins with @; empty for anything else."""
    if path.startswith("@"):
        return f"\0{path[1:]}"
    return path if path.startswith("/") else ""


def _open_socket() -> socket.socket | None:
    family = getattr(socket, "AF_UNIX", None)  # Windows has none
    if family is None:
        return None
    opened = socket.socket(family, socket.SOCK_DGRAM)
    opened.setblocking(False)
    return opened


def _watchdog_seconds(environment: Mapping[str, str]) -> float | None:
    """Return how long systemd waits for a ping; None if it does not, or waits for another process."""
    microseconds, process = environment.get("WATCHDOG_USEC", ""), environment.get("WATCHDOG_PID", "")
    is_other = process.isdecimal() and int(process) != os.getpid()
    return int(microseconds) / 1e6 if microseconds.isdecimal() and int(microseconds) and not is_other else None

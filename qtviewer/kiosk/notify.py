"""What the program tells systemd about itself: sd_notify, without a library for it."""

import os
import socket
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

_PINGS_IN_TIME: Final = 3  # in the time after which systemd acts: one or two may be lost


class Notifier:
    """Datagrams to systemd, or to nobody where nobody asked for them; sending never blocks and never fails."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._address = _address(environment.get("NOTIFY_SOCKET", ""))
        self.watchdog_seconds = _watchdog_seconds(environment) if self._address else None
        self._socket = _open_socket() if self._address else None

    @property
    def ping_seconds(self) -> float | None:
        """Seconds from one `send_ping` to the next; None when systemd does not wait for any."""
        return None if self.watchdog_seconds is None else self.watchdog_seconds / _PINGS_IN_TIME

    def send_ready(self) -> None:
        """The first frame was painted."""
        self._send("READY=1")

    def send_ping(self) -> None:
        """A frame was painted, so the program does not hang."""
        self._send("WATCHDOG=1")

    def send_status(self, text: str) -> None:
        """A line for `systemctl status`."""
        self._send(f"STATUS={' '.join(text.split())}")

    def send_stopping(self) -> None:
        """The program ends by itself."""
        self._send("STOPPING=1")

    def close(self) -> None:
        """Let go of the socket; nothing is sent afterwards."""
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _send(self, message: str) -> None:
        if self._socket is not None:
            with suppress(OSError):  # systemd is busy or gone: a later ping may come through
                self._socket.sendto(message.encode(), self._address)


def _address(path: str) -> str:
    """Where the socket is: a path, or an abstract name, which begins with @; empty when there is none."""
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
    """How long systemd waits for a ping; None when it does not, or waits for another process."""
    microseconds, process = environment.get("WATCHDOG_USEC", ""), environment.get("WATCHDOG_PID", "")
    is_other = process.isdecimal() and int(process) != os.getpid()
    return int(microseconds) / 1e6 if microseconds.isdecimal() and int(microseconds) and not is_other else None

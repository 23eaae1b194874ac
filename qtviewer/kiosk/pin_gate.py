"""The gate that the PIN of the staff opens: one for all windows of a kiosk, and shut also after a restart."""

import hashlib
import json
import logging
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from qtviewer.atomic_file import atomic_replacement
from qtviewer.kiosk.pin import PinLock, longest_pause, try_pin

_FILE: Final = "pin-lock.json"
_log: Final = logging.getLogger("qtviewer.kiosk")


def lock_file() -> Path:
    """Return where a kiosk keeps its lock: in the folder for the state of its service, else in that of its user."""
    service = os.environ.get("STATE_DIRECTORY", "").split(os.pathsep)[0]
    user = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(service or Path(user) / "qtviewer") / _FILE


class PinGate:
    """Takes PINs, and none for a while after too many wrong ones.

    `clock` is monotonic and returns seconds. Wrong PINs are counted in a file, so that a restart does not forget them;
    without one, or where it cannot be written, until the program ends. `wall_clock` returns seconds since 1970, to
    know how much of a pause is left after a restart; however it was set, no pause begins anew longer than it was.
    """

    def __init__(
        self,
        pin_hash: str,
        clock: Callable[[], float] = time.monotonic,
        file: Path | None = None,
        wall_clock: Callable[[], float] = time.time,
    ) -> None:
        self._pin_hash, self._clock, self._file, self._wall_clock = pin_hash, clock, file, wall_clock
        self._lock = self._read()

    @property
    def has_pin(self) -> bool:
        """Whether there is a PIN that opens it."""
        return bool(self._pin_hash)

    def seconds_locked(self) -> float:
        """Return the seconds until a PIN is taken again; 0 if it is now."""
        return self._lock.seconds_locked(self._clock())

    def is_opened_by(self, pin: str) -> bool:
        """Return whether a PIN opens it now; a wrong one is counted."""
        before = self._lock
        is_right, self._lock = try_pin(before, pin, self._pin_hash, self._clock())
        if self._lock != before:
            self._write()
        return is_right

    def _read(self) -> PinLock:
        """Return the lock as it was left; a new one where the file is missing, damaged or of another PIN."""
        if self._file is None:
            return PinLock()
        with suppress(OSError, ValueError, TypeError, KeyError, OverflowError):
            kept: dict[str, Any] = json.loads(self._file.read_text(encoding="utf-8"))
            wrong, left = int(kept["wrong"]), float(kept["until"]) - self._wall_clock()
            if kept["pin"] == self._pin_mark() and wrong > 0:
                left = min(left, longest_pause(wrong))
                return PinLock(wrong, self._clock() + left) if left > 0 else PinLock(wrong)
        return PinLock()

    def _write(self) -> None:
        if self._file is None:
            return
        until = self._wall_clock() + self.seconds_locked()
        text = json.dumps({"pin": self._pin_mark(), "wrong": self._lock.wrong, "until": round(until)})
        try:
            with atomic_replacement(self._file) as temporary:
                temporary.write_text(text, encoding="utf-8")
        except OSError as error:
            _log.warning("%s: cannot be written (%s); a restart will forget wrong PINs", self._file, error.strerror)

    def _pin_mark(self) -> str:
        """Return what tells the PIN's hash from others: a new PIN begins with no wrong ones."""
        return hashlib.sha256(self._pin_hash.encode()).hexdigest()[:16]

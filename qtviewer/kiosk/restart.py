"""The nightly restart of an idle kiosk, and the exit statuses of the program."""

from datetime import time
from typing import Final

RESTART_STATUS: Final = 0
"""Exit status of the nightly restart, after which systemd, or another service manager, starts the program again."""
STAFF_STATUS: Final = 10
"""Exit status when staff left with the PIN, after which the program is not started again."""

_WINDOW: Final = 3 * 60  # minutes after the time in which the restart may still happen, if a visitor was there
_LEAST_UPTIME: Final = 6 * 3600.0  # seconds; longer than the window, so that it does not happen twice a night


def is_restart_due(restart_at: str, local_time: time, uptime: float, *, is_idle: bool) -> bool:
    """Return whether to restart now.

    `restart_at` is the time as HH:MM, empty for never; `uptime` is seconds of a monotonic clock since the program
    started. After a restart the uptime is too short for another, so a wall clock that jumps causes one at most.
    """
    if not restart_at or not is_idle or uptime < _LEAST_UPTIME:
        return False
    hour, minute = map(int, restart_at.split(":"))
    return (local_time.hour * 60 + local_time.minute - hour * 60 - minute) % (24 * 60) < _WINDOW

"""When the kiosk starts anew by itself: once a night, while nobody is there; and how it tells why it ended."""

from datetime import time
from typing import Final

RESTART_STATUS: Final = 0
"""Exit status of the nightly restart: whoever watches over the program starts it again."""
STAFF_STATUS: Final = 10
"""Exit status when staff left with the PIN: whoever watches over the program leaves it ended."""

_WINDOW: Final = 3 * 60  # minutes after the time in which it may still happen: a visitor may have been there
_LEAST_UPTIME: Final = 6 * 3600.0  # seconds; longer than the window, so that it does not happen twice a night


def is_restart_due(restart_at: str, local_time: time, uptime: float, *, is_idle: bool) -> bool:
    """Whether to start anew now, `uptime` being seconds of a monotonic clock since the program began.

    Nothing is remembered from one program to the next: a new one is young, whatever the wall clock says, so a clock
    that jumps causes one restart at most.
    """
    if not restart_at or not is_idle or uptime < _LEAST_UPTIME:
        return False
    hour, minute = map(int, restart_at.split(":"))
    return (local_time.hour * 60 + local_time.minute - hour * 60 - minute) % (24 * 60) < _WINDOW

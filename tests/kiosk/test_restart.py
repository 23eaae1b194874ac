"""The nightly restart."""

from datetime import datetime, time, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.kiosk.restart import is_restart_due

HOUR = 3600.0
START = datetime(2026, 11, 28, 9, 0)


def restarts(clock: list[tuple[float, datetime]], at: str = "04:00") -> list[tuple[float, datetime]]:
    """When a kiosk that nobody visits starts anew, asked at (monotonic seconds, wall time)."""
    began, found = 0.0, []
    for seconds, wall in clock:
        if is_restart_due(at, wall.time(), seconds - began, is_idle=True):
            began = seconds
            found.append((seconds, wall))
    return found


def test_once_a_night() -> None:
    """In three nights three restarts, each at four."""
    clock = [(minutes * 60.0, START + timedelta(minutes=minutes)) for minutes in range(3 * 24 * 60)]
    assert [(wall.day, wall.hour, wall.minute) for _, wall in restarts(clock)] == [(29, 4, 0), (30, 4, 0), (1, 4, 0)]


def test_not_while_somebody_is_there_and_soon_after() -> None:
    """A visitor at night is not interrupted; the restart follows within three hours or not that night."""
    assert not is_restart_due("04:00", time(4, 0), 10 * HOUR, is_idle=False)
    assert is_restart_due("04:00", time(6, 59), 10 * HOUR, is_idle=True)
    assert not is_restart_due("04:00", time(7, 0), 10 * HOUR, is_idle=True)
    assert not is_restart_due("04:00", time(3, 59), 10 * HOUR, is_idle=True)


def test_never_when_no_time_is_set() -> None:
    """An empty time switches it off."""
    assert not is_restart_due("", time(4, 0), 1e9, is_idle=True)


def test_around_midnight() -> None:
    """A time shortly before midnight still counts after it."""
    assert is_restart_due("23:30", time(1, 0), 10 * HOUR, is_idle=True)


@settings(deadline=None)
@given(st.timedeltas(-timedelta(days=3700), timedelta(days=3700)), st.integers(0, 24 * 60), st.integers(0, 23))
def test_a_clock_that_jumps_causes_one_restart_at_most(jump: timedelta, at_minute: int, hour: int) -> None:
    """Ten years forth or back: within six hours of the jump there is at most one restart, then one a night."""
    clock = [
        (minutes * 60.0, START + timedelta(minutes=minutes) + (jump if minutes >= at_minute else timedelta()))
        for minutes in range(0, 2 * 24 * 60, 5)
    ]
    found = restarts(clock, f"{hour:02}:00")
    assert all(later[0] - earlier[0] >= 6 * HOUR for earlier, later in pairwise(found))
    assert len(found) <= 4

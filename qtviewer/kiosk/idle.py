"""The phases of a kiosk: attract -> visiting -> countdown -> visiting again, or reset and attract.

Times are seconds of a monotonic clock, which callers pass, so changes of the wall clock have no effect.
"""

import math
from enum import StrEnum
from typing import NamedTuple


class Phase(StrEnum):
    """The phase of a kiosk: it shows the attract loop, is visited, or counts down to the reset."""

    ATTRACT = "attract"
    VISITING = "visiting"
    COUNTDOWN = "countdown"


class IdleTimes(NamedTuple):
    """Seconds without a touch until the countdown, and length of the countdown in seconds."""

    idle: float = 60
    countdown: float = 20


class IdleState(NamedTuple):
    """A phase, and since when it lasts; in the phase VISITING, when the screen was last touched."""

    phase: Phase = Phase.ATTRACT
    since: float = 0.0


def state_after_touch(now: float) -> IdleState:
    """Return the state after a touch in any phase."""
    return IdleState(Phase.VISITING, now)


def state_without_touch(state: IdleState, times: IdleTimes, now: float) -> IdleState:
    """Return the state at a later time if nobody has touched the screen since; at most one phase further.

    The next phase begins `now`, so that the whole countdown is shown even after the program was stopped for a while.
    """
    passed = now - state.since
    if state.phase is Phase.VISITING and passed >= times.idle:
        return IdleState(Phase.COUNTDOWN, now)
    if state.phase is Phase.COUNTDOWN and passed >= times.countdown:
        return IdleState(Phase.ATTRACT, now)
    return state


def is_reset(before: IdleState, after: IdleState) -> bool:
    """Return whether a visit ended between two states, so that the kiosk has to be reset."""
    return before.phase is not Phase.ATTRACT and after.phase is Phase.ATTRACT


def countdown_number(state: IdleState, times: IdleTimes, now: float) -> int:
    """Return the number of seconds to show in a countdown, from its length down to 1; 0 in other phases."""
    if state.phase is not Phase.COUNTDOWN:
        return 0
    return min(math.ceil(times.countdown), max(1, math.ceil(state.since + times.countdown - now)))

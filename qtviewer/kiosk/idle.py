"""Whether a visitor is there: attract -> visiting -> countdown -> visiting again, or reset and attract.

Times are seconds of a monotonic clock that whoever asks hands in, so the wall clock may jump as it likes.
"""

import math
from enum import StrEnum
from typing import NamedTuple


class Phase(StrEnum):
    """What the kiosk is doing."""

    ATTRACT = "attract"
    VISITING = "visiting"
    COUNTDOWN = "countdown"


class IdleTimes(NamedTuple):
    """Seconds without a touch until the countdown, and seconds from there to the reset."""

    idle: float = 60
    countdown: float = 20


class IdleState(NamedTuple):
    """A phase and when it began or, while somebody visits, when they last touched."""

    phase: Phase = Phase.ATTRACT
    since: float = 0.0


def state_after_touch(now: float) -> IdleState:
    """After a touch, in any phase: somebody is there."""
    return IdleState(Phase.VISITING, now)


def state_without_touch(state: IdleState, times: IdleTimes, now: float) -> IdleState:
    """At a later time without a touch; at most one phase further.

    A phase begins when it is noticed, so that the countdown is shown whole even after the program stood still.
    """
    passed = now - state.since
    if state.phase is Phase.VISITING and passed >= times.idle:
        return IdleState(Phase.COUNTDOWN, now)
    if state.phase is Phase.COUNTDOWN and passed >= times.countdown:
        return IdleState(Phase.ATTRACT, now)
    return state


def is_reset(before: IdleState, after: IdleState) -> bool:
    """Whether a visit ended between two states, so that everything has to be as at the start."""
    return before.phase is not Phase.ATTRACT and after.phase is Phase.ATTRACT


def seconds_to_next(state: IdleState, times: IdleTimes, now: float) -> float | None:
    """Seconds until `state_without_touch` says something new, not below 0; None while nobody is there."""
    if state.phase is Phase.ATTRACT:
        return None
    length = times.idle if state.phase is Phase.VISITING else times.countdown
    return max(0.0, state.since + length - now)


def countdown_number(state: IdleState, times: IdleTimes, now: float) -> int:
    """The whole seconds to show in a countdown, from its length down to 1; 0 in other phases."""
    if state.phase is not Phase.COUNTDOWN:
        return 0
    return min(math.ceil(times.countdown), max(1, math.ceil(state.since + times.countdown - now)))

"""The visitor who is there, leaves, comes back: told by touches and a clock in the test's hand."""

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.kiosk.idle import (
    IdleState,
    IdleTimes,
    Phase,
    countdown_number,
    is_reset,
    state_after_touch,
    state_without_touch,
)

TIMES = IdleTimes(60, 20)
times = st.builds(IdleTimes, st.integers(10, 3600), st.integers(5, 120))
steps = st.lists(st.tuples(st.sampled_from(["touch", "wait"]), st.floats(0, 5000)), max_size=40)


def test_a_visit_from_touch_to_reset() -> None:
    """After 60 s without a touch the countdown begins, 20 s later everything is as at the start."""
    state = state_after_touch(100)
    assert state.phase is Phase.VISITING
    assert state_without_touch(state, TIMES, 159.9) == state
    counting = state_without_touch(state, TIMES, 160)
    assert counting.phase is Phase.COUNTDOWN
    assert state_without_touch(counting, TIMES, 179.9) == counting
    after = state_without_touch(counting, TIMES, 180)
    assert after.phase is Phase.ATTRACT
    assert is_reset(counting, after)


def test_a_touch_ends_the_countdown_without_a_reset() -> None:
    """Whoever is still looking goes on where they were, with all the time there is."""
    counting = state_without_touch(state_after_touch(0), TIMES, 60)
    again = state_after_touch(75)
    assert not is_reset(counting, again)
    assert state_without_touch(again, TIMES, 134) == again
    assert state_without_touch(again, TIMES, 135).phase is Phase.COUNTDOWN


def test_nothing_happens_by_itself_while_nobody_is_there() -> None:
    """The attract loop lasts for ever."""
    assert state_without_touch(IdleState(), TIMES, 1e9) == IdleState()


def test_the_countdown_is_whole_after_the_program_stood_still() -> None:
    """Nobody is reset without having been asked."""
    counting = state_without_touch(state_after_touch(0), TIMES, 100_000)
    assert counting.phase is Phase.COUNTDOWN
    assert countdown_number(counting, TIMES, 100_000) == 20


def test_the_number_of_the_countdown() -> None:
    """It goes from 20 to 1 and is 0 otherwise."""
    counting = IdleState(Phase.COUNTDOWN, 50)
    assert [countdown_number(counting, TIMES, 50 + passed) for passed in (0, 0.5, 1, 19, 19.9, 25)] == [
        20, 20, 19, 1, 1, 1,
    ]  # fmt: skip
    assert countdown_number(state_after_touch(50), TIMES, 55) == 0


@settings(deadline=None)
@given(times, steps)
def test_only_a_visit_without_touches_is_reset(limits: IdleTimes, done: list[tuple[str, float]]) -> None:
    """A reset comes after at least the idle time and the countdown since the last touch, never earlier."""
    state, now, last_touch = IdleState(), 0.0, -math.inf
    for what, seconds in done:
        now += seconds
        before = state
        if what == "touch":
            state, last_touch = state_after_touch(now), now
            assert state.phase is Phase.VISITING
        else:
            state = state_without_touch(state, limits, now)
        if is_reset(before, state):
            assert before.phase is Phase.COUNTDOWN
            assert now - last_touch >= limits.idle + limits.countdown - 1e-6


@settings(deadline=None)
@given(times, st.floats(0, 1e6), st.floats(0, 1e5))
def test_a_clock_that_goes_back_changes_nothing(limits: IdleTimes, start: float, back: float) -> None:
    """Monotonic clocks do not, but nothing would break."""
    for state in (state_after_touch(start), IdleState(Phase.COUNTDOWN, start), IdleState()):
        assert state_without_touch(state, limits, start - back) == state
        assert countdown_number(state, limits, start - back) <= limits.countdown

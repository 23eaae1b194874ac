"""The PIN of the staff and the gate before it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.errors import ViewerError
from qtviewer.kiosk.pin import FIRST_PAUSE, LONGEST_PAUSE, TRIES, PinLock, hash_pin, is_pin_hash, matches_hash, try_pin

HASH = hash_pin("482915")


def test_a_pin_is_right_or_wrong() -> None:
    """Only the very same digits are right."""
    assert matches_hash("482915", HASH)
    for wrong in ("482916", "48291", "", "482915 ", "４８２９１５", "x" * 1000):
        assert not matches_hash(wrong, HASH)


def test_hashes_are_salted_and_printable() -> None:
    """The same PIN never has the same hash, and a hash can stand in quotes in TOML."""
    assert hash_pin("482915") != HASH
    assert HASH.isascii()
    assert not set(HASH) & set("\"'\\ \n")
    assert "482915" not in HASH


@pytest.mark.parametrize("pin", ["", "123", "12345678901234", "12a4", "１２３４", "12 34"])
def test_what_is_no_pin_is_refused(pin: str) -> None:
    """Four to twelve digits, since there is no keyboard."""
    with pytest.raises(ViewerError, match="expected 4 to 12 digits"):
        hash_pin(pin)


def test_what_is_no_hash_opens_nothing() -> None:
    """A hash that was cut or written by hand is told from one, and no PIN is right for it."""
    assert is_pin_hash(HASH)
    for text in ("", "482915", HASH[:-1], HASH + "$", HASH.replace("16384", "1"), f"x{HASH}", "scrypt$é"):
        assert not is_pin_hash(text)
        assert not matches_hash("482915", text)


def test_five_wrong_pins_lock_the_gate() -> None:
    """Then not even the right one is taken until the pause is over; afterwards it is, and all is forgotten."""
    gate = PinLock()
    for now in range(TRIES):
        assert gate.seconds_locked(now) == 0
        opened, gate = try_pin(gate, "000000", HASH, now)
        assert not opened
    last = TRIES - 1
    assert gate.seconds_locked(last) == FIRST_PAUSE
    assert try_pin(gate, "482915", HASH, last + FIRST_PAUSE - 1) == (False, gate)
    assert try_pin(gate, "482915", HASH, last + FIRST_PAUSE) == (True, PinLock())


def test_without_a_pin_nothing_opens() -> None:
    """Nor does trying lock anything."""
    assert try_pin(PinLock(), "", "", 0) == (False, PinLock())


def test_pauses_grow_up_to_an_hour() -> None:
    """Each wrong PIN after a pause doubles the next."""
    gate, now, pauses = PinLock(), 0.0, []
    for _ in range(30):
        gate = gate.after_try(False, now)
        pauses.append(gate.seconds_locked(now))
        now += pauses[-1]
    assert pauses[: TRIES + 3] == [0, 0, 0, 0, 60, 120, 240, 480]
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE


@settings(deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.floats(0, 4000)), max_size=60))
def test_a_locked_gate_takes_nothing(tries: list[tuple[bool, float]]) -> None:
    """Whatever is tried while it is locked neither opens it nor lengthens the pause."""
    gate, now = PinLock(), 0.0
    for is_correct, seconds in tries:
        now += seconds
        after = gate.after_try(is_correct, now)
        if gate.seconds_locked(now):
            assert after == gate
        else:
            assert (after == PinLock()) == is_correct
        gate = after

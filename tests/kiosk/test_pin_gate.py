"""The gate of the staff keeps what it counted, whatever restarts and however the clock is set."""

import logging
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtviewer.kiosk.pin import FIRST_PAUSE, LONGEST_PAUSE, TRIES, hash_pin
from qtviewer.kiosk.pin_gate import PinGate, lock_file

PIN, WRONG = "2468", "0000"
HASH = hash_pin(PIN)
OTHER_HASH = hash_pin(PIN)


class Machine:
    """A machine on which a kiosk is started again and again, with its two clocks."""

    def __init__(self, file: Path) -> None:
        self.file, self.monotonic, self.wall = file, 50.0, 1_800_000_000.0

    def start(self, pin_hash: str = HASH) -> PinGate:
        """The gate of a kiosk that has just started."""
        return PinGate(pin_hash, lambda: self.monotonic, self.file, lambda: self.wall)

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.monotonic += seconds
        self.wall += seconds

    def reboot(self) -> None:
        """Begin the monotonic clock anew, as switching off and on does."""
        self.monotonic = 1.0


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine on which nobody has tried anything."""
    return Machine(tmp_path / "state" / "pin-lock.json")


def try_wrong(gate: PinGate, times: int) -> None:
    """Try wrong PINs."""
    assert not any(gate.is_opened_by(WRONG) for _ in range(times))


def test_a_pause_goes_on_after_a_restart(machine: Machine) -> None:
    """Not even the right PIN is taken until it is over; then that forgets all wrong ones."""
    try_wrong(machine.start(), TRIES)
    machine.wait(20)
    machine.reboot()
    gate = machine.start()
    assert gate.seconds_locked() == pytest.approx(FIRST_PAUSE - 20, abs=1)
    assert not gate.is_opened_by(PIN)
    machine.wait(FIRST_PAUSE - 19)
    assert machine.start().is_opened_by(PIN)
    gate = machine.start()
    try_wrong(gate, TRIES - 1)
    assert gate.seconds_locked() == 0


def test_wrong_pins_before_a_restart_count(machine: Machine) -> None:
    """Restarting after each gives no more tries, nor shorter pauses."""
    for number in range(1, TRIES + 3):
        gate = machine.start()
        try_wrong(gate, 1)
        pauses = {TRIES: FIRST_PAUSE, TRIES + 1: 2 * FIRST_PAUSE, TRIES + 2: 4 * FIRST_PAUSE}
        assert gate.seconds_locked() == pauses.get(number, 0)
        machine.wait(gate.seconds_locked() + 1)


@given(jump=st.floats(-1e9, 1e9))
def test_a_clock_that_was_set_makes_no_pause_longer(jump: float, tmp_path_factory: pytest.TempPathFactory) -> None:
    """However far: staff are locked out for as long as they would have been, at most."""
    machine = Machine(tmp_path_factory.mktemp("machine") / "pin-lock.json")
    try_wrong(machine.start(), TRIES)
    machine.wall += jump
    assert 0 <= machine.start().seconds_locked() <= FIRST_PAUSE


@given(text=st.one_of(
    st.binary(max_size=60),
    st.builds(
        '{{"pin": "{}", "wrong": {}, "until": {}}}'.format,
        st.just(PinGate(HASH)._pin_mark()), st.integers() | st.floats() | st.none(), st.integers() | st.floats(),
    ).map(str.encode),
))  # fmt: skip
def test_whatever_stands_in_the_file_the_gate_works(text: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It is there, opens within an hour, and counts anew."""
    machine = Machine(tmp_path_factory.mktemp("machine") / "pin-lock.json")
    machine.file.write_bytes(text)
    gate = machine.start()
    assert 0 <= gate.seconds_locked() <= LONGEST_PAUSE
    machine.wait(LONGEST_PAUSE)
    assert gate.is_opened_by(PIN)


def test_a_new_pin_begins_with_no_wrong_ones(machine: Machine) -> None:
    """Staff who set another one over the network need not wait."""
    try_wrong(machine.start(), TRIES)
    assert machine.start(OTHER_HASH).is_opened_by(PIN)


def test_where_nothing_can_be_written_the_gate_counts_all_the_same(
    machine: Machine, caplog: pytest.LogCaptureFixture
) -> None:
    """The log says that a restart will forget it."""
    machine.file.parent.write_text("no folder")
    gate = machine.start()
    with caplog.at_level(logging.WARNING, "qtviewer.kiosk"):
        logging.getLogger("qtviewer.kiosk").propagate = True
        try_wrong(gate, TRIES)
    assert gate.seconds_locked() == FIRST_PAUSE
    assert "a restart will forget wrong PINs" in caplog.text


def test_without_a_pin_nothing_is_written(machine: Machine) -> None:
    """Nothing opens, and nothing is counted."""
    gate = machine.start("")
    assert not gate.has_pin
    try_wrong(gate, TRIES)
    assert (gate.seconds_locked(), machine.file.exists()) == (0, False)


def test_the_file_is_in_the_folder_for_state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Of the service where systemd gives it one, else of the user."""
    monkeypatch.delenv("STATE_DIRECTORY", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert lock_file() == tmp_path / "qtviewer" / "pin-lock.json"
    monkeypatch.delenv("XDG_STATE_HOME")
    assert lock_file() == Path.home() / ".local" / "state" / "qtviewer" / "pin-lock.json"
    monkeypatch.setenv("STATE_DIRECTORY", os.pathsep.join(["/var/lib/qtviewer-kiosk", "/var/lib/other"]))
    assert lock_file() == Path("/var/lib/qtviewer-kiosk/pin-lock.json")

"""Counting taps into a file that may be lost."""

import io
import json
import logging
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.errors import ViewerError
from qtviewer.kiosk.counts import TapCount, TapCounter, read_taps, total_taps

TEN_MINUTES = 600.0


class CounterSetup:
    """A counter with clocks that the test sets, and the text of its log."""

    def __init__(self, file: Path | None) -> None:
        self.now = 0.0
        self.hour = "2026-11-28T09"
        self.log_text = io.StringIO()
        log = logging.Logger("hall")
        log.addHandler(logging.StreamHandler(self.log_text))
        self.counter = TapCounter(file, log, lambda: self.hour, lambda: self.now)


def test_taps_are_written_by_hour_event_and_category(tmp_path: Path) -> None:
    """One line for each, with how often it was tapped, in a folder that is made."""
    file = tmp_path / "new" / "taps.jsonl"
    setup = CounterSetup(file)
    for event, category in (("metro", "milestone"), ("metro", "milestone"), ("", "milestone"), ("fair", "festival")):
        setup.counter.count_tap(event, category)
    setup.hour = "2026-11-28T10"
    setup.counter.count_tap("metro", "milestone")
    setup.counter.flush()
    assert read_taps(file) == (
        (
            TapCount("2026-11-28T09", "metro", "milestone", 2),
            TapCount("2026-11-28T09", "", "milestone", 1),
            TapCount("2026-11-28T09", "fair", "festival", 1),
            TapCount("2026-11-28T10", "metro", "milestone", 1),
        ),
        0,
    )
    assert json.loads(file.read_text(encoding="utf-8").split("\n")[0])["taps"] == 2


def test_the_file_grows_every_ten_minutes_only(tmp_path: Path) -> None:
    """A visit costs no writing, and a power failure at most ten minutes."""
    file = tmp_path / "taps.jsonl"
    setup = CounterSetup(file)
    setup.counter.count_tap("metro", "milestone")
    setup.now = TEN_MINUTES - 1
    setup.counter.count_tap("metro", "milestone")
    assert not file.exists()
    setup.now = TEN_MINUTES
    setup.counter.count_tap("metro", "milestone")
    assert [line.taps for line in read_taps(file).taps] == [3]
    setup.counter.flush()
    assert len(read_taps(file).taps) == 1


def test_without_a_file_nothing_is_counted() -> None:
    """Nor written anywhere."""
    setup = CounterSetup(None)
    setup.counter.count_tap("metro", "milestone")
    setup.counter.flush()
    assert setup.log_text.getvalue() == ""


def test_lines_that_cannot_be_read_are_left_out(tmp_path: Path) -> None:
    """What follows a line that a power failure cut is read; the cut one is counted as damaged."""
    file = tmp_path / "taps.jsonl"
    whole = '{"hour": "2026-11-28T09", "event": "fair", "category": "festival", "taps": 4}\n'
    damaged = (b"\0\0\0\n\xff\n[1]\n{}\n7\n" + b"[" * 100_000 + b"\n" + whole.replace("4", "true").encode()
               + whole.replace("4", "-4").encode() + whole.replace('"fair"', "1").encode())  # fmt: skip
    file.write_bytes(whole.encode() + damaged + whole.encode()[:30])
    setup = CounterSetup(file)
    setup.counter.count_tap("metro", "milestone")
    setup.counter.flush()
    read = read_taps(file)
    assert [(line.event, line.taps) for line in read.taps] == [("fair", 4), ("metro", 1)]
    assert read.damaged == 10


def test_a_full_disk_is_noted_once(tmp_path: Path) -> None:
    """Visitors notice nothing; when there is room again, counting goes on."""
    full = tmp_path / "taps.jsonl"
    full.symlink_to("/dev/full")
    setup = CounterSetup(full)
    for _ in range(3):
        setup.counter.count_tap("metro", "milestone")
        setup.counter.flush()
    assert setup.log_text.getvalue().count("taps are not counted") == 1
    full.unlink()
    setup.counter.count_tap("metro", "milestone")
    setup.counter.flush()
    assert [line.taps for line in read_taps(full).taps] == [1]


def test_a_place_that_is_no_file_is_noted_once(tmp_path: Path) -> None:
    """A folder, or a folder that cannot be made."""
    (tmp_path / "file").write_text("")
    for place in (tmp_path, tmp_path / "file" / "taps.jsonl"):
        setup = CounterSetup(place)
        for _ in range(3):
            setup.counter.count_tap("metro", "milestone")
            setup.counter.flush()
        assert setup.log_text.getvalue().count("\n") == 1


def test_a_file_never_fills_the_disk(tmp_path: Path) -> None:
    """At 50 MB counting ends."""
    file = tmp_path / "taps.jsonl"
    file.touch()
    os.truncate(file, 50_000_001)
    setup = CounterSetup(file)
    setup.counter.count_tap("metro", "milestone")
    setup.counter.flush()
    assert file.stat().st_size == 50_000_001
    assert "over 50 MB" in setup.log_text.getvalue()


def test_totals() -> None:
    """Hours in their order, events and categories by how often they were tapped."""
    taps = [TapCount("10", "a", "x", 1), TapCount("09", "b", "x", 3), TapCount("10", "", "y", 9)]
    assert total_taps(taps, None) == 13
    assert list(dict(total_taps(taps, "hour") or {}).items()) == [("09", 3), ("10", 10)]  # type: ignore[arg-type]  # a mapping
    assert total_taps(taps, "event") == {"b": 3, "a": 1}
    assert total_taps(taps, "category") == {"y": 9, "x": 4}


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """One sentence that names it."""
    with pytest.raises(ViewerError, match=r"taps\.jsonl: cannot be read"):
        read_taps(tmp_path / "taps.jsonl")


names = st.text(st.characters(codec="utf-8"), max_size=5)


@settings(deadline=None)
@given(st.lists(st.tuples(names, names), max_size=30))
def test_what_is_counted_is_read(tmp_path_factory: pytest.TempPathFactory, taps: list[tuple[str, str]]) -> None:
    """Every tap, whatever events and categories are called."""
    file = tmp_path_factory.mktemp("taps") / "taps.jsonl"
    setup = CounterSetup(file)
    for event, category in taps:
        setup.counter.count_tap(event, category)
        setup.now += 100
    setup.counter.flush()
    assert not taps or total_taps(read_taps(file).taps, None) == len(taps)

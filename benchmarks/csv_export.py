"""Time and memory to export a million events as CSV; the floor is SQLite's shell writing the same columns."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.measurement import Measurement
from benchmarks.memory import peak_memory_of
from benchmarks.stores import MILLION, synthetic_store

_ROUNDS = 3
MEGABYTE = 1024 * 1024
# The columns that are in the store; labels and names that the program computes are not.
_COLUMNS = """SELECT e.id, t.title, t.summary, t.body, e.date, e.date, e.first_day, e.last_day, e.time, e.precision,
    e.approximate, t.date_note, e.category, e.collection, e.status, e.importance,
    (SELECT group_concat(n.name, '; ') FROM event_tag g JOIN tag ON tag.id = g.tag JOIN tag_text n ON n.tag = g.tag
        WHERE g.event = e.id AND n.lang = 'zh' AND tag.kind = 'place'),
    (SELECT group_concat(n.name, '; ') FROM event_tag g JOIN tag ON tag.id = g.tag JOIN tag_text n ON n.tag = g.tag
        WHERE g.event = e.id AND n.lang = 'zh' AND tag.kind = 'person'),
    (SELECT group_concat(n.name, '; ') FROM event_tag g JOIN tag ON tag.id = g.tag JOIN tag_text n ON n.tag = g.tag
        WHERE g.event = e.id AND n.lang = 'zh' AND tag.kind = 'organisation'),
    (SELECT group_concat(n.name, '; ') FROM event_tag g JOIN tag ON tag.id = g.tag JOIN tag_text n ON n.tag = g.tag
        WHERE g.event = e.id AND n.lang = 'zh' AND tag.kind = 'topic'),
    (SELECT group_concat(x.label || ': ' || x.value || ' ' || x.unit, '; ') FROM figure_text x
        WHERE x.event = e.id AND x.lang = 'zh'),
    e.parent, e.thread, s.name, e.source_section || ' · ' || e.source_heading, t.lang
    FROM event e JOIN event_text t ON t.event = e.id AND t.lang = 'zh'
    JOIN source_text s ON s.source = e.source AND s.lang = 'zh'
    ORDER BY e.first_day, e.last_day, e.importance DESC, e.id"""


def csv_export() -> Iterator[Measurement]:
    """Yield the median seconds, which shall be at most 3 floors, and the peak memory."""
    store = synthetic_store(MILLION)
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "list.csv")
        shell = ["sqlite3", "-csv", "-header", f"file:{store}?mode=ro", _COLUMNS]
        program = [sys.executable, "-m", "qtviewer", "export", target, "--store", str(store)]
        pairs = [(run_timed(shell, target)[0], run_timed(program, os.devnull)) for _ in range(_ROUNDS)]
    bare = peak_memory_of("print(peak())")
    floor = statistics.median(pair[0] for pair in pairs)
    yield Measurement.of("csv_export", MILLION, statistics.median(pair[1][0] for pair in pairs), "s", floor)
    memory = max(pair[1][1] for pair in pairs) / MEGABYTE
    yield Measurement.of("csv_export_memory", MILLION, memory - bare, "MB over the interpreter", bare)


def run_timed(command: Sequence[str], output: str) -> tuple[float, int]:
    """Run a command, and return the seconds it takes and its peak memory in bytes; `output` is a path."""
    start = time.monotonic()
    with Path(output).open("wb") as stream:
        process = subprocess.Popen(command, stdout=stream)  # noqa: S603 - our own, and SQLite's
        _pid, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return time.monotonic() - start, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)

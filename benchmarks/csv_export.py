"""Time and memory to export a million events as CSV; the floor is SQLite's shell writing the same columns."""

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
# The program as the command runs it, which prints its peak memory in the end.
_PROGRAM = """
import sys
from benchmarks.peak_memory import peak_memory
from qtviewer.cli.run import run
status = run(sys.argv[1:])
print(peak_memory())
sys.exit(status)
"""
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
        target, peak = str(Path(folder) / "list.csv"), Path(folder) / "peak.txt"
        shell = ["sqlite3", "-csv", "-header", f"file:{store}?mode=ro", _COLUMNS]
        program = [sys.executable, "-c", _PROGRAM, "export", target, "--store", str(store)]
        pairs = [(seconds_of(shell, target), seconds_of(program, str(peak))) for _ in range(_ROUNDS)]
        memory = float(peak.read_text(encoding="ascii"))
    bare = peak_memory_of("print(peak_memory())")
    floor = statistics.median(pair[0] for pair in pairs)
    yield Measurement.of("csv_export", MILLION, statistics.median(pair[1] for pair in pairs), "s", floor)
    yield Measurement.of("csv_export_memory", MILLION, memory - bare, "MB over the interpreter", bare)


def seconds_of(command: Sequence[str], output: str) -> float:
    """Run a command, and return the seconds it takes; `output` is the path of a file for what it prints."""
    start = time.monotonic()
    with Path(output).open("wb") as stream:
        subprocess.run(command, stdout=stream, check=True)  # noqa: S603 - our own, and SQLite's
    return time.monotonic() - start

"""Time and memory to import a million rows of CSV into a new store; the floor is sqlite-utils with the same file."""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.csv_export import seconds_of
from benchmarks.import_parts import PARTS
from benchmarks.measurement import Measurement
from benchmarks.memory import peak_memory_of
from benchmarks.stores import MILLION, synthetic_csv


def csv_import() -> Iterator[Measurement]:
    """Yield the seconds, which shall be at most 5 floors, the seconds of each part, and the peak memory."""
    source = synthetic_csv(MILLION)
    with tempfile.TemporaryDirectory(dir=source.parent) as folder:  # beside it: /tmp may be in memory
        plain, store, parts = (str(Path(folder) / name) for name in ("plain.sqlite", "store.sqlite", "parts.json"))
        insert = [sys.executable, "-m", "sqlite_utils", "insert", plain, "events", str(source), "--csv"]
        floor = seconds_of(insert, os.devnull)
        program = [sys.executable, "-m", "benchmarks.import_parts", str(source), store, parts]
        seconds = seconds_of(program, os.devnull)
        measured = json.loads(Path(parts).read_text(encoding="utf-8"))
    bare = peak_memory_of("print(peak_memory())")
    yield Measurement.of("csv_import", MILLION, seconds, "s", floor)
    for part in PARTS:
        yield Measurement.of(f"csv_import_{part}", MILLION, measured[part], "s", floor)
    yield Measurement.of("csv_import_memory", MILLION, measured["peak_memory"] - bare, "MB over the interpreter", bare)

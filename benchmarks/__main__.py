"""Run benchmarks by name, all by default; each figure is one line of JSON. `make N STORE` writes a synthetic store."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.csv_export import csv_export
from benchmarks.csv_import import csv_import
from benchmarks.figures import Figure
from benchmarks.memory import memory_1m
from benchmarks.moving import pan_1m, pan_growth, toggle_1m, zoom_1m, zoom_growth
from benchmarks.pyramid import pyramid_build
from benchmarks.search import search_1m
from benchmarks.soak import soak
from benchmarks.startup import startup, startup_1m
from benchmarks.synthetic import make_store

_ALL = (
    startup, startup_1m, pan_1m, zoom_1m, pan_growth, zoom_growth, toggle_1m, memory_1m, pyramid_build,
    search_1m, csv_export, csv_import, soak,
)  # fmt: skip
BENCHMARKS: dict[str, Callable[[], Iterator[Figure]]] = {benchmark.__name__: benchmark for benchmark in _ALL}


def main(words: list[str]) -> int:
    """Measure and print, or make a store; 2 when the words make no sense."""
    if words[:1] == ["make"]:
        return _make(words[1:])
    unknown = [name for name in words if name not in BENCHMARKS]
    if unknown:
        print(f"benchmarks: no {unknown[0]!r}; there are {', '.join(BENCHMARKS)} and make N STORE", file=sys.stderr)
        return 2
    for name in words or BENCHMARKS:
        for figure in BENCHMARKS[name]():
            print(json.dumps(asdict(figure)), flush=True)
    return 0


def _make(words: list[str]) -> int:
    if len(words) != 2 or not words[0].isdecimal():
        print("benchmarks: make takes a number of events and a file, such as make 1000000 big.sqlite", file=sys.stderr)
        return 2
    make_store(int(words[0]), Path(words[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Runs benchmarks by name, by default all that need nothing else, and prints each measurement as a line of JSON.

`make N STORE` writes a synthetic store with N events instead; `truth [STORE or file to import ...]` counts what random
views of stores show wrongly; `faults [PART ...]` tries what the commands do with damaged files, failing calls and
other programs.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.csv_export import csv_export
from benchmarks.csv_import import csv_import
from benchmarks.dates import dates
from benchmarks.measurement import Measurement
from benchmarks.memory import memory_1m
from benchmarks.moving import pan_1m, pan_4k, pan_growth, toggle_1m, zoom_1m, zoom_4k, zoom_growth
from benchmarks.peers import peers
from benchmarks.pyramid import pyramid_build
from benchmarks.search import search_1m
from benchmarks.soak import soak
from benchmarks.startup import startup, startup_1m
from benchmarks.synthetic import make_store
from benchmarks.truth import print_truth

_ALL = (
    startup, startup_1m, pan_1m, zoom_1m, pan_4k, zoom_4k, pan_growth, zoom_growth, toggle_1m, memory_1m, pyramid_build,
    search_1m, csv_export, csv_import, dates, soak,
)  # fmt: skip
_BY_NAME_ONLY = (peers,)  # as it needs a browser
BENCHMARKS: dict[str, Callable[[], Iterator[Measurement]]] = {
    benchmark.__name__: benchmark for benchmark in (*_ALL, *_BY_NAME_ONLY)
}


def main(arguments: list[str]) -> int:
    """Run benchmarks or make a store, as the arguments say; return the exit status, 2 for wrong arguments."""
    if arguments[:1] == ["make"]:
        return _make(arguments[1:])
    if arguments[:1] == ["faults"]:
        from benchmarks.faults.campaign import main as run_campaign  # noqa: PLC0415 - nothing else needs it

        return run_campaign(arguments[1:])
    if arguments[:1] == ["truth"]:
        print_truth([Path(argument) for argument in arguments[1:]])
        return 0
    unknown = [name for name in arguments if name not in BENCHMARKS]
    if unknown:
        print(
            f"benchmarks: no {unknown[0]!r}; there are {', '.join(BENCHMARKS)}, make, truth and faults", file=sys.stderr
        )
        return 2
    for name in arguments or [benchmark.__name__ for benchmark in _ALL]:
        for figure in BENCHMARKS[name]():
            print(json.dumps(asdict(figure)), flush=True)
    return 0


def _make(arguments: list[str]) -> int:
    if len(arguments) != 2 or not arguments[0].isdecimal():
        print("benchmarks: make takes a number of events and a file, such as make 1000000 big.sqlite", file=sys.stderr)
        return 2
    make_store(int(arguments[0]), Path(arguments[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Run benchmarks by name, all by default; each figure is one line of JSON."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict

from benchmarks.csv_export import csv_export
from benchmarks.figures import Figure
from benchmarks.startup import startup

BENCHMARKS: dict[str, Callable[[], Figure]] = {"startup": startup, "csv_export": csv_export}


def main(names: list[str]) -> int:
    """Measure and print; 2 when a name is not known."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"benchmarks: no {unknown[0]!r}; there are {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    for name in names or BENCHMARKS:
        print(json.dumps(asdict(BENCHMARKS[name]())), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The parts of the campaign, and the command that runs them."""

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from benchmarks.faults.changing_stores import changing_stores
from benchmarks.faults.damaged_stores import damaged_stores
from benchmarks.faults.exports import hostile_exports
from benchmarks.faults.failing_calls import failing_calls
from benchmarks.faults.lists import damaged_lists
from benchmarks.faults.several_writers import several_writers
from benchmarks.faults.tally import Tally, Trial

PARTS: Final[dict[str, Callable[[int, int], Iterator[Trial]]]] = {
    "stores": damaged_stores,
    "calls": failing_calls,
    "writers": several_writers,
    "readers": changing_stores,
    "lists": damaged_lists,
    "exports": hostile_exports,
}
"""What each part tries, given how many things and a seed."""


def main(arguments: Sequence[str]) -> int:
    """Run parts of the campaign and print their table; return 1 when there was a fault."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks faults")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; by default all")
    parser.add_argument("--count", type=int, default=100, help="things to try in each part (default: 100)")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    if unknown := [part for part in options.parts if part not in PARTS]:
        parser.error(f"no {unknown[0]!r}; there are {', '.join(PARTS)}")
    tally = Tally()
    for part in options.parts or PARTS:
        begun = time.monotonic()
        tally.count(PARTS[part](options.count, options.seed))
        print(f"{part}: {time.monotonic() - begun:.0f} s", flush=True)
    print("\n".join(tally.lines()))
    return 1 if tally.faults else 0

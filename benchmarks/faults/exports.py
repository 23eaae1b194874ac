"""Stores with hostile texts through every export, each read back by a reader that is not of this program."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from benchmarks.faults.commands import run_command
from benchmarks.faults.hostile_texts import write_hostile_store
from benchmarks.faults.list_readers import READERS
from benchmarks.faults.tally import Trial


def hostile_exports(count: int, seed: int) -> Iterator[Trial]:
    """Try some exports: a store for every twelve of them, which are one for each format."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ids: Sequence[str] = ()
        for number in range(count):
            kind = list(READERS)[number % len(READERS)]
            store = folder / f"{number // len(READERS)}.sqlite"
            random = Random(f"{seed} {number // len(READERS)}")  # noqa: S311 - the same each time
            if not store.exists():
                ids = write_hostile_store(store, random)
            yield _try(store, kind, ids, Random(f"{seed} {number}"), f"{number} of seed {seed}")  # noqa: S311


def _try(store: Path, kind: str, ids: Sequence[str], random: Random, name: str) -> Trial:
    lang = random.choice(("zh", "en", "all"))
    target = store.with_name("list-poster.pdf" if kind == "poster" else f"list.{kind}")
    result = run_command("export", target, "--store", store, "--lang", lang)
    outcome, found = result.fault or "clear error", result.errors[-300:]
    if not result.status:
        try:
            found = READERS[kind](target, ids)
        except Exception as error:  # whatever the reader of another program says
            found = f"{type(error).__name__}: {error}"
        outcome = "wrong" if found else "right"
    target.unlink(missing_ok=True)
    return Trial(f"{kind} export", outcome, f"{name}, {lang}: {found[:300]}")

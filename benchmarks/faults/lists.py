"""Damaged lists of every format through the import."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.faults.commands import Result, run_command
from benchmarks.faults.list_mutants import MUTATIONS
from benchmarks.faults.tally import Trial
from qtviewer.domain.event import Event
from qtviewer.domain.event_query import EventQuery
from qtviewer.exchange.export import ExportOptions, export_events
from qtviewer.resources import shipped_store_path
from qtviewer.store.reader import StoreReader

_EXPORTED: Final = EventQuery(min_importance=4)
_LONGEST: Final = 10.0  # seconds for a file of less than a megabyte
_MOST_DIFFERENT: Final = 2  # events that one damage may change or take away without a word
_SOURCES: Final = Path("data/content")


def damaged_lists(count: int, seed: int) -> Iterator[Trial]:
    """Try some damaged lists: each is imported into a store of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lists = dict(_lists(folder))
        with closing(StoreReader(shipped_store_path())) as source:
            events = {event.id: event for event in source.events(_EXPORTED)}
            all_events = {event.id: event for event in source.events(EventQuery())}
        for number in range(count):
            kind = list(MUTATIONS)[number % len(MUTATIONS)]
            random = Random(f"{seed} {kind} {number}")  # noqa: S311 - the same each time
            outcome, detail = _try(folder, lists[kind], kind, all_events if kind == "toml" else events, random)
            yield Trial(f"{kind} list", outcome, f"{number} of seed {seed}, {detail}")


def _lists(folder: Path) -> Iterator[tuple[str, Path]]:
    """Write a whole list in each format; yield the format and the path."""
    with closing(StoreReader(shipped_store_path())) as source:
        for kind in MUTATIONS:
            if kind == "toml":
                yield kind, Path(shutil.copytree(_SOURCES, folder / "content"))
                continue
            path = folder / f"list.{kind}"
            lang = "all" if kind in ("csv", "json", "jsonl", "xlsx") else "zh"
            export_events(source, str(path), ExportOptions(_EXPORTED, lang, raw=kind == "csv"))
            yield kind, path


def _try(folder: Path, whole: Path, kind: str, events: dict[str, Event], random: Random) -> tuple[str, str]:
    """Import a damaged copy of a whole list with some events; return the outcome, and what was done."""
    mutation = random.choice(MUTATIONS[kind])
    place = folder / "damaged"
    place.mkdir()
    path, damaged = _damaged_copy(place, whole, mutation.__name__, kind, random)
    store = place / "events.sqlite"
    result = run_command("import", path, "--store", store, seconds=_LONGEST)
    outcome = result.fault or ("clear error" if result.status else _outcome(store, events, mutation.__name__))
    if result.status and store.exists():
        outcome = "left behind"
    shutil.rmtree(place)
    return outcome, f"{mutation.__name__}: {_shortened(result)} {damaged[:80]!r}"


def _damaged_copy(place: Path, whole: Path, mutation: str, kind: str, random: Random) -> tuple[Path, bytes]:
    """Copy a list, or a folder of content, and damage it, or one of its files; return what to import and the damage."""
    by_name = {known.__name__: known for known in MUTATIONS[kind]}
    if whole.is_dir():
        path = Path(shutil.copytree(whole, place / "content"))
        target = random.choice(sorted(path.glob("*.toml")))
    else:
        path = target = Path(shutil.copy(whole, place / whole.name))
    damaged = by_name[mutation](target.read_bytes(), random)
    target.write_bytes(damaged)
    return path, damaged


def _outcome(store: Path, events: dict[str, Event], mutation: str) -> str:
    """Return whether a store has the events of the list but for a few that the damage may have changed."""
    with closing(StoreReader(store)) as reader:
        imported = {event.id: event for event in reader.events(EventQuery())}
    if not imported:
        return "wrong"
    if mutation in ("cut", "change_archive"):
        return "right"  # what is cut off at the end of a row is not known to have been there
    missing = sum(
        event_id not in imported or _shown(imported[event_id]) != _shown(event) for event_id, event in events.items()
    )
    return "right" if missing <= _MOST_DIFFERENT else "wrong"


def _shown(event: Event) -> tuple[str, object]:
    return event.texts["zh"].title if "zh" in event.texts else "", event.date


def _shortened(result: Result) -> str:
    return f"status {result.status}, {result.output[:200]!r}, {result.errors[-300:]!r}"

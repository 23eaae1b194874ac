"""Damaged stores through the commands that read them, and through those that write them."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.faults.commands import Result, run_command
from benchmarks.faults.programs import run_program
from benchmarks.faults.store_mutants import MUTATIONS, mutate
from benchmarks.faults.tally import Trial
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event import Event
from qtviewer.domain.event_query import EventQuery
from qtviewer.resources import shipped_store_path
from qtviewer.store.reader import StoreReader

IN_MEMORY: Final = Path("/dev/shm") if Path("/dev/shm").is_dir() else None  # noqa: S108 - where files are memory
_ANSWERS: Final = (
    ("count",),
    ("count", "--by", "category"),
    ("count", "--by", "month", "--min-importance", "3"),
    ("count", "--search", "地铁"),
    ("count", "--search", "metro"),
    ("export", "-", "--format", "json", "--lang", "all"),
    ("export", "-", "--format", "csv", "--search", "qiantang"),
)
_STORES_PER_PICTURE: Final = 5  # of a kind: a picture takes as long as all questions
_TODAY: Final = ("--today", "2026-12-01")


def damaged_stores(count: int, seed: int) -> Iterator[Trial]:
    """Try some damaged stores: each with every question, a check, a kiosk's start and a command that writes.

    Of some the window is painted, too.
    """
    _ask("check", shipped_store_path())  # what it loads is there for all that follow
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        for number in range(count):
            kind = list(MUTATIONS)[number % len(MUTATIONS)]
            random = Random(f"{seed} {kind} {number}")  # noqa: S311 - the same each time
            store = Path(shutil.copy(shipped_store_path(), Path(folder) / "events.sqlite"))
            done = f"{number} of seed {seed}: {mutate(kind, store, random)}"
            yield from _read(store, kind, done)
            if number // len(MUTATIONS) % _STORES_PER_PICTURE == 0:
                yield _paint(store, kind, done)
            yield _write(store, kind, done, random)


def _read(store: Path, kind: str, done: str) -> Iterator[Trial]:
    """Ask everything; an answer that differs has to be told by a check, which is tried itself as well."""
    check = _ask("check", store)
    yield Trial(f"{kind}, check", check.fault or ("right" if not check.status else "clear error"), f"{done}: {check}")
    differs = False
    for number in range(len(_ANSWERS)):
        result, right = _answer(store, number), _right_answers()[number]
        outcome = result.fault or ("clear error" if result.status else "right" if result == right else "told by check")
        differs |= outcome == "told by check"
        if outcome == "told by check" and not check.status:
            outcome = "wrong"
        yield Trial(f"{kind}, read", outcome, f"{' '.join(_ANSWERS[number])}: {done}: {_shortened(result)}")
    kiosk = _check_as_kiosk(store)
    outcome = kiosk.fault or (
        "clear error" if kiosk.status else "wrong" if differs and not _is_marked(store) else "right"
    )
    yield Trial(f"{kind}, kiosk's start", outcome, f"{done}: {_shortened(kiosk)}")


def _check_as_kiosk(store: Path) -> Result:
    """Check a store as a kiosk does when it starts."""
    config = store.with_name("kiosk.toml")
    config.write_text(f'store = "{store}"\n', encoding="utf-8")
    result = run_command("kiosk", "--config", config, "--check")
    config.unlink()
    return result


def _paint(store: Path, kind: str, done: str) -> Trial:
    """Paint the window: the picture is that of the store as it was, differs and is told by a check, or is not there."""
    picture = store.with_name("picture.png")
    words = ("snapshot", picture, "--size", "1280x800", "--theme", "light", "--lang", "zh", *_TODAY, "--store", store)
    result = run_program(*words)
    content = picture.read_bytes() if picture.exists() else b""
    picture.unlink(missing_ok=True)
    outcome = result.fault or ("clear error" if result.status else "right")
    if outcome == "clear error" and content:
        outcome = "wrong"
    elif outcome == "right" and content != _right_picture():
        outcome = "told by check" if _ask("check", store).status else "wrong"
    return Trial(f"{kind}, snapshot", outcome, f"{done}: {_shortened(result)}")


@cache
def _right_picture() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "picture.png"
        words = ("snapshot", picture, "--size", "1280x800", "--theme", "light", "--lang", "zh", *_TODAY)
        assert run_program(*words).status == 0
        return picture.read_bytes()


def _write(store: Path, kind: str, done: str, random: Random) -> Trial:
    """Import into a damaged store or make it good: the store is whole afterwards or, after an error, as it was."""
    before = store.read_bytes()
    source = store.with_name("new.csv")
    source.write_text("id,date,title,category\nnew,2021-06-28,New,milestone\n", encoding="utf-8")
    way = random.choice((("import", source, "--store", store), ("reindex", store)))
    was_marked = _is_marked(store)
    result = run_command(*way)
    outcome = result.fault or ("clear error" if result.status else "right")
    if outcome == "right" and way[0] == "import" and not was_marked and _events(store) != _events(shipped_store_path()):
        outcome = "wrong"  # what was damaged passes for right now
    beside = [path for path in store.parent.iterdir() if path not in (store, source) and ".backup" not in path.name]
    if result.status and not result.fault and store.read_bytes() != before:
        outcome = "lost"
    elif beside:
        outcome = "left behind"
    for path in store.parent.iterdir():
        path.unlink()
    return Trial(f"{kind}, {way[0]}", outcome, f"{done}: {_shortened(result)}, beside it {beside}")


def _is_marked(store: Path) -> bool:
    """Whether another program is known to have changed a store."""
    try:
        with closing(StoreReader(store)) as reader:
            return reader.is_stale
    except ViewerError:
        return False


def _events(store: Path) -> list[Event]:
    """Return the events of a store but for the new one."""
    with closing(StoreReader(store)) as reader:
        return [event for event in reader.events(EventQuery()) if event.id != "new"]


def _ask(command: str, store: Path) -> Result:
    return run_command(command, store)


def _answer(store: Path, number: int) -> Result:
    words = _ANSWERS[number]
    return run_command(*words, "--store", store, *_TODAY)


@cache
def _right_answers() -> list[Result]:
    return [_answer(shipped_store_path(), number) for number in range(len(_ANSWERS))]


def _shortened(result: Result) -> str:
    return f"status {result.status}, {result.output[:200]!r}, {result.errors[-600:]!r}"

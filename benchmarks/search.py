"""Time of a search for 200 hits in a million events; the floor is a phrase query of SQLite's FTS5."""

import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from random import Random
from typing import Final

from benchmarks.measurement import Measurement
from benchmarks.stores import MILLION, synthetic_store
from qtviewer.domain.search.pinyin import pronounced_runs
from qtviewer.store.search_index import ranked_ids

_SEED: Final = 8
_HITS: Final = 200
_SEARCHES: Final = 60  # of each kind
_ROUNDS: Final = 3
_BARE: Final = "SELECT rowid FROM search WHERE search MATCH ? LIMIT ?"


def search_1m() -> Iterator[Measurement]:
    """Yield the 95th percentile of all searches, which shall be at most 3 floors, then of Chinese and of pinyin."""
    with closing(sqlite3.connect(f"file:{synthetic_store(MILLION)}?mode=ro", uri=True)) as connection:
        yield from _search_measurements(connection)


def _search_measurements(connection: sqlite3.Connection) -> Iterator[Measurement]:
    chinese = _parts_of_titles(connection)
    pinyin = [_pinyin(text, is_whole=number % 2 == 0) for number, text in enumerate(chinese)]
    floor = _p95(chinese, lambda text: connection.execute(_BARE, (f'"{" ".join(text)}"', _HITS)).fetchall())
    for name, texts in (("", [*chinese, *pinyin]), ("_chinese", chinese), ("_sounds", pinyin)):
        value = _p95(texts, lambda text: ranked_ids(connection, text, _HITS))
        yield Measurement.of(f"search_1m{name}", MILLION, value * 1e3, "ms", floor * 1e3)


def _parts_of_titles(connection: sqlite3.Connection) -> list[str]:
    """Return parts of titles with one to six characters, as many of each length."""
    random = Random(_SEED)  # noqa: S311 - the same figures every time, no secrets
    titles = [title for (title,) in connection.execute("SELECT title FROM event_text LIMIT 5000")]
    starts = [(random.choice(titles), number % 6 + 1) for number in range(_SEARCHES)]
    return [title[at : at + length] for title, length in starts for at in [random.randrange(len(title) - length)]]


def _pinyin(text: str, *, is_whole: bool) -> str:
    """Return the pinyin of a text, or its first letters."""
    syllables = chain.from_iterable(run.sounds for run in pronounced_runs(text))
    return "".join(syllable if is_whole else syllable[0] for syllable in syllables)


def _p95(texts: Sequence[str], search: Callable[[str], object]) -> float:
    """Return the 95th percentile in seconds of the searches, each the fastest of some rounds."""
    least = [min(_seconds(text, search) for _ in range(_ROUNDS)) for text in texts]
    return statistics.quantiles(least, n=20)[-1]


def _seconds(text: str, search: Callable[[str], object]) -> float:
    start = time.perf_counter()
    search(text)
    return time.perf_counter() - start

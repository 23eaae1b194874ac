"""The first 200 hits of a search in a million events: the program's against a bare phrase query of SQLite's FTS5."""

import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import chain
from random import Random
from typing import Final

from benchmarks.figures import Figure
from benchmarks.stores import MILLION, store_of
from qtviewer.domain.search.pinyin import pronounced_runs
from qtviewer.store.search_index import ranked_ids

_SEED: Final = 8
_HITS: Final = 200
_EACH: Final = 60  # searches of a kind
_ROUNDS: Final = 3
_BARE: Final = "SELECT rowid FROM search WHERE search MATCH ? LIMIT ?"


def search_1m() -> Iterator[Figure]:
    """95th percentile of what people type, at most 3 times that of the bare phrases; then by kind."""
    with closing(sqlite3.connect(f"file:{store_of(MILLION)}?mode=ro", uri=True)) as connection:
        yield from _search_figures(connection)


def _search_figures(connection: sqlite3.Connection) -> Iterator[Figure]:
    chinese = _parts_of_titles(connection)
    sounds = [_sound(text, whole=number % 2 == 0) for number, text in enumerate(chinese)]
    floor = _p95(chinese, lambda text: connection.execute(_BARE, (f'"{" ".join(text)}"', _HITS)).fetchall())
    for name, texts in (("", [*chinese, *sounds]), ("_chinese", chinese), ("_sounds", sounds)):
        value = _p95(texts, lambda text: ranked_ids(connection, text, _HITS))
        yield Figure.of(f"search_1m{name}", MILLION, value * 1e3, "ms", floor * 1e3)


def _parts_of_titles(connection: sqlite3.Connection) -> list[str]:
    """Pieces of one to six characters of titles, each length as often."""
    random = Random(_SEED)  # noqa: S311 - the same figures every time, no secrets
    titles = [title for (title,) in connection.execute("SELECT title FROM event_text LIMIT 5000")]
    starts = [(random.choice(titles), number % 6 + 1) for number in range(_EACH)]
    return [title[at : at + length] for title, length in starts for at in [random.randrange(len(title) - length)]]


def _sound(text: str, *, whole: bool) -> str:
    """A text as its pinyin, or as the initials of it."""
    syllables = chain.from_iterable(run.sounds for run in pronounced_runs(text))
    return "".join(syllable if whole else syllable[0] for syllable in syllables)


def _p95(texts: Sequence[str], search: Callable[[str], object]) -> float:
    """What 95 of 100 searches keep within, each the least of some rounds."""
    least = [min(_seconds(text, search) for _ in range(_ROUNDS)) for text in texts]
    return statistics.quantiles(least, n=20)[-1]


def _seconds(text: str, search: Callable[[str], object]) -> float:
    start = time.perf_counter()
    search(text)
    return time.perf_counter() - start

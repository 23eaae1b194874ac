"""The numbers of all matching events in an order; a million of them take eight megabytes."""

import sqlite3
from array import array
from functools import lru_cache
from typing import Final, Literal

from qtviewer.domain.answers import Listing
from qtviewer.domain.dates.date_order import unit_at
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import Order
from qtviewer.store.date_order import EVENT_IN_ORDER, ORDER_BY_DATE, ORDER_COLUMNS, SORT_DAY, SORT_RANK
from qtviewer.store.where_clause import where_clause

_TITLE: Final = """coalesce((SELECT title FROM event_text AS t WHERE t.event = event.id AND t.lang = :lang),
    (SELECT title FROM event_text AS t WHERE t.event = event.id ORDER BY t.rowid LIMIT 1))"""
_FROM_TABLE: Final = f"SELECT event.number, {SORT_DAY} AS sort_day, {SORT_RANK} AS sort_rank FROM event"
_THEN_BY_DATE: Final = "sort_day, sort_rank, event.time, event.last_day, event.importance DESC, event.id"
_ORDERS: Final = {
    "number": (_FROM_TABLE, "ORDER BY event.number"),
    "date": (f"SELECT event.number, {ORDER_COLUMNS} FROM {EVENT_IN_ORDER}", ORDER_BY_DATE),
    "title": (_FROM_TABLE, f"ORDER BY pinyin_sort_key({_TITLE}), {_THEN_BY_DATE}"),
    "importance": (_FROM_TABLE, f"ORDER BY event.importance DESC, {_THEN_BY_DATE}"),
}
_UNITS: Final = tuple(unit_at(rank) for rank in range(8))
_CACHED_TITLES: Final = 100_000


def read_listing(
    connection: sqlite3.Connection, query: EventQuery, lang: str, order: Order | Literal["number"]
) -> Listing:
    """Return all matching events sorted by date, title or importance, or by number, which needs no sorting.

    The titles are those in `lang`, or in the first language of an event.
    """
    connection.create_function("pinyin_sort_key", 1, pinyin_sort_key, deterministic=True)
    where, parameters = where_clause(query)
    selection, ending = _ORDERS[order]
    numbers, days, units = array("q"), array("q"), bytearray()
    for number, day, rank, *_ in connection.execute(f"{selection} {where} {ending}", parameters | {"lang": lang}):
        numbers.append(number)
        days.append(day)
        units.append(_UNITS[rank])
    return Listing(numbers, days, units)


@lru_cache(maxsize=_CACHED_TITLES)
def pinyin_sort_key(title: str) -> str:
    """Return the key that sorts titles: the pinyin syllables of Chinese characters, other text in lower case."""
    from qtviewer.domain.search.pinyin import pronounced_runs  # noqa: PLC0415 - only sorting by title needs it

    parts, end = [], 0
    for run in pronounced_runs(title, {}):
        parts += [title[end : run.start].casefold(), " ".join(run.sounds)]
        end = run.end
    return " ".join([*parts, title[end:].casefold()]).strip()

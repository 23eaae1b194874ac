"""The numbers of all matching events in an order; a million of them take eight megabytes."""

import sqlite3
from array import array
from functools import lru_cache
from typing import Final

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import Listing, Order
from qtviewer.store.where_clause import where_clause

_DAY: Final = "iif(event.date GLOB '..*' OR event.date GLOB '[[]..*', event.last_day, event.first_day)"
# Of an interval the start counts, or the end if the start is open; a year BCE begins with a minus.
_START: Final = "substr(event.date, 1, min(instr(event.date || '/', '/'), instr(event.date || '..', '..')) - 1)"
_POINT: Final = f"iif({_START} IN ('', '['), event.date, {_START})"
_HAS_MONTH: Final = f"""CASE WHEN event.precision IN ('day', 'month') THEN 1
    WHEN event.precision IN ('interval', 'within') THEN instr(substr({_POINT}, 3), '-') > 0 ELSE 0 END"""
_TITLE: Final = """coalesce((SELECT title FROM event_text AS t WHERE t.event = event.id AND t.lang = :lang),
    (SELECT title FROM event_text AS t WHERE t.event = event.id ORDER BY t.rowid LIMIT 1))"""
_ORDERS: Final = {
    "date": f"ORDER BY event.first_day, {_HAS_MONTH}, event.last_day, event.importance DESC, event.id",
    "title": f"ORDER BY pinyin_sort_key({_TITLE}), event.first_day, event.id",
    "importance": "ORDER BY event.importance DESC, event.first_day, event.last_day, event.id",
}
_CACHED_TITLES: Final = 100_000


def read_listing(connection: sqlite3.Connection, query: EventQuery, lang: str, order: Order) -> Listing:
    """Return all matching events sorted by date, title or importance; in `lang`, or in their first language.

    By date, events of a whole year come before those of its first month.
    """
    connection.create_function("pinyin_sort_key", 1, pinyin_sort_key, deterministic=True)
    where, parameters = where_clause(query)
    numbers, days, has_month = array("q"), array("q"), bytearray()
    sql = f"SELECT event.number, {_DAY}, {_HAS_MONTH} FROM event {where} {_ORDERS[order]}"
    for number, day, month_is_known in connection.execute(sql, parameters | {"lang": lang}):
        numbers.append(number)
        days.append(day)
        has_month.append(month_is_known)
    return Listing(numbers, days, has_month)


@lru_cache(maxsize=_CACHED_TITLES)
def pinyin_sort_key(title: str) -> str:
    """Return the key that sorts titles: the pinyin syllables of Chinese characters, other text in lower case."""
    from qtviewer.domain.search.pinyin import pronounced_runs  # noqa: PLC0415 - only sorting by title needs it

    parts, end = [], 0
    for run in pronounced_runs(title, {}):
        parts += [title[end : run.start].casefold(), " ".join(run.sounds)]
        end = run.end
    return " ".join([*parts, title[end:].casefold()]).strip()

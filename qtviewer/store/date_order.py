"""The order of dates that `domain.dates.date_order` defines, in SQL.

Events with an open start are few and all begin on MIN_DAY. They are put in their place by a UNION, so that the order
of all others comes from the index on `first_day`.
"""

import sqlite3
from itertools import pairwise
from typing import Final

from qtviewer.domain.dates.date_order import OPEN_START_RANK
from qtviewer.domain.dates.day_number import MIN_DAY
from qtviewer.domain.dates.minutes import MINUTES_IN_DAY

HAS_OPEN_START: Final = f"(event.first_day = {MIN_DAY} AND (event.date GLOB '..*' OR event.date GLOB '[[{{]..*'))"
"""SQL condition that an event's date has no start, such as `../2021`; few texts are looked at."""
SORT_DAY: Final = f"iif({HAS_OPEN_START}, event.last_day, event.first_day)"
"""SQL expression: the first day of an event, or its last one if its start is open."""
START: Final = "substr(event.date, 1, min(instr(event.date || '/', '/'), instr(event.date || '..', '..')) - 1)"
"""SQL expression: the text of the start of an event's date, empty if it is open."""
_END: Final = "substr(event.date, 4)"  # of `../2021` or `[..2021]`


def _unit(point: str) -> str:
    """Return the index in UNITS of an event's heading; `point` is the text of the end of an interval that counts."""
    # A year BCE begins with a minus, a set with a bracket; of a set the first member counts.
    first = f"substr(ltrim({point}, '[{{'), 1, instr(ltrim({point}, '[{{') || ',', ',') - 1)"
    return f"""CASE event.precision WHEN 'day' THEN 3 WHEN 'month' THEN 3 WHEN 'year' THEN 2 WHEN 'decade' THEN 1
        WHEN 'century' THEN 0 ELSE
        CASE WHEN substr({first}, 1, 5) GLOB '*XX*' THEN 0 WHEN substr({first}, 1, 5) GLOB '*X*' THEN 1
        WHEN substr({first}, 3) GLOB '*-[01][0-9]*' THEN 3 ELSE 2 END END"""


_KNOWN_START: Final = f"iif(event.date GLOB '/*', substr(event.date, 2), {START})"  # of `/1985` the end is known
_START_RANK: Final = _unit(_KNOWN_START)
_END_RANK: Final = f"{OPEN_START_RANK} - {_unit(_END)}"
SORT_RANK: Final = f"iif({HAS_OPEN_START}, {_END_RANK}, {_START_RANK})"
"""SQL expression: the place of an event among those that stand at the same day."""
EVENT_IN_ORDER: Final = f"""(
    SELECT event.*, event.first_day AS sort_day, {_START_RANK} AS sort_rank FROM event
    WHERE NOT {HAS_OPEN_START}
    UNION ALL
    SELECT event.*, event.last_day AS sort_day, {_END_RANK} AS sort_rank FROM event
    WHERE {HAS_OPEN_START}) AS event"""
"""What stands for the table `event` in FROM: its columns, with `sort_day` and `sort_rank`."""
ORDER_COLUMNS: Final = "event.sort_day, event.sort_rank, event.time, event.last_day, event.importance, event.id"
"""What a query of EVENT_IN_ORDER has to select so that SQLite sorts each part of the UNION by its index."""
ORDER_BY_DATE: Final = (
    "ORDER BY event.sort_day, event.sort_rank, event.time, event.last_day, event.importance DESC, event.id"
)
"""Without a time of day, which is NULL, events come first."""
ORDER_BY_DATE_DESCENDING: Final = """ORDER BY event.sort_day DESC, event.sort_rank DESC, event.time DESC,
    event.last_day DESC, event.importance, event.id DESC"""
SORT_MINUTE: Final = f"max(event.first_minute, event.sort_day * {MINUTES_IN_DAY})"
"""SQL expression: the minute at which an event of EVENT_IN_ORDER stands."""
_THEN: Final = "ifnull(event.time, ''), event.last_day, -event.importance, event.id"
SORT_KEY: Final = f"(event.sort_day, event.sort_rank, {_THEN})"
"""The row value that sorts EVENT_IN_ORDER."""
TABLE_SORT_KEY: Final = f"({SORT_DAY}, {SORT_RANK}, {_THEN})"
"""The same row value of the table `event`, faster where nothing has to be sorted."""


def is_numbered_by_date(connection: sqlite3.Connection) -> bool:
    """Return whether the numbers of the events have the order of their dates; reads all events."""
    rows = connection.execute(f"SELECT event.number, {ORDER_COLUMNS} FROM {EVENT_IN_ORDER} {ORDER_BY_DATE}")
    return all(before < after for before, after in pairwise(number for number, *_key in rows))

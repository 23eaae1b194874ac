"""The events that match what only they can tell, copied aside with aggregates of their own."""

import sqlite3

from qtviewer.domain.query import EventQuery
from qtviewer.store.aggregates import AGGREGATES, fill_aggregates
from qtviewer.store.conditions import where_clause

_INDEXES = """CREATE INDEX temp.event_by_day ON event (first_day, last_day);
    CREATE INDEX temp.event_by_category ON event (category, first_day, last_day);"""


def make_selection(connection: sqlite3.Connection, query: EventQuery) -> None:
    """Put the matching events into temporary tables, which from then on stand before those of the file.

    They have the same names, so that every other question is asked in the same words.
    """
    where, parameters = where_clause(query)
    (table,) = connection.execute("SELECT sql FROM main.sqlite_schema WHERE name = 'event'").fetchone()
    connection.execute("PRAGMA query_only = OFF")  # the file itself is open for reading only
    connection.executescript(f"{_temporary(table)}; {_temporary(AGGREGATES)}")
    connection.execute(f"INSERT INTO temp.event SELECT event.* FROM main.event AS event {where}", parameters)
    connection.executescript(_INDEXES)
    fill_aggregates(connection)
    connection.commit()
    connection.execute("PRAGMA query_only = ON")


def _temporary(definition: str) -> str:
    return definition.replace("CREATE TABLE", "CREATE TEMP TABLE")

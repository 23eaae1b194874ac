"""Temporary tables that stand in for those of a store file: a selection of its events, or a new search index.

They have the names of the file's tables. SQLite prefers them, so the same SQL then asks them instead.
"""

import sqlite3

from qtviewer.domain.event_query import EventQuery
from qtviewer.store.aggregates import AGGREGATE_SCHEMA, fill_aggregates
from qtviewer.store.search_schema import SEARCH_TABLE
from qtviewer.store.where_clause import where_clause

_INDEXES = """CREATE INDEX temp.event_by_day ON event (first_day, last_day, known_last_day);
    CREATE INDEX temp.event_by_category ON event (category, first_day, first_minute, last_day);
    CREATE INDEX temp.event_within ON event (category, last_day, first_day) WHERE precision = 'within';"""


def create_selection_tables(connection: sqlite3.Connection, query: EventQuery) -> None:
    """Copy the matching events to a temporary table `event`, and compute temporary tables of their aggregates."""
    where, parameters = where_clause(query)
    (table,) = connection.execute("SELECT sql FROM main.sqlite_schema WHERE name = 'event'").fetchone()
    connection.execute("PRAGMA query_only = OFF")  # the file itself is open for reading only
    connection.executescript(f"{_as_temporary(table)}; {_as_temporary(AGGREGATE_SCHEMA)}")
    connection.execute(f"INSERT INTO temp.event SELECT event.* FROM main.event AS event {where}", parameters)
    connection.executescript(_INDEXES)
    fill_aggregates(connection)
    connection.commit()
    connection.execute("PRAGMA query_only = ON")


def rebuild_search_index(connection: sqlite3.Connection) -> None:
    """Compute the search index in a temporary table, for a file whose events another program changed."""
    from qtviewer.store.search_index import write_search_index  # noqa: PLC0415 - the window starts without it

    connection.execute("PRAGMA query_only = OFF")
    connection.executescript(
        f"DROP TABLE IF EXISTS temp.search; {SEARCH_TABLE.replace('TABLE search', 'TABLE temp.search')}"
    )
    write_search_index(connection)
    connection.commit()
    connection.execute("PRAGMA query_only = ON")


def _as_temporary(definition: str) -> str:
    return definition.replace("CREATE TABLE", "CREATE TEMP TABLE")

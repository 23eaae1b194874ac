"""Translating an `EventQuery` to SQL. User text only ever becomes a parameter, never a part of the SQL text."""

import json
from collections.abc import Iterator
from typing import Any, Final

from qtviewer.domain.event_query import EventQuery, normalized_search
from qtviewer.domain.query.facets import FACET_FIELDS, TAG_FACETS


def in_json_array(name: str) -> str:
    """Return an SQL condition, to follow a column, that its value is in the JSON array given as parameter `name`.

    One parameter holds any number of values, so SQLite prepares the statement once.
    """
    return f"IN (SELECT value FROM json_each(:{name}))"


LAST_DAY: Final = "min(event.last_day, max(event.known_last_day, :today))"
"""SQL expression: the last day that an event can mean on the day given as parameter `today`, see `last_day_on`."""


def reaches(day: int, name: str, today: int) -> str:
    """Return an SQL condition that an event can mean the day `day`, given as parameter `name`, or a later one.

    It is that of `LAST_DAY`, in the form that an index answers: open ends reach every day up to today.
    """
    condition = f"event.last_day >= :{name}"
    return condition if day <= today else f"{condition} AND event.known_last_day >= :{name}"


def where_clause(query: EventQuery) -> tuple[str, dict[str, Any]]:
    """Return the WHERE clause of a query on the table `event` (empty if it has no conditions) and its parameters."""
    conditions = dict(_conditions(query))
    if not conditions:
        return "", {}
    return "WHERE " + " AND ".join(conditions), {name: value for pair in conditions.values() for name, value in pair}


def _conditions(query: EventQuery) -> Iterator[tuple[str, tuple[tuple[str, Any], ...]]]:
    """Yield each SQL condition with the names and values of its parameters."""
    for name, column in (("categories", "category"), ("collections", "collection"), ("threads", "thread"),
                         ("statuses", "status"), ("precisions", "precision")):  # fmt: skip
        values = getattr(query, name)
        if values is not None:
            yield f"event.{column} {in_json_array(name)}", ((name, _as_json(values)),)
    for name, kind in (("tags", ""), *((FACET_FIELDS[facet], kind) for facet, kind in TAG_FACETS.items())):
        values = getattr(query, name)
        if values is not None:
            yield _has_tag(name, f" AND tag.kind = '{kind}'" if kind else ""), ((name, _as_json(values)),)
    yield from _range_conditions(query)
    if search := normalized_search(query.search):
        from qtviewer.store.search_index import search_condition  # noqa: PLC0415 - the window starts without it

        condition, parameters = search_condition(search)
        if condition:
            yield condition, tuple(parameters.items())


def _range_conditions(query: EventQuery) -> Iterator[tuple[str, tuple[tuple[str, Any], ...]]]:
    if query.first_day is not None:
        yield reaches(query.first_day, "first_day", query.today), (("first_day", query.first_day),)
    if query.last_day is not None:
        yield "event.first_day <= :last_day", (("last_day", query.last_day),)
    if query.min_importance > 1:
        yield "event.importance >= :min_importance", (("min_importance", query.min_importance),)


def _as_json(values: frozenset[str]) -> str:
    return json.dumps(sorted(values))


def _has_tag(name: str, kind_condition: str) -> str:
    """Return the condition that an event has one of the tags in the JSON array given as parameter `name`."""
    # By number, like the search condition: with two sets of numbers, SQLite looks up one and checks the other.
    return (
        "event.number IN (SELECT tagged.number FROM event_tag JOIN main.event AS tagged ON tagged.id = event_tag.event"
        f" WHERE event_tag.tag IN (SELECT tag.id FROM tag WHERE tag.id {in_json_array(name)}{kind_condition}))"
    )

"""An `EventQuery` as SQL: one fixed text, so that SQLite prepares it once, and its parameters by name."""

import json
from collections.abc import Iterator
from typing import Any

from qtviewer.domain.query.event_query import EventQuery, searchable
from qtviewer.domain.query.facets import TAG_FACETS, VALUE_SETS


# A condition with many values takes them as one JSON array: any number of them, and no SQL made of user text.
def one_of(name: str) -> str:
    """Condition that a column is among the values of a JSON array."""
    return f"IN (SELECT value FROM json_each(:{name}))"


def where_clause(query: EventQuery) -> tuple[str, dict[str, Any]]:
    """WHERE clause on the table `event` and its parameters; an unconditional query gives an empty clause."""
    conditions = dict(_conditions(query))
    if not conditions:
        return "", {}
    return "WHERE " + " AND ".join(conditions), {name: value for pair in conditions.values() for name, value in pair}


def _conditions(query: EventQuery) -> Iterator[tuple[str, tuple[tuple[str, Any], ...]]]:
    for name, column in (("categories", "category"), ("collections", "collection"), ("threads", "thread"),
                         ("statuses", "status"), ("precisions", "precision")):  # fmt: skip
        values = getattr(query, name)
        if values is not None:
            yield f"event.{column} {one_of(name)}", ((name, _as_json(values)),)
    for name, kind in (("tags", ""), *((VALUE_SETS[facet], kind) for facet, kind in TAG_FACETS.items())):
        values = getattr(query, name)
        if values is not None:
            yield _tagged(name, f" AND tag.kind = '{kind}'" if kind else ""), ((name, _as_json(values)),)
    yield from _range_conditions(query)
    if search := searchable(query.search):
        from qtviewer.store.search_index import search_condition  # noqa: PLC0415 - the window starts without it

        condition, parameters = search_condition(search)
        if condition:
            yield condition, tuple(parameters.items())


def _range_conditions(query: EventQuery) -> Iterator[tuple[str, tuple[tuple[str, Any], ...]]]:
    if query.first_day is not None:
        yield "event.last_day >= :first_day", (("first_day", query.first_day),)
    if query.last_day is not None:
        yield "event.first_day <= :last_day", (("last_day", query.last_day),)
    if query.min_importance > 1:
        yield "event.importance >= :min_importance", (("min_importance", query.min_importance),)


def _as_json(values: frozenset[str]) -> str:
    return json.dumps(sorted(values))


def _tagged(name: str, kind: str) -> str:
    """By number, as search has it: of two sets of numbers SQLite seeks by one and compares the other."""
    return (
        "event.number IN (SELECT tagged.number FROM event_tag JOIN main.event AS tagged ON tagged.id = event_tag.event"
        f" WHERE event_tag.tag IN (SELECT tag.id FROM tag WHERE tag.id {one_of(name)}{kind}))"
    )

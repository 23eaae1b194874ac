"""Counts of all facets of a query at once, each without the condition of its own."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from typing import Any, Final, get_args

from qtviewer.domain.facets import TAG_FACETS, VALUE_SETS, without
from qtviewer.domain.query import EventQuery
from qtviewer.domain.source import Facet
from qtviewer.store.conditions import where_clause
from qtviewer.store.event_rows import check_texts
from qtviewer.store.period_counts import count_periods

Counts = dict[Facet, dict[str, int]]

_COLUMNS: Final[tuple[Facet, ...]] = ("category", "collection", "status", "importance", "precision")


def count_facets(connection: sqlite3.Connection, query: EventQuery, answers: Callable[[EventQuery], bool]) -> Counts:
    """Counts per facet and value; `answers` tells whether the aggregates can answer a query."""
    years, months = count_periods(connection, query, aggregated=answers(without(query, "year")))
    counts: Counts = {"year": years, "month": months}
    counts |= _column_counts(connection, query) | _tag_counts(connection, query)
    check_texts(*(value for by_value in counts.values() for value in by_value))
    return {facet: counts[facet] for facet in get_args(Facet)}


def _column_counts(connection: sqlite3.Connection, query: EventQuery) -> Counts:
    """The facets of which an event has one value each: a pass over the events counts how often which stand together."""
    unfiltered = query
    for facet in _COLUMNS:
        unfiltered = without(unfiltered, facet)
    where, parameters = where_clause(unfiltered)
    columns = ", ".join(_COLUMNS)
    together = connection.execute(f"SELECT {columns}, count(*) FROM event {where} GROUP BY {columns}", parameters)
    counters: dict[Facet, Counter[Any]] = {facet: Counter() for facet in _COLUMNS}
    for *values, count in together:
        failing = [facet for facet, value in zip(_COLUMNS, values, strict=True) if not _holds(query, facet, value)]
        for facet, value in zip(_COLUMNS, values, strict=True):
            if not set(failing) - {facet}:
                counters[facet][value] += count
    levels = counters["importance"]
    counters["importance"] = +Counter({str(n): sum(levels[m] for m in range(n, 6)) for n in range(1, 6)})
    return {facet: _most_first(counter) for facet, counter in counters.items()}


def _holds(query: EventQuery, facet: Facet, value: Any) -> bool:
    if facet == "importance":
        return bool(value >= query.min_importance)
    asked = getattr(query, VALUE_SETS[facet])
    return asked is None or value in asked


def _tag_counts(connection: sqlite3.Connection, query: EventQuery) -> Counts:
    """The facets of which an event has several values; those without a condition are counted together."""
    facets_of = defaultdict(list)
    for facet in TAG_FACETS:
        facets_of[without(query, facet)].append(facet)
    counters: dict[Facet, Counter[str]] = {facet: Counter() for facet in TAG_FACETS}
    for asked, facets in facets_of.items():
        where, parameters = where_clause(asked)
        kinds = ", ".join(f"'{TAG_FACETS[facet]}'" for facet in facets)
        sql = f"""SELECT tag.kind, tag.id, count(*) FROM event_tag JOIN tag ON tag.id = event_tag.tag
            WHERE tag.kind IN ({kinds}) AND event_tag.event IN (SELECT id FROM event {where}) GROUP BY tag.id"""
        by_kind = {TAG_FACETS[facet]: facet for facet in facets}
        for kind, tag, count in connection.execute(sql, parameters):
            counters[by_kind[kind]][tag] = count
    return {facet: _most_first(counter) for facet, counter in counters.items()}


def _most_first(counter: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))

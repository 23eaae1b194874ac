"""Counts of all facets of a query at once; each facet is counted without the query's condition on that facet."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Any, Final, get_args

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.facets import FACET_FIELDS, TAG_FACETS, without_facet
from qtviewer.domain.source import Facet
from qtviewer.store.aggregate_queries import count_value_combinations, is_answered_by_aggregates
from qtviewer.store.event_rows import check_texts
from qtviewer.store.period_counts import count_periods
from qtviewer.store.where_clause import where_clause

Counts = dict[Facet, dict[str, int]]
"""Number of events per facet and value."""
CombinationCounts = Mapping[tuple[Any, ...], int]
"""Number of events per combination of values, one value of each of some facets."""

_AGGREGATED: Final[tuple[Facet, ...]] = ("category", "status", "importance")
# CROSS JOIN fixes the order, events first: the order that SQLite chooses may repeat the search for each tag.
_TAGS_OF_MATCHING: Final = """(SELECT id FROM event {where}) AS matching
    CROSS JOIN event_tag ON event_tag.event = matching.id CROSS JOIN"""
_NOT_AGGREGATED: Final[tuple[Facet, ...]] = ("collection", "precision")


def count_facets(connection: sqlite3.Connection, query: EventQuery, *, is_stale: bool) -> Counts:
    """Return the counts per facet and value, sorted by count; from the events alone if the aggregates are stale.

    ValueError when a value is not text.
    """
    years, months = count_periods(connection, query)
    counts: Counts = {"year": years, "month": months}
    if is_answered_by_aggregates(query) and not is_stale:
        query_without_facets = _without(query, _AGGREGATED)
        counts |= _per_value(
            query, _AGGREGATED, count_value_combinations(connection, query_without_facets, _AGGREGATED)
        )
        counts |= _per_value(query, _NOT_AGGREGATED, _count_combinations(connection, query, _NOT_AGGREGATED))
    else:
        columns = (*_AGGREGATED, *_NOT_AGGREGATED)
        counts |= _per_value(query, columns, _count_combinations(connection, query, columns))
    counts |= _tag_counts(connection, query, every_event=not is_stale)
    check_texts(*(value for by_value in counts.values() for value in by_value))
    return {facet: counts[facet] for facet in get_args(Facet)}


def _without(query: EventQuery, facets: Iterable[Facet]) -> EventQuery:
    return reduce(without_facet, facets, query)


def _count_combinations(
    connection: sqlite3.Connection, query: EventQuery, columns: Sequence[Facet]
) -> CombinationCounts:
    """Return how many events have each combination of values of some facets, ignoring the conditions on them."""
    where, parameters = where_clause(_without(query, columns))
    names = ", ".join(columns)
    rows = connection.execute(f"SELECT {names}, count(*) FROM event {where} GROUP BY {names}", parameters)
    return {tuple(values): count for *values, count in rows}


def _per_value(query: EventQuery, columns: Sequence[Facet], combinations: CombinationCounts) -> Counts:
    """Return the count of each facet's values over the combinations that meet the conditions on the other facets."""
    counters: dict[Facet, Counter[Any]] = {facet: Counter() for facet in columns}
    for values, count in combinations.items():
        failing = {facet for facet, value in zip(columns, values, strict=True) if not _is_met(query, facet, value)}
        for facet, value in zip(columns, values, strict=True):
            if failing <= {facet}:
                counters[facet][value] += count
    if levels := counters.get("importance"):
        counters["importance"] = Counter({str(n): sum(levels[m] for m in range(n, 6)) for n in range(1, 6)})
    return {facet: _sorted_by_count(+counter) for facet, counter in counters.items()}


def _is_met(query: EventQuery, facet: Facet, value: Any) -> bool:
    if facet == "importance":
        return bool(value >= query.min_importance)
    chosen = getattr(query, FACET_FIELDS[facet])
    return chosen is None or value in chosen


def _tag_counts(connection: sqlite3.Connection, query: EventQuery, *, every_event: bool) -> Counts:
    """Return the counts of the facets that are tags; facets with the same remaining query are counted in one statement.

    `every_event` says that the table `event` holds every tagged event, so that it is not read if there are no
    conditions.
    """
    facets_of = defaultdict(list)
    for facet in TAG_FACETS:
        facets_of[without_facet(query, facet)].append(facet)
    counters: dict[Facet, Counter[str]] = {facet: Counter() for facet in TAG_FACETS}
    for facet_query, facets in facets_of.items():
        where, parameters = where_clause(facet_query)
        kinds = ", ".join(f"'{TAG_FACETS[facet]}'" for facet in facets)
        tagged = _TAGS_OF_MATCHING.format(where=where) if where or not every_event else "event_tag JOIN"
        sql = f"""SELECT tag.kind, tag.id, count(*) FROM {tagged} tag ON tag.id = event_tag.tag
            WHERE tag.kind IN ({kinds}) GROUP BY tag.id"""
        by_kind = {TAG_FACETS[facet]: facet for facet in facets}
        for kind, tag, count in connection.execute(sql, parameters):
            counters[by_kind[kind]][tag] = count
    return {facet: _sorted_by_count(counter) for facet, counter in counters.items()}


def _sorted_by_count(counter: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))

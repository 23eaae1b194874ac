"""Queries changed by one value of a facet at a time."""

from typing import Any, Final

from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.event import Status, Tag, TagKind
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.periods import ALL_DAYS, is_period_chosen, with_days, with_period, without_period
from qtviewer.domain.source import Facet

FACET_FIELDS: Final[dict[Facet, str]] = {
    "category": "categories",
    "collection": "collections",
    "place": "places",
    "person": "people",
    "organisation": "organisations",
    "topic": "topics",
    "status": "statuses",
    "precision": "precisions",
}
"""The field of `EventQuery` that is the set of chosen values, by facet; other facets have no such set."""
TAG_FACETS: Final[dict[Facet, TagKind]] = {
    "place": TagKind.PLACE,
    "person": TagKind.PERSON,
    "organisation": TagKind.ORGANISATION,
    "topic": TagKind.TOPIC,
}
_KINDS: Final[dict[Facet, Any]] = {"status": Status, "precision": Precision}


def is_chosen(query: EventQuery, facet: Facet, value: str) -> bool:
    """Whether a value of a facet is chosen in a query."""
    if facet in FACET_FIELDS:
        return value in (getattr(query, FACET_FIELDS[facet]) or ())
    if facet == "importance":
        return query.min_importance > 1 and value == str(query.min_importance)
    return is_period_chosen(query, value)


def with_value_toggled(query: EventQuery, facet: Facet, value: str) -> EventQuery:
    """Return a query in which a value of a facet is chosen in addition, or no longer chosen if it was.

    Without any chosen value the facet has no filter. Years and months change one range of days; of importances only
    the lowest is chosen, which includes the higher ones.
    """
    chosen = is_chosen(query, facet, value)
    if facet in FACET_FIELDS:
        kind = _KINDS.get(facet, str)
        values = (getattr(query, FACET_FIELDS[facet]) or frozenset()) ^ {kind(value)}
        return with_values(query, FACET_FIELDS[facet], values or None)
    if facet == "importance":
        return query._replace(min_importance=1 if chosen else int(value))
    return without_period(query, value) if chosen else with_period(query, value)


def with_only_value(query: EventQuery, facet: Facet, value: str) -> EventQuery:
    """Return a query in which one value of a facet is chosen and no other of that facet."""
    return with_value_toggled(without_facet(query, facet), facet, value)


def without_facet(query: EventQuery, facet: Facet) -> EventQuery:
    """Return a query without the filter of a facet."""
    if facet in FACET_FIELDS:
        return with_values(query, FACET_FIELDS[facet], None)
    return query._replace(min_importance=1) if facet == "importance" else with_days(query, ALL_DAYS)


def with_values(query: EventQuery, field: str, values: frozenset[Any] | None) -> EventQuery:
    """Return a query with one of its set fields replaced; None removes the filter."""
    changes: dict[str, Any] = {field: values}
    return query._replace(**changes)


def query_for_tag(tag: Tag) -> EventQuery:
    """Return the query for all events of one person, organisation, place or topic."""
    facet = next(facet for facet, kind in TAG_FACETS.items() if kind is tag.kind)
    return with_only_value(EventQuery(), facet, tag.id)

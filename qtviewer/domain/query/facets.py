"""A query narrowed and widened, a value of a facet at a time."""

from typing import Any, Final

from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.dates.periods import ALL_DAYS, is_period_chosen, with_days, with_period, without_period
from qtviewer.domain.event import Status, Tag, TagKind
from qtviewer.domain.query.event_query import EventQuery
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
"""The facets whose chosen values stand in a set, and the field of `EventQuery` that is this set."""
TAG_FACETS: Final[dict[Facet, TagKind]] = {
    "place": TagKind.PLACE,
    "person": TagKind.PERSON,
    "organisation": TagKind.ORGANISATION,
    "topic": TagKind.TOPIC,
}
_KINDS: Final[dict[Facet, Any]] = {"status": Status, "precision": Precision}


def is_chosen(query: EventQuery, facet: Facet, value: str) -> bool:
    """Whether a query asks for a value."""
    if facet in FACET_FIELDS:
        return value in (getattr(query, FACET_FIELDS[facet]) or ())
    if facet == "importance":
        return query.min_importance > 1 and value == str(query.min_importance)
    return is_period_chosen(query, value)


def with_value_toggled(query: EventQuery, facet: Facet, value: str) -> EventQuery:
    """A query with a value chosen besides the others of its facet, or no longer; without any the facet sets none.

    Years and months make one stretch; of importances one is chosen, which means the higher ones, too.
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
    """A query with one value of a facet and no other of it."""
    return with_value_toggled(without_facet(query, facet), facet, value)


def without_facet(query: EventQuery, facet: Facet) -> EventQuery:
    """A query without the condition of a facet."""
    if facet in FACET_FIELDS:
        return with_values(query, FACET_FIELDS[facet], None)
    return query._replace(min_importance=1) if facet == "importance" else with_days(query, ALL_DAYS)


def with_values(query: EventQuery, field: str, values: frozenset[Any] | None) -> EventQuery:
    """A query with one of its fields that are sets replaced."""
    changes: dict[str, Any] = {field: values}
    return query._replace(**changes)


def query_for_tag(tag: Tag) -> EventQuery:
    """All events of one person, organisation, place or topic."""
    facet = next(facet for facet, kind in TAG_FACETS.items() if kind is tag.kind)
    return with_only_value(EventQuery(), facet, tag.id)

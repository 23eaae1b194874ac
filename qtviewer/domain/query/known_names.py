"""Queries that were made for one store, asked of another."""

from collections.abc import Container, Mapping

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventSource, Vocabulary


def without_unknown(query: EventQuery, source: EventSource) -> EventQuery:
    """Return a query without the filters of which the source lacks a name: they would hide what is there."""
    for field, names in _names_by_field(source.vocabulary).items():
        if not all(name in names for name in getattr(query, field) or ()):
            query = query._replace(**{field: None})  # type: ignore[arg-type]  # mypy takes it for any of the fields
    return query


def _names_by_field(vocabulary: Vocabulary) -> Mapping[str, Container[str]]:
    """Return for each filter of names what the names may be."""
    tags = dict.fromkeys(("tags", "places", "people", "organisations", "topics"), vocabulary.tags)
    return {
        "categories": vocabulary.categories,
        "collections": vocabulary.collections,
        "threads": vocabulary.threads,
    } | tags

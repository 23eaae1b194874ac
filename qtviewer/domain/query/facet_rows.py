"""Computes the rows of a facet: its chosen and its most frequent values, and how many values there are in all."""

from collections.abc import Mapping
from itertools import islice
from typing import NamedTuple

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.label import short_label
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.facet_labels import fixed_values, value_label
from qtviewer.domain.query.facets import FACET_FIELDS, is_chosen
from qtviewer.domain.search.text_folding import fold
from qtviewer.domain.source import Facet, Vocabulary


class FacetRow(NamedTuple):
    """A value of a facet, its name, the number of events that match when it is chosen, and whether it is chosen."""

    value: str
    name: str
    total: int
    is_chosen: bool


class FacetContext(NamedTuple):
    """The query, vocabulary and language code for which the rows of all facets are computed."""

    query: EventQuery
    vocabulary: Vocabulary
    lang: str


class FacetList(NamedTuple):
    """The rows to show, and `value_count`, the number of values from which they were selected."""

    rows: tuple[FacetRow, ...]
    value_count: int


def facet_list(
    facet: Facet, counts: Mapping[str, int], context: FacetContext, limit: int, name_part: str = ""
) -> FacetList:
    """Return the rows of a facet: the chosen values and the `limit` most frequent ones.

    `counts` are the numbers of events by value. With a `name_part`, only values whose names contain it are listed and
    counted, compared in folded form. Rows are in the order of `counts`, or of `fixed_values` if the facet has these.
    """
    query = context.query
    values = _ordered_values(facet, counts, query)
    if name_part.strip():
        folded_part = fold(name_part.strip())
        values = [value for value in values if folded_part in fold(_name(facet, value, context))]
    frequent = set(islice(sorted(values, key=lambda value: -counts.get(value, 0)), limit))
    shown = [value for value in values if value in frequent or is_chosen(query, facet, value)]
    rows = (
        FacetRow(value, _name(facet, value, context), counts.get(value, 0), is_chosen(query, facet, value))
        for value in shown
    )
    return FacetList(tuple(rows), len(values))


def _ordered_values(facet: Facet, counts: Mapping[str, int], query: EventQuery) -> list[str]:
    """Return all values that can be chosen, and also the chosen ones that no event has."""
    if fixed := fixed_values(facet):
        return [value for value in fixed if value in counts or is_chosen(query, facet, value)]
    chosen = getattr(query, FACET_FIELDS[facet]) if facet in FACET_FIELDS else None
    return [*counts, *sorted((chosen or frozenset()).difference(counts))]


def _name(facet: Facet, value: str, context: FacetContext) -> str:
    if facet == "month":
        return short_label(parse_edtf(value), context.lang)
    return value_label(facet, value, context.vocabulary, context.lang)

"""Filter relaxation: finds the filters without which events match a query that no event matches."""

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import NamedTuple

from qtviewer.domain.query.query_labels import FilterLabel
from qtviewer.domain.source import EventSource


class FilterRelaxation(NamedTuple):
    """A filter to drop: its label with the query without it, and `total`, the number of events matching that query."""

    filter_label: FilterLabel
    total: int


def filter_relaxations(
    source: EventSource, filters: Sequence[FilterLabel], is_cancelled: Callable[[], bool]
) -> list[FilterRelaxation]:
    """Return the filters without which at least one event matches, sorted by the number of matches, highest first.

    Opens the source a second time, so it may be called from any thread. Raises ViewerError once `is_cancelled` is true.
    """
    with closing(source.open_again(is_cancelled)) as own_source:
        relaxations = [FilterRelaxation(label, own_source.count(label.query_without)) for label in filters]
    helpful = (relaxation for relaxation in relaxations if relaxation.total)
    return sorted(helpful, key=lambda relaxation: -relaxation.total)

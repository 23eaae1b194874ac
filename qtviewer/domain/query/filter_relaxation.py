"""Filter relaxation: which filters of a query that nothing matches can be dropped so that events match again."""

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import NamedTuple

from qtviewer.domain.query.query_labels import FilterLabel
from qtviewer.domain.source import EventSource


class FilterRelaxation(NamedTuple):
    """A filter that can be dropped: `dropped` names it and has the query without it, `total` counts its matches."""

    dropped: FilterLabel
    total: int


def filter_relaxations(
    source: EventSource, filters: Sequence[FilterLabel], is_cancelled: Callable[[], bool]
) -> list[FilterRelaxation]:
    """Return the filters without which at least one event matches, those with the most matches first.

    Opens the source a second time, so it may be called from any thread. Raises ViewerError once `is_cancelled` is true.
    """
    with closing(source.open_again(is_cancelled)) as own_source:
        relaxations = [FilterRelaxation(label, own_source.count(label.query_without)) for label in filters]
    return sorted((each for each in relaxations if each.total), key=lambda each: -each.total)

"""The stretch of time that a window shows first."""

from typing import Final

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.timeline.density_histogram import initial_range

_MARGIN: Final = 0.03  # of the stretch, left free before it
_CARD_MARGINS: Final = 8  # margins left free after it for the cards that begin at its end


def first_visible_range(source: EventSource, query: EventQuery) -> tuple[float, float] | None:
    """Return the first and last time of the stretch where most of the matching events begin; None without any event."""
    days = source.extent(query) or source.extent(EventQuery())
    if days is None:
        return None
    first, last = initial_range(source, query, days)
    margin = (last - first) * _MARGIN + 1
    return first - margin, last + margin * _CARD_MARGINS

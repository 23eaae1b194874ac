"""The events directly before and after one event among its related events, for "previous/next in thread"."""

from collections.abc import Sequence
from typing import NamedTuple

from qtviewer.domain.dates.date_order import date_order
from qtviewer.domain.source import EventHead


class ThreadNeighbours(NamedTuple):
    """The related events before and after an event, each in date order.

    `omitted_before` and `omitted_after` count the events further away that were left out by the limit.
    """

    before: tuple[EventHead, ...] = ()
    after: tuple[EventHead, ...] = ()
    omitted_before: int = 0
    omitted_after: int = 0


def thread_neighbours(event: EventHead, others: Sequence[EventHead], limit: int) -> ThreadNeighbours:
    """Return at most `limit` of the other events on either side of an event, the nearest in date order.

    `others` are its related events in any order, without the event itself.
    """
    ordered = sorted(others, key=date_order)
    before = [head for head in ordered if date_order(head) < date_order(event)]
    after = ordered[len(before) :]
    omitted_before = max(len(before) - limit, 0)
    return ThreadNeighbours(
        before=tuple(before[omitted_before:]),
        after=tuple(after[:limit]),
        omitted_before=omitted_before,
        omitted_after=max(len(after) - limit, 0),
    )

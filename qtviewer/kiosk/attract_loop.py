"""Chooses the events of the attract loop: important ones in date order, and events that began on this day of a year."""

from collections.abc import Iterable, Sequence
from heapq import nsmallest
from typing import Final, NamedTuple

from qtviewer.domain.dates.anniversary import MonthDay
from qtviewer.domain.dates.date_order import date_order, sort_day
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.source import EventHead

MOST_STOPS: Final = 60
"""Important events in the loop, which take ten minutes at ten seconds each."""
_STOPS_BETWEEN: Final = 4  # important events after each event of this day


class AttractStop(NamedTuple):
    """An event of the attract loop; `on_this_day` is whether it is shown because it began on this day of a year."""

    head: EventHead
    on_this_day: bool = False


def attract_stops(heads: Iterable[EventHead], today: MonthDay, limit: int = MOST_STOPS) -> tuple[AttractStop, ...]:
    """Return the stops of one round of the loop, the same for the same events and day; empty if there are no events.

    The `limit` most important events come in date order. If events began on this day of a year, one of them comes
    before the first and after every four others, all of them in turn and at least once. No event comes twice in a row,
    unless there is only one.
    """
    heads = list(heads)
    important = sorted(nsmallest(limit, heads, key=_importance_order), key=date_order)
    of_today = nsmallest(limit, (head for head in heads if began_on(head, today)), key=_importance_order)
    of_today.sort(key=date_order)
    return _without_repeats(
        _interleaved(important, of_today) if of_today else [AttractStop(head) for head in important]
    )


def began_on(head: EventHead, today: MonthDay) -> bool:
    """Return whether an event is known to have begun on a day of a year, given as month and day."""
    start = head.date.start
    is_day = start is not None and start.precision is Precision.DAY and head.date.precision is not Precision.WITHIN
    return start is not None and is_day and (start.month, start.day) == today


def _interleaved(important: Sequence[EventHead], of_today: Sequence[EventHead]) -> list[AttractStop]:
    groups = max(len(of_today), -(-len(important) // _STOPS_BETWEEN))
    stops = []
    for group in range(groups):
        stops.append(AttractStop(of_today[group % len(of_today)], on_this_day=True))
        following = important[group * _STOPS_BETWEEN : (group + 1) * _STOPS_BETWEEN]
        stops += [AttractStop(head) for head in following]
    return stops


def _without_repeats(stops: Sequence[AttractStop]) -> tuple[AttractStop, ...]:
    """Return the stops without repeats of the event right before; the last stop counts as before the first."""
    kept: list[AttractStop] = []
    for stop in stops:
        if not kept or kept[-1].head.id != stop.head.id:
            kept.append(stop)
    while len(kept) > 1 and kept[-1].head.id == kept[0].head.id:
        kept.pop()
    return tuple(kept)


def _importance_order(head: EventHead) -> tuple[int, int, str]:
    return -head.importance, sort_day(head.date), head.id

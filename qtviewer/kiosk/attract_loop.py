"""The attract_stops that is shown while nobody is there: the important events in date order, and those of this day."""

from collections.abc import Iterable, Sequence
from datetime import date
from heapq import nsmallest
from typing import Final, NamedTuple

from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.source import EventHead

MOST_STOPS: Final = 60
"""Events along the year, about ten minutes at ten seconds each."""
_BETWEEN: Final = 4  # stops along the year after each event of this day


class AttractStop(NamedTuple):
    """An event of the attract_stops, and whether it is shown because it happened on this day of a year."""

    head: EventHead
    on_this_day: bool = False


def attract_stops(heads: Iterable[EventHead], today: date, most: int = MOST_STOPS) -> tuple[AttractStop, ...]:
    """The stops of one round, the same for the same events and day; whoever shows them begins again at the end.

    In date order, the `most` important ones; before them and after every few, one that began on this day of a year,
    each in turn and each at least once. Nothing stands twice in a row, unless there is only one event.
    """
    heads = list(heads)
    along = sorted(nsmallest(most, heads, key=_unimportance), key=_place_in_time)
    of_today = nsmallest(most, (head for head in heads if began_on(head, today)), key=_unimportance)
    of_today.sort(key=_place_in_time)
    return _without_repeats(_interleaved(along, of_today) if of_today else [AttractStop(head) for head in along])


def began_on(head: EventHead, today: date) -> bool:
    """Whether an event began on this day of a year and is known to the day."""
    start = head.date.start
    is_day = start is not None and start.precision is Precision.DAY and head.date.precision is not Precision.WITHIN
    return start is not None and is_day and (start.month, start.day) == (today.month, today.day)


def _interleaved(along: Sequence[EventHead], of_today: Sequence[EventHead]) -> list[AttractStop]:
    rounds = max(len(of_today), -(-len(along) // _BETWEEN))
    stops = []
    for at in range(rounds):
        stops.append(AttractStop(of_today[at % len(of_today)], on_this_day=True))
        stops += [AttractStop(head) for head in along[at * _BETWEEN : (at + 1) * _BETWEEN]]
    return stops


def _without_repeats(stops: Sequence[AttractStop]) -> tuple[AttractStop, ...]:
    """Without stops at the event shown just before, also where the end meets the beginning."""
    kept: list[AttractStop] = []
    for stop in stops:
        if not kept or kept[-1].head.id != stop.head.id:
            kept.append(stop)
    while len(kept) > 1 and kept[-1].head.id == kept[0].head.id:
        kept.pop()
    return tuple(kept)


def _unimportance(head: EventHead) -> tuple[int, int, str]:
    return -head.importance, head.date.first_day, head.id


def _place_in_time(head: EventHead) -> tuple[int, int, str]:
    return head.date.first_day, head.date.last_day, head.id

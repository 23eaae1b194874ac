"""What came before and after an event in one matter."""

from collections.abc import Sequence
from typing import NamedTuple

from qtviewer.domain.source import EventHead


class Course(NamedTuple):
    """The events of a matter before and after one of them, in date order; `earlier` and `later` ones are left out."""

    before: tuple[EventHead, ...] = ()
    after: tuple[EventHead, ...] = ()
    earlier: int = 0
    later: int = 0


def course_of(event: EventHead, others: Sequence[EventHead], most: int) -> Course:
    """The others of its matter around an event, at most so many on either side, the nearest in time."""
    ordered = sorted(others, key=_place)
    before = [head for head in ordered if _place(head) < _place(event)]
    after = ordered[len(before) :]
    return Course(
        before=tuple(before[max(len(before) - most, 0) :]),
        after=tuple(after[:most]),
        earlier=max(len(before) - most, 0),
        later=max(len(after) - most, 0),
    )


def _place(head: EventHead) -> tuple[int, int, int, str]:
    return head.date.first_day, head.date.last_day, -head.importance, head.id

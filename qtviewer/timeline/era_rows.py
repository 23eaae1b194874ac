"""Rows of eras: the longest choose first, and parts stand below the whole."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from qtviewer.domain.event import Era

MOST_ROWS: Final = 3
"""Rows that eras take at most."""


class EraDays(NamedTuple):
    """An era by its id and its days, which are Julian day numbers and belong to it."""

    id: str
    first_day: int
    last_day: int
    begun_by: int
    """The last day on which it can have begun."""
    lasting_until: int
    """The first day on which it can have ended."""

    @classmethod
    def of(cls, era: Era, today: int) -> "EraDays":
        """Return the days of an era; one that is still going on has lasted until `today`, a Julian day number."""
        start, end = era.date.start, era.date.end
        first, last = era.date.first_day, era.date.last_day_on(today)
        return cls(era.id, first, last, start.last_day if start else first, end.first_day if end else last)


class EraSpan(NamedTuple):
    """An era in a row, from the time `first` to the time `last`.

    `begun_by` and `lasting_until` are times too, between which it lasted for certain.
    """

    first: float
    last: float
    id: str
    begun_by: float
    lasting_until: float
    hidden: tuple[str, ...] = ()
    """Eras that overlap it and have no row of their own."""

    def follows(self, other: "EraSpan") -> bool:
        """Return whether it can have begun when another one had ended, as both are known; it must end no sooner."""
        is_later = other.first <= self.first and other.last <= self.last
        return is_later and other.lasting_until <= self.begun_by


class EraRow(NamedTuple):
    """Spans from the left, and the times at which each begins and ends, to search in.

    Both rise: spans overlap only where the end of one and the beginning of the next are known no more exactly.
    """

    spans: tuple[EraSpan, ...]
    firsts: tuple[float, ...]
    lasts: tuple[float, ...]


def era_rows(eras: Iterable[EraDays], most: int = MOST_ROWS) -> tuple[EraRow, ...]:
    """Return the rows of some eras from the top down, at most `most`, which is 1 or more.

    The longest era chooses first, and takes the first row that has room for it below all eras that contain it: a reign
    stands below its dynasty. Eras until 1912 and from 1912 on follow each other in a row. What finds no room is hidden:
    the era in the last row that it overlaps most counts it.
    """
    rows: list[_GrowingRow] = []
    for era in sorted(eras, key=_longest_first):
        span = _span_of(era)
        start = max((number + 1 for number, row in enumerate(rows) if row.contains(span)), default=0)
        number = next((number for number in range(start, len(rows)) if rows[number].has_room(span)), len(rows))
        if number < most:
            rows.extend(_GrowingRow() for _ in range(len(rows), number + 1))
            rows[number].insert(span)
        else:
            rows[-1].hide(span)
    return tuple(row.finished() for row in rows)


def _span_of(era: EraDays) -> EraSpan:
    first, last = float(era.first_day), era.last_day + 1.0
    if era.begun_by >= era.lasting_until:  # a year, which has all of its days
        return EraSpan(first, last, era.id, first, last)
    return EraSpan(first, last, era.id, float(era.begun_by), float(era.lasting_until))


def _longest_first(era: EraDays) -> tuple[int, int, str]:
    return era.first_day - era.last_day, era.first_day, era.id


class _GrowingRow:
    """A row to which eras are added."""

    def __init__(self) -> None:
        self._spans: list[EraSpan] = []
        self._firsts: list[float] = []
        self._lasts: list[float] = []
        self._hidden: defaultdict[str, list[str]] = defaultdict(list)

    def _overlapped(self, span: EraSpan) -> Sequence[EraSpan]:
        return self._spans[bisect_right(self._lasts, span.first) : bisect_left(self._firsts, span.last)]

    def contains(self, span: EraSpan) -> bool:
        """Return whether one of its eras begins no later and ends no sooner than another one."""
        return any(own.first <= span.first and own.last >= span.last for own in self._overlapped(span))

    def has_room(self, span: EraSpan) -> bool:
        """Return whether all of its eras that overlap another one follow it or are followed by it."""
        return all(own.follows(span) or span.follows(own) for own in self._overlapped(span))

    def insert(self, span: EraSpan) -> None:
        """Add an era for which there is room."""
        index = bisect_left(self._spans, span)
        self._spans.insert(index, span)
        self._firsts.insert(index, span.first)
        self._lasts.insert(index, span.last)

    def hide(self, span: EraSpan) -> None:
        """Add an era to those hidden by the one that it overlaps most; of equal ones by the first."""
        overlapped = self._overlapped(span)
        host = max(overlapped, key=lambda own: min(own.last, span.last) - max(own.first, span.first))
        self._hidden[host.id].append(span.id)

    def finished(self) -> EraRow:
        """Return the row as a value."""
        spans = tuple(own._replace(hidden=tuple(self._hidden[own.id])) for own in self._spans)
        return EraRow(spans, tuple(self._firsts), tuple(self._lasts))

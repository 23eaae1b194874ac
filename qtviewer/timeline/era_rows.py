"""Rows of eras: the longest choose first, and parts stand below the whole."""

from bisect import bisect_left, bisect_right
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
    rows: list[list[EraSpan]] = []
    for era in sorted(eras, key=_longest_first):
        span = _span_of(era)
        start = max((number + 1 for number, row in enumerate(rows) if _contains(row, span)), default=0)
        number = next((number for number in range(start, len(rows)) if _has_room(rows[number], span)), len(rows))
        if number < most:
            rows.extend([] for _ in range(len(rows), number + 1))
            rows[number].insert(bisect_left(rows[number], span), span)
        else:
            _hide_in(rows[-1], span)
    return tuple(map(_searchable, rows))


def _span_of(era: EraDays) -> EraSpan:
    first, last = float(era.first_day), era.last_day + 1.0
    if era.begun_by >= era.lasting_until:  # a year, which has all of its days
        return EraSpan(first, last, era.id, first, last)
    return EraSpan(first, last, era.id, float(era.begun_by), float(era.lasting_until))


def _longest_first(era: EraDays) -> tuple[int, int, str]:
    return era.first_day - era.last_day, era.first_day, era.id


def _overlapped(row: Sequence[EraSpan], span: EraSpan) -> range:
    """Return the indexes of the spans of a row that overlap a span."""
    start = bisect_right(row, span.first, key=lambda other: other.last)
    return range(start, bisect_left(row, span.last, key=lambda other: other.first))


def _has_room(row: Sequence[EraSpan], span: EraSpan) -> bool:
    """Return whether all spans of a row that overlap a span follow it or are followed by it."""
    return all(row[at].follows(span) or span.follows(row[at]) for at in _overlapped(row, span))


def _contains(row: Sequence[EraSpan], span: EraSpan) -> bool:
    """Return whether one of the spans of a row begins no later and ends no sooner than a span."""
    return any(row[at].first <= span.first and row[at].last >= span.last for at in _overlapped(row, span))


def _hide_in(row: list[EraSpan], span: EraSpan) -> None:
    """Add an era to those that the one of a row hides which it overlaps most; of equal ones the first."""
    host = max(_overlapped(row, span), key=lambda at: min(row[at].last, span.last) - max(row[at].first, span.first))
    row[host] = row[host]._replace(hidden=(*row[host].hidden, span.id))


def _searchable(row: Sequence[EraSpan]) -> EraRow:
    return EraRow(tuple(row), tuple(span.first for span in row), tuple(span.last for span in row))

"""The part of the protocol of event sources that counts what begins in a stretch of time, and what touches it."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from qtviewer.domain.answers import BeginRange, BeginSpan, Density
from qtviewer.domain.dates.event_date import DatePoint
from qtviewer.domain.dates.minutes import Minutes
from qtviewer.domain.event_query import EventQuery


class CountsByMinute(Protocol):
    """Counts matching events by the minutes in which they begin and end, as `EventSource` says."""

    def minute_density(self, query: EventQuery, level: int, minutes: Minutes) -> Sequence[Density]:
        """Return the histogram of matching events that begin within `minutes`, in order of the buckets.

        As `density`, but `level` is -6 to -1, so that a bucket is shorter than a day. Without a time of day an event
        begins in the first minute of its day. Reads every event of the days of `minutes`.
        """

    def count_beginning(self, query: EventQuery, minutes: Minutes) -> Mapping[str, int]:
        """Return how many matching events begin within `minutes`, by category."""

    def count_touching(self, query: EventQuery, minutes: Minutes) -> Mapping[str, int]:
        """Return how many matching events touch `minutes`, by category; an event without an end is one minute long."""

    def begin_spans(self, query: EventQuery, ranges: Sequence[BeginRange]) -> Sequence[BeginSpan]:
        """Return for each range when the matching events begin that begin in it.

        Each range must have one. A store in which none is there raises the error of a damaged store.
        """

    def count_by_period(self, query: EventQuery, period: DatePoint) -> Mapping[str, int]:
        """Return how many matching events are known only by a day, month, year, decade or century, by category."""

    def count_within(self, query: EventQuery, minute: int) -> Mapping[str, int]:
        """Return how many matching events are on an unknown day that may begin before `minute` or not, by category."""

"""The date of an event, no more precise than it is known."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from qtviewer.domain.dates.day_number import MAX_DAY, MAX_YEAR, MIN_DAY, MIN_YEAR, civil_day, day_number, month_length
from qtviewer.domain.errors import DateError


class Precision(StrEnum):
    """How much of a date is known; an INTERVAL lasts from one point to another, WITHIN is one day between them."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    WITHIN = "within"


class Qualifier(StrEnum):
    """How certain the source is, as EDTF writes it."""

    SURE = ""
    ABOUT = "~"
    UNCERTAIN = "?"
    ABOUT_AND_UNCERTAIN = "%"


YEARS_IN = {Precision.YEAR: 1, Precision.DECADE: 10, Precision.CENTURY: 100}


@dataclass(frozen=True)
class DatePoint:
    """A day, month, year, decade or century.

    `year` is astronomical (0 is 1 BCE), for a decade or century its earliest year; `month` (1-12) and `day` (1-31) are
    1 where they are not known. Any other part of time that EDTF can name, such as a season, has precision WITHIN, its
    first day in `year`, `month` and `day`, the Julian day number of its last one in `final_day`, and its text in
    `written`; so have points of the other precisions whose text says more than these fields.
    Raises DateError when the calendar has no such point.
    """

    precision: Precision
    year: int
    month: int = 1
    day: int = 1
    qualifier: Qualifier = Qualifier.SURE
    written: str = ""
    final_day: int | None = None

    def __post_init__(self) -> None:
        if self.final_day is not None:
            if self.final_day < self.first_day:
                raise DateError("it ends before it starts")
            return
        last_year = self.year + YEARS_IN.get(self.precision, 1) - 1
        if not MIN_YEAR <= self.year <= last_year <= MAX_YEAR:
            raise DateError(f"year {self.year} is not between {MIN_YEAR} and {MAX_YEAR}")
        if not 1 <= self.month <= 12:
            raise DateError(f"month {self.month} is not between 1 and 12")
        if not 1 <= self.day <= month_length(self.year, self.month):
            raise DateError(f"day {self.day} is not in month {self.month} of the year {self.year}")
        if not self._is_aligned():
            raise DateError(f"no {self.precision} begins in the year {self.year}")

    def _is_aligned(self) -> bool:
        if self.precision is Precision.DECADE:
            return self.year >= 0 and self.year % 10 == 0
        if self.precision is Precision.CENTURY:
            return self.year % 100 == 0 if self.year >= 0 else self.year < -99 and self.year % 100 == 1
        return self.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR)

    @cached_property
    def first_day(self) -> int:
        """Julian day number of the earliest day in it."""
        return day_number(self.year, self.month, self.day)

    @cached_property
    def last_day(self) -> int:
        """Julian day number of the latest day in it."""
        if self.final_day is not None:
            return self.final_day
        if self.precision is Precision.DAY:
            return self.first_day
        if self.precision is Precision.MONTH:
            return self.first_day + month_length(self.year, self.month) - 1
        return day_number(self.year + YEARS_IN[self.precision] - 1, 12, 31)


def check_in_calendar(date: "EventDate") -> "EventDate":
    """Return a date that the timeline can show; DateError for one outside its calendar, as EDTF may write."""
    if date.first_day < MIN_DAY or date.last_day > MAX_DAY:
        raise DateError(f"it is outside of the years {MIN_YEAR} to {MAX_YEAR}, which the timeline shows")
    return date


def day_point(number: int) -> DatePoint:
    """Return the point that is a day, given by its Julian day number."""
    return DatePoint(Precision.DAY, *civil_day(number))


@dataclass(frozen=True)
class EventDate:
    """A date as EDTF (ISO 8601-2) defines it.

    With precision INTERVAL or WITHIN, `start` and `end` are its two ends, of which one may be open (None); otherwise
    both are its one point, which has the same precision. `written` is its text where that says more than its ends, such
    as a set of years. Raises DateError when no end is known or it ends before it starts.
    """

    precision: Precision
    start: DatePoint | None
    end: DatePoint | None
    written: str = ""

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise DateError("a date needs at least one known end")
        if self.start and self.end and self.end.last_day < self.start.first_day:
            raise DateError("it ends before it starts")

    @classmethod
    def from_point(cls, point: DatePoint) -> "EventDate":
        """Return the date that is one point."""
        return cls(point.precision, point, point, point.written)

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(
            (self.precision, self.start, self.end, self.written)
        )  # asked for every event of a list, whose dates are few

    @cached_property
    def first_day(self) -> int:
        """Julian day number of the earliest possible day; MIN_DAY when the start is open."""
        return self.start.first_day if self.start else MIN_DAY

    @cached_property
    def last_day(self) -> int:
        """Julian day number of the latest possible day; MAX_DAY when the end is open."""
        return self.end.last_day if self.end else MAX_DAY

    @cached_property
    def known_last_day(self) -> int:
        """Julian day number of its latest possible day; when the end is open, the latest on which it may have begun."""
        point = self.end or self.start
        assert point is not None  # noqa: S101 - at least one end is known
        return point.last_day

    def last_day_on(self, today: int) -> int:
        """Return the Julian day number of its latest possible day for somebody who lives on the day `today`.

        An open end is that day. What begins after it lasts no longer than it is known to, until that day comes.
        """
        return min(self.last_day, max(self.known_last_day, today))

    @property
    def known_days(self) -> tuple[int, int]:
        """Its first day, or its last one if its start is open, and its last known day."""
        return (self.first_day if self.start else self.last_day), self.known_last_day

    @property
    def approximate(self) -> bool:
        """Whether an end is approximate or uncertain."""
        return any(end is not None and end.qualifier is not Qualifier.SURE for end in (self.start, self.end))

    @property
    def ongoing(self) -> bool:
        """Whether it is an interval without an end."""
        return self.precision is Precision.INTERVAL and self.end is None

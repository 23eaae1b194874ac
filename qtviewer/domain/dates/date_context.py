"""What a date may leave unsaid, and the point that the rest makes."""

from typing import Literal, NamedTuple

from qtviewer.domain.dates.event_date import DatePoint, Precision
from qtviewer.domain.errors import DateError

DateOrder = Literal["dmy", "mdy", "ymd"]


class DateContext(NamedTuple):
    """What a date may leave unsaid: the year and month it stands in, and whether the day or the month comes first.

    `start` is the first day of the span that the date ends.
    """

    year: int | None = None
    month: int | None = None
    order: DateOrder | None = None
    start: int | None = None


def calendar_point(year: int | None, month: int | None, day: int | None) -> DatePoint:
    """The day, month or year that is known; DateError when the year is not."""
    if year is None:
        raise DateError("it needs a year")
    precision = Precision.DAY if day is not None else Precision.MONTH if month is not None else Precision.YEAR
    return DatePoint(precision, year, 1 if month is None else month, 1 if day is None else day)


def century_point(number: int, *, bce: bool) -> DatePoint:
    """A century by its number from 1."""
    if number == 0:
        raise DateError("there is no century 0")
    if bce and number == 1:
        raise DateError("the first century BCE has no short form; write -0099/0000")
    return DatePoint(Precision.CENTURY, 1 - number * 100 if bce else (number - 1) * 100)

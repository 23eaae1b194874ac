"""Date points built from the numbers of a date, shared by the readers of each form."""

from qtviewer.domain.dates.date_context import DateContext
from qtviewer.domain.dates.event_date import DatePoint, Precision
from qtviewer.domain.errors import DateError


def calendar_point(year: int | None, month: int | None, day: int | None) -> DatePoint:
    """Return a day, or a month if `day` is None, or a year if both are; DateError without a year or out of range."""
    if year is None:
        raise DateError("it needs a year")
    precision = Precision.DAY if day is not None else Precision.MONTH if month is not None else Precision.YEAR
    return DatePoint(precision, year, 1 if month is None else month, 1 if day is None else day)


def year_or_context(printed: str | None, context: DateContext) -> int:
    """Return the year that a text prints in digits, else the year of its context; DateError if neither is there."""
    year = int(printed) if printed else context.year
    if year is None:
        raise DateError("it needs a year")
    return year


def year_ending_in(year: int, digits: str) -> int:
    """Return a year with its last digits replaced: 1909 and "27" give 1927."""
    unit: int = 10 ** len(digits)
    return year - year % unit + int(digits)


def century_point(number: int, *, bce: bool) -> DatePoint:
    """Return a century by its number, from 1; DateError for 0 and for the first century BCE."""
    if number == 0:
        raise DateError("there is no century 0")
    if bce and number == 1:
        raise DateError("the first century BCE has no short form; write -0099/0000")
    return DatePoint(Precision.CENTURY, 1 - number * 100 if bce else (number - 1) * 100)


def year_of_era(year: int, *, bce: bool) -> int:
    """Return the astronomical year of a year BCE or CE; DateError for the year 0."""
    if year == 0:
        raise DateError("there is no year 0 between 1 BCE and 1 CE")
    return 1 - year if bce else year


def decade_point(year: int, *, has_era: bool) -> DatePoint:
    """Return the decade that begins in a year; DateError for one before 100 whose text names no era."""
    if year < 100 and not has_era:
        raise DateError(f"the decade {year} needs its century, as in 1990s or 20世纪90年代, or its era")
    return DatePoint(Precision.DECADE, year)

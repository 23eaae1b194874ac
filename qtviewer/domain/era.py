"""The dates of eras, which are periods: they have a beginning, and an end unless they are still going on."""

from qtviewer.domain.dates.event_date import EventDate, Precision
from qtviewer.domain.errors import DateError


def check_era_date(date: EventDate) -> EventDate:
    """Return a date that an era may have; DateError for an open beginning and for one unknown day in a range."""
    if date.precision is Precision.WITHIN:
        raise DateError("it is one day that nobody knows, expected a period from a beginning to an end")
    if date.start is None:
        raise DateError("it has no beginning, expected a period with a known one")
    return date


def era_days(date: EventDate, today: int) -> tuple[int, int]:
    """Return the first and the last day of an era's date; one that is still going on lasts until today.

    All are Julian day numbers. An era that begins after today and has no known end has only the days of its beginning.
    """
    return date.first_day, date.last_day if date.start is None or date.end else max(today, date.start.last_day)

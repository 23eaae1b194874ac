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

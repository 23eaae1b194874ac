"""What becomes of a text that may be a date."""

from collections.abc import Callable

from qtviewer.domain.dates.event_date import EventDate
from qtviewer.domain.errors import DateError


def date_or_refusal(read: Callable[[], EventDate]) -> EventDate | str:
    """The date that is read, or the message of the DateError that refuses it; any other error goes through."""
    try:
        return read()
    except DateError as error:
        return str(error)

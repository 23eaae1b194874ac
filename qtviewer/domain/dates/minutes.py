"""Minutes, the finest time at which an event can be known to begin, numbered from the beginning of day 0."""

import re
from typing import Final

from qtviewer.domain.dates.event_date import EventDate, Precision

MINUTES_IN_DAY: Final = 1440
_TIME_OF_DAY: Final = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")

Minutes = tuple[int, int]
"""The numbers of a first and a last minute, both included."""


def is_time_of_day(text: str) -> bool:
    """Return whether a text is a time of day, written as HH:MM from 00:00 to 23:59."""
    return _TIME_OF_DAY.fullmatch(text) is not None


def minutes_of_event(date: EventDate, time: str) -> Minutes:
    """Return the first and the last minute that an event with a date and a time of day (HH:MM or empty) can mean.

    A time without an end is one minute. Where the day is not known on which an event begins, its time says nothing.
    """
    first, last = minutes_of_days((date.first_day, date.last_day))
    if not time or not _begins_on_a_known_day(date):
        return first, last
    first += int(time[:2]) * 60 + int(time[3:])
    return first, (first if date.precision is Precision.DAY else last)


def beginning_of_event(date: EventDate, time: str) -> Minutes:
    """Return the first and the last minute that the beginning of an event can mean: one, or those of its first day."""
    first, _last = minutes_of_event(date, time)
    is_known = bool(time) and _begins_on_a_known_day(date)
    return first, first if is_known else first + MINUTES_IN_DAY - 1


def time_of_day(minute: int) -> str:
    """Return the time of day of a minute, given by its number, as HH:MM."""
    hour, minute_of_hour = divmod(minute % MINUTES_IN_DAY, 60)
    return f"{hour:02d}:{minute_of_hour:02d}"


def minutes_of_days(days: tuple[int, int]) -> Minutes:
    """Return the minutes of some days, the first and the last of which are included."""
    return days[0] * MINUTES_IN_DAY, (days[1] + 1) * MINUTES_IN_DAY - 1


def days_of_minutes(minutes: Minutes) -> tuple[int, int]:
    """Return the first and the last day of which some minutes are a part."""
    return minutes[0] // MINUTES_IN_DAY, minutes[1] // MINUTES_IN_DAY


def _begins_on_a_known_day(date: EventDate) -> bool:
    is_begin = date.precision in (Precision.DAY, Precision.INTERVAL)
    return is_begin and date.start is not None and date.start.precision is Precision.DAY

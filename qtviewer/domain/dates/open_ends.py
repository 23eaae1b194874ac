"""Dates of which only one end is known: since, until, before, after, and in the words of GEDCOM."""

import re
from typing import Final

from qtviewer.domain.dates.date_context import DateContext
from qtviewer.domain.dates.event_date import EventDate, Precision
from qtviewer.domain.dates.parts_of_time import read_part
from qtviewer.domain.dates.points import read_point

_UNTIL: Final = re.compile(r"(?:截至|截止到?)(.+)|(?:until|till|up to) (.+)|(.+)止", re.I)
_SINCE: Final = re.compile(
    r"[自从](.+)(?:起|开始)|(?:自|从)?(.+?)(?:至今|以来)|(.+)起"
    r"|(?:since|from) (.+)|(.+?) ?(?:to|—|-) ?(?:present|now|date)|(\d{4})(?:-|—)",
    re.I,
)
_EARLIER: Final = re.compile(
    r"(.+)或更早|(?:不晚于|不迟于)(.+)|(.+?)(?<!公元)(?:以前|之前|前)|(.+) or earlier"
    r"|(?:before|by|bef\.?|no later than|not after|prior to|pre-) ?(.+)",
    re.I,
)
_LATER: Final = re.compile(
    r"(.+)或更晚|(?:不早于)(.+)|(.+?)(?:以后|之后|(?<!前)后)"
    r"|(.+) or later|(?:after|aft\.?|no earlier than|not before|post-) ?(.+)",
    re.I,
)


def read_open_end(text: str, context: DateContext) -> EventDate | None:
    """Read a date of which one end is known; None when the text is none.

    Before and after a date include the date itself: whether it is meant is not known.
    """
    for pattern, precision, is_start in (
        (_UNTIL, Precision.INTERVAL, False),
        (_SINCE, Precision.INTERVAL, True),
        (_EARLIER, Precision.WITHIN, False),
        (_LATER, Precision.WITHIN, True),
    ):
        match = pattern.fullmatch(text)
        if match is None:
            continue
        known = next(group for group in match.groups() if group)
        date = read_part(known, context) or EventDate.from_point(read_point(known, context))
        return EventDate(precision, date.start, None) if is_start else EventDate(precision, None, date.end)
    return None

"""Years of the Islamic calendar, as 1400 AH or 回历1400年, by the tabular calendar that computes them."""

import re
from typing import Final

from qtviewer.domain.dates.date_context import DateContext
from qtviewer.domain.dates.event_date import EventDate, Precision, day_point

_YEAR: Final = re.compile(r"(?:(\d{1,4}) AH|AH (\d{1,4})|(?:回历|伊斯兰历|希吉来历)(\d{1,4})年)", re.ASCII | re.I)
_DAY_BEFORE: Final = 1_948_085  # Julian day number from which years of 354 days are counted
_LEAP_YEARS, _CYCLE = 11, 30  # leap years in a cycle of years, which have 355 days


def read_islamic_year(text: str, _context: DateContext) -> EventDate | None:
    """Read a year of the Islamic calendar as its days, which may differ by one from those observed; else None."""
    match = _YEAR.fullmatch(text)
    if match is None:
        return None
    year = int(next(group for group in match.groups() if group))
    first, following = _first_day(year), _first_day(year + 1)
    return EventDate(Precision.WITHIN, day_point(first), day_point(following - 1))


def _first_day(year: int) -> int:
    return _DAY_BEFORE + 354 * year + (_LEAP_YEARS * year + 3) // _CYCLE + 1

"""The clock on the wall: the one place that is asked which day it is."""

import sys
import time
from datetime import date

from qtviewer.domain.dates.day_number import day_number


def today() -> int:
    """Return the Julian day number of the present day in the time zone of the computer, also after that was changed."""
    if sys.platform != "win32":
        time.tzset()
    now = date.today()
    return day_number(now.year, now.month, now.day)

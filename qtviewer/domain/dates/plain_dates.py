"""The forms that most dates of a list have, read at once: 2021-06-28, 2021年6月28日, 28 June 2021."""

import re
from typing import Final

from qtviewer.domain.dates.edtf import parse_point
from qtviewer.domain.dates.event_date import DatePoint
from qtviewer.domain.dates.label import MONTHS
from qtviewer.domain.dates.point_building import calendar_point

_ISO: Final = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?!00)\d\d)?)?", re.ASCII)
_CHINESE: Final = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?", re.ASCII)
_ENGLISH: Final = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) (\d{{4}})", re.ASCII)
_MONTH_NUMBERS: Final = {name: number for number, name in enumerate(MONTHS, 1)}


def read_plain_date(text: str) -> DatePoint | None:
    """Return the point of a text in one of these forms, None for any other; DateError where there is no such day."""
    if _ISO.fullmatch(text):
        return parse_point(text)
    if match := _CHINESE.fullmatch(text):
        year, month, day = match.groups()
        return calendar_point(int(year), int(month) if month else None, int(day) if day else None)
    if match := _ENGLISH.fullmatch(text):
        day, name, year = match.groups()
        return calendar_point(int(year), _MONTH_NUMBERS[name], int(day) if day else None)
    return None

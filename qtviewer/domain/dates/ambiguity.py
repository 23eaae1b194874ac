"""Texts that can mean two dates: they are asked about, never guessed."""

import re
from typing import Final

from qtviewer.domain.dates.point_building import year_ending_in
from qtviewer.domain.errors import DateError

_SHORT_END: Final = re.compile(r"(?P<year>\d{4})(?P<sign>[-/])(?P<end>\d{1,2})", re.ASCII)
_HUNDREDS: Final = re.compile(r"(?:the )?(?P<year>\d{2}00)s", re.ASCII | re.I)
_SHORT_YEAR: Final = re.compile(r"(?P<year>1[0-9]{2})年.*", re.ASCII)
_YEAR_BEFORE_REPUBLIC: Final = 1911


class AmbiguousDateError(DateError):
    """A text can mean several dates. `answers` are ways to write each of them that can be read."""

    def __init__(self, *answers: str) -> None:
        super().__init__(f"it can mean {' or '.join(answers)}; write one of them")
        self.answers = answers


def check_ambiguity(text: str) -> None:
    """Raise AmbiguousDateError for a text that is known to mean different things to different people."""
    if match := _SHORT_END.fullmatch(text):
        _check_short_end(match)
    elif match := _HUNDREDS.fullmatch(text):
        year = int(match["year"])
        raise AmbiguousDateError(f"{year}–{year + 9}", f"{year}–{year + 99}")
    elif match := re.fullmatch(r"(\d{4})\.1", text, re.ASCII):
        raise AmbiguousDateError(f"{match[1]}-01", f"{match[1]}-10")
    elif match := _SHORT_YEAR.fullmatch(text):
        year = int(match["year"])
        rest = text[3:]
        raise AmbiguousDateError(f"{year + _YEAR_BEFORE_REPUBLIC}{rest}", f"公元{year}{rest}")
    elif match := re.fullmatch(r"[-—] (\d{4})", text, re.ASCII):
        raise AmbiguousDateError(f"until {match[1]}", match[1])


def _check_short_end(match: re.Match[str]) -> None:
    """Refuse a year with one or two digits that are a later year of the same decade or century, or a month."""
    year, end = int(match["year"]), int(match["end"])
    digits = len(match["end"])
    later = year_ending_in(year, match["end"])
    is_month = 1 <= end <= 12
    is_part = digits == 2 and 21 <= end <= 41 and match["sign"] == "-"
    if later <= year or match["end"].startswith("0"):
        return
    if is_part:
        raise AmbiguousDateError(f"{year}–{later}", "the part of a year that EDTF has this number for")
    if is_month and (digits == 1 or match["sign"] == "/"):
        raise AmbiguousDateError(f"{year}–{later}", f"{year}-{end:02d}")

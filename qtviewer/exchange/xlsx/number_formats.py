"""Number formats of spreadsheets: which cells show a date, a time or a length of time."""

import re
from typing import Final

GENERAL: Final = "General"
_BUILT_IN: Final = {
    14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "yyyy-mm-dd h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0",
    # in Chinese, Japanese and Korean versions
    27: "yyyy-mm", 28: "m-d", 29: "m-d", 30: "m-d-yy", 31: "yyyy-mm-dd", 32: "h:mm", 33: "h:mm:ss", 34: "h:mm",
    35: "h:mm:ss", 36: "yyyy-mm", 50: "yyyy-mm", 51: "m-d", 52: "yyyy-mm", 53: "m-d", 54: "m-d", 55: "h:mm",
    56: "h:mm:ss", 57: "yyyy-mm", 58: "m-d",
}  # fmt: skip
_LITERAL: Final = re.compile(r'"[^"]{0,255}"|\\.|_.|\*.|\[(?!hh?\]|mm?\]|ss?\])[^\]]{0,255}\]', re.I)
_DURATION: Final = re.compile(r"\[(?:hh?|mm?|ss?)\]", re.I)
_DATE_OR_TIME: Final = re.compile("[dmhysa]|e+", re.I)
_DIGITS: Final = re.compile(r"[0#?]")


def built_in_format(number: int) -> str:
    """Return the format code with a number that spreadsheets know without a definition."""
    return _BUILT_IN.get(number, GENERAL)


def format_letters(code: str) -> str:
    """Return the letters of a format code that stand for parts of dates and times, in lower case; "" for numbers."""
    if code == GENERAL:
        return ""
    letters = _LITERAL.sub("", code.partition(";")[0]).lower()
    return "" if "general" in letters or _DIGITS.search(letters.replace(".0", "")) else letters


def is_date_format(code: str) -> bool:
    """Return whether a cell with this format code shows a date or a time of day."""
    return bool(_DATE_OR_TIME.search(format_letters(code)))


def is_duration_format(code: str) -> bool:
    """Return whether a cell with this format code shows a length of time, such as [h]:mm."""
    return bool(_DURATION.search(format_letters(code)))

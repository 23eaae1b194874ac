"""Readers of the labels that `written_labels` makes for forms of EDTF that people have no words of their own for."""

import re
from typing import Final

from qtviewer.domain.dates.date_context import DateContext
from qtviewer.domain.dates.edtf import format_point, parse_edtf_bare
from qtviewer.domain.dates.event_date import EventDate, Precision
from qtviewer.domain.dates.points import read_point

_DAY_OF_MONTH: Final = re.compile(r"([^—]+月)某日|a day in ([a-z]+ [^—]+)", re.I)
_DAY_OF_YEAR: Final = re.compile(r"([^—]+年)某月某日|a day in (\d[^—]*)", re.I)
_MONTH_OF_YEAR: Final = re.compile(r"(.+年)某月|a month in (.+)", re.I)
_UNKNOWN_END: Final = re.compile(r"(.+)起,结束不详|from (.+), end unknown", re.I)
_UNKNOWN_START: Final = re.compile(r"(.+)止,开始不详|until (.+), beginning unknown", re.I)


def read_written(text: str, context: DateContext) -> EventDate | None:
    """Read a day or a month that is not known, or an end that is not known; None when the text is none of these."""
    for pattern, written, precision in (
        (_DAY_OF_YEAR, "{}-XX-XX", Precision.YEAR),
        (_DAY_OF_MONTH, "{}-XX", Precision.MONTH),
        (_MONTH_OF_YEAR, "{}-XX", Precision.YEAR),
        (_UNKNOWN_END, "{}/", None),
        (_UNKNOWN_START, "/{}", None),
    ):
        match = pattern.fullmatch(text)
        if match is None:
            continue
        point = read_point(match[1] or match[2], context)
        if precision is None or point.precision is precision:
            return parse_edtf_bare(written.format(format_point(point)))
    return None

"""Several dates beside each other: one of them is meant (1880 or 1881), or all of them (12 and 13 June 1921)."""

import re
from typing import Final

from qtviewer.domain.dates.date_context import DateContext
from qtviewer.domain.dates.edtf import format_point, parse_edtf_bare
from qtviewer.domain.dates.event_date import DatePoint, EventDate
from qtviewer.domain.dates.points import read_point
from qtviewer.domain.dates.range_ends import read_range_ends
from qtviewer.domain.errors import DateError

_ANY: Final = re.compile(r"(?P<most>.+)(?:或|,? or )(?P<last>.+)", re.I)
_ALL: Final = re.compile(r"(?P<most>.+)(?:和|及|与|、|,? and | ?& ?)(?P<last>.+)", re.I)
_SEPARATOR: Final = re.compile("、|, ")
_DASH: Final = re.compile(" ?— ?")


def read_list(text: str, context: DateContext) -> EventDate | None:
    """Read a list of dates as the set that EDTF writes in brackets or braces; None when the text is none.

    DateError when one of its members is no date.
    """
    for pattern, brackets in ((_ANY, "[]"), (_ALL, "{}")):
        if match := pattern.fullmatch(text):
            members = [part.strip() for part in (*_SEPARATOR.split(match["most"]), *_SEPARATOR.split(match["last"]))]
            written = ",".join(_members(members, context))
            return parse_edtf_bare(f"{brackets[0]}{written}{brackets[1]}")
    return None


def _members(texts: list[str], context: DateContext) -> list[str]:
    """Return the members as EDTF: in Chinese the later ones take missing parts from the first, else from the last."""
    if all("年" in text for text in texts):
        return [_written(*_ends(text, context)) for text in texts]
    if re.search(r"[年月日号]", "".join(texts)):
        read: list[tuple[DatePoint, DatePoint]] = []
        for text in texts:
            if not read:
                unit = re.search(r"[年月日号]$", texts[-1])
                read.append(_ends(text if re.search(r"[年月日号]$", text) or not unit else text + unit[0], context))
            else:
                read.append(read_range_ends(_plain(read[0][0]), text, context)[1:] * 2)
        return [_written(*ends) for ends in read]
    *others, last = texts
    read = [_ends(last, context)]
    for text in reversed(others):
        if re.search(r"\d{3}", text):  # it has a year of its own
            read.insert(0, _ends(text, context))
            continue
        first, _last = read_range_ends(text, last, context)
        read.insert(0, (first, first))
    return [_written(*ends) for ends in read]


def _plain(point: DatePoint) -> str:
    from qtviewer.domain.dates.label import date_label  # noqa: PLC0415 - the label is read back

    return date_label(EventDate.from_point(point), "zh")


def _ends(text: str, context: DateContext) -> tuple[DatePoint, DatePoint]:
    ends = _DASH.split(text)
    if len(ends) > 2:
        raise DateError(f"{text!r} has more than two ends")
    if len(ends) == 2:
        return read_range_ends(ends[0], ends[1], context)
    point = read_point(text, context)
    return point, point


def _written(start: DatePoint, end: DatePoint) -> str:
    return format_point(start) if start is end or start == end else f"{format_point(start)}..{format_point(end)}"

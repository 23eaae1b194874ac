"""The strip over the HTML chronicle: a bar for each month or year, where it lies in time and as high as it is full."""

import html
import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.label import date_label

_WIDTH: Final = 1000.0
_HEIGHT: Final = 74.0
_LEAST_WIDTH: Final = 3.0
_LEAST_HEIGHT: Final = 2.0
_GAP: Final = 1.0
_MOST_BARS: Final = 400  # more would be thinner than a pointer can hit
_LABEL_ROOM: Final = 58.0
_EVEN_SHARE: Final = 0.4  # of the width that is shared out by time; the rest by events


class Bar(NamedTuple):
    """A period, with its first and last day and how many events begin in it."""

    period: str
    first: int
    last: int
    events: int


def bars_of(counts: Mapping[str, int]) -> list[Bar]:
    """The bars of counts by month or year, as an `EventSource` gives them."""
    dates = [(period, parse_edtf(period), count) for period, count in counts.items()]
    return [Bar(period, date.first_day, date.last_day, count) for period, date, count in dates][-_MOST_BARS:]


class Box(NamedTuple):
    """A bar in a strip whose width and height are 1."""

    bar: Bar
    left: float
    right: float
    height: float

    @property
    def is_year(self) -> bool:
        """Whether it stands for a year, behind its months."""
        return "-" not in self.bar.period[1:]


def strip(bars: list[Bar], lang: str, name: str) -> str:
    """The strip as SVG; every bar leads to the section of its period. Empty where there is nothing to see."""
    if not bars:
        return ""
    boxes = boxes_of(bars)
    return (
        f'<svg class="strip" viewBox="0 0 {_WIDTH:.0f} 100" role="group" aria-label="{html.escape(name)}">'
        f'<line x1="0" x2="{_WIDTH:.0f}" y1="{_HEIGHT}" y2="{_HEIGHT}"/>'
        f"{''.join(_drawn(box, lang) for box in boxes)}{''.join(_labels(boxes))}</svg>"
    )


def boxes_of(bars: Sequence[Bar]) -> list[Box]:
    """Where the bars stand and how high they are, the widest first, behind those within them."""
    positions = _positions(bars)
    highest = max(bar.events for bar in bars)
    widest_first = sorted(bars, key=lambda bar: bar.first - bar.last)
    return [
        Box(bar, positions[bar.first], positions[bar.last + 1], math.sqrt(bar.events / highest)) for bar in widest_first
    ]


def section_id(period: str) -> str:
    """Id of the section of a period."""
    return f"t{period}"


def _positions(bars: Sequence[Bar]) -> dict[int, float]:
    """Where the days stand (0..1) on which bars begin and end; crowded times have more room than their length."""
    days = sorted({day for bar in bars for day in (bar.first, bar.last + 1)})
    gaps = list(pairwise(days))
    crowds = [math.sqrt(sum(_share(bar, *gap) for bar in bars)) for gap in gaps]
    length, crowd = days[-1] - days[0], sum(crowds)
    widths = (
        _EVEN_SHARE * (end - start) / length + (1 - _EVEN_SHARE) * weight / crowd
        for (start, end), weight in zip(gaps, crowds, strict=True)
    )
    return dict(zip(days, accumulate(widths, initial=0.0), strict=True))


def _share(bar: Bar, start: int, end: int) -> float:
    """How many of a bar's events fall into a stretch of time, if they are spread evenly."""
    return bar.events * (end - start) / (bar.last + 1 - bar.first) if bar.first <= start < bar.last + 1 else 0.0


def _drawn(box: Box, lang: str) -> str:
    left, width = box.left * _WIDTH, (box.right - box.left) * _WIDTH - _GAP
    height = max(box.height * _HEIGHT, _LEAST_HEIGHT)
    label = html.escape(f"{date_label(parse_edtf(box.bar.period), lang)} · {box.bar.events}")
    opacity = ' opacity="0.35"' if box.is_year else ""
    return (
        f'<a href="#{section_id(box.bar.period)}"><title>{label}</title><rect x="{left:.1f}" y="{_HEIGHT - height:.1f}"'
        f' width="{max(width, _LEAST_WIDTH):.1f}" height="{height:.1f}"{opacity}/></a>'
    )


def _labels(boxes: Sequence[Box]) -> Iterator[str]:
    """The years, as many as there is room for."""
    free, last_year = 0.0, ""
    for box in sorted(boxes, key=lambda each: each.left):
        at, year = box.left * _WIDTH, box.bar.period[:5].removesuffix("-")
        if year != last_year and free <= at <= _WIDTH - _LABEL_ROOM:
            free, last_year = at + _LABEL_ROOM, year
            yield f'<text x="{at:.1f}" y="95">{year}</text>'

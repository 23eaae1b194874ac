"""The strip over the HTML chronicle: a bar for each month or year, where it lies in time and as high as it is full."""

import html
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from qtviewer.domain.date_label import date_label
from qtviewer.domain.edtf import parse_edtf
from qtviewer.timeline.tide import Tide, tide_of

_WIDTH: Final = 1000.0
_HEIGHT: Final = 74.0
_LEAST_WIDTH: Final = 3.0
_GAP: Final = 1.0
_MOST_BARS: Final = 400  # more would be thinner than a pointer can hit
_LABEL_ROOM: Final = 58.0
_STEPS: Final = 2


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


def strip(bars: list[Bar], lang: str, name: str) -> str:
    """The strip as SVG; every bar leads to the section of its period. Empty where there is nothing to see."""
    if not bars:
        return ""
    first, last = min(bar.first for bar in bars), max(bar.last for bar in bars) + 1
    days = [float(bar.first) for bar in bars for _ in range(min(bar.events, _MOST_BARS))]
    scale = tide_of(days, float(first), float(last), _STEPS)
    highest = max(bar.events for bar in bars)
    drawn = "".join(_bar(bar, scale, highest, lang) for bar in sorted(bars, key=_widest_first))
    return (
        f'<svg class="strip" viewBox="0 0 {_WIDTH:.0f} 100" preserveAspectRatio="none" role="group"'
        f' aria-label="{html.escape(name)}"><line x1="0" x2="{_WIDTH:.0f}" y1="{_HEIGHT}" y2="{_HEIGHT}"/>'
        f"{drawn}{''.join(_labels(bars, scale))}</svg>"
    )


def section_id(period: str) -> str:
    """Id of the section of a period."""
    return f"t{period}"


def _widest_first(bar: Bar) -> int:
    return bar.first - bar.last


def _bar(bar: Bar, scale: Tide, highest: int, lang: str) -> str:
    left, right = (scale.position_at(float(day)) * _WIDTH for day in (bar.first, bar.last + 1))
    height = max((bar.events / highest) ** 0.5 * _HEIGHT, 2.0)
    label = html.escape(f"{date_label(parse_edtf(bar.period), lang)} · {bar.events}")
    opacity = ' opacity="0.35"' if "-" not in bar.period[1:] else ""
    return (
        f'<a href="#{section_id(bar.period)}"><title>{label}</title><rect x="{left:.1f}" y="{_HEIGHT - height:.1f}"'
        f' width="{max(right - left - _GAP, _LEAST_WIDTH):.1f}" height="{height:.1f}"{opacity}/></a>'
    )


def _labels(bars: list[Bar], scale: Tide) -> Iterator[str]:
    """The years, as many as there is room for."""
    free = 0.0
    for bar in sorted(bars, key=lambda each: each.first):
        at = scale.position_at(float(bar.first)) * _WIDTH
        year = bar.period[:5] if bar.period.startswith("-") else bar.period[:4]
        if at >= free and at <= _WIDTH - _LABEL_ROOM:
            free = at + _LABEL_ROOM
            yield f'<text x="{at:.1f}" y="95">{year}</text>'

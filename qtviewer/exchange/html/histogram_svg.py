"""The histogram over the HTML chronicle as SVG; a click on a bar goes to the events of its month or year."""

import html
from collections.abc import Iterator, Sequence
from typing import Final

from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.label import date_label, year_label
from qtviewer.exchange.event_histogram import HistogramBar, HistogramBucket, histogram_bars

_WIDTH: Final = 1000.0  # lengths are in units of the SVG's view box
_HEIGHT: Final = 74.0
_MIN_BAR_WIDTH: Final = 3.0
_MIN_BAR_HEIGHT: Final = 2.0
_GAP: Final = 1.0
_LABEL_WIDTH: Final = 58.0  # at least
_WIDEST_CHARACTER: Final = 13.0  # Chinese


def histogram_svg(buckets: list[HistogramBucket], lang: str, name: str) -> str:
    """Return the SVG of a histogram, every bar a link to the section of its period; empty without buckets.

    `lang` is the language of dates, `name` the accessible name of the whole.
    """
    if not buckets:
        return ""
    bars = histogram_bars(buckets)
    return (
        f'<svg class="strip" viewBox="0 0 {_WIDTH:.0f} 100" role="group" aria-label="{html.escape(name)}">'
        f'<line x1="0" x2="{_WIDTH:.0f}" y1="{_HEIGHT}" y2="{_HEIGHT}"/>'
        f"{''.join(_bar_svg(bar, lang) for bar in bars)}{''.join(_year_labels(bars, lang))}</svg>"
    )


def section_id(period: str) -> str:
    """Return the HTML id of the section with the events of an EDTF period."""
    return f"t{period}"


def _bar_svg(bar: HistogramBar, lang: str) -> str:
    left, width = bar.left * _WIDTH, (bar.right - bar.left) * _WIDTH - _GAP
    height = max(bar.height * _HEIGHT, _MIN_BAR_HEIGHT)
    label = html.escape(f"{date_label(parse_edtf(bar.bucket.period), lang)} · {bar.bucket.events}")
    opacity = ' opacity="0.35"' if bar.is_year else ""
    return (
        f'<a href="#{section_id(bar.bucket.period)}"><title>{label}</title><rect x="{left:.1f}"'
        f' y="{_HEIGHT - height:.1f}"'
        f' width="{max(width, _MIN_BAR_WIDTH):.1f}" height="{height:.1f}"{opacity}/></a>'
    )


def _year_labels(bars: Sequence[HistogramBar], lang: str) -> Iterator[str]:
    """Yield the labels of years below the bars, leaving out those that would overlap the one before."""
    next_free, last_year = 0.0, ""
    for bar in sorted(bars, key=lambda bar: bar.left):
        x, year = bar.left * _WIDTH, year_label(civil_day(bar.bucket.first).year, lang)
        width = max(_LABEL_WIDTH, len(year) * _WIDEST_CHARACTER)
        if year != last_year and next_free <= x <= _WIDTH - width:
            next_free, last_year = x + width, year
            yield f'<text x="{x:.1f}" y="95">{year}</text>'

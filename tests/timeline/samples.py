"""Sizes, events and viewports for tests of the timeline, fixed ones and strategies."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from hypothesis import strategies as st

from qtviewer.domain.day_number import civil_day, day_number
from qtviewer.domain.edtf import format_point, parse_edtf
from qtviewer.domain.event_date import DatePoint, EventDate, Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.layout import Card, CardMetrics, Layout, lay_out
from qtviewer.timeline.scale import FIRST_TIME, LAST_TIME, LONGEST_VIEW, SHORTEST_VIEW, TimeScale
from tests.domain.strategies import event_dates

METRICS: Final = CardMetrics(
    height=48, gap=9, widest=420, stack_width=150, longest_free=1260, lane_padding=9, lane_least=66
)
CATEGORIES: Final = ("milestone", "livelihood", "industry")
PIXEL: Final = 1e-3  # what two ways to compute the same pixel may differ by


class TitleSizes:
    """Cards as wide as their titles; counts how often it is asked."""

    def __init__(self, metrics: CardMetrics = METRICS) -> None:
        self.metrics = metrics
        self.times_asked = 0

    def width_of(self, head: EventHead) -> float:
        """Ten pixels a letter and some room around."""
        self.times_asked += 1
        return 30.0 + 10.0 * len(head.title)


def measure_text(text: str) -> float:
    """Width of a label: 16 pixels a Chinese character, 9 any other."""
    return sum(16.0 if ord(character) >= 0x2E80 else 9.0 for character in text)


def head(event_id: str, date: str, category: str = "milestone", importance: int = 3, title: str = "Opens") -> EventHead:
    """The head of an event with a date as EDTF."""
    return EventHead(event_id, parse_edtf(date), category, importance, title)


def in_date_order(heads: Sequence[EventHead]) -> list[EventHead]:
    """Heads as an `EventSource` orders them."""
    return sorted(heads, key=lambda head: (head.date.first_day, head.date.last_day, -head.importance, head.id))


def laid_out(heads: Sequence[EventHead], pixels_per_day: float, height: float = 900.0) -> Layout:
    """A layout of the sample categories in sample sizes."""
    return lay_out(heads, CATEGORIES, pixels_per_day, height, TitleSizes())


def cards_of(layout: Layout) -> Iterator[Card]:
    """All cards, lane by lane."""
    return (card for lane in layout.lanes for row in lane.rows for card in row)


def view_of(first: str, last: str, width: float = 1200.0) -> TimeScale:
    """The scale from the first moment of one EDTF date to the last moment of another."""
    return TimeScale.spanning(parse_edtf(first).first_day, parse_edtf(last).last_day + 1.0, width)


lengths = st.floats(math.log(SHORTEST_VIEW), math.log(LONGEST_VIEW)).map(math.exp)
"""Days in view, each order of magnitude as likely as any other."""
widths = st.floats(200, 4000)


@st.composite
def scales(draw: st.DrawFn) -> TimeScale:
    """Any viewport: anywhere in the calendar, often near the turn of the eras or an end of it."""
    turn_of_eras = float(day_number(1))
    start = draw(
        st.floats(FIRST_TIME, LAST_TIME)
        | st.floats(turn_of_eras - 1000, turn_of_eras + 400)
        | st.sampled_from([FIRST_TIME, turn_of_eras, turn_of_eras - 366, LAST_TIME])
    )
    return TimeScale.spanning(start, start + draw(lengths), draw(widths))


def _point(number: int, precision: Precision = Precision.DAY) -> str:
    return format_point(DatePoint(precision, *civil_day(number)))


@st.composite
def crowded_dates(draw: st.DrawFn) -> EventDate:
    """Dates of every kind within two years, so that cards are in each other's way."""
    first = draw(st.integers(day_number(2021), day_number(2022, 12, 31)))
    year, month, _day = civil_day(first)
    last = first + draw(st.integers(0, 60))
    texts = [_point(first)] * 3 + [
        f"{year}-{month:02d}",
        f"{year}",
        f"{_point(first)}/{_point(last)}",
        f"[{_point(first)}..{_point(last)}]",
        f"{_point(first)}/..",
    ]
    return parse_edtf(draw(st.sampled_from(texts)))


@st.composite
def head_lists(draw: st.DrawFn, most: int = 40) -> list[EventHead]:
    """Events in date order, most of them crowded together, in categories with and without a lane."""
    dates = draw(st.lists(crowded_dates() | crowded_dates() | event_dates(), max_size=most))
    return in_date_order(
        [
            EventHead(
                id=f"event-{number}",
                date=date,
                category=draw(st.sampled_from([*CATEGORIES[:2], "switched-off"])),
                importance=draw(st.integers(1, 5)),
                title="x" * draw(st.integers(0, 50)),
            )
            for number, date in enumerate(dates)
        ]
    )


magnifications = st.floats(math.log(200 / LONGEST_VIEW), math.log(4000 / SHORTEST_VIEW)).map(math.exp)
"""Pixels a day, from ten thousand years on a narrow view to an hour on a wide one."""

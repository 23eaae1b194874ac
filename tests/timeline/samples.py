"""Sizes, events and viewports for tests of the timeline, fixed ones and strategies."""

import math
from collections.abc import Iterator, Sequence
from typing import Final

from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, day_point
from qtviewer.domain.event import Category, Chronicle, Event, EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardMetrics
from qtviewer.timeline.density_curve import BucketCount, DensityCurve, with_heights
from qtviewer.timeline.density_scale import Weight, uneven_scale
from qtviewer.timeline.going_on import EdgeCounts, sizes_going_on
from qtviewer.timeline.layout import Layout
from qtviewer.timeline.layout_cache import LayoutCache
from qtviewer.timeline.levels import Level, level_for
from qtviewer.timeline.scale import FIRST_TIME, LAST_TIME, MAX_VIEW_DAYS, MIN_VIEW_DAYS, TimeScale
from qtviewer.timeline.tile_cache import TileCache
from tests.domain.dates.strategies import event_dates
from tests.store.memory_source import MemorySource

METRICS: Final = CardMetrics(height=48, gap=9, max_width=420, cluster_width=150, lane_padding=9, min_lane_height=66)
CATEGORIES: Final = ("milestone", "livelihood", "industry")
Situation = tuple[list[EventHead], TimeScale]
"""Events and a view of them."""
PIXEL: Final = 1e-2  # what two ways to compute the same pixel may differ by: times near day 2,500,000 have 30 bits left


class TitleSizes:
    """Cards as wide as their titles, or as their titles and years."""

    metrics = METRICS

    def width_of(self, head: EventHead, *, with_year: bool) -> float:
        """Ten pixels a letter and some room around."""
        return 30.0 + 10.0 * len(head.title) + 40.0 * with_year


def measure_text(text: str) -> float:
    """Width of a label: 16 pixels a Chinese character, 9 any other."""
    return sum(16.0 if ord(character) >= 0x2E80 else 9.0 for character in text)


def head(event_id: str, date: str, category: str = "milestone", importance: int = 3, title: str = "Opens") -> EventHead:
    """The head of an event with a date as EDTF."""
    return EventHead(event_id, parse_edtf(date), category, importance, title)


def source_of(heads: Sequence[EventHead]) -> MemorySource:
    """A source of events that have these heads."""
    categories = dict.fromkeys((*CATEGORIES, *(head.category for head in heads)))
    events = (
        Event(head.id, head.date, head.category, "", {"zh": EventText(head.title, "", "")}, importance=head.importance)
        for head in heads
    )
    return MemorySource(Chronicle({}, {}, tuple(Category(key, {}, "", "") for key in categories), events=tuple(events)))


def tiles_of(heads: Sequence[EventHead], query: EventQuery = EventQuery()) -> TileCache:
    """The tiles of some events that match a query."""
    return TileCache(source_of(heads), query, "zh")


def layout_cache_of(heads: Sequence[EventHead]) -> LayoutCache:
    """A cache without any layout yet."""
    return LayoutCache(tiles_of(heads), TitleSizes())


def level_of(scale: TimeScale) -> Level:
    """The level of a view in sample sizes."""
    return level_for(scale.pixels_per_day, METRICS.cell_width)


def settled_layout(heads: Sequence[EventHead], scale: TimeScale, height: float = 900.0) -> Layout:
    """The layout that suits a view of the sample categories."""
    cache = layout_cache_of(heads)
    return cache.layout(cache.shape_for(level_of(scale), scale, CATEGORIES, height, None), scale)


def rows_by_event(layout: Layout) -> dict[tuple[str, str], int]:
    """The row of each event that has a card of its own, by its category and id."""
    return {
        (lane.category, card.heads[0].id): number
        for lane in layout.lanes
        for number, row in enumerate(lane.rows)
        for card in row
        if card.size == 1 and card.heads and not is_clustered(card)
    }


def is_clustered(card: Card) -> bool:
    """Whether it stands for what is left of a cell, be it one event or several."""
    return card.days != (0, 0)


def cards_in_view(layout: Layout, scale: TimeScale) -> Iterator[Card]:
    """Cards of which the time, or the width, touches a view."""
    for card in layout.cards():
        right = max(scale.x_at(card.last), scale.x_at(card.first) + card.width)
        if scale.x_at(card.first) < scale.width - PIXEL and right > PIXEL:
            yield card


def curve_of(days: Sequence[float], first: float, last: float, steps: int) -> DensityCurve:
    """The density curve of events on some days, each counted on its day."""
    counts = [BucketCount(day + 0.5, 1) for day in days]
    scale = scale_of(counts, first, max(last, first + 1))
    return with_heights(scale, sizes_going_on(scale, EdgeCounts(0, counts, counts, ()), steps))


def scale_of(counts: Sequence[BucketCount], first: float, last: float) -> DensityCurve:
    """The scale, without heights, that suits some counts."""
    return DensityCurve(*uneven_scale([Weight(*count) for count in counts], first, last), ())


def view_of(first: str, last: str, width: float = 1200.0) -> TimeScale:
    """The scale from the first moment of one EDTF date to the last moment of another."""
    return TimeScale.spanning(parse_edtf(first).first_day, parse_edtf(last).last_day + 1.0, width)


lengths = st.floats(math.log(MIN_VIEW_DAYS), math.log(MAX_VIEW_DAYS)).map(math.exp)
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


@st.composite
def scales_near(draw: st.DrawFn, heads: Sequence[EventHead]) -> TimeScale:
    """A viewport in which an event may be, with as many days as an event has, or any number."""
    event = draw(st.sampled_from(heads)) if heads else head("none", "2021")
    length = float(event.date.last_day - event.date.first_day + 1)
    days = draw(lengths | st.floats(0.1, 30).map(lambda times: times * length) | st.floats(1, 1500))
    end = draw(st.sampled_from([event.date.first_day, event.date.last_day + 1]))
    first = end - draw(st.floats(-0.2, 1.2)) * days
    return TimeScale.spanning(first, first + days, draw(widths))


@st.composite
def crowded_dates(draw: st.DrawFn) -> EventDate:
    """Dates of every kind within two years, so that cards are in each other's way."""
    first = draw(st.integers(day_number(2021), day_number(2022, 12, 31)))
    return _some_date(first, draw(st.integers(0, 800)), draw(st.integers(0, 7)))


def _some_date(first: int, length: int, kind: int) -> EventDate:
    """A day for most kinds; a month, a year, an interval, a day within one, or what still goes on."""
    start, end = day_point(first), day_point(first + length)
    match kind:
        case 3:
            return EventDate.from_point(DatePoint(Precision.MONTH, start.year, start.month))
        case 4:
            return EventDate.from_point(DatePoint(Precision.YEAR, start.year))
        case 5:
            return EventDate(Precision.INTERVAL, start, end)
        case 6:
            return EventDate(Precision.WITHIN, start, end)
        case 7:
            return EventDate(Precision.INTERVAL, start, None)
        case _:
            return EventDate.from_point(start)


@st.composite
def bursts(draw: st.DrawFn) -> list[EventDate]:
    """Many dates of one stretch of time, days most of them: more than all can have cards."""
    start, span = draw(st.integers(day_number(2020), day_number(2022))), draw(st.sampled_from([1, 3, 40, 400, 3000]))
    size, step, kinds = draw(st.integers(30, 130)), draw(st.integers(1, 97)), draw(st.integers(1, 3))
    return [
        _some_date(start + at * step % span, at * step % 90, at % (kinds * 4) if at % (kinds * 4) < 7 else 0)
        for at in range(size)
    ]


@st.composite
def long_dates(draw: st.DrawFn) -> EventDate:
    """Intervals of days or years, one beside or over the other."""
    first = day_number(2000) + draw(st.integers(0, 9000))
    return _some_date(first, draw(st.integers(1, 9000)), 5)


@st.composite
def head_lists(draw: st.DrawFn, most: int = 30) -> list[EventHead]:
    """Events most of which are crowded together, some in a lane that may be switched off, none in the last lane."""
    some_dates = st.lists(crowded_dates() | crowded_dates() | event_dates(), max_size=most)
    dates = draw(some_dates | some_dates | st.lists(long_dates(), max_size=most))
    for burst in draw(st.lists(bursts(), max_size=2)):
        dates += burst
    seed, longest = draw(st.integers(0, 1000)), draw(st.sampled_from([5, 50]))
    categories = draw(st.sampled_from([CATEGORIES[:1], (*CATEGORIES[:2], "switched-off")]))
    return [
        EventHead(
            id=f"event-{number}",
            date=date,
            category=categories[(number * 7 + seed) // 3 % len(categories)],
            importance=(number * 31 + seed) % 11 % 5 + 1,
            title="x" * ((number * 17 + seed) % longest),
        )
        for number, date in enumerate(dates)
    ]


@st.composite
def crowds_between_tiles(draw: st.DrawFn) -> Situation:
    """Events of one lane around a border of two tiles, nearly as long as these some of them, and a view of it."""
    level = Level(draw(st.integers(-1, 7)), 0.0)
    border = level.tile_at(day_number(2021)) * level.tile_days
    dates = st.builds(
        lambda first, length, kind: _some_date(border + first, min(length, level.tile_days - 2), kind),
        st.integers(-level.tile_days, level.tile_days) | st.integers(-level.tile_days // 5, level.tile_days // 5),
        st.integers(0, level.tile_days),
        st.sampled_from([0, 5, 6]),
    )
    heads = [
        EventHead(f"event-{at}", date, "milestone", draw(st.integers(1, 5)), "x" * draw(st.sampled_from([20, 1, 50])))
        for at, date in enumerate(draw(st.lists(dates, min_size=4, max_size=14)))
    ]
    pixels_per_day = METRICS.cell_width / level.cell_days * draw(st.floats(1, 1.99))
    scale = TimeScale(border, pixels_per_day, draw(st.floats(600, 2500)))
    return heads, scale.panned(-draw(st.floats(0.2, 0.8) | st.floats(-0.2, 0)) * scale.width)


@st.composite
def situations(draw: st.DrawFn, most: int = 30) -> Situation:
    """Events and a view at or near one of them: any, or a crowd where two tiles meet."""
    if draw(st.booleans()):
        return draw(crowds_between_tiles())
    heads = draw(head_lists(most))
    return heads, draw(scales_near(heads))


magnifications = st.floats(math.log(200 / MAX_VIEW_DAYS), math.log(4000 / MIN_VIEW_DAYS)).map(math.exp)
"""Pixels a day, from the whole calendar on a narrow view to an hour on a wide one."""

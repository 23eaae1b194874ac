"""Sizes, events and viewports for tests of the timeline."""

from collections.abc import Iterator, Sequence
from typing import Final

from qtviewer.domain.dates.day_number import MAX_DAY
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import Category, Chronicle, Event, EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardMetrics
from qtviewer.timeline.density_curve import BucketCount, DensityCurve, with_heights
from qtviewer.timeline.density_scale import Weight, uneven_scale
from qtviewer.timeline.going_on import EdgeCounts, sizes_going_on
from qtviewer.timeline.layout import LaneRoom, Layout
from qtviewer.timeline.layout_cache import LayoutCache, LayoutShape
from qtviewer.timeline.levels import CardDate, Level, level_for
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.settling_layout import SettlingLayout
from qtviewer.timeline.tile_cache import TileCache
from tests.store.memory_source import MemorySource

METRICS: Final = CardMetrics(height=48, gap=9, max_width=420, cluster_width=150, lane_padding=9, min_lane_height=66)
LOW: Final = METRICS.min_lane_height + METRICS.empty_line_height
"""Height of a lane of the least height and the line of those without events."""
CATEGORIES: Final = ("milestone", "livelihood", "industry")
PIXEL: Final = 1e-2  # what two ways to compute the same pixel may differ by: times near day 2,500,000 have 30 bits left


class TitleSizes:
    """Cards as wide as their titles, or as their titles and years."""

    metrics = METRICS

    def width_of(self, head: EventHead, card_date: CardDate) -> float:
        """Ten pixels a letter and some room around."""
        return 30.0 + 10.0 * len(head.title) + 40.0 * (card_date is CardDate.WITH_YEAR)


def measure_text(text: str) -> float:
    """Width of a label: 16 pixels a Chinese character, 9 any other."""
    return sum(16.0 if ord(character) >= 0x2E80 else 9.0 for character in text)


def head(
    event_id: str, date: str, category: str = "milestone", importance: int = 3, title: str = "Opens", *, time: str = ""
) -> EventHead:
    """The head of an event with a date as EDTF and maybe a time of day."""
    return head_on(MAX_DAY, EventHead(event_id, parse_edtf(date), category, importance, title, 0, time))


def head_on(today: int, head: EventHead) -> EventHead:
    """A head as it is on a day."""
    return head._replace(last_day=head.date.last_day_on(today))


def chronicle_of(heads: Sequence[EventHead]) -> Chronicle:
    """A chronicle of events that have these heads."""
    keys = dict.fromkeys((*CATEGORIES, *(head.category for head in heads)))
    categories = tuple(Category(key, {"zh": key}, "#000000", "#FFFFFF") for key in keys)
    events = tuple(
        Event(
            head.id, head.date, head.category, "sample", {"zh": EventText(head.title, "", "")},
            source="sample", importance=head.importance, time=head.time,
        )
        for head in heads
    )  # fmt: skip
    names = {"sample": {"zh": "样本"}}
    return Chronicle({"zh": "样本"}, {"zh": ""}, categories, collections=names, sources=names, events=events)


def source_of(heads: Sequence[EventHead]) -> MemorySource:
    """A source of events that have these heads."""
    return MemorySource(chronicle_of(heads))


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
    return settling_layout_of(heads).layout(scale, room_of(height))


def room_of(height: float, wide: str = "") -> LaneRoom:
    """Room for the sample categories."""
    return LaneRoom(CATEGORIES, height, wide)


def settling_layout_of(heads: Sequence[EventHead], today: int = MAX_DAY) -> SettlingLayout:
    """A layout on which nothing has been shown, for a day."""
    return SettlingLayout(tiles_of(heads, EventQuery(today=today)), TitleSizes())


def shape_of(heads: Sequence[EventHead], cache: LayoutCache, scale: TimeScale, height: float = 900.0) -> LayoutShape:
    """The shape that suits a view of the sample categories."""
    counts = tiles_of(heads).count_view(level_of(scale).touched_minutes(scale), CATEGORIES).lanes
    shown = [category for category, lane in counts.items() if lane.touching]
    return cache.shape_for(level_of(scale), scale, room_of(height), previous=None, shown=shown)


def rows_by_event(layout: Layout) -> dict[tuple[str, str], int]:
    """The row of each event that has a card of its own, by its category and id."""
    return {
        (lane.category, card.heads[0].id): number
        for lane in layout.lanes
        for number, row in enumerate(lane.rows)
        for card in row
        if not card.is_cluster
    }


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

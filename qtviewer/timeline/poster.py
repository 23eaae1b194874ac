"""The layout of a timeline on paper: every event has a whole card, and no two cards overlap."""

from collections.abc import Sequence
from typing import NamedTuple

from qtviewer.timeline.poster_card import PlacedDate, PosterCard, PosterMetrics
from qtviewer.timeline.poster_rows import rows_of_dates
from qtviewer.timeline.poster_scale import PosterScale, poster_scale


class PosterLane(NamedTuple):
    """The lane of a category; `dates` are row by row from the top, each row from the left."""

    category: str
    top: float
    height: float
    dates: tuple[PlacedDate, ...]


class Poster(NamedTuple):
    """Everything to paint; lengths are measured from the upper left corner of the first lane."""

    scale: PosterScale
    lanes: tuple[PosterLane, ...]

    @property
    def height(self) -> float:
        """Height of all lanes."""
        return self.lanes[-1].top + self.lanes[-1].height if self.lanes else 0.0


def lay_out_poster(
    cards: Sequence[PosterCard], categories: Sequence[str], extent: tuple[float, float], metrics: PosterMetrics
) -> Poster:
    """Place every card in the lane of its category; there is a lane for each of `categories`, in this order.

    No card may be wider than nine tenths of the metrics' width. `extent` is the first and last time of the poster, not
    the same; every date touches it. Cards of the same date keep their order.
    """
    widest = max((card.width for card in cards), default=0.0)  # free room at the right, for cards that begin late
    scale = poster_scale([(card.first, card.last) for card in cards], extent, metrics.width - widest)
    lanes: list[PosterLane] = []
    top = 0.0
    for category in categories:
        own = [card for card in cards if card.category == category]
        lanes.append(_lane(category, rows_of_dates(own, scale, metrics), metrics, top))
        top += lanes[-1].height
    return Poster(scale, tuple(lanes))


def _lane(category: str, rows: Sequence[tuple[PlacedDate, ...]], metrics: PosterMetrics, top: float) -> PosterLane:
    """Return a lane of some rows from `top` down, which are as high as their highest card."""
    dates: list[PlacedDate] = []
    y = top + metrics.lane_padding
    for row in rows:
        height = max(placed.card.height for date in row for placed in date.cards)
        dates += [date._replace(y=y, height=height) for date in row]
        y += height + metrics.gap
    bottom = y - metrics.gap if rows else y
    height = max(bottom + metrics.lane_padding - top, metrics.min_lane_height)
    return PosterLane(category, top, height, tuple(dates))

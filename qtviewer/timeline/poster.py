"""The layout of a timeline on paper: every event has a whole card, and no two cards overlap.

Lengths are in any unit, the same for all.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qtviewer.timeline.poster_scale import PosterScale, poster_scale


class PosterCard(NamedTuple):
    """The card of an event, before it is placed."""

    id: str
    category: str
    first: float
    """First time that the event's date can mean, as a Julian day number."""
    last: float
    """Last time that it can mean."""
    width: float
    height: float
    is_span: bool = False
    """Whether the card covers all the time from `first` to `last`, instead of standing anywhere in it."""


class PosterMetrics(NamedTuple):
    """Lengths that all lanes share, each above 0."""

    width: float
    """Width of the poster's lanes."""
    gap: float
    """Least distance of two cards."""
    lane_padding: float
    """Free space above the first and below the last card of a lane."""
    min_lane_height: float


class PlacedCard(NamedTuple):
    """A card and the place of its upper left corner."""

    card: PosterCard
    x: float
    y: float
    width: float
    """Width of the card, which for a span is at least that of its time."""

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.card.height


class PosterLane(NamedTuple):
    """The lane of a category."""

    category: str
    top: float
    height: float


class Poster(NamedTuple):
    """Everything to paint; lengths are measured from the upper left corner of the first lane."""

    scale: PosterScale
    lanes: tuple[PosterLane, ...]
    cards: tuple[PlacedCard, ...]
    height: float


class _CardRange(NamedTuple):
    """Where the left edge of a card may be, from `earliest` to `latest`, and the width that the card takes."""

    earliest: float
    latest: float
    width: float
    card: PosterCard


_Row = list[tuple[float, float, PosterCard]]  # left and right edges of cards, from the left


def lay_out_poster(
    cards: Sequence[PosterCard], categories: Sequence[str], extent: tuple[float, float], metrics: PosterMetrics
) -> Poster:
    """Place every card in the lane of its category; lanes are in the order of `categories`, empty ones left out.

    No card may be wider than the metrics' width. `extent` is the first and last time of the poster, not the same.
    """
    widest = max((card.width for card in cards), default=0.0)  # free room at the right, for cards that begin late
    dates = [(card.first, card.last) for card in cards]
    scale = poster_scale(dates, extent, max(metrics.width - widest, metrics.width / 10))
    lanes: list[PosterLane] = []
    placed: list[PlacedCard] = []
    top = 0.0
    for category in categories:
        own = [card for card in cards if card.category == category]
        if own:
            lane_cards = _place_in_lane(own, scale, metrics, top + metrics.lane_padding)
            bottom = max(card.bottom for card in lane_cards) + metrics.lane_padding
            lanes.append(PosterLane(category, top, max(bottom - top, metrics.min_lane_height)))
            placed += lane_cards
            top += lanes[-1].height
    return Poster(scale, tuple(lanes), tuple(placed), top)


def _place_in_lane(
    cards: Sequence[PosterCard], scale: PosterScale, metrics: PosterMetrics, top: float
) -> list[PlacedCard]:
    """Place the cards of a lane in rows from `top` down, which are as high as their highest card."""
    rows: list[_Row] = []
    for card_range in sorted(_card_ranges(cards, scale, metrics.width), key=_placement_order):
        _put_in_first_row(rows, card_range, metrics.gap)
    placed: list[PlacedCard] = []
    for row in rows:
        placed += [PlacedCard(card, x, top, right - x) for x, right, card in row]
        top += max(card.height for _, _, card in row) + metrics.gap
    return placed


def _put_in_first_row(rows: list[_Row], card_range: _CardRange, gap: float) -> None:
    """Add a card to the first row that has room for it, or to a new one."""
    for row in rows:
        if (x := _free_x(row, card_range, gap)) is not None:
            break
    else:
        x, row = card_range.earliest, []
        rows.append(row)
    index = bisect_left(row, x, key=lambda occupied: occupied[0])
    row.insert(index, (x, x + card_range.width, card_range.card))


def _card_ranges(cards: Sequence[PosterCard], scale: PosterScale, width: float) -> Iterator[_CardRange]:
    for card in cards:
        left, right = scale.x_at(card.first), scale.x_at(card.last)
        card_width = min(max(card.width, right - left), width) if card.is_span else card.width
        left = max(min(left, width - card_width), 0.0)
        yield _CardRange(left, left if card.is_span else max(left, right - card_width), card_width, card)


def _placement_order(card_range: _CardRange) -> tuple[float, float, float, str]:
    """Return a sort key that puts first the cards with the least freedom, from the left, so that rows read in order."""
    earliest, latest, width, card = card_range
    return latest - earliest, earliest, -width, card.id


def _free_x(row: _Row, card_range: _CardRange, gap: float) -> float | None:
    """Return the leftmost place in a row for the left edge of a card, or None."""
    earliest, latest, width, _card = card_range
    x = earliest
    start = max(bisect_left(row, earliest, key=lambda occupied: occupied[0]) - 1, 0)
    for left, right, _other in row[start:]:
        if x + width + gap <= left or x > latest:
            break
        x = max(x, right + gap)
    return x if x <= latest else None

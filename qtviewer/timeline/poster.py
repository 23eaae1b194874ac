"""A timeline laid out for paper: every event a whole card, crowded times given more room, no two cards overlapping."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from qtviewer.domain.dates.day_number import MAX_YEAR, MIN_YEAR, civil_day, day_number

_MOST_PIECES: Final = 720  # of time, each with a width of its own
_CROWDED_SHARE: Final = 0.03  # of the events in one piece, from which it is divided
_MOST_PARTS: Final = 31
_EVEN_SHARE: Final = 0.2  # of the width goes by time alone, the rest by how many events there are


class PosterCard(NamedTuple):
    """A card to place: the time its date can mean, from `first` to `last`, and its size in any unit of length.

    It stands anywhere in that time, or, when it `spans`, is as long as all of it.
    """

    id: str
    category: str
    first: float
    last: float
    width: float
    height: float
    is_span: bool = False


class PosterMetrics(NamedTuple):
    """Lengths, all above 0: the whole width, the gap between cards, the padding and the least height of a lane."""

    width: float
    gap: float
    lane_padding: float
    min_lane_height: float


class PlacedCard(NamedTuple):
    """A card in its place; its width is that of its time where it spans."""

    card: PosterCard
    x: float
    y: float
    width: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.card.height


class PosterLane(NamedTuple):
    """The stretch of one category, from its top."""

    category: str
    top: float
    height: float


class PosterScale(NamedTuple):
    """Places of times: straight between the knots, which are times and places in rising order."""

    times: tuple[float, ...]
    places: tuple[float, ...]

    def x_at(self, time: float) -> float:
        """The place of a time, that of the nearest knot outside of them."""
        at = min(max(bisect_right(self.times, time), 1), len(self.times) - 1)
        (first, last), (left, right) = self.times[at - 1 : at + 1], self.places[at - 1 : at + 1]
        share = min(max((time - first) / (last - first), 0.0), 1.0)
        return left + share * (right - left)


class Poster(NamedTuple):
    """What to paint, from the top left corner of the first lane."""

    times: PosterScale
    lanes: tuple[PosterLane, ...]
    cards: tuple[PlacedCard, ...]
    height: float


def lay_out_poster(
    cards: Sequence[PosterCard], categories: Sequence[str], extent: tuple[float, float], metrics: PosterMetrics
) -> Poster:
    """Place every card in the lane of its category; lanes without cards are left out.

    No card is wider than the metrics' width; times run from the first to the last of `extent`, which is longer than 0.
    """
    tail = max((card.width for card in cards), default=0.0)
    times = poster_scale(cards, extent, max(metrics.width - tail, metrics.width / 10))
    lanes: list[PosterLane] = []
    placed: list[PlacedCard] = []
    top = 0.0
    for category in categories:
        own = [card for card in cards if card.category == category]
        if own:
            of_lane = _lane_cards(own, times, metrics, top + metrics.lane_padding)
            bottom = max(card.bottom for card in of_lane) + metrics.lane_padding
            lanes.append(PosterLane(category, top, max(bottom - top, metrics.min_lane_height)))
            placed += of_lane
            top += lanes[-1].height
    return Poster(times, tuple(lanes), tuple(placed), top)


def poster_scale(cards: Sequence[PosterCard], extent: tuple[float, float], width: float) -> PosterScale:
    """Give each month, year or longer piece of time a share of a width: some by its length, more by its events."""
    edges = _split_where_crowded(cards, tuple(_edges(*extent)))
    days = extent[1] - extent[0]
    weights = _events_by_piece(cards, edges)
    total = sum(weights)
    even = _EVEN_SHARE if total else 1.0
    shares = (
        even * (end - start) / days + ((1 - even) * weight / total if total else 0.0)
        for (start, end), weight in zip(pairwise(edges), weights, strict=True)
    )
    return PosterScale(edges, tuple(width * min(place, 1.0) for place in accumulate(shares, initial=0.0)))


def _split_where_crowded(cards: Sequence[PosterCard], edges: Sequence[float]) -> tuple[float, ...]:
    """Pieces with many events are divided again, months into days."""
    most = max(len(cards) * _CROWDED_SHARE, 1.0)
    finer: list[float] = []
    for (start, end), weight in zip(pairwise(edges), _events_by_piece(cards, edges), strict=True):
        step = max(int(end - start) // _MOST_PARTS, 1)
        finer += range(int(start), int(end), step) if weight > most else [start]
    return (*map(float, finer), edges[-1])


def _events_by_piece(cards: Sequence[PosterCard], edges: Sequence[float]) -> list[float]:
    """How many events are in each piece of time; one that may be in several counts for a part in each."""
    weights = [0.0] * (len(edges) - 1)
    for card in cards:
        first = min(max(bisect_right(edges, card.first) - 1, 0), len(weights) - 1)
        last = min(max(bisect_left(edges, card.last), first + 1), len(weights))
        for piece in range(first, last):
            weights[piece] += 1 / (last - first)
    return weights


def _edges(first: float, last: float) -> Iterator[float]:
    """Where pieces begin and end: at months, at years, or at round years where those are too many."""
    (first_year, first_month, _), (last_year, last_month, _) = civil_day(int(first)), civil_day(int(last))
    months = range(first_year * 12 + first_month, last_year * 12 + last_month)
    step = 1
    while len(months) // step > _MOST_PIECES:
        step = 12 if step == 1 else step * 10
    yield first
    for month in months:
        year, number = divmod(month // step * step, 12)
        if month % step == 0 and MIN_YEAR <= year <= MAX_YEAR and first < (day := day_number(year, number + 1)) < last:
            yield float(day)
    yield last


def _lane_cards(
    cards: Sequence[PosterCard], times: PosterScale, metrics: PosterMetrics, top: float
) -> Sequence[PlacedCard]:
    """The cards of a lane in rows, which are as high as their highest card."""
    rows: list[list[tuple[float, float, PosterCard]]] = []
    for earliest, latest, width, card in sorted(_wishes(cards, times, metrics.width), key=_order):
        for row in rows:
            if (x := _free_place(row, earliest, latest, width, metrics.gap)) is not None:
                break
        else:
            x = earliest
            row = []
            rows.append(row)
        row.insert(bisect_left(row, x, key=lambda taken: taken[0]), (x, x + width, card))
    placed = []
    for row in rows:
        placed += [PlacedCard(card, x, top, right - x) for x, right, card in row]
        top += max(card.height for _, _, card in row) + metrics.gap
    return placed


def _wishes(
    cards: Sequence[PosterCard], times: PosterScale, width: float
) -> Iterator[tuple[float, float, float, PosterCard]]:
    """From where to where the left edge of each card may stand, and its width."""
    for card in cards:
        left, right = times.x_at(card.first), times.x_at(card.last)
        wide = min(max(card.width, right - left), width) if card.is_span else card.width
        left = max(min(left, width - wide), 0.0)
        yield left, left if card.is_span else max(left, right - wide), wide, card


def _order(wish: tuple[float, float, float, PosterCard]) -> tuple[float, float, float, str]:
    """Cards whose place is certain first, from the left, so that upper rows read in the order of time."""
    earliest, latest, width, card = wish
    return latest - earliest, earliest, -width, card.id


def _free_place(
    row: Sequence[tuple[float, float, PosterCard]], earliest: float, latest: float, width: float, gap: float
) -> float | None:
    """The leftmost free place for a left edge from `earliest` to `latest`, or None."""
    x = earliest
    start = max(bisect_left(row, earliest, key=lambda taken: taken[0]) - 1, 0)
    for left, right, _card in row[start:]:
        if x + width + gap <= left or x > latest:
            break
        x = max(x, right + gap)
    return x if x <= latest else None

"""The rows of a lane on a poster.

The cards of one date stand beside each other, as many as have room within that date; the others follow in further rows.
Over such a row nothing else stands, so that a line below it over the days of the date is true of all its cards.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from qtviewer.timeline.poster_card import PlacedCard, PlacedDate, PosterCard, PosterMetrics
from qtviewer.timeline.poster_scale import PosterScale


def rows_of_dates(
    cards: Sequence[PosterCard], scale: PosterScale, metrics: PosterMetrics
) -> list[tuple[PlacedDate, ...]]:
    """Return the rows of some cards from the top, each from the left; the dates in them have no height yet."""
    dates = [date for group in _same_dates(cards) for date in _side_by_side(group, scale, metrics)]
    rows: list[list[PlacedDate]] = []
    for date in sorted(dates, key=lambda date: (date.left, -date.end)):
        row = next((row for row in rows if row[-1].end + metrics.gap <= date.left), None)
        if row is None:
            rows.append(row := [])
        row.append(date)
    return [tuple(row) for row in rows]


def _same_dates(cards: Sequence[PosterCard]) -> list[list[PosterCard]]:
    """Return the cards of each date; one that lasted is alone, since what is filled tells of one event."""
    groups: dict[tuple[object, ...], list[PosterCard]] = defaultdict(list)
    for card in cards:
        groups[card.id if card.is_span else "", card.precision, card.first, card.last].append(card)
    return list(groups.values())


def _side_by_side(cards: Sequence[PosterCard], scale: PosterScale, metrics: PosterMetrics) -> Iterator[PlacedDate]:
    """Yield the rows that the cards of one date take, each as wide as the date or its only card."""
    first = cards[0]
    left, right = scale.x_at(first.first), scale.x_at(first.last)
    right = max(right, left + metrics.hair_line)
    has_begun = first.first < scale.times[0]
    goes_on = first.is_ongoing or first.last > scale.times[-1]
    row: list[PlacedCard] = []
    x = left
    for card in cards:
        if row and x + card.width > right:
            yield PlacedDate(tuple(row), left, right, has_begun, goes_on)
            row, x = [], left
        is_beside = card.is_span and card.width > right - left
        row.append(PlacedCard(card, right if is_beside else x))
        x += card.width + metrics.gap
    yield PlacedDate(tuple(row), left, right, has_begun, goes_on)

"""The sum of every lane: cards, clusters and chips are all events that touch the view, each of them once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from qtviewer.domain.answers import BeginRange
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardKey
from qtviewer.timeline.layout import Lane, Layout
from qtviewer.timeline.placed_cards import cards_in_lane
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.view_counts import LaneCounts, PeriodCount, ViewCounts, touched_days


class BeginningEvents(Protocol):
    """What is known of the events that begin on some days; the first and the last day are included."""

    def count_beginning(self, category: str, days: tuple[int, int]) -> int:
        """Return how many events of a category begin on some days."""

    def begin_days(self, ranges: Sequence[BeginRange]) -> Sequence[tuple[int, int]]:
        """Return for each range the first and last day on which one of its events begins; each has an event."""


class LaneSum(NamedTuple):
    """How the events of a lane that touch a view are shown."""

    touching: int
    """All of them: the sum of all below."""
    cards: int
    """Events with a card or a span bar that is drawn."""
    clustered: int
    """Events in the clusters that are drawn."""
    clusters: Mapping[CardKey, Card | None]
    """The clusters in view, each by the key of the card of the layout in whose place it stands.

    They have only events that begin in view; None stands for a cluster without any.
    """
    begun_ids: frozenset[str]
    """Ids of the events with a card that began before the view."""
    going_on: int
    """Events that began before the view, go on in it and have no card: the number of a chip."""
    within: int
    """Events without a card that were, or will be, on one unknown day in view or before it: the number of a chip."""
    periods: tuple[PeriodCount, ...]
    """Events without a card that are known only by a period around the beginning of the view: a chip for each."""


def lane_sums(layout: Layout, scale: TimeScale, counts: ViewCounts, events: BeginningEvents) -> dict[str, LaneSum]:
    """Return the sum of each lane for a view, by category."""
    return {
        lane.category: _lane_sum(lane, layout, scale, counts.lanes[lane.category], events)
        for lane in layout.lanes
        if lane.category in counts.lanes
    }


def _lane_sum(lane: Lane, layout: Layout, scale: TimeScale, counts: LaneCounts, events: BeginningEvents) -> LaneSum:
    days = touched_days(scale)
    drawn = [placed.card for _row, placed in cards_in_lane(lane, layout, scale, days)]
    own_heads = [card.heads[0] for row in lane.rows for card in row if not card.is_cluster]
    clusters = {card.key: _visible_cluster(card, days, own_heads, events) for card in drawn if card.is_cluster}
    clusters |= _crowded_out_cluster(lane.rows[-1], drawn, days, own_heads, events)
    clustered = sum(cluster.size for cluster in clusters.values() if cluster is not None)
    singles = [card for card in drawn if card.key not in clusters]
    periods = tuple(_without_cards(counts.periods, singles))
    begun = [card.heads[0] for card in singles if card.first < days[0]]
    within = counts.within - sum(head.date.precision is Precision.WITHIN for head in begun)
    going_on = counts.touching - len(singles) - clustered - sum(period.size for period in periods) - within
    begun_ids = frozenset(head.id for head in begun)
    return LaneSum(counts.touching, len(singles), clustered, clusters, begun_ids, going_on, within, periods)


def _crowded_out_cluster(
    row: Sequence[Card],
    drawn: Sequence[Card],
    days: tuple[int, int],
    own_heads: Sequence[EventHead],
    events: BeginningEvents,
) -> dict[CardKey, Card | None]:
    """Return the cluster for the first card of a row, if the one before it has events in view but no room there.

    It has the events of both that begin in view. Without such a card, return an empty dictionary.
    """
    for before, card in pairwise(row):
        if before.is_cluster and before.first < days[0] <= before.days[1] and before not in drawn and card in drawn:
            last = card.days[1] if card.is_cluster else card.heads[0].date.first_day
            others = [head for head in own_heads if card.is_cluster or head != card.heads[0]]
            both = before._replace(
                heads=(*before.heads, *card.heads),
                size=before.size + card.size,
                days=(before.days[0], last),
                excluded_ids=frozenset(head.id for head in others if before.days[0] <= head.date.first_day <= last),
            )
            return {card.key: _visible_cluster(both, days, others, events)}
    return {}


def _visible_cluster(
    cluster: Card, days: tuple[int, int], own_heads: Sequence[EventHead], events: BeginningEvents
) -> Card | None:
    """Return a cluster with only those of its events that begin on the days in view, or None without any."""
    first, last = max(cluster.days[0], days[0]), min(cluster.days[1], days[1])
    if (first, last) == cluster.days:
        return cluster
    if first > last:
        return None
    with_card = sum(first <= head.date.first_day <= last for head in own_heads)
    size = events.count_beginning(cluster.category, (first, last)) - with_card
    if size < 1:
        return None
    ((first, last),) = events.begin_days([BeginRange(cluster.category, first, last, cluster.excluded_ids)])
    heads = tuple(head for head in cluster.heads if first <= head.date.first_day <= last)
    days = first, last
    return cluster._replace(size=size, heads=heads, first=float(first), last=last + 1.0, days=days, is_part=True)


def _without_cards(periods: tuple[PeriodCount, ...], singles: list[Card]) -> Iterator[PeriodCount]:
    """Yield the periods with the events that have no card in view."""
    with_card = Counter((card.heads[0].date.precision, card.heads[0].date.first_day) for card in singles)
    for period, size in periods:
        remaining = size - with_card[period.precision, period.first_day]
        if remaining > 0:
            yield PeriodCount(period, remaining)

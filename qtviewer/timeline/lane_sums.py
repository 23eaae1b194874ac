"""The sum of every lane: cards, clusters and chips are all events that touch the view, each of them once."""

from collections.abc import Mapping
from typing import NamedTuple

from qtviewer.domain.dates.minutes import Minutes
from qtviewer.timeline.card import Card, CardKey
from qtviewer.timeline.layout import Lane, Layout
from qtviewer.timeline.placed_cards import cards_in_lane
from qtviewer.timeline.scale import TimeScale, time_of_minute
from qtviewer.timeline.view_counts import PeriodCount, ViewCounts
from qtviewer.timeline.visible_clusters import BeginningEvents, VisibleClusters


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
    minutes: Minutes = (0, 0)
    """First and last minute that the view touches, of whole days where hours are not shown."""


def lane_sums(layout: Layout, scale: TimeScale, counts: ViewCounts, events: BeginningEvents) -> dict[str, LaneSum]:
    """Return the sum of each lane for a view, by category."""
    return {
        lane.category: _lane_sum(lane, layout, scale, counts, events)
        for lane in layout.lanes
        if lane.category in counts.lanes
    }


def _lane_sum(lane: Lane, layout: Layout, scale: TimeScale, counts: ViewCounts, events: BeginningEvents) -> LaneSum:
    lane_counts, minutes = counts.lanes[lane.category], counts.minutes
    drawn = [placed.card for placed in cards_in_lane(lane, layout, scale, minutes)]
    own_heads = [card.heads[0] for row in lane.rows for card in row if not card.is_cluster]
    visible = VisibleClusters(minutes, layout.level, own_heads, events)
    clusters = {card.key: visible.part_of(card) for card in drawn if card.is_cluster}
    clusters |= visible.crowded_out(lane.rows[-1], drawn)
    clustered = sum(cluster.size for cluster in clusters.values() if cluster is not None)
    singles = [card for card in drawn if card.key not in clusters]
    begun = [card.heads[0] for card in singles if card.first < time_of_minute(minutes[0])]
    rest = lane_counts.without(begun)
    counted = sum(period.size for period in rest.periods) + rest.within
    going_on = lane_counts.touching - len(singles) - clustered - counted
    ids = frozenset(head.id for head in begun)
    sizes = lane_counts.touching, len(singles), clustered
    return LaneSum(*sizes, clusters, ids, going_on, rest.within, rest.periods, minutes)

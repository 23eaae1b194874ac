"""What must hold of a lane in a view, judged in plain Python by the events themselves."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card
from qtviewer.timeline.lane_sums import LaneSum
from qtviewer.timeline.layout import Lane, Layout
from qtviewer.timeline.placed_cards import PlacedCard, cards_in_lane, placed_cards
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.view_counts import touched_days
from tests.timeline.samples import METRICS, PIXEL

PERIODS = (Precision.MONTH, Precision.YEAR, Precision.DECADE, Precision.CENTURY)


def members(cluster: Card, heads: Iterable[EventHead]) -> list[EventHead]:
    """The events that are listed when a cluster is opened."""
    return [head for head in heads if head.category == cluster.category and cluster.contains_event(head)]


def check_lane(layout: Layout, lane: Lane, lane_sum: LaneSum, scale: TimeScale, heads: Sequence[EventHead]) -> None:
    """Assert that a lane shows or counts each of the matching events once, where it belongs."""
    own = [head for head in heads if head.category == lane.category]
    days = touched_days(scale)
    drawn = [each.card for _row, each in cards_in_lane(lane, layout, scale, days)]
    check_places(lane, scale)
    check_clusters(lane, own)
    check_sum(lane_sum, drawn, own, days)


def check_places(lane: Lane, scale: TimeScale) -> None:
    """Assert that what begins in view stands at its first day, and that no two things of a row overlap."""
    for row in lane.rows:
        placed = list(placed_cards(row, scale, METRICS.gap, touched_days(scale)))
        for each in placed:
            check_place(each, scale)
        for each, following in pairwise(placed):
            assert each.right <= following.left + PIXEL


def check_place(placed: PlacedCard, scale: TimeScale) -> None:
    """Assert that a card is where its date is, and its date box exactly the days that the date can mean."""
    card = placed.card
    if not card.is_cluster:
        (head,) = card.heads
        assert (card.first, card.last) == (head.date.first_day, head.last_day + 1)
        assert card.is_span <= (head.date.precision is Precision.INTERVAL)
    assert (placed.date_left, placed.date_right) == (scale.x_at(card.first), scale.x_at(card.last))
    assert placed.has_begun or abs(placed.left - placed.date_left) <= 0.5


def check_clusters(lane: Lane, own: Sequence[EventHead]) -> None:
    """Assert that the clusters of a lane hold each event that begins on their days and has no card, and no other."""
    cards = [card for row in lane.rows for card in row]
    shown = [card.heads[0].id for card in cards if not card.is_cluster]
    alone = set(shown)
    for cluster in (card for card in cards if card.is_cluster):
        found = members(cluster, own)
        first_days = [head.date.first_day for head in found]
        within = [head for head in own if cluster.days[0] <= head.date.first_day <= cluster.days[1]]
        assert found == [head for head in within if head.id not in alone]
        assert cluster.size == len(found)
        assert cluster.days == (min(first_days), max(first_days))
        assert (cluster.first, cluster.last) == (cluster.days[0], cluster.days[1] + 1)
        assert {head.id for head in cluster.heads} <= {head.id for head in found}
        shown += [head.id for head in found]
    assert len(shown) == len(set(shown))


def check_sum(lane_sum: LaneSum, drawn: Sequence[Card], own: Sequence[EventHead], days: tuple[int, int]) -> None:
    """Assert that the drawn cards and clusters and the chips of a lane are all events that touch some days.

    A chip counts only events that began before.
    """
    touching = {head.id: head for head in own if head.date.first_day <= days[1] and head.last_day >= days[0]}
    alone = [card.heads[0].id for card in drawn if card.key not in lane_sum.clusters]
    clusters = [cluster for cluster in lane_sum.clusters.values() if cluster is not None]
    together = [head.id for cluster in clusters for head in visible_members(cluster, own)]
    assert len({*alone, *together}) == len(alone) + len(together) == lane_sum.cards + lane_sum.clustered
    assert {*alone, *together} <= touching.keys()
    assert all(days[0] <= head.date.first_day <= days[1] for head in own if head.id in together)
    rest = [head for key, head in touching.items() if key not in {*alone, *together}]
    periods = [head for head in rest if head.date.precision in PERIODS and head.date.first_day < days[0]]
    assert lane_sum.begun_ids == {key for key in alone if touching[key].date.first_day < days[0]}
    assert {(period.precision, period.first_day): size for period, size in lane_sum.periods} == {
        (head.date.precision, head.date.first_day): sum(
            (head.date.precision, head.date.first_day) == (other.date.precision, other.date.first_day)
            for other in periods
        )
        for head in periods
    }
    assert all(head.date.first_day < days[0] for head in rest)
    assert lane_sum.within == sum(head.date.precision is Precision.WITHIN for head in rest)
    assert lane_sum.going_on == len(rest) - len(periods) - lane_sum.within
    assert lane_sum.touching == len(touching)


def visible_members(cluster: Card, own: Sequence[EventHead]) -> list[EventHead]:
    """The events of a cluster that has only those that begin in view, be it a single one."""
    assert cluster.is_cluster
    found = members(cluster, own)
    first_days = [head.date.first_day for head in found]
    assert len(found) == cluster.size
    assert cluster.days == (min(first_days), max(first_days))
    assert (cluster.first, cluster.last) == (cluster.days[0], cluster.days[1] + 1)
    assert {head.id for head in cluster.heads} <= {head.id for head in found}
    return found

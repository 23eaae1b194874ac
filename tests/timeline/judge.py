"""What must hold of a lane in a view, judged in plain Python by the events themselves."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card
from qtviewer.timeline.lane_sums import LaneSum
from qtviewer.timeline.layout import Lane, Layout
from qtviewer.timeline.levels import CardDate, Level
from qtviewer.timeline.placed_cards import PlacedCard, cards_in_lane, placed_cards
from qtviewer.timeline.scale import TimeScale
from tests.timeline.samples import METRICS, PIXEL

PERIODS = (Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.DECADE, Precision.CENTURY)


def times(head: EventHead, level: Level) -> tuple[int, int, int]:
    """The first and the last minute of an event and the last that its beginning can mean, as they stand at a level.

    With a time of day and no end an event is one minute, without a time it is whole days. Where hours are not shown,
    it has all minutes of its days.
    """
    first, last = head.date.first_day * 1440, head.last_day * 1440 + 1439
    start = head.date.start
    is_known = start is not None and start.precision is Precision.DAY and head.date.precision is not Precision.WITHIN
    if not (is_known and head.time and level.card_date is CardDate.WITH_TIME):
        return first, last, first + 1439
    hour, minute = map(int, head.time.split(":"))
    first += hour * 60 + minute
    return first, (first if head.date.precision is Precision.DAY else last), first


def members(cluster: Card, heads: Iterable[EventHead]) -> list[EventHead]:
    """The events that are listed when a cluster is opened."""
    return [head for head in heads if head.category == cluster.category and cluster.contains_event(head)]


def check_lane(layout: Layout, lane: Lane, lane_sum: LaneSum, scale: TimeScale, heads: Sequence[EventHead]) -> None:
    """Assert that a lane shows or counts each of the matching events once, where it belongs."""
    own = [head for head in heads if head.category == lane.category]
    level, minutes = layout.level, touched_minutes(scale, layout.level)
    assert lane_sum.minutes == minutes
    drawn = [each.card for each in cards_in_lane(lane, layout, scale, minutes)]
    check_places(lane, scale, level)
    check_clusters(lane, own, level)
    check_sum(lane_sum, drawn, own, level)


def touched_minutes(scale: TimeScale, level: Level) -> tuple[int, int]:
    """The first and the last minute that a view touches, of whole days where hours are not shown."""
    unit = 1 if level.card_date is CardDate.WITH_TIME else 1440
    first = math.floor(scale.left * 1440) // unit * unit
    return first, max(-(-math.ceil(scale.right * 1440) // unit) * unit - 1, first + unit - 1)


def check_places(lane: Lane, scale: TimeScale, level: Level) -> None:
    """Assert that what begins in view stands where it begins, and that no two things of a row overlap."""
    for row in lane.rows:
        placed = list(placed_cards(row, scale, METRICS.gap, touched_minutes(scale, level)))
        for each in placed:
            check_place(each, scale, level)
        for each, following in pairwise(placed):
            assert each.right <= following.left + PIXEL


def check_place(placed: PlacedCard, scale: TimeScale, level: Level) -> None:
    """Assert that a card is where its date is, and its date box exactly the time that the date can mean."""
    card = placed.card
    if not card.is_cluster:
        (head,) = card.heads
        first, last, _begin = times(head, level)
        assert (card.first, card.last) == (first / 1440, (last + 1) / 1440)
        assert card.is_span <= (head.date.precision is Precision.INTERVAL)
    assert (placed.date_left, placed.date_right) == (scale.x_at(card.first), scale.x_at(card.last))
    assert placed.has_begun or abs(placed.left - placed.date_left) <= 0.5


def check_clusters(lane: Lane, own: Sequence[EventHead], level: Level) -> None:
    """Assert that the clusters of a lane hold each event that begins in their minutes and has no card, and no other."""
    cards = [card for row in lane.rows for card in row]
    shown = [card.heads[0].id for card in cards if not card.is_cluster]
    alone = set(shown)
    for cluster in (card for card in cards if card.is_cluster):
        found = members(cluster, own)
        within = [head for head in own if cluster.minutes[0] <= times(head, level)[0] <= cluster.minutes[1]]
        assert found == [head for head in within if head.id not in alone]
        check_cluster(cluster, found, level)
        shown += [head.id for head in found]
    assert len(shown) == len(set(shown))


def check_cluster(cluster: Card, found: Sequence[EventHead], level: Level) -> None:
    """Assert that a cluster stands exactly as long as the beginnings of its events last."""
    assert len(found) == cluster.size
    begun = [times(head, level) for head in found]
    first, end = min(first for first, _last, _begin in begun), max(begin for _first, _last, begin in begun)
    assert (cluster.first, cluster.last) == (first / 1440, (end + 1) / 1440)
    last = max(first for first, _last, _begin in begun)
    assert cluster.minutes == (first, last if level.card_date is CardDate.WITH_TIME else end)
    assert {head.id for head in cluster.heads} <= {head.id for head in found}


def check_sum(lane_sum: LaneSum, drawn: Sequence[Card], own: Sequence[EventHead], level: Level) -> None:
    """Assert that the drawn cards and clusters and the chips of a lane are all events that touch the view.

    A chip counts only events that began before.
    """
    start, end = lane_sum.minutes
    begins = {head.id: times(head, level)[0] for head in own}
    touching = {head.id: head for head in own if begins[head.id] <= end and times(head, level)[1] >= start}
    alone = [card.heads[0].id for card in drawn if card.key not in lane_sum.clusters]
    clusters = [cluster for cluster in lane_sum.clusters.values() if cluster is not None]
    together = [head.id for cluster in clusters for head in visible_members(cluster, own, level)]
    assert len({*alone, *together}) == len(alone) + len(together) == lane_sum.cards + lane_sum.clustered
    assert {*alone, *together} <= touching.keys()
    assert all(start <= begins[key] <= end for key in together)
    rest = [head for key, head in touching.items() if key not in {*alone, *together}]
    periods = [head for head in rest if head.date.precision in PERIODS and begins[head.id] < start]
    assert lane_sum.begun_ids == {key for key in alone if begins[key] < start}
    assert {(period.precision, period.first_day): size for period, size in lane_sum.periods} == {
        (head.date.precision, head.date.first_day): sum(
            (head.date.precision, head.date.first_day) == (other.date.precision, other.date.first_day)
            for other in periods
        )
        for head in periods
    }
    assert all(begins[head.id] < start for head in rest)
    assert lane_sum.within == sum(head.date.precision is Precision.WITHIN for head in rest)
    assert lane_sum.going_on == len(rest) - len(periods) - lane_sum.within
    assert lane_sum.touching == len(touching)


def visible_members(cluster: Card, own: Sequence[EventHead], level: Level) -> list[EventHead]:
    """The events of a cluster that has only those that begin in view, be it a single one."""
    assert cluster.is_cluster
    found = members(cluster, own)
    check_cluster(cluster, found, level)
    return found

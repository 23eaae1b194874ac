"""The clusters of a lane with only those of their events that begin in view."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from qtviewer.domain.answers import BeginRange, BeginSpan
from qtviewer.domain.dates.minutes import Minutes
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card, CardKey, cluster_times
from qtviewer.timeline.levels import Level


class BeginningEvents(Protocol):
    """What is known of the events that begin in some minutes; the first and the last of them are included."""

    def count_beginning(self, category: str, minutes: Minutes) -> int:
        """Return how many events of a category begin in some minutes."""

    def begin_spans(self, ranges: Sequence[BeginRange]) -> Sequence[BeginSpan]:
        """Return for each range when its events begin; each has an event."""


class VisibleClusters(NamedTuple):
    """Makes the clusters of a lane for a view."""

    minutes: Minutes
    """First and last minute that the view touches."""
    level: Level
    """The level of detail of the cards."""
    own_heads: Sequence[EventHead]
    """The events of the lane that have a card or a span bar."""
    events: BeginningEvents

    def part_of(self, cluster: Card) -> Card | None:
        """Return a cluster with only those of its events that begin in the minutes in view, or None without any."""
        first, last = max(cluster.minutes[0], self.minutes[0]), min(cluster.minutes[1], self.minutes[1])
        if (first, last) == cluster.minutes:
            return cluster
        if first > last:
            return None
        with_card = sum(first <= head.first_minute <= last for head in self.own_heads)
        size = self.events.count_beginning(cluster.category, (first, last)) - with_card
        if size < 1:
            return None
        (span,) = self.events.begin_spans([BeginRange(cluster.category, first, last, cluster.excluded_ids)])
        shown = self.level.shown_span(span)
        begin, end = cluster_times(shown)
        heads = tuple(head for head in cluster.heads if first <= head.first_minute <= last)
        return cluster._replace(
            size=size, heads=heads, first=begin, last=end, minutes=shown.minutes, is_part=True, begins=()
        )

    def crowded_out(self, row: Sequence[Card], drawn: Sequence[Card]) -> dict[CardKey, Card | None]:
        """Return the cluster for the first card of a row, if the one before it has events in view but no room there.

        It has the events of both that begin in view. Without such a card, return an empty dictionary.
        """
        start = self.minutes[0]
        for before, card in pairwise(row):
            has_begun = before.is_cluster and before.minutes[0] < start <= before.minutes[1]
            if has_begun and before not in drawn and card in drawn:
                return {card.key: self._union_in_view(before, card)}
        return {}

    def _union_in_view(self, before: Card, card: Card) -> Card | None:
        """Return the cluster of the events in view of a cluster and of the card or cluster that follows it."""
        minutes = card.minutes if card.is_cluster else self.level.shown_span(card.heads[0].begin_span).minutes
        first, last = before.minutes[0], minutes[1]
        others = [head for head in self.own_heads if card.is_cluster or head != card.heads[0]]
        both = before._replace(
            heads=(*before.heads, *card.heads),
            size=before.size + card.size,
            minutes=(first, last),
            excluded_ids=frozenset(head.id for head in others if first <= head.first_minute <= last),
        )
        return self._replace(own_heads=others).part_of(both)

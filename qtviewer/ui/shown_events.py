"""The events that match the state of a window, around what it shows."""

import math
from collections.abc import Sequence
from typing import Final, NamedTuple

from qtviewer.domain.answers import Density
from qtviewer.domain.dates.anniversary import MonthDay
from qtviewer.domain.dates.date_order import sort_minute
from qtviewer.domain.dates.minutes import MINUTES_IN_DAY
from qtviewer.domain.source import Anniversaries, EventHead, EventSource, head_of
from qtviewer.timeline.card import rank_key
from qtviewer.ui.view_state import Cluster, ClusterKind, ViewState

_HIGHEST_IMPORTANCE: Final = 5
_MOST_COMPARED: Final = 64  # events of the same importance, the earliest
_BUCKETS_OF_MINUTES: Final = -3  # level of buckets of 22 minutes
_MOST_BUCKETS: Final = 64  # in the visible range, to find the most important event


class ShownEvents(NamedTuple):
    """Answers of a source to questions about a state; nothing here changes either.

    `source` has all events, `matches` has the same source narrowed to the query of the state.
    """

    source: EventSource
    matches: EventSource
    state: ViewState

    def head(self, event_id: str) -> EventHead | None:
        """Return the head of an event, whether or not it matches; None when there is no event with this id."""
        event = self.source.event(event_id) if event_id else None
        return None if event is None else head_of(event, self.state.lang, self.state.query.today)

    def hit_number(self) -> int | None:
        """Return the number, from 1, of the selected event among the hits of the search; None when it is no hit."""
        query, selected = self.state.query, self.state.selected
        return self.matches.position(query, selected) if query.search.strip() and selected else None

    def neighbour(self, step: int) -> EventHead | None:
        """Return the matching event before (-1) or after (+1) the selected one, or None at the end.

        Without a selected event, return the one nearest to the middle of the visible range.
        """
        if not self.state.selected:
            return self.nearest()
        return self.matches.neighbour(self.state.query, self.state.lang, self.state.selected, step)

    def outermost(self, step: int) -> EventHead | None:
        """Return the first (1) or the last (-1) matching event; None when nothing matches."""
        return self.matches.neighbour(self.state.query, self.state.lang, "", step)

    def nearest(self) -> EventHead | None:
        """Return the matching event nearest to the middle of the visible range; None when nothing matches."""
        return self.matches.nearest(self.state.query, self.state.lang, self._middle_minute())

    def nearest_in_category(self, category: str) -> EventHead | None:
        """Return the matching event of a category that begins nearest to the selected event; None without matches.

        Without a selected event, return the one nearest to the middle of the visible range.
        """
        selected = self.head(self.state.selected)
        minute = sort_minute(selected) if selected else self._middle_minute()
        query = self.state.query._replace(categories=frozenset({category}))
        return self.matches.nearest(query, self.state.lang, minute)

    def _middle_minute(self) -> int:
        return int((self.state.first + self.state.last) / 2 * MINUTES_IN_DAY)

    def cluster_heads(self, cluster: Cluster, limit: int) -> list[EventHead]:
        """Return the events of a cluster in date order, at most `limit`."""
        query = self.state.query._replace(categories=frozenset({cluster.category}))
        asked = limit + len(cluster.excluded_ids)
        if cluster.kind is ClusterKind.BEGINNING:
            heads = self.matches.heads_beginning(query, self.state.lang, cluster.minutes, asked)
        else:
            heads = self.matches.heads_begun(query, self.state.lang, cluster.minutes[0], cluster.precision, asked)
        return [head for head in heads if head.id not in cluster.excluded_ids][:limit]

    def anniversaries(self, day: MonthDay, limit: int) -> Anniversaries | None:
        """Return the matching events of a day of the year in all years, or of the nearest day that has any."""
        return self.matches.anniversaries(self.state.query, self.state.lang, *day, limit)

    def of_highest_importance(self, limit: int) -> Sequence[EventHead]:
        """Return the matching events of the highest importance in date order, at most `limit`."""
        query = self.state.query._replace(min_importance=_HIGHEST_IMPORTANCE)
        return self.matches.heads(query, self.state.lang, limit)

    def most_important_in_view(self) -> str:
        """Return the id of a most important event that begins in the visible range; empty when there is none."""
        found = self._densities_in_view()
        best = max((density.importance for density in found), default=0)
        numbers = sorted(density.representative for density in found if density.importance == best)[:_MOST_COMPARED]
        heads = self.matches.heads_by_number(numbers, self.state.lang, self.state.query.today)
        return min(heads.values(), key=rank_key).id if heads else ""

    def _densities_in_view(self) -> Sequence[Density]:
        """Return the counts of what begins in the visible range, in few buckets; less than a day by the minute."""
        first, last, query = self.state.first, self.state.last, self.state.query
        if last - first < 1:
            minutes = math.floor(first * MINUTES_IN_DAY), math.ceil(last * MINUTES_IN_DAY) - 1
            return self.matches.minute_density(query, _BUCKETS_OF_MINUTES, minutes)
        days = int(first), int(last)
        length, level = days[1] - days[0] + 1, 0
        while length >> 2 * level > _MOST_BUCKETS:
            level += 1
        return self.matches.density(query, level, days)

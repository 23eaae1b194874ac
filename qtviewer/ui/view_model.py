"""The state of a window, in one place: widgets show it and ask it to change, never each other."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from qtviewer.domain.dates.lunar import load_lunar_calendar
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.source import Anniversaries, EventHead, EventSource, head_of
from qtviewer.timeline.card import rank_key
from qtviewer.ui.background import Background, IsCancelled
from qtviewer.ui.look.theme import Theme, themed

if TYPE_CHECKING:
    from qtviewer.domain.dates.anniversary import MonthDay
    from qtviewer.domain.search.highlight import HitFinder

SYSTEM_THEME = "system"
_MOST_COMPARED = 64  # of them, the earliest
_BUCKETS_IN_VIEW = 64  # at most, where the most important event is sought


class Cluster(NamedTuple):
    """Events listed together: those of a category that begin on some days, but for those set `apart`."""

    category: str
    days: tuple[int, int]
    size: int
    excluded_ids: frozenset[str] = frozenset()


class ViewState(NamedTuple):
    """What a window shows; `first` and `last` are the times at the timeline's edges.

    `day` is a day of the year whose events in all years are listed; there is one of `selected`, `cluster` and `day`.
    `mode` is timeline or list, `text_size` 100, 125 or 160 percent; `theme` "system" is what `system_theme` says.
    """

    query: EventQuery = EventQuery()
    lang: str = "zh"
    theme: str = "light"
    selected: str = ""
    cluster: Cluster | None = None
    day: "MonthDay | None" = None
    first: float = 0.0
    last: float = 1.0
    mode: str = "timeline"
    text_size: int = 100
    reduced_motion: bool = False
    system_theme: str = "light"

    @property
    def theme_name(self) -> str:
        """The theme that is shown."""
        return self.system_theme if self.theme == SYSTEM_THEME else self.theme


class ViewModel(QObject):
    """A `ViewState` and what follows from it; each signal tells that its part of the state is another one.

    `matches` is the source to ask for the events of the state's query. A query whose matches have to be sought is
    shown when they are found; until then the state stays as it was and `asked` is ahead of it. `search_failed` tells
    why they could not be found.
    """

    query_changed = Signal()
    asked_changed = Signal()
    language_changed = Signal()
    theme_changed = Signal()
    selection_changed = Signal()
    viewport_changed = Signal()
    mode_changed = Signal()
    motion_changed = Signal()
    calendar_loaded = Signal()
    search_failed = Signal(str)

    def __init__(self, source: EventSource, state: ViewState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self.state = state
        self.asked = state.query
        self.has_calendar = False
        self._hits: HitFinder | None = None
        self._background = Background(self)
        self.matches = source.select(state.query, lambda: False)
        self._count()

    def _count(self) -> None:
        """Get the counts of the query."""
        query = self.state.query
        self.category_counts: Mapping[str, int] = self.matches.count_by(query._replace(categories=None), "category")
        active = self.active_categories()
        self.total = sum(count for category, count in self.category_counts.items() if category in active)

    def change(self, **changes: Any) -> None:
        """Set parts of the state, by the names of `ViewState`, and tell who listens; a query goes through `ask`."""
        old, new = self.state, self.state._replace(**changes)
        cluster = new.cluster
        if cluster is not None and cluster == old.cluster and not self._still_counts(cluster, old.query, new.query):
            new = new._replace(cluster=None)
        self.state = new
        if old.query != new.query:
            self._count()
        signals = {
            self.language_changed: old.lang != new.lang,
            self.theme_changed: (old.theme_name, old.text_size) != (new.theme_name, new.text_size),
            self.motion_changed: old.reduced_motion != new.reduced_motion,
            self.query_changed: old.query != new.query,
            self.selection_changed: (old.selected, old.cluster, old.day) != (new.selected, new.cluster, new.day),
            self.mode_changed: old.mode != new.mode,
            self.viewport_changed: (old.first, old.last) != (new.first, new.last),
        }
        for signal, is_due in signals.items():
            if is_due:
                signal.emit()

    def _still_counts(self, cluster: Cluster, old: EventQuery, new: EventQuery) -> bool:
        """Whether a cluster of one query has the same events in another."""
        is_same_lane = old._replace(categories=None) == new._replace(categories=None)
        return is_same_lane and cluster.category in self._active(new)

    # --- which events

    def ask(self, query: EventQuery) -> None:
        """Show the events of another query, as soon as they are found."""
        if query == self.asked:
            return
        was_sought, self.asked = self._sought(self.asked), query
        if self._sought(query) == self._sought(self.state.query):
            self._background.forget()
            self.change(query=query)
        elif self._sought(query) != was_sought or not self._background.is_busy:
            source = self.source
            self._background.run(lambda is_cancelled: _select(source, query, is_cancelled), self._show_matches)
        self.asked_changed.emit()

    @property
    def is_searching(self) -> bool:
        """Whether the events of the query asked for are still being sought."""
        return self._background.is_busy

    def _sought(self, query: EventQuery) -> EventQuery:
        """What of a query has to be sought."""
        return query._replace(categories=None, statuses=None, first_day=None, last_day=None, min_importance=1)

    def _show_matches(self, found: EventSource | ViewerError) -> None:
        if isinstance(found, ViewerError):
            self.asked = self.state.query
            self.asked_changed.emit()
            self.search_failed.emit(str(found))
            return
        before, self.matches = self.matches, found
        self.change(query=self.asked)
        if before is not self.source and before is not found:
            before.close()
        self.asked_changed.emit()

    def active_categories(self) -> frozenset[str]:
        """The categories that are switched on."""
        return self._active(self.state.query)

    def _active(self, query: EventQuery) -> frozenset[str]:
        return frozenset(self.source.vocabulary.categories) if query.categories is None else query.categories

    def toggle_category(self, category: str) -> None:
        """Switch a category on or off."""
        self._set_categories(self._active(self.asked) ^ {category})

    def show_only_category(self, category: str) -> None:
        """Switch all others off; all on again when it was the only one."""
        only = frozenset({category})
        everything = frozenset(self.source.vocabulary.categories)
        self._set_categories(everything if self._active(self.asked) == only else only)

    def _set_categories(self, active: frozenset[str]) -> None:
        everything = active == frozenset(self.source.vocabulary.categories)
        self.ask(self.asked._replace(categories=None if everything else active))

    def search(self, text: str) -> None:
        """Show only events that contain a text; an empty one shows all."""
        self.ask(self.asked._replace(search=text))

    @property
    def hits(self) -> "HitFinder | None":
        """Where what is searched for stands in texts; None without a search."""
        search = self.state.query.search
        if not search.strip():
            return None
        if self._hits is None or self._hits.search != search:
            from qtviewer.domain.search.highlight import HitFinder  # noqa: PLC0415 - a window without a search starts without it

            self._hits = HitFinder(search, self.source.pinyin)
        return self._hits

    def hit_place(self) -> int | None:
        """The place of the selected event among the hits of a search, from 1; None when it is none of them."""
        query, selected = self.state.query, self.state.selected
        return self.matches.place(query, selected) if query.search.strip() and selected else None

    # --- what is chosen

    def select(self, event_id: str) -> None:
        """Show one event; an empty id shows none."""
        self.change(selected=event_id, cluster=None, day=None)

    def open_cluster(self, cluster: Cluster) -> None:
        """List some events together."""
        self.change(selected="", cluster=cluster, day=None)

    def open_day(self, day: "MonthDay") -> None:
        """List what happened on a day of the year."""
        self.change(selected="", cluster=None, day=day)

    def anniversaries(self, day: "MonthDay", limit: int) -> Anniversaries | None:
        """The matching events of a day of the year in all years, or of the nearest that has any."""
        return self.matches.anniversaries(self.state.query, self.state.lang, *day, limit)

    def cluster_heads(self, cluster: Cluster, limit: int) -> list[EventHead]:
        """The events of a cluster, or the first of them."""
        query = self.state.query._replace(categories=frozenset({cluster.category}))
        heads = self.matches.heads_beginning(query, self.state.lang, cluster.days, limit + len(cluster.excluded_ids))
        return [head for head in heads if head.id not in cluster.excluded_ids][:limit]

    def highlights(self, limit: int) -> Sequence[EventHead]:
        """The first of the matching events that made the year."""
        return self.matches.heads(self.state.query._replace(min_importance=5), self.state.lang, limit)

    def head(self, event_id: str) -> EventHead | None:
        """An event as cards show it, whether or not it matches."""
        event = self.source.event(event_id) if event_id else None
        return None if event is None else head_of(event, self.state.lang)

    def neighbour(self, step: int) -> EventHead | None:
        """The matching event before (-1) or after (+1) the selected one, or None; without one the nearest."""
        if not self.state.selected:
            return self.nearest()
        return self.matches.neighbour(self.state.query, self.state.lang, self.state.selected, step)

    def outermost(self, step: int) -> EventHead | None:
        """The first (1) or the last (-1) matching event."""
        return self.matches.neighbour(self.state.query, self.state.lang, "", step)

    def neighbour_in(self, category: str) -> EventHead | None:
        """The matching event of a category that begins nearest to the selected one, or to the middle of the view."""
        selected = self.head(self.state.selected)
        day = selected.date.first_day if selected else int((self.state.first + self.state.last) / 2)
        query = self.state.query._replace(categories=frozenset({category}))
        return self.matches.nearest(query, self.state.lang, day)

    def nearest(self) -> EventHead | None:
        """The matching event nearest to the middle of the view."""
        state = self.state
        return self.matches.nearest(state.query, state.lang, int((state.first + state.last) / 2))

    def most_important_in_view(self) -> str:
        """Id of one of the most important events that begin in view; empty when there is none."""
        days = int(self.state.first), int(self.state.last)
        length, level = days[1] - days[0] + 1, 0
        while length >> 2 * level > _BUCKETS_IN_VIEW:
            level += 1
        found = self.matches.density(self.state.query, level, days)
        best = max((density.importance for density in found), default=0)
        numbers = sorted(density.representative for density in found if density.importance == best)[:_MOST_COMPARED]
        return min(self.matches.heads_by_number(numbers, self.state.lang).values(), key=rank_key).id if numbers else ""

    # --- how it is shown

    @property
    def theme(self) -> Theme:
        """The theme with type for the language."""
        return themed(self.state.theme_name, self.state.lang, self.state.text_size)

    def show(self, first: float, last: float) -> None:
        """Show a stretch of time."""
        self.change(first=first, last=last)

    def load_calendar(self) -> None:
        """Make the lunar calendar ready, which takes a while; until then dates are shown without it."""
        if not self.has_calendar:
            load_lunar_calendar()
            self.has_calendar = True
            self.calendar_loaded.emit()


def _select(source: EventSource, query: EventQuery, is_cancelled: IsCancelled) -> EventSource:
    """The matches; what marking them takes is loaded here, where the window does not wait for it."""
    found = source.select(query, is_cancelled)
    if query.search.strip():
        from qtviewer.domain.search.highlight import HitFinder  # noqa: PLC0415 - a window without a search starts without it

        HitFinder(query.search).in_title("春")
    return found

"""The state of a window in one place: widgets show it and ask it to change, never each other."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from qtviewer.domain.dates.anniversary import MonthDay
from qtviewer.domain.dates.lunar import load_lunar_calendar
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery, without_today
from qtviewer.domain.source import EventSource
from qtviewer.ui.look.theme import Theme, themed
from qtviewer.ui.match_finder import MatchFinder, have_same_matches
from qtviewer.ui.shown_events import ShownEvents
from qtviewer.ui.view_state import Cluster, ViewState

if TYPE_CHECKING:
    from qtviewer.domain.search.highlight import HitFinder


class ViewModel(QObject):
    """Holds a `ViewState`, changes it, and emits a signal for each part that changed.

    `source` has all events of the store, and `matches` is the same source narrowed to the query of the state. A query
    that takes long is shown when its matches are found: until then the state stays as it was and `requested_query` is
    the new one. `search_failed` is emitted with the reason when they cannot be found; the state then stays as it was.
    """

    query_changed = Signal()
    today_changed = Signal()
    requested_query_changed = Signal()
    language_changed = Signal()
    theme_changed = Signal()
    selection_changed = Signal()
    viewport_changed = Signal()
    mode_changed = Signal()
    wide_lane_changed = Signal()
    motion_changed = Signal()
    lunar_calendar_loaded = Signal()
    search_failed = Signal(str)

    def __init__(self, source: EventSource, state: ViewState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self.state = state
        self.requested_query = state.query
        self.has_lunar_calendar = False
        self._hits: HitFinder | None = None
        self._finder = MatchFinder(source, self)
        self.matches = source.select(state.query, lambda: False)
        self._update_counts()

    def _update_counts(self) -> None:
        query = self.state.query
        self.category_counts: Mapping[str, int] = self.matches.count_by(query._replace(categories=None), "category")
        active = self.active_categories()
        self.total = sum(count for category, count in self.category_counts.items() if category in active)

    def change(self, **changes: Any) -> None:
        """Set fields of the state by name and emit the signals that are due; a query goes through `request` instead."""
        old, new = self.state, self.state._replace(**changes)
        cluster = new.cluster
        if cluster is not None and cluster == old.cluster and not self._has_same_events(cluster, old.query, new.query):
            new = new._replace(cluster=None)
        self.state = new
        if old.query != new.query:
            self._update_counts()
        signals = {
            self.language_changed: old.lang != new.lang,
            self.theme_changed: (old.theme_name, old.text_size) != (new.theme_name, new.text_size),
            self.motion_changed: old.reduced_motion != new.reduced_motion,
            self.query_changed: old.query != new.query,
            self.today_changed: old.query.today != new.query.today,
            self.selection_changed: (old.selected, old.cluster, old.day) != (new.selected, new.cluster, new.day),
            self.mode_changed: old.mode != new.mode,
            self.wide_lane_changed: old.wide_lane != new.wide_lane,
            self.viewport_changed: (old.first, old.last) != (new.first, new.last),
        }
        for signal, is_due in signals.items():
            if is_due:
                signal.emit()

    def _has_same_events(self, cluster: Cluster, old: EventQuery, new: EventQuery) -> bool:
        """Whether a cluster that was made for one query has the same events for another."""
        is_same_lane = without_today(old)._replace(categories=None) == without_today(new)._replace(categories=None)
        return is_same_lane and cluster.category in self._active(new)

    # --- query

    @property
    def today(self) -> int:
        """The Julian day number of the day up to which events with an open end go on."""
        return self.state.query.today

    def set_today(self, today: int) -> None:
        """Let the events with an open end go on up to another day."""
        self._request(self.requested_query._replace(today=today))

    def request(self, query: EventQuery) -> None:
        """Show the events of another query, today, as soon as they are found; a later request replaces this one."""
        self._request(query._replace(today=self.requested_query.today))

    def _request(self, query: EventQuery) -> None:
        if query == self.requested_query:
            return
        previous, self.requested_query = self.requested_query, query
        if have_same_matches(query, self.state.query):
            self._finder.cancel()
            self.change(query=query)
        elif not have_same_matches(query, previous) or not self._finder.is_busy:
            self._finder.find(query, self._show_matches)
        self.requested_query_changed.emit()

    @property
    def is_searching(self) -> bool:
        """Whether the matches of the requested query are still being sought."""
        return self._finder.is_busy

    def _show_matches(self, found: EventSource | ViewerError) -> None:
        if isinstance(found, ViewerError):
            self.requested_query = self.state.query
            self.requested_query_changed.emit()
            self.search_failed.emit(str(found))
            return
        before, self.matches = self.matches, found
        self.change(query=self.requested_query)
        if before is not self.source and before is not found:
            before.close()
        self.requested_query_changed.emit()

    def active_categories(self) -> frozenset[str]:
        """The categories that are switched on."""
        return self._active(self.state.query)

    def _active(self, query: EventQuery) -> frozenset[str]:
        return frozenset(self.source.vocabulary.categories) if query.categories is None else query.categories

    def lane_categories(self) -> tuple[str, ...]:
        """Return the categories that are switched on, in the order of their lanes from the top."""
        active = self.active_categories()
        return tuple(key for key in self.source.vocabulary.categories if key in active)

    def toggle_category(self, category: str) -> None:
        """Switch a category on or off."""
        self._set_categories(self._active(self.requested_query) ^ {category})

    def show_only_category(self, category: str) -> None:
        """Switch all other categories off; if this is the only one already, switch all on."""
        only = frozenset({category})
        everything = frozenset(self.source.vocabulary.categories)
        self._set_categories(everything if self._active(self.requested_query) == only else only)

    def _set_categories(self, active: frozenset[str]) -> None:
        everything = active == frozenset(self.source.vocabulary.categories)
        self.request(self.requested_query._replace(categories=None if everything else active))

    def search(self, text: str) -> None:
        """Show only events that contain a text; an empty text shows all events."""
        self.request(self.requested_query._replace(search=text))

    @property
    def hits(self) -> "HitFinder | None":
        """The finder of hits in texts, the same object until the search changes; None without a search."""
        search = self.state.query.search
        if not search.strip():
            return None
        if self._hits is None or self._hits.search != search:
            from qtviewer.domain.search.highlight import HitFinder  # noqa: PLC0415 - a window without a search starts without it

            self._hits = HitFinder(search, self.source.pinyin)
        return self._hits

    @property
    def events(self) -> ShownEvents:
        """Answers about the events of the state as it is now."""
        return ShownEvents(self.source, self.matches, self.state)

    def toggle_wide_lane(self, category: str) -> None:
        """Open the lane of a category wide, or close it again; only one is open at a time."""
        self.change(wide_lane="" if self.state.wide_lane == category else category)

    # --- selection

    def select(self, event_id: str) -> None:
        """Select an event by its id; an empty id selects none."""
        self.change(selected=event_id, cluster=None, day=None)

    def open_cluster(self, cluster: Cluster) -> None:
        """List the events of a cluster."""
        self.change(selected="", cluster=cluster, day=None)

    def open_day(self, day: MonthDay) -> None:
        """List the events of a day of the year in all years."""
        self.change(selected="", cluster=None, day=day)

    # --- appearance and visible range

    @property
    def theme(self) -> Theme:
        """The theme that is shown, with the fonts for the language and the text size."""
        return themed(self.state.theme_name, self.state.lang, self.state.text_size)

    def set_visible_range(self, first: float, last: float) -> None:
        """Show the time from one day number to another, with fractions of days."""
        self.change(first=first, last=last)

    def load_lunar_calendar(self) -> None:
        """Load the lunar calendar, which takes 15 to 50 ms; until then dates are shown without it."""
        if not self.has_lunar_calendar:
            load_lunar_calendar()
            self.has_lunar_calendar = True
            self.lunar_calendar_loaded.emit()

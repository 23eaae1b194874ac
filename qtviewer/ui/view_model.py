"""The state of a window, in one place: widgets show it and ask it to change, never each other."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from qtviewer.domain.event_date import Precision
from qtviewer.domain.lunar import load_lunar_calendar
from qtviewer.domain.query import EventQuery
from qtviewer.domain.source import EventHead, EventSource
from qtviewer.ui.theme import Theme, themed


class ViewState(NamedTuple):
    """What a window shows; `stack` are ids listed together, `first` and `last` the times at the timeline's edges."""

    query: EventQuery = EventQuery()
    lang: str = "zh"
    theme: str = "light"
    selected: str = ""
    stack: tuple[str, ...] = ()
    first: float = 0.0
    last: float = 1.0


class ViewModel(QObject):
    """A `ViewState` and what follows from it; each signal tells that its part of the state is another one.

    `heads` are the matching events in date order, `position` the place of each by id, `category_counts` the matching
    events per category, whether or not it is switched on.
    """

    query_changed = Signal()
    language_changed = Signal()
    theme_changed = Signal()
    selection_changed = Signal()
    viewport_changed = Signal()
    calendar_loaded = Signal()

    def __init__(self, source: EventSource, state: ViewState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self.state = state
        self.has_calendar = False
        self._ask()

    def _ask(self) -> None:
        """Get the answers that depend on query and language."""
        query, lang = self.state.query, self.state.lang
        self.heads: Sequence[EventHead] = self.source.heads(query, lang)
        self.position = {head.id: at for at, head in enumerate(self.heads)}
        self.category_counts: Mapping[str, int] = self.source.count_by(query._replace(categories=None), "category")

    def change(self, **changes: Any) -> None:
        """Set parts of the state, by the names of `ViewState`, and tell who listens."""
        old, self.state = self.state, self.state._replace(**changes)
        new = self.state
        if (old.query, old.lang) != (new.query, new.lang):
            self._ask()
        signals = {
            self.language_changed: old.lang != new.lang,
            self.theme_changed: old.theme != new.theme,
            self.query_changed: old.query != new.query,
            self.selection_changed: (old.selected, old.stack) != (new.selected, new.stack),
            self.viewport_changed: (old.first, old.last) != (new.first, new.last),
        }
        for signal, is_due in signals.items():
            if is_due:
                signal.emit()

    @property
    def theme(self) -> Theme:
        """The theme with type for the language."""
        return themed(self.state.theme, self.state.lang)

    def active_categories(self) -> frozenset[str]:
        """The categories that are switched on."""
        active = self.state.query.categories
        return frozenset(self.source.vocabulary.categories) if active is None else active

    def toggle_category(self, category: str) -> None:
        """Switch a category on or off."""
        self._set_categories(self.active_categories() ^ {category})

    def show_only_category(self, category: str) -> None:
        """Switch all others off; all on again when it was the only one."""
        only = frozenset({category})
        everything = frozenset(self.source.vocabulary.categories)
        self._set_categories(everything if self.active_categories() == only else only)

    def _set_categories(self, active: frozenset[str]) -> None:
        everything = active == frozenset(self.source.vocabulary.categories)
        self.change(query=self.state.query._replace(categories=None if everything else active))

    def search(self, text: str) -> None:
        """Show only events that contain a text; an empty one shows all."""
        self.change(query=self.state.query._replace(search=text))

    def load_calendar(self) -> None:
        """Make the lunar calendar ready, which takes a while; until then dates are shown without it."""
        if not self.has_calendar:
            load_lunar_calendar()
            self.has_calendar = True
            self.calendar_loaded.emit()

    def select(self, event_id: str) -> None:
        """Show one event; an empty id shows none."""
        self.change(selected=event_id, stack=())

    def open_stack(self, event_ids: tuple[str, ...]) -> None:
        """List some events together."""
        self.change(selected="", stack=event_ids)

    def neighbour(self, step: int) -> EventHead | None:
        """The matching event before (-1) or after (+1) the selected one, or None; the first when none is selected."""
        at = self.position.get(self.state.selected)
        if at is None:
            return self.heads[0] if self.heads else None
        return self.heads[at + step] if 0 <= at + step < len(self.heads) else None

    def show(self, first: float, last: float) -> None:
        """Show a stretch of time."""
        self.change(first=first, last=last)

    def most_important_in_view(self) -> str:
        """Id of the first of the most important events whose days begin in view; empty when there is none."""
        in_view = [head for head in self.heads if self.state.first <= head.date.first_day < self.state.last]
        if not in_view:
            return ""
        return max(in_view, key=lambda head: (head.importance, head.date.precision is Precision.DAY)).id


def days_of(heads: Sequence[EventHead]) -> list[float]:
    """One day for each event: its first, or its last when it has no known start."""
    dates = (head.date for head in heads)
    return [float(date.first_day if date.start is not None else date.last_day) for date in dates]

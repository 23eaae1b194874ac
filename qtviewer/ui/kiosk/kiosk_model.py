"""The view model of a kiosk: that of the window, with larger text, one category at a time, and a reset."""

from typing import Final

from PySide6.QtCore import QObject

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead, EventSource
from qtviewer.kiosk.config import KioskConfig
from qtviewer.timeline.initial_range import INITIAL_SHARE, asked_range, initial_range
from qtviewer.ui.look.theme import TEXT_SIZES, Theme
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import ViewState

_EVENTS_IN_VIEW: Final = 40
_FEWEST_DAYS: Final = 21.0
_SHARE_BEFORE: Final = 1 / 4  # of the visible range, before the event in it


class KioskModel(ViewModel):
    """A view model that can be reset to `initial_state`, in which every visit begins."""

    def __init__(self, source: EventSource, initial_state: ViewState, parent: QObject | None = None) -> None:
        self._text_scale = 1.0
        super().__init__(source, initial_state, parent)
        self.initial_state = initial_state

    @property
    def theme(self) -> Theme:
        """The theme with fonts for the language, in the size that the screen needs."""
        theme = super().theme
        return theme._replace(text_scale=theme.text_scale * self._text_scale)

    def scale_text(self, factor: float) -> None:
        """Enlarge all text by a factor, 1.0 being the size in the desktop's window."""
        if factor != self._text_scale:
            self._text_scale = factor
            self.theme_changed.emit()

    def set_today(self, today: int) -> None:
        """Let the events with an open end go on up to another day, in visits to come, too."""
        self.initial_state = self.initial_state._replace(query=self.initial_state.query._replace(today=today))
        super().set_today(today)

    def reset(self) -> None:
        """Return to the initial state."""
        self.request(self.initial_state.query)
        self.change(**{name: value for name, value in self.initial_state._asdict().items() if name != "query"})

    @property
    def categories(self) -> tuple[str, ...]:
        """Ids of the categories that visitors may see, in the store's order."""
        allowed = self.initial_state.query.categories
        return tuple(key for key in self.source.vocabulary.categories if allowed is None or key in allowed)

    def show_category(self, category: str) -> None:
        """Show one category alone, or all categories if the id is empty."""
        query = self.initial_state.query
        self.request(query._replace(categories=frozenset({category})) if category else query)

    @property
    def shown_category(self) -> str:
        """Id of the category that is shown alone; empty if all are shown."""
        shown = self.state.query.categories
        return "" if shown is None or shown == self.initial_state.query.categories else next(iter(shown))

    def show_event(self, event_id: str) -> None:
        """Select an event, and show all categories if its own is not shown."""
        head = self.events.head(event_id)
        if head is not None and head.category not in self.active_categories():
            self.show_category("")
        self.select(event_id)

    def select_neighbour(self, step: int) -> None:
        """Select the event before (-1) or after (+1) the selected one, if there is one."""
        head = self.events.neighbour(step)
        if head is not None:
            self.select(head.id)

    def switch_language(self) -> None:
        """Show the store's next language; after the last the first."""
        languages = self.source.vocabulary.languages
        self.change(lang=languages[(languages.index(self.state.lang) + 1) % len(languages)])

    def enlarge_text(self) -> None:
        """Show text in the next size; after the largest in the smallest."""
        self.change(text_size=TEXT_SIZES[(TEXT_SIZES.index(self.state.text_size) + 1) % len(TEXT_SIZES)])


def initial_state_of(source: EventSource, config: KioskConfig, query: EventQuery) -> ViewState:
    """Return the state in which visits begin: one of the most important events in the time with the most events.

    `query` has the events of all visits; where it has days, these are the visible range.
    """
    languages = source.vocabulary.languages
    state = ViewState(
        query, config.lang if config.lang in languages else languages[0], config.theme, text_size=config.text_size
    )
    visible = initial_range(source, query)
    if visible is None:
        return state
    state = state._replace(first=visible[0], last=visible[1])
    events = ViewModel(source, state).events
    head = events.head(events.most_important_in_view())
    if head is None:
        return state
    state = state._replace(selected=head.id)
    return state if asked_range(source, query) else _narrowed(state, head, source.count(query))


def _narrowed(state: ViewState, head: EventHead, total: int) -> ViewState:
    """Return a state whose visible range is narrowed to some 40 events around an event, which fits; `total` match."""
    first_day, last_day = head.date.known_days
    share = _EVENTS_IN_VIEW / max(total * INITIAL_SHARE, 1)
    days = max((state.last - state.first) * share, _FEWEST_DAYS, (last_day + 1 - first_day) / (1 - _SHARE_BEFORE))
    if days >= state.last - state.first:
        return state
    first = first_day - days * _SHARE_BEFORE
    return state._replace(first=first, last=first + days)

"""What a kiosk shows: the window's state, with larger type, and the way back to where every visitor begins."""

from typing import Final

from PySide6.QtCore import QObject

from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.kiosk.config import KioskConfig
from qtviewer.timeline.density_histogram import INITIAL_SHARE, initial_range
from qtviewer.ui.look.theme import TEXT_SIZES, Theme
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import ViewState

_EVENTS_IN_VIEW: Final = 40
_FEWEST_DAYS: Final = 21.0


class KioskModel(ViewModel):
    """A model that can begin again, and whose text has the size that a screen asks for."""

    def __init__(self, source: EventSource, initial_state: ViewState, parent: QObject | None = None) -> None:
        self._scale = 1.0
        super().__init__(source, initial_state, parent)
        self.initial_state = initial_state

    @property
    def theme(self) -> Theme:
        """The theme with type for the language, as large as the screen asks for."""
        plain = super().theme
        return plain._replace(text_scale=plain.text_scale * self._scale)

    def scale_text(self, scale: float) -> None:
        """Make all text larger by a factor."""
        if scale != self._scale:
            self._scale = scale
            self.theme_changed.emit()

    def reset(self) -> None:
        """Begin again, as every visitor does."""
        self.request(self.initial_state.query)
        self.change(**{name: part for name, part in self.initial_state._asdict().items() if name != "query"})

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories that visitors may see."""
        allowed = self.initial_state.query.categories
        return tuple(key for key in self.source.vocabulary.categories if allowed is None or key in allowed)

    def show_category(self, category: str) -> None:
        """Show one category, or all again without one."""
        only = (
            self.initial_state.query._replace(categories=frozenset({category}))
            if category
            else self.initial_state.query
        )
        self.request(only)

    @property
    def shown_category(self) -> str:
        """The only category that is shown, or nothing when all are."""
        shown = self.state.query.categories
        return "" if shown is None or shown == self.initial_state.query.categories else next(iter(shown))

    def show_event(self, event_id: str) -> None:
        """Show an event, and its category if that is switched off."""
        head = self.events.head(event_id)
        if head is not None and head.category not in self.active_categories():
            self.show_category("")
        self.select(event_id)

    def go(self, step: int) -> None:
        """Show the event before (-1) or after (+1)."""
        head = self.events.neighbour(step)
        if head is not None:
            self.select(head.id)

    def next_language(self) -> str:
        """The language after the present one."""
        languages = self.source.vocabulary.languages
        return languages[(languages.index(self.state.lang) + 1) % len(languages)]

    def enlarge(self) -> None:
        """Show text in the next size; after the largest in the smallest."""
        self.change(text_size=TEXT_SIZES[(TEXT_SIZES.index(self.state.text_size) + 1) % len(TEXT_SIZES)])


def initial_state_of(source: EventSource, config: KioskConfig) -> ViewState:
    """Where visitors begin: at one of the most important events, where most happened."""
    languages = source.vocabulary.languages
    query = EventQuery(categories=config.categories)
    state = ViewState(
        query, config.lang if config.lang in languages else languages[0], config.theme, text_size=config.text_size
    )
    days = source.extent(query)
    if days is None:
        return state
    first, last = initial_range(source, query, days)
    state = state._replace(first=float(first), last=last + 1.0)
    return _around_the_most_important(source, state, source.count(query))


def _around_the_most_important(source: EventSource, state: ViewState, total: int) -> ViewState:
    """A state with one of the most important events, and as much time around it as some events need."""
    model = ViewModel(source, state)
    head = model.events.head(model.events.most_important_in_view())
    if head is None:
        return state
    stretch = state.last - state.first
    length = min(max(stretch * _EVENTS_IN_VIEW / max(total * INITIAL_SHARE, 1), _FEWEST_DAYS), stretch)
    first = head.date.first_day - length / 4
    return state._replace(selected=head.id, first=first, last=first + length)

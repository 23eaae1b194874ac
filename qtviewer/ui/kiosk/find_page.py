"""The page where events are found without a keyboard: by letters of their pinyin, by what they are about, by month."""

import threading
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from qtviewer.domain.dates.periods import days_of_period
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.query.facet_labels import facet_title, value_label
from qtviewer.domain.query.facets import with_only_value
from qtviewer.domain.source import EventHead, EventSource, Facet
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.background import Background, IsCancelled
from qtviewer.ui.kiosk.find_keys import FacetTiles, LetterPad
from qtviewer.ui.kiosk.find_results import MOST_RESULTS, FindResults
from qtviewer.ui.kiosk.kiosk_model import KioskModel
from qtviewer.ui.kiosk.style import TouchButton, plain_label

LETTERS: Final = "letters"
_FACETS: Final[tuple[Facet, ...]] = ("category", "month", "person", "place")
_MOST_TILES: Final = 120
_MOST_LETTERS: Final = 12

Found = tuple[int, Sequence[EventHead]]


class FindPage(QWidget):
    """Results above, what is tapped below; tells which event, category or days were chosen."""

    event_chosen = Signal(str)
    category_chosen = Signal(str)
    days_chosen = Signal(int, int)

    def __init__(self, model: KioskModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cover")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self._sizes = KioskSizes(1080, 1920, 2.0)
        self._counts: dict[Facet, Mapping[str, int]] = {}
        self._background = Background(self)
        self._finder = _Finder(model.source)
        self.letters, self.tab, self.value = "", LETTERS, ""
        self.title, self.typed = plain_label(self, wraps=False), plain_label(self, wraps=False)
        self.results = FindResults(model, self)
        self.results.chosen.connect(self.event_chosen)
        self.pad, self.tiles = LetterPad(self), FacetTiles(self)
        self.pad.pressed.connect(self._type)
        self.pad.taken_back.connect(self._take_back)
        self.tiles.chosen.connect(self._choose)
        self.tabs = {name: self._make_tab(name) for name in (LETTERS, *_FACETS)}
        for signal in (model.language_changed, model.theme_changed):
            signal.connect(self.refresh)

    def _make_tab(self, name: str) -> TouchButton:
        button = TouchButton("main", self)
        button.setCheckable(True)
        button.clicked.connect(lambda: self.open_tab(name))
        return button

    @property
    def is_busy(self) -> bool:
        """Whether results are still to come."""
        return self._background.is_busy

    def reset(self) -> None:
        """Forget what was sought."""
        self._background.forget()
        self.letters, self.tab, self.value = "", LETTERS, ""
        self.refresh()

    def close_source(self) -> None:
        """Let go of the store."""
        self._background.forget()
        self._finder.close()

    def open_tab(self, name: str) -> None:
        """Show letters, or the values of a facet."""
        self.tab, self.value, self.letters = name, "", ""
        self.refresh()

    def apply_sizes(self, sizes: KioskSizes) -> None:
        """Take on the sizes of a window."""
        self._sizes = sizes
        self.refresh()

    # --- what is sought

    def _type(self, letter: str) -> None:
        self.letters = (self.letters + letter)[:_MOST_LETTERS]
        self._seek()

    def _take_back(self) -> None:
        self.letters = self.letters[:-1]
        self._seek()

    def _choose(self, value: str) -> None:
        if self.tab == "category":
            self.category_chosen.emit(value)
        elif self.tab == "month":
            self.days_chosen.emit(*days_of_period(value))
        else:
            self.value = value
            self._seek()

    def _query(self) -> EventQuery | None:
        """The events asked for; None while nothing is."""
        base = self._model.initial_state.query
        if self.tab == LETTERS:
            return base._replace(search=self.letters) if self.letters else None
        facet = next((facet for facet in _FACETS if facet == self.tab), None)
        return with_only_value(base, facet, self.value) if facet is not None and self.value else None

    def _seek(self) -> None:
        """Look for the events in the background."""
        self.typed.setText(self.letters.upper())
        query, lang, finder = self._query(), self._model.state.lang, self._finder
        self._background.forget()
        if query is None:
            self._show((0, ()))
        else:
            self._background.run(lambda is_cancelled: finder.find(query, lang, is_cancelled), self._show)

    def _show(self, found: Found | ViewerError) -> None:
        total, heads = (0, ()) if isinstance(found, ViewerError) else found
        if self._query() is None:
            words = self._invitation()
        elif not total:
            words = self.tr("Nothing found. Take a letter back, or look among people and places.")
        else:
            words = self.tr("%n event(s)", "", total)
        self.results.show_heads(heads, words, self._sizes)
        self._place()

    def _invitation(self) -> str:
        if self.tab == LETTERS:
            return self.tr("Tap the first letters of the words in pinyin: D T finds 地铁, the metro.")
        return self.tr("Tap one of them below.")

    # --- how it is shown

    def refresh(self) -> None:
        """Show the model's language and theme, and what is sought."""
        theme, sizes = self._model.theme, self._sizes
        self.title.setText(self.tr("Find"))
        self.title.setFont(theme.font(30, bold=True))
        self.typed.setFont(theme.font(30, bold=True))
        factor = self._model.state.text_size / 100
        for name, button in self.tabs.items():
            is_letters = name == LETTERS
            button.say(self.tr("A–Z") if is_letters else facet_title(name, self._model.state.lang).capitalize())
            button.set_touch_size(sizes.main_control, theme.font(19 * min(1.0, 1.25 / factor)))
            button.setChecked(name == self.tab)
        self._pad_height = self.pad.apply_sizes(theme, sizes)
        self.pad.setVisible(self.tab == LETTERS)
        self.tiles.setVisible(self.tab != LETTERS)
        facet = next((facet for facet in _FACETS if facet == self.tab), None)
        if facet is not None:
            self._show_tiles(facet)
        else:
            self.tiles.show_values((), {}, theme, sizes, sizes.width)
        self._seek()

    def _show_tiles(self, facet: Facet) -> None:
        if facet not in self._counts:
            self._counts[facet] = self._model.source.count_by(self._model.initial_state.query, facet)
        counts, lang = self._counts[facet], self._model.state.lang
        values = [value for value in counts if facet != "month" or "-" in value[1:]][:_MOST_TILES]
        if facet == "category":
            values = [value for value in self._model.categories if value in counts]
        names = [(value, value_label(facet, value, self._model.source.vocabulary, lang)) for value in values]
        m = self._sizes
        room = (m.width if m.is_portrait else m.width // 2) - 2 * m.px(48)
        self.tiles.show_values(names, counts, self._model.theme, m, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """One above the other in portrait; in landscape the results at the left, the rest at the right."""
        m = self._sizes
        margin, gap = m.px(48), m.px(20)
        inner = self.rect().adjusted(margin, m.px(36), -margin, -gap)
        heading = self.title.sizeHint().height()
        beside = QRect(inner)
        if not m.is_portrait:
            beside.setLeft(inner.center().x() + gap)
            inner.setRight(inner.center().x() - gap)
        wide = beside.width()
        self.title.setGeometry(QRect(inner.x(), inner.y(), self.title.sizeHint().width(), heading))
        left = self.title.geometry().right() + 2 * gap
        self.typed.setGeometry(QRect(left, inner.y(), max(inner.right() - left, 0), heading))
        rows = self._tab_rows(wide, gap)
        tabs_height = len(rows) * (m.main_control + gap)
        share = beside.height() * 2 // 5 if m.is_portrait else beside.height() - tabs_height
        below = self._pad_height if self.tab == LETTERS else max(self._pad_height, share)
        below = min(below, beside.height() - tabs_height)
        top = beside.bottom() + 1 - below
        for part in (self.pad, self.tiles):
            part.setGeometry(QRect(beside.x(), top, wide, below))
        self._place_tabs(rows, beside.x(), top - tabs_height, gap)
        results_top = inner.y() + heading + gap
        bottom = top - tabs_height - gap if m.is_portrait else inner.bottom()
        self.results.setGeometry(QRect(inner.x(), results_top, inner.width(), max(bottom - results_top, 0)))

    def _tab_rows(self, room: int, gap: int) -> list[list[TouchButton]]:
        rows: list[list[TouchButton]] = [[]]
        for button in self.tabs.values():
            used = sum(_width(each) + gap for each in rows[-1])
            if rows[-1] and used + _width(button) > room:
                rows.append([])
            rows[-1].append(button)
        return rows

    def _place_tabs(self, rows: list[list[TouchButton]], left: int, top: int, gap: int) -> None:
        for row in rows:
            x = left
            for button in row:
                button.setGeometry(QRect(x, top, _width(button), self._sizes.main_control))
                x += _width(button) + gap
            top += self._sizes.main_control + gap


def _width(button: TouchButton) -> int:
    return max(button.sizeHint().width(), button.minimumWidth())


class _Finder:
    """A store of its own, asked by one thread at a time: two on one connection may wait for each other for ever."""

    def __init__(self, source: EventSource) -> None:
        self._source = source.open_again(lambda: False)  # opened now: the file may be gone when it is asked
        self._lock = threading.Lock()

    def find(self, query: EventQuery, lang: str, is_cancelled: IsCancelled) -> Found:
        """How many events match, and the first of them; in a thread."""
        with self._lock:
            if is_cancelled():
                return 0, ()
            return self._source.count(query), self._source.heads(query, lang, MOST_RESULTS)

    def close(self) -> None:
        """Let go of the store, when nobody asks it any more."""
        with self._lock:
            self._source.close()

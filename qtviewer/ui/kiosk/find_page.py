"""The page where events are found without a keyboard: by the first letters of their pinyin, by a facet or by month."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.facet_labels import facet_title, value_label
from qtviewer.domain.query.facets import with_only_value
from qtviewer.domain.query.periods import days_of_period
from qtviewer.domain.source import Facet
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.background import BackgroundRunner
from qtviewer.ui.guard import guarded
from qtviewer.ui.kiosk.event_finder import EventFinder, FoundEvents
from qtviewer.ui.kiosk.find_keys import FacetTiles, LetterPad
from qtviewer.ui.kiosk.find_layout import FindParts, find_layout
from qtviewer.ui.kiosk.find_results import MOST_RESULTS, FindResults
from qtviewer.ui.kiosk.kiosk_model import KioskModel
from qtviewer.ui.kiosk.style import TouchButton, plain_label

LETTERS: Final = "letters"
"""The name of the tab with letters; other tabs have the name of their facet."""
_FACETS: Final[tuple[Facet, ...]] = ("category", "month", "person", "place")
_MOST_TILES: Final = 120
_MOST_LETTERS: Final = 12
_LARGEST_TEXT: Final = 1.25  # of a tab's text at the smallest text size


@guarded
class FindPage(QWidget):
    """Results, and tabs with letters or the values of a facet to tap.

    event_chosen: emitted with the id of an event.
    category_chosen: emitted with the id of a category.
    days_chosen: emitted with the first and last day number of a month.
    """

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
        self._background = BackgroundRunner(self)
        self._finder = EventFinder(model.source)
        self._letters, self._tab, self._value = "", LETTERS, ""
        self.title, self.typed = plain_label(self, wraps=False), plain_label(self, wraps=False)
        self.results = FindResults(model, self)
        self.results.chosen.connect(self.event_chosen)
        self.pad, self.tiles = LetterPad(self), FacetTiles(self)
        self.pad.pressed.connect(self._type)
        self.pad.backspace_pressed.connect(self._delete_letter)
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
        """Show the tab with letters, with none typed."""
        self._background.cancel()
        self.open_tab(LETTERS)

    def close_source(self) -> None:
        """Close the connection to the source; nothing is found afterwards."""
        self._background.cancel()
        self._finder.close()

    def open_tab(self, name: str) -> None:
        """Show the tab with letters or that of a facet, with nothing typed or chosen."""
        self._tab, self._value, self._letters = name, "", ""
        self.refresh()

    # --- query and results

    def _type(self, letter: str) -> None:
        self._letters = (self._letters + letter)[:_MOST_LETTERS]
        self._find()

    def _delete_letter(self) -> None:
        self._letters = self._letters[:-1]
        self._find()

    def _choose(self, value: str) -> None:
        if self._tab == "category":
            self.category_chosen.emit(value)
        elif self._tab == "month":
            self.days_chosen.emit(*days_of_period(value))
        else:
            self._value = value
            self._find()

    @property
    def _facet(self) -> Facet | None:
        """The facet of the open tab; None for the tab with letters."""
        return next((facet for facet in _FACETS if facet == self._tab), None)

    def _query(self) -> EventQuery | None:
        """Return the query for the typed letters or the chosen value, or None if there is neither."""
        query, facet = self._model.initial_state.query, self._facet
        if facet is None:
            return query._replace(search=self._letters) if self._letters else None
        return with_only_value(query, facet, self._value) if self._value else None

    def _find(self) -> None:
        """Find the events in a thread, and show them when they are found."""
        self.typed.setText(self._letters.upper())
        query, lang, finder = self._query(), self._model.state.lang, self._finder
        self._background.cancel()
        if query is None:
            self._show_found(FoundEvents())
        else:
            self._background.run(
                lambda is_cancelled: finder.find(query, lang, MOST_RESULTS, is_cancelled), self._show_found
            )

    def _show_found(self, answer: FoundEvents | ViewerError) -> None:
        found = FoundEvents() if isinstance(answer, ViewerError) else answer
        if self._query() is None:
            heading = self._invitation()
        elif not found.total:
            heading = self.tr("Nothing found. Take a letter back, or look among people and places.")
        else:
            heading = self.tr("%n event(s)", "", found.total)
        self.results.show_heads(found.heads, heading, self._sizes)
        self._place()

    def _invitation(self) -> str:
        if self._tab == LETTERS:
            return self.tr("Tap the first letters of the words in pinyin: D T finds 地铁, the metro.")
        return self.tr("Tap one of them below.")

    # --- layout

    def apply_sizes(self, sizes: KioskSizes) -> None:
        """Lay out the page in other sizes."""
        self._sizes = sizes
        self.refresh()

    def refresh(self) -> None:
        """Show tab and results in the model's language and theme."""
        theme, sizes = self._model.theme, self._sizes
        self.title.setText(self.tr("Find"))
        self.title.setFont(theme.font(30, bold=True))
        self.typed.setFont(theme.font(30, bold=True))
        self._show_tabs()
        self._pad_height = self.pad.apply_sizes(theme, sizes)
        self.pad.setVisible(self._tab == LETTERS)
        self.tiles.setVisible(self._tab != LETTERS)
        if self._facet is not None:
            self._show_tiles(self._facet)
        else:
            self.tiles.show_values((), {}, theme, sizes, sizes.width)
        self._find()

    def _show_tabs(self) -> None:
        lang, text_size = self._model.state.lang, self._model.state.text_size
        font = self._model.theme.font(19 * min(1.0, _LARGEST_TEXT / (text_size / 100)))
        for name, button in self.tabs.items():
            button.show_text(self.tr("A–Z") if name == LETTERS else facet_title(name, lang).capitalize())
            button.set_touch_size(self._sizes.main_control, font)
            button.setChecked(name == self._tab)

    def _show_tiles(self, facet: Facet) -> None:
        if facet not in self._counts:
            self._counts[facet] = self._model.source.count_by(self._model.initial_state.query, facet)
        counts, sizes = self._counts[facet], self._sizes
        values = [value for value in counts if facet != "month" or "-" in value[1:]][:_MOST_TILES]
        if facet == "category":
            values = [value for value in self._model.categories if value in counts]
        vocabulary, lang = self._model.source.vocabulary, self._model.state.lang
        names = [(value, value_label(facet, value, vocabulary, lang)) for value in values]
        width = (sizes.width if sizes.is_portrait else sizes.width // 2) - 2 * sizes.px(48)
        self.tiles.show_values(names, counts, self._model.theme, sizes, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        widths = [max(button.sizeHint().width(), button.minimumWidth()) for button in self.tabs.values()]
        parts = FindParts(self.title.sizeHint(), widths, self._pad_height, is_pad_shown=self._tab == LETTERS)
        layout = find_layout(self.rect(), self._sizes, parts)
        self.title.setGeometry(layout.title)
        self.typed.setGeometry(layout.typed)
        self.results.setGeometry(layout.results)
        self.pad.setGeometry(layout.keys)
        self.tiles.setGeometry(layout.keys)
        for button, box in zip(self.tabs.values(), layout.tabs, strict=True):
            button.setGeometry(box)

"""The header of the window: title, jumps in time, zoom, search, and buttons for mode, language, export and help."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from qtviewer.domain.dates.label import year_label
from qtviewer.domain.event import name_in_language
from qtviewer.ui.look.buttons import PointingHandButton
from qtviewer.ui.look.labels import UnclippedLabel
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.window.header_layout import HeaderLayout, HeaderParts
from qtviewer.ui.window.header_search import HeaderSearch

_ZOOM_FACTOR: Final = 1.5  # of a button for more or less time


class Header(QFrame):
    """Shows the title and emits a signal for each button; search, mode and language it changes in the model itself.

    `busiest_year` is the year with most events, or None when there are none. `zoom_requested` has the zoom factor.
    """

    all_events_requested = Signal()
    busiest_year_requested = Signal()
    festival_requested = Signal()
    calendar_menu_requested = Signal()
    today_requested = Signal()
    zoom_requested = Signal(float)
    export_requested = Signal()
    appearance_menu_requested = Signal()
    help_requested = Signal()

    def __init__(self, model: ViewModel, busiest_year: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self._model = model
        self._busiest_year = busiest_year
        self._make_labels()
        self._make_buttons()
        self._arrange()
        for signal in (model.language_changed, model.theme_changed, model.mode_changed):
            signal.connect(self.retranslate)
        self.retranslate()

    def _make_labels(self) -> None:
        self._title, self._subtitle = QLabel(self), UnclippedLabel(self)
        for label in (self._title, self._subtitle):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._subtitle.setObjectName("muted")

    def _make_buttons(self) -> None:
        """Make buttons and search field in the order of reading, which Tab follows."""
        self._all_button = self._button(self.all_events_requested.emit)
        self._busiest_year_button = self._button(self.busiest_year_requested.emit)
        self.festival_button = self._button(self.festival_requested.emit)
        self.calendar_button = self._button(self.calendar_menu_requested.emit)
        self._today_button = self._button(self.today_requested.emit)
        self._zoom_out_button = self._button(lambda: self.zoom_requested.emit(1 / _ZOOM_FACTOR))
        self._zoom_in_button = self._button(lambda: self.zoom_requested.emit(_ZOOM_FACTOR))
        self.search_field = HeaderSearch(self._model, self)
        self._mode_button = self._button(self._switch_mode)
        self.export_button = self._button(self.export_requested.emit)
        self._language_button = self._button(self._switch_language)
        self.appearance_button = self._button(self.appearance_menu_requested.emit)
        self._help_button = self._button(self.help_requested.emit)

    def _button(self, action: object) -> PointingHandButton:
        button = PointingHandButton(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrow keys to the timeline
        button.clicked.connect(action)
        return button

    def _arrange(self) -> None:
        layout = HeaderLayout(HeaderParts(self._title, self._subtitle, self.search_field, self.calendar_button), self)
        for widget in (
            self._title,
            self._subtitle,
            self._all_button,
            self._today_button,
            self._busiest_year_button,
            self.festival_button,
            self.calendar_button,
            self._zoom_out_button,
            self._zoom_in_button,
            self.search_field,
            self._mode_button,
            self.export_button,
            self._language_button,
            self.appearance_button,
            self._help_button,
        ):
            layout.addWidget(widget)

    def retranslate(self) -> None:
        """Set all texts, fonts and sizes for the model's language and theme."""
        vocabulary, lang, theme = self._model.source.vocabulary, self._model.state.lang, self._model.theme
        self._title.setText(name_in_language(vocabulary.titles, lang))
        self._title.setFont(theme.font(26, bold=True))
        self._subtitle.setText(name_in_language(vocabulary.subtitles, lang))
        self._subtitle.setFont(theme.font(16))
        self._busiest_year_button.setVisible(self._busiest_year is not None)
        for button, text, name in self._button_texts():
            button.setText(text)
            button.setToolTip(name)
            button.setAccessibleName(name)
        self.search_field.retranslate()

    def _button_texts(self) -> tuple[tuple[PointingHandButton, str, str], ...]:
        """Each button with its text, and with its name for the tooltip and for screen readers."""
        lang = self._model.state.lang
        other_language = "EN" if lang == "zh" else "中文"
        busiest_year = "" if self._busiest_year is None else year_label(self._busiest_year, lang)
        return (
            (self._all_button, self.tr("All"), self.tr("Show all events")),
            (self._today_button, self.tr("Today"), self.tr("Show today")),
            (self._busiest_year_button, busiest_year, self.tr("Show the year with most events")),
            (self.festival_button, self.tr("Spring Festival"), self.tr("Show the Spring Festival")),
            (self.calendar_button, "▾", self.tr("On this day, and the Spring Festivals of all years")),
            (self._zoom_out_button, "−", self.tr("Show more time")),
            (self._zoom_in_button, "+", self.tr("Show less time")),
            (self._mode_button, *self._other_mode_texts()),
            (self.export_button, self.tr("Export…"), self.tr("Write these events to a file, or read others from one")),
            (self.appearance_button, "Aa", self.tr("Size of text, colours, movement")),
            (self._help_button, "?", self.tr("Keys and gestures")),
            (self._language_button, other_language, self.tr("Switch to Chinese or English")),
        )

    def _switch_language(self) -> None:
        languages = self._model.source.vocabulary.languages
        following = (languages.index(self._model.state.lang) + 1) % len(languages)
        self._model.change(lang=languages[following])

    def _other_mode_texts(self) -> tuple[str, str]:
        if self._model.state.mode == "list":
            return self.tr("Timeline"), self.tr("Show the events as a timeline")
        return self.tr("List"), self.tr("Show the events as a list")

    def _switch_mode(self) -> None:
        self._model.change(mode="timeline" if self._model.state.mode == "list" else "list")

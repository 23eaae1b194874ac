"""The window: header, chips, timeline, overview and detail pane around one model."""

from datetime import date

from PySide6 import QtCore
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMainWindow, QSplitter, QVBoxLayout, QWidget

from qtviewer.domain.day_number import day_number
from qtviewer.domain.event import in_language
from qtviewer.timeline.landmarks import busiest_year, festival_year
from qtviewer.ui.category_chips import CategoryChips
from qtviewer.ui.detail_pane import DetailPane
from qtviewer.ui.festival import festival_stretch
from qtviewer.ui.filters import Filters
from qtviewer.ui.header import Header
from qtviewer.ui.message_page import MessagePage
from qtviewer.ui.overview import Overview
from qtviewer.ui.theme import THEMES, palette, style_sheet
from qtviewer.ui.timeline_view import TimelineView
from qtviewer.ui.translation import install_translation
from qtviewer.ui.view_model import ViewModel

_DETAIL_WIDTH = 456
_LEAST_DETAIL_WIDTH = 420  # two figures side by side, with the longest words of their labels


class MainWindow(QMainWindow):
    """Shows a model until it is closed."""

    def __init__(self, model: ViewModel) -> None:
        super().__init__()
        self.model = model
        install_translation(model.state.lang)
        model.language_changed.connect(self._retranslate)  # before those who ask for words in the new language
        self._busiest_year = busiest_year(model.matches)
        self._apply_theme()
        self.header = Header(model, self._busiest_year, self)
        self.chips = CategoryChips(model, self)
        self.filters = Filters(model, self.chips, self)
        self.timeline = TimelineView(model, self)
        self.overview = Overview(model, self)
        self.detail = DetailPane(model, self)
        self.setCentralWidget(self._arranged())
        self._connect()
        self.setWindowTitle(in_language(model.source.vocabulary.titles, model.state.lang))
        self.resize(1440, 900)
        self.timeline.setFocus()

    def _arranged(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(_panel(self.timeline), 1)
        column.addWidget(_panel(self.overview))
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(24)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([10_000, _DETAIL_WIDTH])
        self.detail.setMinimumWidth(_LEAST_DETAIL_WIDTH)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(28, 14, 28, 24)
        body.setSpacing(14)
        if self.model.source.is_stale:
            body.addWidget(self._stale_notice())
        body.addWidget(self.chips)
        body.addWidget(self.filters)
        body.addLayout(self.filters.beside(self.splitter, giving_way=self.detail), 1)
        page = QWidget()
        page.setObjectName("page")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addWidget(self._body, 1)
        return page

    def _stale_notice(self) -> QLabel:
        """Why it took longer, and what to do about it."""
        notice = QLabel(
            self.tr("Another program changed this store. Until “qtviewer reindex” is run, it opens slowly.")
        )
        notice.setObjectName("muted")
        notice.setWordWrap(True)
        return notice

    def _connect(self) -> None:
        self.header.zoomed.connect(self.timeline.zoom)
        self.header.fit_everything.connect(self._fit_everything)
        self.header.fit_year.connect(self._fit_year)
        self.header.fit_festival.connect(self._fit_festival)
        self.header.go_today.connect(self._go_today)
        self.model.theme_changed.connect(self._apply_theme)

    def _retranslate(self) -> None:
        install_translation(self.model.state.lang)
        self._apply_theme()
        self.setWindowTitle(in_language(self.model.source.vocabulary.titles, self.model.state.lang))

    def _apply_theme(self) -> None:
        theme = self.model.theme
        QApplication.setFont(theme.font(17))
        self.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find and leave: the keys that mean the same wherever the focus is."""
        ctrl = event.modifiers() == QtCore.Qt.KeyboardModifier.ControlModifier
        if event.key() == QtCore.Qt.Key.Key_Slash or (ctrl and event.key() == QtCore.Qt.Key.Key_F):
            self._focus_search()
        elif event.key() == QtCore.Qt.Key.Key_Escape:
            self._leave_search()
        else:
            super().keyPressEvent(event)

    def _focus_search(self) -> None:
        self.header.search_field.setFocus()
        self.header.search_field.selectAll()

    def _leave_search(self) -> None:
        if self.header.search_field.hasFocus():
            self.header.search_field.clear()
            self.model.search("")
        else:
            self.model.select("")
        self.timeline.setFocus()

    def _fit_everything(self) -> None:
        extent = self.model.matches.extent(self.model.state.query)
        if extent is not None:
            self.timeline.fit(extent[0], extent[1] + 1)

    def _fit_year(self) -> None:
        year = self._busiest_year or 0
        self.timeline.fit(day_number(year), day_number(year, 12, 31) + 1)

    def _fit_festival(self) -> None:
        year = festival_year(self.model.matches, self._busiest_year or 0)
        self.timeline.fit(*festival_stretch(year))

    def _go_today(self) -> None:
        today = date.today()
        self.timeline.centre_on(day_number(today.year, today.month, today.day) + 0.5)

    def show_failure(self, message: str) -> None:
        """Say in the window what went wrong while it ran."""
        heading = self.tr("This could not be shown")
        if (shown := self.takeCentralWidget()) is not None:
            shown.setParent(self)  # hidden, as closing the window still asks what is in it
        self.setCentralWidget(MessagePage(heading, message, self.model.theme, self))


def failure_window(message: str, theme_name: str) -> QMainWindow:
    """A window that says why there is nothing to show."""
    theme = THEMES[theme_name]
    window = QMainWindow()
    QApplication.setFont(theme.font(17))
    window.setPalette(palette(theme))
    window.setStyleSheet(style_sheet(theme))
    heading = QApplication.translate("MainWindow", "The events cannot be shown")
    window.setCentralWidget(MessagePage(heading, message, theme, window))
    window.setWindowTitle("qtviewer")
    window.resize(960, 540)
    return window


def _panel(content: QWidget) -> QFrame:
    panel = QFrame()
    panel.setObjectName("panel")
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(2, 2, 2, 2)
    layout.addWidget(content)
    return panel

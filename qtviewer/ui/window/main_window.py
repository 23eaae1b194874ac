"""The window: header, chips, timeline, overview and detail pane around one model."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QMainWindow, QSplitter, QVBoxLayout, QWidget

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event import name_in_language
from qtviewer.timeline.busiest_years import busiest_festival_year, busiest_year
from qtviewer.ui.detail.pane import DetailPane
from qtviewer.ui.filters.category_chips import CategoryChips
from qtviewer.ui.filters.filters import Filters
from qtviewer.ui.look.message_page import MessagePage
from qtviewer.ui.look.theme import THEMES, palette, style_sheet
from qtviewer.ui.timeline.festival import festival_stretch
from qtviewer.ui.timeline.overview import Overview
from qtviewer.ui.timeline.view import TimelineView
from qtviewer.ui.translation import install_translation
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.window.header import Header
from qtviewer.ui.window.responsive_layout import Body, EventColumn

if TYPE_CHECKING:
    from collections.abc import Callable

    from qtviewer.ui.files.exchange_ports import Exchange
    from qtviewer.ui.files.export_dialog import ExportDialog
    from qtviewer.ui.files.import_dialog import ImportDialog
    from qtviewer.ui.listing.event_list import EventList
    from qtviewer.ui.look.focus_ring import FocusRings

_DETAIL_WIDTH = 456
_LEAST_DETAIL_WIDTH = 420  # two figures side by side, with the longest words of their labels


class MainWindow(QMainWindow):
    """Shows a model until it is closed.

    `exchange` makes what its dialogs for files need, without it there are none; `jumping` tells that another time is
    shown next, to which back may lead.
    """

    jumping = Signal()

    def __init__(self, model: ViewModel, exchange: "Callable[[MainWindow], Exchange] | None" = None) -> None:
        super().__init__()
        self.model = model
        self._exchange = exchange
        self.export_dialog: ExportDialog | None = None
        self.import_dialog: ImportDialog | None = None
        install_translation(model.state.lang)
        model.language_changed.connect(self._retranslate)  # before those who ask for words in the new language
        self._busiest_year = busiest_year(model.source)  # whatever is searched at the start
        self._apply_theme()
        self.header = Header(model, self._busiest_year, self)
        self.chips = CategoryChips(model, self)
        self.filters = Filters(model, self.chips, self)
        self.timeline = TimelineView(model, self)
        self._settle_motion()
        self.overview = Overview(model, self)
        self.detail = DetailPane(model, self)
        self.event_list: EventList | None = None
        self._focus_rings: FocusRings | None = None
        self._notice = QLabel(self)
        self._notice.setObjectName("muted")
        self._notice.setTextFormat(Qt.TextFormat.PlainText)
        self._notice.setWordWrap(True)
        self.setCentralWidget(self._arranged())
        self._tell()
        self._connect()
        self._show_mode()
        self.setWindowTitle(name_in_language(model.source.vocabulary.titles, model.state.lang))
        self.resize(1440, 900)
        if self.event_list is None:  # which has it otherwise
            self.timeline.setFocus()

    def _arranged(self) -> QWidget:
        self._timeline_panel = _panel(self.timeline)
        self._column = EventColumn(self.model, self._timeline_panel, _panel(self.overview))
        self.splitter = QSplitter()
        self.splitter.setHandleWidth(24)
        self.splitter.addWidget(self._column)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([10_000, _DETAIL_WIDTH])
        self.detail.setMinimumWidth(_LEAST_DETAIL_WIDTH)
        self._body = Body(self.model, self.chips)
        body = self._body.lines
        body.addWidget(self._notice)
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

    def _tell(self, message: str = "") -> None:
        """Say something above the events; without anything to say, why it took longer, if it did."""
        if not message and self.model.source.is_stale:
            message = self.tr("Another program changed this store. Until “qtviewer reindex” is run, it opens slowly.")
        self._notice.setText(message)
        self._notice.setVisible(bool(message))

    def _tell_failure(self, reason: str) -> None:
        self._tell(self.tr("This could not be searched: {reason}").format(reason=reason))

    def _connect(self) -> None:
        self.header.zoomed.connect(self.timeline.navigation.zoom)
        self.header.fit_everything.connect(self._fit_everything)
        self.header.fit_year.connect(self._fit_year)
        self.header.fit_festival.connect(self._fit_festival)
        self.header.calendar_wanted.connect(self._open_calendar)
        self.header.go_today.connect(self._go_today)
        self.header.export_wanted.connect(self._export)
        self.header.appearance_wanted.connect(self._open_appearance)
        self.header.help_wanted.connect(self._show_help)
        self.header.export_button.setVisible(self._exchange is not None)
        self.model.theme_changed.connect(self._apply_theme)
        self.model.mode_changed.connect(self._show_mode)
        self.model.motion_changed.connect(self._settle_motion)
        self.model.lunar_calendar_loaded.connect(self._start_browsing)  # after the first frame
        self.model.lunar_calendar_loaded.connect(self._make_accessible)
        self.model.lunar_calendar_loaded.connect(self._show_focus)
        self.model.lunar_calendar_loaded.connect(self._follow_system)
        self.model.requested_query_changed.connect(self._tell)
        self.model.search_failed.connect(self._tell_failure)

    def _start_browsing(self) -> None:
        """Make what leads back and forward, and what shows all events of a name."""
        from qtviewer.ui.window.browsing import Browsing, Fitting  # noqa: PLC0415 - not on the way to the first frame
        from qtviewer.ui.window.browsing_bar import BrowsingBar  # noqa: PLC0415 - the same
        from qtviewer.ui.window.browsing_keys import BrowsingKeys  # noqa: PLC0415 - the same

        browsing, fitting = Browsing(self.model, self), Fitting(self.model, self)
        BrowsingKeys(browsing, self)
        self.browsing_bar = BrowsingBar(self.model, browsing, self)
        self.detail.add_footer_widget(self.browsing_bar)
        self.jumping.connect(browsing.jump)
        self.overview.jumping.connect(browsing.jump)
        self.detail.query_requested.connect(fitting.show)
        fitting.fit.connect(self._show_extent)

    @property
    def is_busy(self) -> bool:
        """Whether something that is asked for is still to come."""
        return self.model.is_searching or (self.event_list is not None and self.event_list.is_busy)

    def _show_mode(self) -> None:
        """Put the timeline or the list, which is made when it is first wanted, in its place."""
        in_list = self.model.state.mode == "list"
        if in_list and self.event_list is None:
            from qtviewer.ui.listing.event_list import EventList  # noqa: PLC0415 - not on the way to the first frame

            self.event_list = EventList(self.model, self)
            self._list_panel = _panel(self.event_list)
            self._column.add_view(self._list_panel)
            self.event_list.come_after(self.timeline)
            if self._focus_rings is not None:
                self._focus_rings.add(self.event_list.view, self._list_panel)
        self._timeline_panel.setVisible(not in_list)
        if self.event_list is not None:
            self._list_panel.setVisible(in_list)
            (self.event_list.view if in_list else self.timeline).setFocus()

    def _make_accessible(self) -> None:
        """Let assistive technology see what is painted, now that the first frame is there."""
        from qtviewer.ui.timeline.accessible_timeline import make_accessible  # noqa: PLC0415 - not on the way to that frame

        self.announcer = make_accessible(self.timeline, self.model)

    def _show_focus(self) -> None:
        """Show which panel has the focus to those who use the keyboard."""
        from qtviewer.ui.look.focus_ring import FocusRings  # noqa: PLC0415 - not on the way to the first frame

        self._focus_rings = FocusRings(self.model, self)
        self._focus_rings.add(self.timeline, self._timeline_panel)
        self._focus_rings.add(self.detail.scroll_area, self.detail)
        if self.event_list is not None:
            self._focus_rings.add(self.event_list.view, self._list_panel)

    def _follow_system(self) -> None:
        from qtviewer.ui.window.system_theme import SystemThemeObserver  # noqa: PLC0415 - not on the way to the first frame

        SystemThemeObserver(self.model, self)

    def _settle_motion(self) -> None:
        self.timeline.navigation.animation.is_reduced = self.model.state.reduced_motion

    def _retranslate(self) -> None:
        install_translation(self.model.state.lang)
        self._apply_theme()
        self._tell()
        self.setWindowTitle(name_in_language(self.model.source.vocabulary.titles, self.model.state.lang))

    def _apply_theme(self) -> None:
        theme = self.model.theme
        QApplication.setFont(theme.font(17))
        self.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find, help and leave: the keys that mean the same wherever the focus is."""
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Slash or (ctrl and event.key() == Qt.Key.Key_F):
            self._focus_search()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave_search()
        elif event.key() in (Qt.Key.Key_F1, Qt.Key.Key_Question):
            self._show_help()
        else:
            super().keyPressEvent(event)

    def _show_help(self) -> None:
        """Show what hands and keys can do."""
        from qtviewer.ui.window.help_sheet import HelpSheet  # noqa: PLC0415 - few need it

        sheet = HelpSheet(self.model.theme, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

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

    def jump_to(self, first: float, last: float) -> None:
        """Show a stretch of time; back leads to the one before."""
        self.jumping.emit()
        self.timeline.navigation.fit(first, last)

    def _fit_everything(self) -> None:
        self.jumping.emit()
        self._show_extent()

    def _show_extent(self) -> None:
        extent = self.model.matches.extent(self.model.state.query)
        if extent is not None:
            self.timeline.navigation.fit(extent[0], extent[1] + 1)

    def _fit_year(self) -> None:
        year = self._busiest_year or 0
        self.jump_to(day_number(year), day_number(year, 12, 31) + 1)

    def _open_calendar(self) -> None:
        from qtviewer.ui.window.calendar_menu import CalendarMenu  # noqa: PLC0415 - not on the way to the first frame

        menu, button = CalendarMenu(self.model, self), self.header.calendar
        menu.festival_chosen.connect(self._fit_festival_of)
        menu.this_day_chosen.connect(self._show_this_day)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _open_appearance(self) -> None:
        from qtviewer.ui.window.appearance_menu import AppearanceMenu  # noqa: PLC0415 - not on the way to the first frame

        button = self.header.appearance
        AppearanceMenu(self.model, self).popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _show_this_day(self) -> None:
        today = date.today()
        self.model.open_day((today.month, today.day))

    def _fit_festival(self) -> None:
        self._fit_festival_of(busiest_festival_year(self.model.matches, self._busiest_year or 0))

    def _fit_festival_of(self, year: int) -> None:
        self.jump_to(*festival_stretch(year))

    def _go_today(self) -> None:
        today = date.today()
        self.jumping.emit()
        self.timeline.navigation.centre_on(day_number(today.year, today.month, today.day) + 0.5)

    def _export(self) -> None:
        """Offer to write the events in view to a file."""
        from qtviewer.ui.files.export_dialog import ExportDialog  # noqa: PLC0415 - not on the way to the first frame

        if self._exchange is not None:
            self.export_dialog = ExportDialog(self.model, self._exchange(self), self)
            self.export_dialog.import_wanted.connect(self._import)
            self.export_dialog.open()

    def _import(self) -> None:
        """Offer to read events from a file."""
        from qtviewer.ui.files.import_dialog import ImportDialog  # noqa: PLC0415 - not on the way to the first frame

        if self._exchange is not None:
            self.import_dialog = ImportDialog(self.model, self._exchange(self), self)
            self.import_dialog.open()

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

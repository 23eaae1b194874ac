"""The main window: header, chips, filters, timeline or list, overview and detail pane around one model."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QMainWindow

from qtviewer.domain.event import name_in_language
from qtviewer.timeline.busiest_years import busiest_year
from qtviewer.ui.detail.pane import DetailPane
from qtviewer.ui.filters.category_chips import CategoryChips
from qtviewer.ui.filters.filter_controls import FilterControls
from qtviewer.ui.guard import guarded
from qtviewer.ui.look.style_sheet import palette, style_sheet
from qtviewer.ui.timeline.overview import Overview
from qtviewer.ui.timeline.view import TimelineView
from qtviewer.ui.translation import install_translation
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.window.detail_splitter import FOLD_KEY, DetailSplitter
from qtviewer.ui.window.event_views import EventViews
from qtviewer.ui.window.header import Header
from qtviewer.ui.window.notice import Notice
from qtviewer.ui.window.time_jumps import TimeJumps
from qtviewer.ui.window.window_dialogs import WindowDialogs
from qtviewer.ui.window.window_page import PageParts, WindowPage

if TYPE_CHECKING:
    from qtviewer.ui.files.exchange_interface import Exchange
    from qtviewer.ui.listing.event_list import EventList


@guarded
class MainWindow(QMainWindow):
    """Shows a model until it is closed.

    `make_exchange` returns what reads and writes files for a window; without it, export and import are not offered.
    """

    def __init__(self, model: ViewModel, make_exchange: "Callable[[MainWindow], Exchange] | None" = None) -> None:
        super().__init__()
        self.model = model
        install_translation(model.state.lang)
        model.language_changed.connect(self._retranslate)  # connected before the widgets, which read the translation
        self._apply_theme()
        year = busiest_year(model.source)  # of all events, whatever the query is at the start
        self._make_widgets(year)
        self.jumps = TimeJumps(model, self.timeline, year, self)
        exchange = None if make_exchange is None else partial(make_exchange, self)
        self.dialogs = WindowDialogs(model, self.jumps, exchange, self)
        self.header.export_button.setVisible(make_exchange is not None)
        self._connect_header()
        model.theme_changed.connect(self._apply_theme)
        model.motion_changed.connect(self._set_reduced_motion)
        model.lunar_calendar_loaded.connect(self._make_deferred_parts)  # after the first frame
        self._views.show_mode()
        self._set_title()
        self.resize(1440, 900)
        if self.event_list is None:  # a list has the focus already
            self.timeline.setFocus()

    def _make_widgets(self, year: int | None) -> None:
        model = self.model
        self.header = Header(model, year, self)
        self.chips = CategoryChips(model, self)
        self.filters = FilterControls(model, self.chips, self)
        self.timeline = TimelineView(model, self)
        self._set_reduced_motion()
        self.overview = Overview(model, self)
        self.detail = DetailPane(model, self)
        self._views = EventViews(model, self.timeline, self.overview, self)
        self._page = self._make_page()
        self.setCentralWidget(self._page)

    def _make_page(self) -> WindowPage:
        self.notice = Notice(self.model, self)
        parts = PageParts(self.header, self.notice, self.chips, self.filters, self._views.widget, self.detail)
        return WindowPage(self.model, parts)

    def _connect_header(self) -> None:
        header, jumps, dialogs = self.header, self.jumps, self.dialogs
        header.zoom_requested.connect(self.timeline.navigation.zoom)
        header.all_events_requested.connect(jumps.jump_to_all)
        header.busiest_year_requested.connect(jumps.jump_to_busiest_year)
        header.festival_requested.connect(jumps.jump_to_busiest_festival)
        header.today_requested.connect(jumps.jump_to_today)
        header.calendar_menu_requested.connect(lambda: dialogs.open_calendar_menu(header.calendar_button))
        header.appearance_menu_requested.connect(lambda: dialogs.open_appearance_menu(header.appearance_button))
        header.export_requested.connect(dialogs.open_export)
        header.help_requested.connect(dialogs.open_help)

    def _make_deferred_parts(self) -> None:
        from qtviewer.ui.timeline.accessible_timeline import make_accessible  # noqa: PLC0415 - not in the first frame
        from qtviewer.ui.window import after_first_frame as later  # noqa: PLC0415 - not in the first frame
        from qtviewer.ui.window.system_theme import SystemThemeObserver  # noqa: PLC0415 - not in the first frame

        browsing = later.make_browsing(self.model, self.jumps, self.timeline, self.overview, self)
        self.browsing_bar = later.add_browsing_bar(self.model, browsing, self.detail, self)
        later.fit_requested_queries(self.model, self.jumps, self.detail)
        self.announcer = make_accessible(self.timeline, self.model)
        later.add_focus_rings(self.model, self._views, self.detail, self)
        SystemThemeObserver(self.model, self)

    @property
    def splitter(self) -> DetailSplitter:
        """The line between the events and the detail pane."""
        return self._page.splitter

    @property
    def event_list(self) -> "EventList | None":
        """The list of events; None until it was shown first."""
        return self._views.event_list

    @property
    def is_busy(self) -> bool:
        """Whether a search or the list is still waiting for an answer."""
        return self.model.is_searching or (self.event_list is not None and self.event_list.is_busy)

    def _set_reduced_motion(self) -> None:
        self.timeline.navigation.animation.is_reduced = self.model.state.reduced_motion

    def _retranslate(self) -> None:
        install_translation(self.model.state.lang)
        self._apply_theme()
        self._set_title()

    def _set_title(self) -> None:
        self.setWindowTitle(name_in_language(self.model.source.vocabulary.titles, self.model.state.lang))

    def _apply_theme(self) -> None:
        theme = self.model.theme
        QApplication.setFont(theme.font(17))
        self.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys that mean the same wherever the focus is: search, leave, help, fold the pane."""
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Slash or (ctrl and event.key() == Qt.Key.Key_F):
            self._focus_search()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave_search()
        elif event.key() in (Qt.Key.Key_F1, Qt.Key.Key_Question):
            self.dialogs.open_help()
        elif event.key() == FOLD_KEY:
            self._fold_or_unfold_pane()
        else:
            super().keyPressEvent(event)

    def _focus_search(self) -> None:
        self.header.search_field.setFocus()
        self.header.search_field.selectAll()

    def _fold_or_unfold_pane(self) -> None:
        """Fold the detail pane away or unfold it; the keys of a pane that is folded away go to the timeline."""
        focused = self.focusWidget()
        self._page.splitter.toggle_pane()
        if self._page.splitter.is_folded and focused is not None and self.detail.isAncestorOf(focused):
            self.timeline.setFocus()

    def _leave_search(self) -> None:
        if self.header.search_field.hasFocus():
            self.header.search_field.clear()
            self.model.search("")
        else:
            self.model.select("")
        self.timeline.setFocus()

    def make_first_scene(self) -> None:
        """Make what the first frame shows of the timeline, in the size that the window will have.

        So what cannot be read raises ViewerError here, and not in an empty window. It is no extra work: the first frame
        paints the same scene.
        """
        self.render(QPixmap(1, 1), QPoint(), QRegion(0, 0, 1, 1))  # Qt lays out all of the window for that
        if self.event_list is None:
            self.timeline.scene()

    def describe_fault(self, error: BaseException) -> str:
        """Return a sentence about an error that is the program's fault."""
        kind = f"{type(error).__name__}: {error}"
        return self.tr("The program has a fault ({kind}). Please report it; standard error has the details.").format(
            kind=kind
        )

    def show_failure(self, message: str) -> None:
        """Show a message in the place of the content when something failed while the window ran."""
        from qtviewer.ui.look.message_page import MessagePage  # noqa: PLC0415 - only after a failure
        from qtviewer.ui.window.failure_sentence import failure_sentence  # noqa: PLC0415 - only after a failure

        heading = self.tr("This could not be shown")
        if (content := self.takeCentralWidget()) is not None:
            content.setParent(self)  # hidden, as closing the window still reads the state of its splitter
        page = MessagePage(heading, failure_sentence(message), self.model.theme, self)
        self.setCentralWidget(page)
        page.show()

"""Parts of the main window that its first frame does not need; this module is imported after that frame."""

from PySide6.QtWidgets import QWidget

from qtviewer.ui.detail.pane import DetailPane
from qtviewer.ui.timeline.overview import Overview
from qtviewer.ui.timeline.view import TimelineView
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.window.browsing_bar import BrowsingBar
from qtviewer.ui.window.browsing_history import BrowsingHistory
from qtviewer.ui.window.browsing_keys import BrowsingKeys
from qtviewer.ui.window.event_views import EventViews
from qtviewer.ui.window.focus_ring import FocusRings
from qtviewer.ui.window.query_fitter import QueryFitter
from qtviewer.ui.window.time_jumps import TimeJumps


def add_browsing_bar(model: ViewModel, browsing: BrowsingHistory, detail: DetailPane, window: QWidget) -> BrowsingBar:
    """Add the keys and, below the detail pane, the buttons that go back and forward; return the bar of buttons."""
    BrowsingKeys(browsing, window)
    bar = BrowsingBar(model, browsing, window)
    detail.add_footer_widget(bar)
    return bar


def make_browsing(
    model: ViewModel, jumps: TimeJumps, timeline: TimelineView, overview: Overview, window: QWidget
) -> BrowsingHistory:
    """Start to record the history of a window."""
    browsing = BrowsingHistory(model, window)
    jumps.about_to_jump.connect(browsing.mark_jump)
    overview.about_to_jump.connect(browsing.mark_jump)
    timeline.eras.about_to_jump.connect(browsing.mark_jump)
    return browsing


def fit_requested_queries(model: ViewModel, jumps: TimeJumps, detail: DetailPane) -> None:
    """Show all events of a query that the detail pane requests, as soon as they are found."""
    fitter = QueryFitter(model, detail)
    detail.query_requested.connect(fitter.request)
    fitter.matches_found.connect(jumps.fit_matches)


def add_focus_rings(model: ViewModel, views: EventViews, detail: DetailPane, window: QWidget) -> None:
    """Show which panel has the focus to those who use the keyboard."""
    rings = FocusRings(model, window)
    rings.add(views.timeline, views.timeline_panel)
    rings.add(detail.scroll_area, detail)

    def add_list() -> None:
        if views.event_list is not None and views.list_panel is not None:
            rings.add(views.event_list.view, views.list_panel)

    add_list()
    views.list_made.connect(add_list)

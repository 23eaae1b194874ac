"""The two views of the events, timeline and list, of which one is visible."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qtviewer.ui.look.panel import Panel
from qtviewer.ui.timeline.view import TimelineView
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.window.responsive_layout import EventsAndOverview

if TYPE_CHECKING:
    from qtviewer.ui.listing.event_list import EventList


class EventViews(QObject):
    """Shows the timeline or the list as the model's mode says; the list is made when it is first shown.

    Each view is in a panel: `timeline_panel` and, once `list_made` was emitted, `list_panel`. `widget` holds the panels
    above the overview.
    """

    list_made = Signal()

    def __init__(self, model: ViewModel, timeline: TimelineView, overview: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self._model = model
        self._window = window
        self.timeline = timeline
        self.timeline_panel = Panel(timeline)
        self.event_list: EventList | None = None
        self.list_panel: Panel | None = None
        self.widget = EventsAndOverview(model, self.timeline_panel, Panel(overview))
        model.mode_changed.connect(self.show_mode)

    def show_mode(self) -> None:
        """Show the view that the mode says, and give it the focus unless the timeline is the only one so far."""
        in_list = self._model.state.mode == "list"
        if in_list and self.event_list is None:
            self._make_list()
        self.timeline_panel.setVisible(not in_list)
        if self.event_list is not None and self.list_panel is not None:
            self.list_panel.setVisible(in_list)
            (self.event_list.view if in_list else self.timeline).setFocus()

    def _make_list(self) -> None:
        from qtviewer.ui.listing.event_list import EventList  # noqa: PLC0415 - not on the way to the first frame

        self.event_list = EventList(self._model, self._window)
        self.list_panel = Panel(self.event_list)
        self.widget.add_view(self.list_panel)
        self.event_list.set_tab_order_after(self.timeline)
        self.list_made.emit()

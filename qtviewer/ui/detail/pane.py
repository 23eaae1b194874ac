"""The detail pane beside the timeline."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from qtviewer.ui.detail.event_content import EventContent
from qtviewer.ui.detail.previous_next import PreviousNextButtons
from qtviewer.ui.detail.scroll_column import ScrollColumn
from qtviewer.ui.detail.text_column import TextColumn
from qtviewer.ui.guard import guarded
from qtviewer.ui.view_model import ViewModel

if TYPE_CHECKING:
    from qtviewer.domain.search.highlight import HitFinder


@guarded
class DetailPane(QFrame):
    """Shows the selected event, cluster or day of the model, or else an introduction to the chronicle."""

    query_requested = Signal(object)
    """Emitted with the `EventQuery` for all events of a tag or a thread, when its name is clicked."""

    def __init__(self, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._model = model
        self._shows_event = False
        self._shown_hits: HitFinder | None = None
        self._column = ScrollColumn(model, self)
        self._neighbour_buttons = PreviousNextButtons(model, self)
        self._column.footer.addWidget(self._neighbour_buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 26, 16, 24)
        layout.addWidget(self._column)
        for signal in (
            model.selection_changed,
            model.language_changed,
            model.theme_changed,
            model.lunar_calendar_loaded,
        ):
            signal.connect(self.refresh)
        model.query_changed.connect(self._follow_query)

    @property
    def scroll_area(self) -> QScrollArea:
        """The area in which the content scrolls; it takes the keyboard focus."""
        return self._column.scroll_area

    def add_footer_widget(self, widget: QWidget) -> None:
        """Add a widget below the content and show it."""
        self._column.footer.addWidget(widget)
        widget.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the pane once its width is known."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the model's selection in its language and theme."""
        self.scroll_area.setAccessibleName(self.tr("Details"))
        self._shown_hits = self._model.hits
        self._column.set_content(self._make_content())
        self._neighbour_buttons.refresh()

    def _follow_query(self) -> None:
        """An event depends on the query only by its marked hits; its previous and next always do."""
        if self._shows_event and self._model.total and self._shown_hits is self._model.hits:
            self._neighbour_buttons.refresh()
        else:
            self.refresh()

    def _make_content(self) -> TextColumn:
        model, state = self._model, self._model.state
        has_matches = bool(model.total)  # without any, the introduction says so
        event = model.source.event(state.selected) if state.selected and has_matches else None
        self._shows_event = event is not None
        if event is not None:
            content = EventContent(model, event)
            content.query_requested.connect(self.query_requested)
            return content
        return self._make_other_content(has_matches=has_matches)

    def _make_other_content(self, *, has_matches: bool) -> TextColumn:
        """Make what is shown where no event is selected, as at most starts one is."""
        from qtviewer.ui.detail.event_lists import AnniversaryList, ClusterList  # noqa: PLC0415 - rare at the start
        from qtviewer.ui.detail.introduction import Introduction  # noqa: PLC0415 - the same

        model, state = self._model, self._model.state
        if state.cluster is not None:
            return ClusterList(model, state.cluster)
        if state.day is not None and has_matches:
            return AnniversaryList(model, state.day)
        return Introduction(model)

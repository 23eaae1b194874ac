"""The button that opens the facet panel, the panel itself, and the query bar, which is shown while events are filtered.

Panel and query bar are made when they are first needed, after the first frame.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qtviewer.domain.event_query import is_filtered
from qtviewer.ui.filters.category_chips import CategoryChips
from qtviewer.ui.guard import guarded
from qtviewer.ui.look.buttons import PointingHandButton
from qtviewer.ui.look.scroll_fade import ScrollFade
from qtviewer.ui.view_model import ViewModel

if TYPE_CHECKING:
    from qtviewer.ui.filters.facet_panel import FacetPanel
    from qtviewer.ui.filters.query_bar import QueryBar

_LEAST_WIDTH = 1000  # pixels of the content beside the panel with the smallest text; in less, a part of it is hidden


@guarded
class FilterControls(QWidget):
    """Holds the query bar, adds a button to the category chips, and opens the facet panel at the left of a row."""

    def __init__(self, model: ViewModel, chips: CategoryChips, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.panel: FacetPanel | None = None
        self.query_bar: QueryBar | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.panel_button = PointingHandButton(chips)
        self.panel_button.setCheckable(True)
        self.panel_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.panel_button.clicked.connect(self.set_panel_open)
        if (flow := chips.layout()) is not None:
            flow.addWidget(self.panel_button)
        model.requested_query_changed.connect(self._follow_query)
        model.query_changed.connect(self._follow_query)
        model.language_changed.connect(self._retranslate)
        model.selection_changed.connect(self._close_for_details)
        self._retranslate()
        self._follow_query()

    @property
    def is_busy(self) -> bool:
        """Whether counts or filter relaxations are still being computed."""
        return any(part is not None and part.is_busy for part in (self.panel, self.query_bar))

    def make_row(self, content: QWidget, collapsible: QWidget) -> QHBoxLayout:
        """Return a row with the content, into which the panel opens.

        `collapsible` is the part of the content that is hidden where both do not fit.
        """
        self._collapsible = collapsible
        self._row = QHBoxLayout()
        self._row.setSpacing(24)
        self._row.addWidget(content, 1)
        return self._row

    def set_panel_open(self, is_open: bool) -> None:
        """Open or close the panel; the focus follows if the button or the panel has it."""
        if is_open and self.panel is None:
            self.panel = self._make_panel()
        if self.panel is None:
            return
        focused = self.window().focusWidget()
        had_focus = focused is self.panel_button or (focused is not None and self.panel.isAncestorOf(focused))
        self.panel_button.setChecked(is_open)
        self._collapsible.setVisible(not is_open or self._has_room())
        # The hidden part gives up its width at once: the window would grow otherwise.
        QCoreApplication.sendPostedEvents(self._collapsible.parentWidget(), QEvent.Type.LayoutRequest.value)
        self.panel.setVisible(is_open)
        if had_focus:
            (self.panel.close_button if is_open else self.panel_button).setFocus()

    def _make_panel(self) -> "FacetPanel":
        from qtviewer.ui.filters.facet_panel import FacetPanel  # noqa: PLC0415 - not on the way to the first frame

        panel = FacetPanel(self._model, self.window())
        ScrollFade(panel.scroll_area, lambda: self._model.theme).update_position()
        panel.hide()
        panel.close_requested.connect(lambda: self.set_panel_open(False))
        self._row.insertWidget(0, panel)
        self.window().installEventFilter(self)
        return panel

    def _has_room(self) -> bool:
        if self.panel is None:
            return True
        return self.window().width() - self.panel.width() >= self._model.theme.px(_LEAST_WIDTH)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show or hide the collapsible part when the window is resized."""
        if event.type() == QEvent.Type.Resize and self.panel is not None and self.panel.isVisible():
            self._collapsible.setVisible(self._has_room())
        return super().eventFilter(watched, event)

    def _close_for_details(self) -> None:
        """Close the panel when something is selected while the panel hides the details of it."""
        state = self._model.state
        if self.panel is not None and self.panel.isVisible() and not self._has_room():
            self.set_panel_open(not (state.selected or state.cluster or state.day))

    def _follow_query(self) -> None:
        filtered = is_filtered(self._model.requested_query) or is_filtered(self._model.state.query)
        if filtered and self.query_bar is None:
            from qtviewer.ui.filters.query_bar import QueryBar  # noqa: PLC0415 - only where something is filtered

            self.query_bar = QueryBar(self._model, self)
            self._column.addWidget(self.query_bar)
        self.setVisible(filtered)

    def _retranslate(self) -> None:
        self.panel_button.setText(self.tr("Filter"))
        name = self.tr("Filter by time, place, person, organisation, topic and more")
        self.panel_button.setToolTip(name)
        self.panel_button.setAccessibleName(name)

"""Where events are filtered: a button that opens the panel, and the query, once there is one.

Panel and query bar are made when they are first wanted, after the first frame.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qtviewer.domain.query.event_query import is_filtered
from qtviewer.ui.filters.category_chips import CategoryChips
from qtviewer.ui.look.buttons import PointingHandButton
from qtviewer.ui.look.scroll_fade import ScrollFade
from qtviewer.ui.view_model import ViewModel

if TYPE_CHECKING:
    from qtviewer.ui.filters.facet_panel import FacetPanel
    from qtviewer.ui.filters.query_bar import QueryBar

_LEAST_WIDTH = 1000  # pixels of what stands beside the panel with the smallest text; with less, part of it gives way


class Filters(QWidget):
    """Holds the query bar; puts a button beside the categories, and the panel before the timeline."""

    def __init__(self, model: ViewModel, chips: CategoryChips, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.panel: FacetPanel | None = None
        self.bar: QueryBar | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.button = PointingHandButton(chips)
        self.button.setCheckable(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.open_panel)
        if (flow := chips.layout()) is not None:
            flow.addWidget(self.button)
        model.requested_query_changed.connect(self._follow_query)
        model.query_changed.connect(self._follow_query)
        model.language_changed.connect(self._retranslate)
        model.selection_changed.connect(self._make_way)
        self._retranslate()
        self._follow_query()

    @property
    def is_busy(self) -> bool:
        """Whether counts are still to come."""
        return any(part is not None and part.is_busy for part in (self.panel, self.bar))

    def beside(self, content: QWidget, giving_way: QWidget) -> QHBoxLayout:
        """A line for the panel and some content, of which a part gives way where there is not room for both."""
        self._giving_way = giving_way
        self._line = QHBoxLayout()
        self._line.setSpacing(24)
        self._line.addWidget(content, 1)
        return self._line

    def open_panel(self, is_open: bool = True) -> None:
        """Open or close the panel; from the keyboard the focus goes along."""
        if is_open and self.panel is None:
            self.panel = self._make_panel()
        if self.panel is None:
            return
        focused = self.window().focusWidget()
        had_focus = focused is self.button or (focused is not None and self.panel.isAncestorOf(focused))
        self.button.setChecked(is_open)
        self._giving_way.setVisible(not is_open or self._has_room())
        # Its room is given back at once: the window would grow for both otherwise.
        QCoreApplication.sendPostedEvents(self._giving_way.parentWidget(), QEvent.Type.LayoutRequest.value)
        self.panel.setVisible(is_open)
        if had_focus:
            (self.panel.close_button if is_open else self.button).setFocus()

    def _make_panel(self) -> "FacetPanel":
        from qtviewer.ui.filters.facet_panel import FacetPanel  # noqa: PLC0415 - not on the way to the first frame

        panel = FacetPanel(self._model, self.window())
        ScrollFade(panel.scroll_area, lambda: self._model.theme).update_position()
        panel.hide()
        panel.closed.connect(lambda: self.open_panel(False))
        self._line.insertWidget(0, panel)
        self.window().installEventFilter(self)
        return panel

    def _has_room(self) -> bool:
        if self.panel is None:
            return True
        return self.window().width() - self.panel.width() >= self._model.theme.px(_LEAST_WIDTH)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give or take room when the window is resized."""
        if event.type() == QEvent.Type.Resize and self.panel is not None and self.panel.isVisible():
            self._giving_way.setVisible(self._has_room())
        return super().eventFilter(watched, event)

    def _make_way(self) -> None:
        """Close the panel where it stands in the place of what tells the chosen event."""
        state = self._model.state
        if self.panel is not None and self.panel.isVisible() and not self._has_room():
            self.open_panel(not (state.selected or state.cluster or state.day))

    def _follow_query(self) -> None:
        filtered = is_filtered(self._model.requested_query) or is_filtered(self._model.state.query)
        if filtered and self.bar is None:
            from qtviewer.ui.filters.query_bar import QueryBar  # noqa: PLC0415 - only where something is filtered

            self.bar = QueryBar(self._model, self)
            self._column.addWidget(self.bar)
        self.setVisible(filtered)

    def _retranslate(self) -> None:
        self.button.setText(self.tr("Filter"))
        name = self.tr("Filter by time, place, person, organisation, topic and more")
        self.button.setToolTip(name)
        self.button.setAccessibleName(name)

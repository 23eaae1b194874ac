"""The panel beside the timeline that filters events by their facets."""

from typing import get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.facets import with_value_toggled
from qtviewer.domain.source import EventSource, Facet, FacetCounts
from qtviewer.ui.background import BackgroundRunner, IsCancelled
from qtviewer.ui.filters.facet_group import FacetGroup
from qtviewer.ui.guard import guarded
from qtviewer.ui.look.buttons import PointingHandButton
from qtviewer.ui.view_model import ViewModel

_WIDTH = 300  # pixels with the smallest text


@guarded
class FacetPanel(QFrame):
    """A group of check boxes for each facet, with counts that a thread gets for the query asked for."""

    close_requested = Signal()
    """Emitted on Escape and by the close button."""

    def __init__(self, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._model = model
        self._background = BackgroundRunner(self)
        self._counts: FacetCounts | None = None
        self._counted_query: EventQuery | None = None
        self._title, self._counting_label = QLabel(self), QLabel(self)
        for label in (self._title, self._counting_label):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._counting_label.setObjectName("muted")
        self.close_button = PointingHandButton("×", self)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self.close_requested)
        self.groups: dict[Facet, FacetGroup] = {facet: self._make_group(facet) for facet in get_args(Facet)}
        self._arrange()
        for signal in (model.requested_query_changed, model.query_changed, model.language_changed, model.theme_changed):
            signal.connect(self.refresh)
        self.refresh()

    def _make_group(self, facet: Facet) -> FacetGroup:
        group = FacetGroup(facet, self._model)
        group.hide()
        group.value_clicked.connect(
            lambda value: self._model.request(with_value_toggled(self._model.requested_query, facet, value))
        )
        return group

    def _arrange(self) -> None:
        content = QWidget()
        content.setObjectName("content")
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 0, 12, 0)
        lines.addWidget(self._counting_label)
        for group in self.groups.values():
            lines.addWidget(group)
        lines.addStretch(1)
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its check boxes take the focus
        self.scroll_area.setWidget(content)
        heading = QHBoxLayout()
        heading.addWidget(self._title, 1)
        heading.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 8, 14)
        column.addLayout(heading)
        column.addWidget(self.scroll_area, 1)

    @property
    def is_busy(self) -> bool:
        """Whether the counts are still being computed."""
        return self._background.is_busy

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh, since counts are only computed while the panel is visible."""
        super().showEvent(event)
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask to close the panel on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Show the model's query in its language and theme, and count again when it is another query."""
        theme = self._model.theme
        self.setFixedWidth(theme.px(_WIDTH))
        self._title.setText(self.tr("Filter"))
        self._title.setFont(theme.font(24, bold=True))
        self._counting_label.setText(self.tr("Counting…"))
        self.close_button.setAccessibleName(self.tr("Close the filters"))
        self.scroll_area.setAccessibleName(self._title.text())
        self.close_button.setToolTip(self.tr("Close the filters"))
        self._show_counts()
        if self.isVisible() and self._counted_query != self._model.requested_query:
            self._start_counting()

    def _start_counting(self) -> None:
        source, query = self._model.source, self._model.requested_query
        self._counted_query = query
        self._background.run(lambda is_cancelled: _count_facets(source, query, is_cancelled), self._set_counts)

    def _set_counts(self, counts: FacetCounts | ViewerError) -> None:
        if isinstance(counts, ViewerError):
            raise counts
        self._counts = counts
        self._show_counts()

    def _show_counts(self) -> None:
        self._counting_label.setVisible(self._counts is None)
        if self._counts is not None:
            for facet, group in self.groups.items():
                group.show_counts(self._counts[facet])


def _count_facets(source: EventSource, query: EventQuery, is_cancelled: IsCancelled) -> FacetCounts:
    own_source = source.open_again(is_cancelled)
    try:
        return own_source.facets(query)
    finally:
        own_source.close()

"""Arrange the widgets of the main window."""

from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from qtviewer.ui.filters.category_chips import CategoryChips
from qtviewer.ui.filters.filter_controls import FilterControls
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.window.responsive_layout import RowsBelowHeader

_DETAIL_WIDTH: Final = 400  # pixels
_LEAST_DETAIL_WIDTH: Final = 384  # pixels: two figures side by side, with the longest words of their labels


class PageParts(NamedTuple):
    """The widgets of the page, from top to bottom; `events` and `detail` are side by side."""

    header: QWidget
    notice: QWidget
    chips: CategoryChips
    filters: FilterControls
    events: QWidget
    detail: QWidget


class WindowPage(QWidget):
    """The content of the main window: the header, and below it the events beside the detail pane."""

    def __init__(self, model: ViewModel, parts: PageParts) -> None:
        super().__init__()
        self.setObjectName("page")
        self.splitter = _make_splitter(parts)
        below_header = RowsBelowHeader(model, parts.chips)
        below_header.rows.addWidget(parts.notice)
        below_header.rows.addWidget(parts.chips)
        below_header.rows.addWidget(parts.filters)
        below_header.rows.addLayout(parts.filters.make_row(self.splitter, collapsible=parts.detail), 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(parts.header)
        rows.addWidget(below_header, 1)


def _make_splitter(parts: PageParts) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(16)
    splitter.addWidget(parts.events)
    splitter.addWidget(parts.detail)
    splitter.setStretchFactor(0, 1)
    splitter.setStretchFactor(1, 0)
    splitter.setCollapsible(0, False)  # the pane can be folded away by dragging its edge to that of the window
    splitter.setSizes([10_000, _DETAIL_WIDTH])
    parts.detail.setMinimumWidth(_LEAST_DETAIL_WIDTH)
    return splitter

"""Arrange the widgets of the main window."""

from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from qtviewer.ui.filters.category_chips import CategoryChips
from qtviewer.ui.filters.filter_controls import FilterControls
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.window.detail_splitter import DetailSplitter
from qtviewer.ui.window.responsive_layout import RowsBelowHeader


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
        self.splitter = DetailSplitter(model, parts.events, parts.detail)
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

"""A read-only table with the first rows of an export or an import."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from qtviewer.ui.files.exchange_interface import PreviewTable
from qtviewer.ui.look.theme import Theme
from qtviewer.ui.look.tooltip import tooltip_html

_LONGEST_TEXT: Final = 120  # characters of a cell
_LONGEST_TOOLTIP: Final = 2_000  # characters
_WIDEST_COLUMN: Final = 260  # pixels with the smallest text


class TablePreview(QTableWidget):
    """A table of texts that cannot be selected or edited; long texts are shortened and whole in their tooltips."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setWordWrap(False)
        self.setFont(theme.font(14))
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_table(self, table: PreviewTable) -> None:
        """Replace columns and rows."""
        self.clear()
        self.setColumnCount(len(table.columns))
        self.setRowCount(len(table.rows))
        self.setHorizontalHeaderLabels(list(table.columns))
        for row, texts in enumerate(table.rows):
            for column, text in enumerate(texts):
                self.setItem(row, column, _make_item(text))
        self.resizeColumnsToContents()
        for column in range(self.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column), self._theme.px(_WIDEST_COLUMN)))

    def texts(self) -> list[list[str]]:
        """Return the texts as shown, row by row."""
        rows = [[self.item(row, column) for column in range(self.columnCount())] for row in range(self.rowCount())]
        return [[item.text() if item is not None else "" for item in items] for items in rows]


def _make_item(text: str) -> QTableWidgetItem:
    line = text.replace("\n", " ")
    item = QTableWidgetItem(line if len(line) <= _LONGEST_TEXT else f"{line[: _LONGEST_TEXT - 1]}…")
    item.setToolTip(tooltip_html(text[:_LONGEST_TOOLTIP]))
    return item

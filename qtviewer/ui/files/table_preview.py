"""A few rows of texts to look at."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from qtviewer.ui.files.exchange_ports import Table
from qtviewer.ui.look.theme import Theme

_LONGEST = 120  # characters of a cell


class TablePreview(QTableWidget):
    """Shows a table; nothing in it can be changed."""

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

    def show_table(self, table: Table) -> None:
        """Show other rows."""
        self.clear()
        self.setColumnCount(len(table.columns))
        self.setRowCount(len(table.rows))
        self.setHorizontalHeaderLabels(list(table.columns))
        for row, texts in enumerate(table.rows):
            for column, text in enumerate(texts):
                shown = text.replace("\n", " ")
                item = QTableWidgetItem(shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…")
                item.setToolTip(text[:2_000])
                self.setItem(row, column, item)
        self.resizeColumnsToContents()
        for column in range(self.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column), self._theme.px(260)))

    def texts(self) -> list[list[str]]:
        """What is shown, row by row."""
        items = [[self.item(row, at) for at in range(self.columnCount())] for row in range(self.rowCount())]
        return [[item.text() if item is not None else "" for item in of_row] for of_row in items]

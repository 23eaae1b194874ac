"""The widgets of the import dialog: file, store, mode and date order, a preview, the problems and the report."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from qtviewer.domain.dates.date_context import DateOrder
from qtviewer.domain.imported import ImportMode
from qtviewer.ui.files.exchange_interface import ImportPreview, ImportReading, ImportResult, PreviewTable
from qtviewer.ui.files.table_preview import TablePreview
from qtviewer.ui.look.choice_box import ChoiceBox
from qtviewer.ui.look.theme import Theme

_MODES: Final[tuple[ImportMode, ...]] = ("add", "update", "replace")
_ORDERS: Final[tuple[DateOrder | None, ...]] = (None, "dmy", "mdy")
_MOST_PROBLEMS: Final = 1_000  # in the table


class ImportChoice(NamedTuple):
    """An import as chosen in the form."""

    file: str  # path; empty until it is chosen
    store: str  # path; empty until it is chosen
    mode: ImportMode
    reading: ImportReading


class ImportForm(QWidget):
    """Shows the choices for an import and its outcome; the dialog reads them and acts on them.

    `store` is the path of the store to import into; with an empty one the user chooses a new store. `encodings` are
    those that can be chosen.
    """

    def __init__(self, theme: Theme, store: str, encodings: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.file_field, self.browse_file = QLineEdit(self), QPushButton(self.tr("Choose…"), self)
        self.store_field, self.browse_store = QLineEdit(store, self), QPushButton(self.tr("Choose…"), self)
        self.mode_box, self.order_box, self.encoding_box = ChoiceBox(self), ChoiceBox(self), ChoiceBox(self)
        self._fill_boxes(encodings)
        self.format_label, self.message_label = QLabel(self), QLabel(self)
        for label in (self.format_label, self.message_label):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.preview_table, self.problem_table = TablePreview(theme, self), TablePreview(theme, self)
        self.report = QPlainTextEdit(self)
        self.report.setReadOnly(True)
        self._arrange(self._fixed_store_row() if store else self._new_store_row())

    def _fill_boxes(self, encodings: Sequence[str]) -> None:
        modes = (self.tr("Add new events"), self.tr("Update events by their id"), self.tr("Replace all events"))
        for mode, name in zip(_MODES, modes, strict=True):
            self.mode_box.addItem(name, mode)
        orders = (self.tr("Refuse"), self.tr("3 April 2021"), self.tr("March 4, 2021"))
        for order, name in zip(_ORDERS, orders, strict=True):
            self.order_box.addItem(name, order)
        self.encoding_box.addItem(self.tr("Find out"), "")
        for encoding in encodings:
            self.encoding_box.addItem(encoding.upper(), encoding)

    def _fixed_store_row(self) -> QWidget:
        self.store_field.setReadOnly(True)
        self.browse_store.hide()
        return self.store_field

    def _new_store_row(self) -> QWidget:
        self.show_message(self.tr("This store cannot be changed. Choose a new store for the events of the file."))
        self.mode_box.setEnabled(False)
        return _in_one_row(self.store_field, self.browse_store)

    def _arrange(self, store_row: QWidget) -> None:
        rows = QFormLayout()
        rows.setHorizontalSpacing(16)
        rows.setVerticalSpacing(10)
        rows.addRow(self.tr("File"), _in_one_row(self.file_field, self.browse_file))
        rows.addRow(self.tr("Store"), store_row)
        rows.addRow(self.tr("Mode"), self.mode_box)
        rows.addRow(self.tr("03/04/2021 is"), self.order_box)
        rows.addRow(self.tr("Encoding of a text"), self.encoding_box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(rows)
        column.addWidget(self.format_label)
        column.addWidget(self.preview_table, 1)
        column.addWidget(self.problem_table, 2)
        column.addWidget(self.report, 2)
        column.addWidget(self.message_label)
        self.problem_table.hide()
        self.report.hide()

    @property
    def choice(self) -> ImportChoice:
        """The import as it is chosen now."""
        file, store = self.file_field.text().strip(), self.store_field.text().strip()
        reading = ImportReading(self.order_box.currentData(), self.encoding_box.currentData())
        return ImportChoice(file, store, self.mode_box.currentData(), reading)

    def show_message(self, message: str) -> None:
        """Show a message at the bottom."""
        self.message_label.setText(message)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show how the file is read, and its first rows."""
        how = self.tr("Read as {how}").format(how=preview.how)
        self.format_label.setText("\n".join([how, *preview.notes]))
        self.preview_table.show_table(preview.table)

    def show_result(self, result: ImportResult) -> None:
        """Show the problems in a table, or the report where there are none."""
        columns = [self.tr("Row"), self.tr("Column"), self.tr("Value"), self.tr("Problem")]
        problems = result.problems[:_MOST_PROBLEMS]
        rows = [[str(problem.row), problem.column, problem.value, problem.reason] for problem in problems]
        self.problem_table.show_table(PreviewTable(columns, rows))
        self.problem_table.setVisible(bool(result.problem_count))
        self.report.setVisible(not result.problem_count)
        self.report.setPlainText("\n".join(result.lines))
        self.show_message(self.tr("%n problem(s); nothing is written.", "", result.problem_count))


def _in_one_row(field: QLineEdit, button: QPushButton) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(field, 1)
    row.addWidget(button)
    return holder

"""Reading events of others: how the file was understood, every problem in it, a dry run, then the real one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
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
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.imported import ImportMode
from qtviewer.ui.background import Background, IsCancelled
from qtviewer.ui.files.exchange_ports import Exchange, ImportLook, ImportResult, Table
from qtviewer.ui.files.table_preview import TablePreview
from qtviewer.ui.look.choice_box import ChoiceBox
from qtviewer.ui.look.dialog_style import dialog_size, dialog_style
from qtviewer.ui.view_model import ViewModel

_MODES: Final[tuple[ImportMode, ...]] = ("add", "update", "replace")
_ORDERS: Final[tuple[DateOrder | None, ...]] = (None, "dmy", "mdy")
_MOST_PROBLEMS: Final = 1_000  # in the table
_PATTERN: Final = "*.csv *.tsv *.txt *.xlsx *.json *.jsonl *.timelinejs *.ics"


class _Choice(NamedTuple):
    """What is to be imported, where and how."""

    file: str
    store: str
    mode: ImportMode
    order: DateOrder | None


class ImportDialog(QDialog):
    """Puts the events of a file into the window's store, or into a new one where that cannot be changed."""

    def __init__(self, model: ViewModel, exchange: Exchange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exchange = exchange
        self._looking, self._running = Background(self), Background(self)
        self._looked: tuple[str, DateOrder | None] = ("", None)
        self._store = exchange.store_of(model.source)
        self._tried: _Choice | None = None
        self.setStyleSheet(dialog_style(model.theme))
        self.setWindowTitle(self.tr("Import"))
        self.file, self.store = QLineEdit(self), QLineEdit(str(self._store or ""), self)
        self.modes, self.orders = ChoiceBox(self), ChoiceBox(self)
        self.understood, self.message = QLabel(self), QLabel(self)
        for label in (self.understood, self.message):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.rows, self.problems = TablePreview(model.theme, self), TablePreview(model.theme, self)
        self.report = QPlainTextEdit(self)
        self.report.setReadOnly(True)
        self.try_out = QPushButton(self.tr("Try it"), self)
        self.carry_out = QPushButton(self.tr("Import"), self)
        self.leave = QPushButton(self.tr("Close"), self)
        self._arrange()
        self._connect()
        self.resize(dialog_size(model.theme, parent))

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("File"), self._with_button(self.file, self._choose_file))
        form.addRow(self.tr("Store"), self._store_row())
        names = (self.tr("Add new events"), self.tr("Update events by their id"), self.tr("Replace all events"))
        for mode, name in zip(_MODES, names, strict=True):
            self.modes.addItem(name, mode)
        form.addRow(self.tr("Mode"), self.modes)
        orders = (self.tr("Refuse"), self.tr("3 April 2021"), self.tr("March 4, 2021"))
        for order, name in zip(_ORDERS, orders, strict=True):
            self.orders.addItem(name, order)
        form.addRow(self.tr("03/04/2021 is"), self.orders)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(form)
        for widget, share in (
            (self.understood, 0), (self.rows, 1), (self.problems, 2), (self.report, 2), (self.message, 0)
        ):  # fmt: skip
            column.addWidget(widget, share)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.leave, self.try_out, self.carry_out):
            row.addWidget(button)
        column.addLayout(row)
        self.problems.hide()
        self.report.hide()

    def _store_row(self) -> QWidget:
        """The window's store, or the choice of a new one where that cannot be changed."""
        if self._store is not None:
            self.store.setReadOnly(True)
            return self.store
        self.message.setText(self.tr("This store cannot be changed. Choose a new store for the events of the file."))
        self.modes.setEnabled(False)
        return self._with_button(self.store, self._choose_store)

    def _with_button(self, field: QLineEdit, action: Callable[[], None]) -> QWidget:
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        button = QPushButton(self.tr("Choose…"), both)
        button.clicked.connect(action)
        row.addWidget(field, 1)
        row.addWidget(button)
        return both

    def _connect(self) -> None:
        self.file.editingFinished.connect(self.look)
        self.orders.currentIndexChanged.connect(self.look)
        self.try_out.clicked.connect(lambda: self.run(dry_run=True))
        self.carry_out.clicked.connect(lambda: self.run(dry_run=False))
        self.leave.clicked.connect(self.close)
        for signal in (
            self.file.textChanged,
            self.store.textChanged,
            self.modes.currentIndexChanged,
            self.orders.currentIndexChanged,
        ):
            signal.connect(self._follow_choice)
        self._follow_choice()

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._looking.is_busy or self._running.is_busy

    @property
    def _choice(self) -> _Choice:
        return _Choice(
            self.file.text().strip(), self.store.text().strip(), self.modes.currentData(), self.orders.currentData()
        )

    def _follow_choice(self) -> None:
        """What was not tried out as it is cannot be carried out."""
        is_free = bool(self._choice.file and self._choice.store) and not self._running.is_busy
        self.try_out.setEnabled(is_free)
        self.carry_out.setEnabled(is_free and self._tried == self._choice)

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import"), "", _PATTERN)
        if name:
            self.file.setText(name)
            self.look()

    def _choose_store(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("New store"), "events.sqlite", "*.sqlite")
        if name:
            self.store.setText(name)

    def look(self) -> None:
        """Show how the file is understood, and its first rows."""
        look, asked = self._exchange.look, (self._choice.file, self._choice.order)
        name, order = asked
        if name and asked != self._looked:
            self._looked = asked
            self._run(self._looking, lambda _is_cancelled: look(Path(name), order), self._show_look)

    def _show_look(self, found: ImportLook) -> None:
        how = self.tr("Read as {how}").format(how=found.how)
        self.understood.setText("\n".join([how, *found.notes]))
        self.rows.show_table(found.table)

    def run(self, *, dry_run: bool) -> None:
        """Say what would be done, or do it."""
        choice, run_import = self._choice, self._exchange.run_import
        file, store = Path(choice.file), Path(choice.store)

        def carry_out(_is_cancelled: IsCancelled) -> ImportResult:
            return run_import(file, store, choice.mode, choice.order, dry_run=dry_run)

        def show(result: ImportResult) -> None:
            self._show_problems(result)
            if result.problem_count:
                return
            self.report.setPlainText("\n".join(result.lines))
            self._tried = choice if dry_run else None
            self.message.setText(self.tr("Nothing is changed yet.") if dry_run else self.tr("Imported."))
            if not dry_run:
                self.close()
                self._exchange.reopen(store)

        self._run(self._running, carry_out, show)

    def _run(self, background: Background, task: Callable[[IsCancelled], Any], then: Callable[[Any], None]) -> None:
        def show(answer: Any) -> None:
            if isinstance(answer, ViewerError):
                self.message.setText(str(answer))
            else:
                then(answer)
            self._follow_choice()

        background.run(task, show)
        self._follow_choice()

    def _show_problems(self, result: ImportResult) -> None:
        columns = [self.tr("Row"), self.tr("Column"), self.tr("Value"), self.tr("Problem")]
        rows = [
            [str(problem.row), problem.column, problem.value, problem.reason]
            for problem in result.problems[:_MOST_PROBLEMS]
        ]
        self.problems.show_table(Table(columns, rows))
        self.problems.setVisible(bool(result.problem_count))
        self.report.setVisible(not result.problem_count)
        self.message.setText(self.tr("%n problem(s); nothing is written.", "", result.problem_count))

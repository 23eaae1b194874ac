"""The dialog that imports the events of a file: a preview, a dry run, then the import itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qtviewer.domain.errors import ViewerError
from qtviewer.ui.background import BackgroundRunner, IsCancelled
from qtviewer.ui.files.exchange_interface import Exchange, ImportReading, ImportResult
from qtviewer.ui.files.import_form import ImportChoice, ImportForm
from qtviewer.ui.look.dialog_style import dialog_size, dialog_style
from qtviewer.ui.view_model import ViewModel

_FILE_PATTERN: Final = "*.csv *.tsv *.txt *.xlsx *.json *.jsonl *.timelinejs *.ics"


class ImportDialog(QDialog):
    """Imports the events of a file into the window's store, or into a new one where that cannot be changed."""

    def __init__(self, model: ViewModel, exchange: Exchange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exchange = exchange
        self._previews, self._imports = BackgroundRunner(self), BackgroundRunner(self)
        self._previewed: tuple[str, ImportReading | None] = ("", None)
        self._tried_choice: ImportChoice | None = None
        self.setStyleSheet(dialog_style(model.theme))
        self.setWindowTitle(self.tr("Import"))
        self.form = ImportForm(
            model.theme, str(exchange.writable_store_path(model.source) or ""), exchange.encodings, self
        )
        self.try_button = QPushButton(self.tr("Try it"), self)
        self.try_button.setDefault(True)
        self.import_button = QPushButton(self.tr("Import"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self._arrange()
        self._connect()
        self.resize(dialog_size(model.theme, parent))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.form, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.close_button, self.try_button, self.import_button):
            row.addWidget(button)
        column.addLayout(row)

    def _connect(self) -> None:
        form = self.form
        form.browse_file.clicked.connect(self._choose_file)
        form.browse_store.clicked.connect(self._choose_store)
        form.file_field.editingFinished.connect(self.preview)
        form.order_box.currentIndexChanged.connect(self.preview)
        form.encoding_box.currentIndexChanged.connect(self.preview)
        self.try_button.clicked.connect(lambda: self.run(dry_run=True))
        self.import_button.clicked.connect(lambda: self.run(dry_run=False))
        self.close_button.clicked.connect(self.close)
        for signal in (
            form.file_field.textChanged,
            form.store_field.textChanged,
            form.mode_box.currentIndexChanged,
            form.order_box.currentIndexChanged,
            form.encoding_box.currentIndexChanged,
        ):
            signal.connect(self._update_buttons)
        self._update_buttons()

    @property
    def is_busy(self) -> bool:
        """Whether a file is being previewed or imported."""
        return self._previews.is_busy or self._imports.is_busy

    def _update_buttons(self) -> None:
        """Allow a dry run of a complete choice, and the import of exactly the choice that was tried."""
        choice = self.form.choice
        can_run = bool(choice.file and choice.store) and not self._imports.is_busy
        self.try_button.setEnabled(can_run)
        self.import_button.setEnabled(can_run and self._tried_choice == choice)

    def _choose_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import"), "", _FILE_PATTERN)
        if name:
            self.form.file_field.setText(name)
            self.preview()

    def _choose_store(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("New store"), "events.sqlite", "*.sqlite")
        if name:
            self.form.store_field.setText(name)

    def preview(self) -> None:
        """Show how the file is read, and its first rows, unless that is shown already."""
        preview_import, choice = self._exchange.preview_import, self.form.choice
        if choice.file and (choice.file, choice.reading) != self._previewed:
            self._previewed = choice.file, choice.reading
            path, reading = Path(choice.file), choice.reading
            self._run(self._previews, lambda _is_cancelled: preview_import(path, reading), self.form.show_preview)

    def run(self, *, dry_run: bool) -> None:
        """Import the file, or report what the import would do; after an import the window shows the store anew."""
        choice, run_import = self.form.choice, self._exchange.run_import
        path, store = Path(choice.file), Path(choice.store)

        def import_file(_is_cancelled: IsCancelled) -> ImportResult:
            return run_import(path, store, choice.mode, choice.reading, dry_run=dry_run)

        def show_result(result: ImportResult) -> None:
            self.form.show_result(result)
            if not result.problem_count:
                self._finish(choice, dry_run=dry_run)

        self._run(self._imports, import_file, show_result)

    def _finish(self, choice: ImportChoice, *, dry_run: bool) -> None:
        self._tried_choice = choice if dry_run else None
        self.form.show_message(self.tr("Nothing is changed yet.") if dry_run else self.tr("Imported."))
        if not dry_run:
            self.close()
            self._exchange.open_store(Path(choice.store))

    def _run(
        self, background: BackgroundRunner, task: Callable[[IsCancelled], Any], show_answer: Callable[[Any], None]
    ) -> None:
        """Run a task in a thread and show its answer, or the message of its ViewerError."""

        def show(answer: Any) -> None:
            if isinstance(answer, ViewerError):
                self.form.show_message(str(answer))
            else:
                show_answer(answer)
            self._update_buttons()

        background.run(task, show)
        self._update_buttons()

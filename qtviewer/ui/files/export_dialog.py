"""The dialog that exports the events shown in the window."""

from contextlib import closing
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event import name_in_language
from qtviewer.domain.query.query_labels import query_label
from qtviewer.ui.background import BackgroundRunner, IsCancelled
from qtviewer.ui.files.exchange_interface import Exchange, ExportFormat, ExportRequest, PreviewTable
from qtviewer.ui.files.export_form import ExportForm
from qtviewer.ui.files.export_runner import ExportCancelledError, ExportRunner
from qtviewer.ui.guard import guarded
from qtviewer.ui.look.dialog_style import dialog_size, dialog_style
from qtviewer.ui.view_model import ViewModel

_ALL_LANGUAGES: Final = "all"


@guarded
class ExportDialog(QDialog):
    """Exports the events that match the query of a model, with a preview of the first of them."""

    import_wanted = Signal()
    """Emitted when the user would rather import a file; the dialog is closed."""

    def __init__(self, model: ViewModel, exchange: Exchange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._exchange = model, exchange
        self._previews = BackgroundRunner(self)
        self._runner = ExportRunner(model.source, exchange.write_export, self)
        state, vocabulary = model.state, model.source.vocabulary
        languages = [*vocabulary.languages, _ALL_LANGUAGES]
        self.form = ExportForm(model.theme, exchange, languages, self)
        self.setStyleSheet(dialog_style(model.theme))
        self.setWindowTitle(self.tr("Export"))
        self._arrange()
        self.form.summary_label.setText(query_label(state.query, vocabulary, state.lang, model.total))
        self.form.language_box.setCurrentIndex(languages.index(state.lang))
        self._connect()
        self._follow_format()
        self.resize(dialog_size(model.theme, parent))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(self.form, 1)
        row = QHBoxLayout()
        row.addWidget(self.form.import_button)
        row.addStretch(1)
        row.addWidget(self.form.cancel_button)
        row.addWidget(self.form.export_button)
        column.addLayout(row)

    def _connect(self) -> None:
        form = self.form
        form.format_box.currentIndexChanged.connect(self._follow_format)
        form.language_box.currentIndexChanged.connect(self._preview)
        form.raw_check.toggled.connect(self._follow_options)
        form.field_list.itemChanged.connect(self._preview)
        form.browse_button.clicked.connect(self._choose_target)
        form.export_button.clicked.connect(self.export)
        form.cancel_button.clicked.connect(self.cancel)
        form.import_button.clicked.connect(self._leave_for_import)
        self._runner.progressed.connect(form.progress_bar.setValue)
        self._runner.finished.connect(self._show_result)

    @property
    def is_busy(self) -> bool:
        """Whether an export is being written."""
        return self._runner.is_busy

    @property
    def is_previewing(self) -> bool:
        """Whether the preview is still being read."""
        return self._previews.is_busy

    @property
    def request(self) -> ExportRequest:
        """The export as it is chosen now."""
        chosen, form = self._format, self.form
        raw = chosen.has_raw and form.raw_check.isChecked()
        fields = form.chosen_fields() if chosen.has_fields and not raw else ()
        width = (form.width_box.value() or None) if chosen.width_unit else None
        query, lang = self._model.state.query, form.language_box.currentData()
        return ExportRequest(query, lang, chosen.name, fields, raw, width)

    @property
    def _format(self) -> ExportFormat:
        return self._exchange.formats[self.form.format_box.currentIndex()]

    def _follow_format(self) -> None:
        self._suggest_target()
        self._follow_options()

    def _follow_options(self) -> None:
        self.form.show_options_of(self._format)
        self._preview()

    def _suggest_target(self) -> None:
        """Keep the folder and the name of the file, and give it the ending of the format."""
        name = self.form.target_field.text()
        for ending in sorted((known.ending for known in self._exchange.formats), key=len, reverse=True):
            if name.endswith(ending):
                name = name.removesuffix(ending)
                break
        self.form.target_field.setText((name or str(Path.home() / self._default_name())) + self._format.ending)

    def _default_name(self) -> str:
        title = name_in_language(self._model.source.vocabulary.titles, self._model.state.lang)
        return title.replace("/", "-") or "events"

    def _choose_target(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), self.form.target_field.text())
        if name:
            self.form.target_field.setText(name)

    def _preview(self) -> None:
        source, request, preview_export = self._model.source, self.request, self._exchange.preview_export

        def read_preview(is_cancelled: IsCancelled) -> PreviewTable:
            with closing(source.open_again(is_cancelled)) as own_source:
                return preview_export(own_source, request)

        self._previews.run(read_preview, self._show_preview)

    def _show_preview(self, table: PreviewTable | ViewerError) -> None:
        if isinstance(table, ViewerError):
            self.form.show_message(str(table))
        else:
            self.form.preview_table.show_table(table)

    def export(self) -> None:
        """Write the export to the chosen file; the form shows its progress and its outcome."""
        target = self.form.target_field.text().strip()
        if not target:
            self.form.show_message(self.tr("Choose a file first."))
            return
        self.form.show_progress(self._model.total)
        self._runner.start(target, self.request, is_painted=self._format.is_painted)

    def _show_result(self, result: list[str] | ViewerError) -> None:
        self.form.hide_progress()
        if isinstance(result, ExportCancelledError):
            self.form.show_message(self.tr("Cancelled; nothing was written."))
        elif isinstance(result, ViewerError):
            self.form.show_message(str(result))
        else:
            written = self.tr("Written: {file}").format(file=self.form.target_field.text().strip())
            self.form.show_message("\n".join([written, *result]))

    def cancel(self) -> None:
        """Cancel the export that is being written; without one, close the dialog."""
        if self.is_busy:
            self._runner.cancel()
        else:
            self._previews.cancel()
            super().reject()

    def _leave_for_import(self) -> None:
        if not self.is_busy:
            self.cancel()
            self.import_wanted.emit()

    def reject(self) -> None:
        """Do the same as `cancel`, on Esc and on the window's own close button."""
        self.cancel()

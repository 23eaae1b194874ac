"""Taking the events of the screen along: format, language, fields and file, with the first rows to look at."""

from contextlib import closing
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimerEvent, Signal
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event import name_in_language
from qtviewer.domain.query.labels import query_label
from qtviewer.domain.source import EventSource
from qtviewer.ui.background import Background, IsCancelled
from qtviewer.ui.files.exchange_ports import Exchange, ExportWish, ListFormat, Table
from qtviewer.ui.files.export_form import ExportForm
from qtviewer.ui.look.dialog_style import dialog_size, dialog_style
from qtviewer.ui.view_model import ViewModel

_LOOK_EVERY: Final = 50  # milliseconds, while a list is written
_ALL: Final = "all"


class CancelledError(ViewerError):
    """The user has seen enough."""


class ExportDialog(QDialog):
    """Writes the events of a model's query, those that its window shows."""

    import_wanted = Signal()

    def __init__(self, model: ViewModel, exchange: Exchange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._exchange = model, exchange
        self._previews, self._writing = Background(self), Background(self)
        self._done: list[int] = [0]
        self._stop: list[bool] = [False]
        self._is_painting = False
        self._timer = 0
        languages = [*model.source.vocabulary.languages, _ALL]
        self.form = ExportForm(model.theme, exchange, languages, self)
        self.setStyleSheet(dialog_style(model.theme))
        self.setWindowTitle(self.tr("Export"))
        self._arrange()
        state = model.state
        words = query_label(state.query, model.source.vocabulary, state.lang, model.total)
        self.form.count.setText(words)
        self.form.languages.setCurrentIndex(languages.index(state.lang))
        self._connect()
        self._follow_format()
        self.resize(dialog_size(model.theme, parent))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(self.form, 1)
        row = QHBoxLayout()
        row.addWidget(self.form.import_instead)
        row.addStretch(1)
        row.addWidget(self.form.cancel)
        row.addWidget(self.form.start)
        column.addLayout(row)

    def _connect(self) -> None:
        form = self.form
        form.formats.currentIndexChanged.connect(self._follow_format)
        form.languages.currentIndexChanged.connect(self._preview)
        form.raw.toggled.connect(self._follow_choices)
        form.fields.itemChanged.connect(self._preview)
        form.choose.clicked.connect(self._choose_target)
        form.start.clicked.connect(self.export)
        form.cancel.clicked.connect(self.cancel)
        form.import_instead.clicked.connect(self._leave_for_import)

    @property
    def is_busy(self) -> bool:
        """Whether a list is being written."""
        return self._is_painting or self._writing.is_busy

    @property
    def is_previewing(self) -> bool:
        """Whether the first rows are still to come."""
        return self._previews.is_busy

    @property
    def wish(self) -> ExportWish:
        """The list that is asked for."""
        chosen, form = self._format, self.form
        raw = chosen.has_raw and form.raw.isChecked()
        fields = form.chosen_fields() if chosen.has_fields and not raw else ()
        width = (form.width_box.value() or None) if chosen.width_unit else None
        query, lang = self._model.state.query, form.languages.currentData()
        return ExportWish(query, lang, chosen.name, fields, raw, width)

    @property
    def _format(self) -> ListFormat:
        return self._exchange.formats[self.form.formats.currentIndex()]

    def _follow_format(self) -> None:
        self._suggest_target()
        self._follow_choices()

    def _follow_choices(self) -> None:
        self.form.show_choices_of(self._format)
        self._preview()

    def _suggest_target(self) -> None:
        """Keep the folder and the name, change the ending."""
        name = self.form.target.text()
        for known in sorted(self._exchange.formats, key=lambda each: -len(each.ending)):
            if name.endswith(known.ending):
                name = name.removesuffix(known.ending)
                break
        title = (
            name_in_language(self._model.source.vocabulary.titles, self._model.state.lang).replace("/", "-") or "events"
        )
        self.form.target.setText((name or str(Path.home() / title)) + self._format.ending)

    def _choose_target(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), self.form.target.text())
        if name:
            self.form.target.setText(name)

    def _preview(self) -> None:
        source, wish, preview = self._model.source, self.wish, self._exchange.preview

        def look(is_cancelled: IsCancelled) -> Table:
            with closing(source.open_again(is_cancelled)) as own:
                return preview(own, wish)

        self._previews.run(look, self._show_preview)

    def _show_preview(self, found: Table | ViewerError) -> None:
        if isinstance(found, ViewerError):
            self.form.say(str(found))
        else:
            self.form.preview.show_table(found)

    # --- writing

    def export(self) -> None:
        """Write the list; a painted one in the window's own thread, as Qt wants it, the others beside it."""
        target = self.form.target.text().strip()
        if not target:
            self.form.say(self.tr("Choose a file first."))
            return
        self._begin()
        if self._format.is_painted:
            self._paint(target)
            return
        source, wish, write = self._model.source, self.wish, self._exchange.write
        done, stop = self._done, self._stop

        def carry_out(is_cancelled: IsCancelled) -> list[str]:
            def progress(count: int) -> None:
                done[0] = count
                if stop[0] or is_cancelled():
                    raise CancelledError("cancelled")

            with closing(source.open_again(is_cancelled)) as own:
                return list(write(own, target, wish, progress))

        self._writing.run(carry_out, self._finish)

    def _begin(self) -> None:
        self._done, self._stop = [0], [False]
        self.form.show_progress(self._model.total)
        self._timer = self.startTimer(_LOOK_EVERY)

    def _paint(self, target: str) -> None:
        source: EventSource = self._model.source

        def progress(count: int) -> None:
            self._done[0] = count
            self.form.progress.setValue(count)
            QApplication.processEvents()
            if self._stop[0]:
                raise CancelledError("cancelled")

        self._is_painting = True
        QApplication.processEvents()
        try:
            answer: list[str] | ViewerError = list(self._exchange.write(source, target, self.wish, progress))
        except ViewerError as error:
            answer = error
        finally:
            self._is_painting = False
        self._finish(answer)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Show how far it is."""
        if event.timerId() == self._timer:
            self.form.progress.setValue(self._done[0])

    def _finish(self, answer: list[str] | ViewerError) -> None:
        self._end()
        if isinstance(answer, CancelledError):
            self.form.say(self.tr("Cancelled; nothing was written."))
        elif isinstance(answer, ViewerError):
            self.form.say(str(answer))
        else:
            written = self.tr("Written: {file}").format(file=self.form.target.text().strip())
            self.form.say("\n".join([written, *answer]))

    def _end(self) -> None:
        self.killTimer(self._timer)
        self.form.hide_progress()

    def cancel(self) -> None:
        """Stop what is being written, or leave."""
        if self.is_busy:
            self._stop[0] = True
        else:
            self._previews.forget()
            super().reject()

    def _leave_for_import(self) -> None:
        if not self.is_busy:
            self.cancel()
            self.import_wanted.emit()

    def reject(self) -> None:
        """Esc and the window's own button stop first, then leave."""
        self.cancel()

"""Runs one export at a time: in a thread, or in the window's own thread where Qt paints it."""

from collections.abc import Callable
from contextlib import closing
from typing import Final

from PySide6.QtCore import QObject, QTimerEvent, Signal
from PySide6.QtWidgets import QApplication

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.source import EventSource
from qtviewer.ui.background import BackgroundRunner, IsCancelled
from qtviewer.ui.files.exchange_interface import ExportRequest, WriteExport
from qtviewer.ui.guard import guarded

_POLL_INTERVAL: Final = 50  # milliseconds between two checks of the progress of a thread


class ExportCancelledError(ViewerError):
    """Raised inside an export to end it when the user has cancelled it."""


class _Progress:
    """Event count and cancellation of an export, shared by its thread and the window; no QObject, for the thread."""

    def __init__(self) -> None:
        self.event_count = 0
        self.is_cancelled = False

    def report(self, event_count: int) -> None:
        """Take the number of events written so far; raise ExportCancelledError when it is cancelled."""
        self.event_count = event_count
        if self.is_cancelled:
            raise ExportCancelledError("cancelled")


@guarded
class ExportRunner(QObject):
    """Writes exports of a source."""

    progressed = Signal(int)
    """Emitted with the number of events written so far."""
    finished = Signal(object)
    """Emitted with the list of losses as sentences, or with the ViewerError that ended the export."""

    def __init__(self, source: EventSource, write_export: WriteExport, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source, self._write_export = source, write_export
        self._background = BackgroundRunner(self)
        self._progress = _Progress()
        self._is_painting = False
        self._timer = 0

    @property
    def is_busy(self) -> bool:
        """Whether an export is being written."""
        return self._is_painting or self._background.is_busy

    def start(self, target: str, request: ExportRequest, *, is_painted: bool) -> None:
        """Write an export to the path `target`. A painted one returns when it is finished, any other at once."""
        self._progress = _Progress()
        self._timer = self.startTimer(_POLL_INTERVAL)
        if is_painted:
            self._paint(target, request)
        else:
            task = _export_task(self._source, self._write_export, target, request, self._progress)
            self._background.run(task, self._finish)

    def cancel(self) -> None:
        """End the export at its next report of progress; `finished` comes then."""
        self._progress.is_cancelled = True

    def _paint(self, target: str, request: ExportRequest) -> None:
        progress = self._progress

        def report(event_count: int) -> None:
            self.progressed.emit(event_count)
            QApplication.processEvents()
            progress.report(event_count)

        self._is_painting = True
        QApplication.processEvents()
        try:
            answer: list[str] | ViewerError = list(self._write_export(self._source, target, request, report))
        except ViewerError as error:
            answer = error
        finally:
            self._is_painting = False
        self._finish(answer)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Pass on the progress of the thread."""
        if event.timerId() == self._timer:
            self.progressed.emit(self._progress.event_count)

    def _finish(self, answer: list[str] | ViewerError) -> None:
        self.killTimer(self._timer)
        self.finished.emit(answer)


def _export_task(
    source: EventSource, write_export: WriteExport, target: str, request: ExportRequest, progress: _Progress
) -> Callable[[IsCancelled], list[str]]:
    """Return the work of the thread, which refers to no QObject."""

    def write(is_cancelled: IsCancelled) -> list[str]:
        def report(event_count: int) -> None:
            progress.report(event_count)
            if is_cancelled():
                raise ExportCancelledError("cancelled")

        with closing(source.open_again(is_cancelled)) as own_source:
            return list(write_export(own_source, target, request, report))

    return write

"""A line above the events that says why they could not be searched, and what other programs did to the store."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from qtviewer.ui.view_model import ViewModel


class Notice(QLabel):
    """Shows a message about the store or the search, and hides when there is none."""

    def __init__(self, model: ViewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setObjectName("muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        model.language_changed.connect(self._show_store_state)
        model.requested_query_changed.connect(self._show_store_state)
        model.search_failed.connect(self._show_search_failure)
        self._show_store_state()

    def _show_store_state(self) -> None:
        is_stale = self._model.source.is_stale
        self._show_message(
            self.tr("Another program changed this store. Until “qtviewer reindex” is run, it opens slowly.")
            if is_stale
            else ""
        )

    def tell_store_was_reopened(self) -> None:
        """Say that what is shown is another state of the store than before."""
        self._show_message(self.tr("Another program changed this store. It was opened anew."))

    def tell_store_cannot_be_reopened(self, reason: str) -> None:
        """Say why another state of the store cannot be shown."""
        from qtviewer.ui.window.failure_sentence import failure_sentence  # noqa: PLC0415 - only after a failure

        message = self.tr("Another program changed this store. It is shown as it was: {reason}")
        self._show_message(message.format(reason=failure_sentence(reason)))

    def _show_search_failure(self, reason: str) -> None:
        self._show_message(self.tr("This could not be searched: {reason}").format(reason=reason))

    def _show_message(self, message: str) -> None:
        self.setText(message)
        self.setVisible(bool(message))

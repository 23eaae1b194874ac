"""Buttons below the detail pane: back, forward, copy link, copy as text."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from qtviewer.ui.detail.clipboard_text import event_as_text, link_to_view
from qtviewer.ui.detail.event_detail import detail_of
from qtviewer.ui.look.buttons import AdaptiveTextButton, PointingHandButton
from qtviewer.ui.look.one_or_two_lines import OneOrTwoLines
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.window.browsing_history import BrowsingHistory

_CONFIRMATION_TIME = 2_000  # milliseconds that a button says that something was copied


class BrowsingBar(QWidget):
    """Buttons that go back and forward and copy the event to the clipboard; made after the first frame."""

    def __init__(self, model: ViewModel, browsing: BrowsingHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._browsing = browsing
        self._confirming_button: QPushButton | None = None
        self.back, self.forward = PointingHandButton("←", self), PointingHandButton("→", self)
        self.copy_link, self.copy_text = AdaptiveTextButton(self), AdaptiveTextButton(self)
        self._confirmation_timer = QTimer(self, singleShot=True, interval=_CONFIRMATION_TIME)
        self._confirmation_timer.timeout.connect(self._end_confirmation)
        self._line = OneOrTwoLines(self._least_width)
        self.setLayout(self._line)
        browsing_part, copying_part = QHBoxLayout(), QHBoxLayout()
        self._line.addLayout(browsing_part)
        self._line.addLayout(copying_part, 1)
        actions: list[tuple[QPushButton, Callable[[], None]]] = [
            (self.back, browsing.go_back),
            (self.forward, browsing.go_forward),
            (self.copy_link, self._copy_link),
            (self.copy_text, self._copy_text),
        ]
        for button, action in actions:
            button.clicked.connect(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the arrow keys to the timeline
            is_copying = isinstance(button, AdaptiveTextButton)
            (copying_part if is_copying else browsing_part).addWidget(button, 1)
        for button in (self.back, self.forward):
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        for signal in (browsing.changed, model.selection_changed, model.language_changed, model.theme_changed):
            signal.connect(self.refresh)
        self.refresh()

    def _least_width(self) -> int:
        """Return the width of one line in which the texts of the buttons that copy are not shortened, in pixels."""
        widths = [button.sizeHint().width() for button in (self.back, self.forward)]
        widths += 2 * [max(button.least_width for button in (self.copy_link, self.copy_text))]
        return sum(widths) + (len(widths) - 1) * self._line.spacing()

    def refresh(self) -> None:
        """Enable the buttons that have an effect, and set their texts in the model's language."""
        self.back.setEnabled(self._browsing.can_go_back)
        self.forward.setEnabled(self._browsing.can_go_forward)
        self.copy_text.setEnabled(bool(self._model.state.selected))
        names = (self.tr("Back"), self.tr("Forward"), self.tr("Copy link"), self.tr("Copy as text"))
        buttons = (self.back, self.forward, self.copy_link, self.copy_text)
        for button, name in zip(buttons, names, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(name)
        for adaptive, texts in (
            (self.copy_link, (self.tr("Copy link"), self.tr("Link"))),
            (self.copy_text, (self.tr("Copy as text"), self.tr("Text"))),
        ):
            adaptive.set_texts(*((self.tr("Copied"), "✓") if adaptive is self._confirming_button else texts))
        self._line.invalidate()  # the texts have other widths

    def _copy_link(self) -> None:
        self._copy(link_to_view(self._model.state), self.copy_link)

    def _copy_text(self) -> None:
        model = self._model
        event = model.source.event(model.state.selected)
        if event is not None:
            detail = detail_of(event, model.source.vocabulary, model.state.lang, with_lunar=False)
            self._copy(event_as_text(detail, link_to_view(model.state)), self.copy_text)

    def _copy(self, text: str, button: QPushButton) -> None:
        QGuiApplication.clipboard().setText(text)
        self._confirming_button = button
        self._confirmation_timer.start()
        self.refresh()

    def _end_confirmation(self) -> None:
        self._confirming_button = None
        self.refresh()

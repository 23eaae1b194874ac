"""Where staff type their PIN: digits to tap, and a pause after too many wrong ones."""

import math
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from qtviewer.kiosk.pin import PinLock, try_pin
from qtviewer.ui.kiosk.overlays import Overlay
from qtviewer.ui.kiosk.style import HasTheme, TouchButton, plain_label

_MOST_DIGITS = 12
_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "⌫", "0", "✓")


class PinPad(Overlay):
    """Tells when the right PIN was typed; how often a wrong one was is remembered until the program ends."""

    opened = Signal()
    closed = Signal()

    def __init__(self, model: HasTheme, pin_hash: str, clock: Callable[[], float], parent: QWidget) -> None:
        super().__init__(model, parent)
        self._pin_hash, self._clock = pin_hash, clock
        self.gate = PinLock()
        self.digits = ""
        self._wrong = False
        self.title = self._centred(plain_label(self.card))
        self.shown = self._centred(plain_label(self.card, wraps=False))
        self.message = self._centred(plain_label(self.card, name="muted"))
        self.grid = QGridLayout()
        self.lines.addLayout(self.grid)
        self.keys = {key: self._make_key(key) for key in _KEYS}
        for at, key in enumerate(self.keys.values()):
            self.grid.addWidget(key, at // 3, at % 3)
        self.cancel = TouchButton("main", self.card)
        self.cancel.clicked.connect(self.closed)
        self.lines.addWidget(self.cancel)
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.refresh)

    def _make_key(self, name: str) -> TouchButton:
        key = TouchButton("key", self.card)
        key.say(name)
        key.clicked.connect(lambda: self.press(name))
        return key

    def reset(self) -> None:
        """Forget what was typed, but not how often it was wrong."""
        self.digits, self._wrong = "", False
        self._timer.stop()
        self.refresh()

    def press(self, name: str) -> None:
        """A key was tapped."""
        self._wrong = False
        if name == "✓":
            self._try()
        elif name == "⌫":
            self.digits = self.digits[:-1]
        else:
            self.digits = (self.digits + name)[:_MOST_DIGITS]
        self.refresh()

    def press_key(self, key: int) -> None:
        """A key of a keyboard was pressed: digits, Backspace and Enter stand for those that are tapped."""
        names = {Qt.Key.Key_Backspace: "⌫", Qt.Key.Key_Return: "✓", Qt.Key.Key_Enter: "✓"}
        name = names.get(Qt.Key(key)) or (chr(key) if ord("0") <= key <= ord("9") else "")
        if name and self.keys[name].isEnabled():
            self.press(name)

    def _try(self) -> None:
        opens, self.gate = try_pin(self.gate, self.digits, self._pin_hash, self._clock())
        self.digits, self._wrong = "", not opens
        if opens:
            self.opened.emit()
        elif self.gate.seconds_locked(self._clock()):
            self._timer.start()

    def refresh(self) -> None:
        """Show what was typed, as dots, and what to know."""
        theme, m = self._model.theme, self.sizes
        locked = self.gate.seconds_locked(self._clock())
        if not locked:
            self._timer.stop()
        self.title.setText(self.tr("For staff"))
        self.title.setFont(theme.font(28, bold=True))
        self.shown.setText("●" * len(self.digits) or "–")
        self.shown.setFont(theme.font(30))
        self.message.setText(self._message(locked))
        self.message.setFont(theme.font(17))
        self.grid.setSpacing(m.px(14))
        for key in self.keys.values():
            key.set_touch_size(m.main_control, theme.font(24))
            key.setEnabled(not locked)
        self.cancel.say(self.tr("Back"))
        self.cancel.set_touch_size(m.main_control, theme.font(20))
        self._place()

    def _message(self, locked: float) -> str:
        if not self._pin_hash:
            return self.tr("No PIN is set: qtviewer kiosk --set-pin makes one.")
        if locked:
            return self.tr("Too many wrong PINs. Try again in %n second(s).", "", math.ceil(locked))
        return self.tr("This PIN is wrong.") if self._wrong else self.tr("PIN, then ✓")

"""The overlay in which staff type their PIN."""

import math

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from qtviewer.kiosk.pin_gate import PinGate
from qtviewer.ui.kiosk.overlays import Overlay
from qtviewer.ui.kiosk.style import HasTheme, TouchButton, plain_label

_MOST_DIGITS = 12
_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "⌫", "0", "✓")


class PinPad(Overlay):
    """Keys for digits; `opened` is emitted after the right PIN, `closed` by the button that leads back.

    After too many wrong PINs the keys are disabled for a while, as the gate says.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, model: HasTheme, gate: PinGate, parent: QWidget) -> None:
        super().__init__(model, parent)
        self._gate = gate
        self.digits = ""
        self._was_wrong = False
        self.title = self._add_centered(plain_label(self.card))
        self.dots = self._add_centered(plain_label(self.card, wraps=False))
        self.message = self._add_centered(plain_label(self.card, name="muted"))
        self.grid = QGridLayout()
        self.rows.addLayout(self.grid)
        self.keys = {key: self._make_key(key) for key in _KEYS}
        for position, key in enumerate(self.keys.values()):
            self.grid.addWidget(key, position // 3, position % 3)
        self.cancel = TouchButton("main", self.card)
        self.cancel.clicked.connect(self.closed)
        self.rows.addWidget(self.cancel)
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.refresh)

    def _make_key(self, name: str) -> TouchButton:
        key = TouchButton("key", self.card)
        key.show_text(name)
        key.clicked.connect(lambda: self.press(name))
        return key

    def reset(self) -> None:
        """Delete the typed digits, but keep the number of wrong PINs."""
        self.digits, self._was_wrong = "", False
        self.refresh()

    def press(self, name: str) -> None:
        """React to a tapped key: a digit, "⌫" or "✓"."""
        self._was_wrong = False
        if name == "✓":
            self._check()
        elif name == "⌫":
            self.digits = self.digits[:-1]
        else:
            self.digits = (self.digits + name)[:_MOST_DIGITS]
        self.refresh()

    def press_key(self, key: int) -> None:
        """React to a key of a keyboard, a `Qt.Key` as a number; all but digits, Backspace and Enter are ignored."""
        names = {Qt.Key.Key_Backspace: "⌫", Qt.Key.Key_Return: "✓", Qt.Key.Key_Enter: "✓"}
        name = names.get(Qt.Key(key)) or (chr(key) if ord("0") <= key <= ord("9") else "")
        if name and self.keys[name].isEnabled():
            self.press(name)

    def _check(self) -> None:
        is_right = self._gate.is_opened_by(self.digits)
        self.digits, self._was_wrong = "", not is_right
        if is_right:
            self.opened.emit()

    def refresh(self) -> None:
        """Show a dot for each digit, and a message; disable the keys while the lock is closed."""
        theme, sizes = self._model.theme, self.sizes
        locked = self._gate.seconds_locked()
        if not locked:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        self.title.setText(self.tr("For staff"))
        self.title.setFont(theme.font(28, bold=True))
        self.dots.setText("●" * len(self.digits) or "–")
        self.dots.setFont(theme.font(30))
        self.message.setText(self._message(locked))
        self.message.setFont(theme.font(17))
        self.grid.setSpacing(sizes.px(14))
        for key in self.keys.values():
            key.set_touch_size(sizes.main_control, theme.font(24))
            key.setEnabled(not locked)
        self.cancel.show_text(self.tr("Back"))
        self.cancel.set_touch_size(sizes.main_control, theme.font(20))
        self._place()

    def _message(self, locked: float) -> str:
        if not self._gate.has_pin:
            return self.tr("No PIN is set: qtviewer kiosk --set-pin makes one.")
        if locked:
            return self.tr("Too many wrong PINs. Try again in %n second(s).", "", math.ceil(locked))
        return self.tr("This PIN is wrong.") if self._was_wrong else self.tr("PIN, then ✓")

"""The kiosk's window while its store cannot be shown: a page that says so; the log has the reason."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer

from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.pin_gate import PinGate
from qtviewer.kiosk.restart import STAFF_STATUS
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.kiosk.base_window import KioskBaseWindow
from qtviewer.ui.kiosk.density_curve import DensityCurveView
from qtviewer.ui.kiosk.pin_pad import PinPad
from qtviewer.ui.kiosk.style import plain_label
from qtviewer.ui.look.theme import THEMES, Theme
from qtviewer.ui.translation import install_translation

_TICK: Final = 250  # milliseconds between checks of the clock
_LINES: Final = (("展示暂停，请稍后再来", 40, True), ("This display is resting. Please come back later.", 24, False))
"""Text, font size in units of the theme, and whether it is bold."""


class ClosedWindow(KioskBaseWindow):
    """Says in Chinese and English that nothing is shown now; staff can leave it with the PIN."""

    def __init__(self, config: KioskConfig, clock: Callable[[], float], gate: PinGate) -> None:
        super().__init__(config, clock)
        install_translation(config.lang)
        self.theme: Theme = THEMES.get(config.theme, THEMES["light"])._replace(lang="zh")
        self.curve_view = DensityCurveView(None, self.theme, is_still=config.reduced_motion, parent=self)
        self.labels = [plain_label(self) for _line in _LINES]
        for label, (text, _size, _bold) in zip(self.labels, _LINES, strict=True):
            label.setText(text)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pin_pad = PinPad(self, gate, self)
        self.pin_pad.closed.connect(self.pin_pad.hide)
        self.pin_pad.opened.connect(lambda: self.leave(STAFF_STATUS))
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self.update_sizes()

    def tick(self) -> None:
        """Check the clock: ask for the PIN or hide the cursor when it is time."""
        if self.input_filter.take_corner_hold():
            self.ask_for_pin()
        self.hide_idle_cursor()

    def ask_for_pin(self) -> None:
        """Show the PIN pad."""
        self.pin_pad.reset()
        self.pin_pad.show()
        self.pin_pad.raise_()

    def handle_key(self, key: int) -> None:
        """Pass a pressed key to the PIN pad if it is shown."""
        if self.pin_pad.isVisible():
            self.pin_pad.press_key(key)

    def apply_sizes(self, sizes: KioskSizes) -> None:
        """Lay out the page in other sizes."""
        self.theme = self.theme._replace(text_scale=sizes.text_scale)
        self.apply_theme(self.theme)
        width, height, margin = sizes.width, sizes.height, sizes.px(72)
        self.curve_view.setGeometry(QRect(0, height * 3 // 5, width, height - height * 3 // 5))
        top = height // 4
        for label, (_text, size, bold) in zip(self.labels, _LINES, strict=True):
            label.setFont(self.theme.font(size, bold=bold))
            label_height = label.heightForWidth(width - 2 * margin)
            label.setGeometry(QRect(margin, top, width - 2 * margin, label_height))
            top += label_height + sizes.px(28)
        self.pin_pad.setGeometry(QRect(0, 0, width, height))
        self.pin_pad.apply_sizes(sizes)
        self.pin_pad.refresh()

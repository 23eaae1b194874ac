"""What visitors see when there is nothing to show: a calm page; why stands in the log."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer

from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.restart import STAFF_STATUS
from qtviewer.kiosk.sizes import Measures
from qtviewer.ui.kiosk.base_window import KioskFrame
from qtviewer.ui.kiosk.density_curve import Sea
from qtviewer.ui.kiosk.pin_pad import PinPad
from qtviewer.ui.kiosk.style import plain_label
from qtviewer.ui.look.theme import THEMES, Theme
from qtviewer.ui.translation import install_translation

_TICK: Final = 250  # milliseconds between looks at the clock
_WORDS: Final = (("展示暂停，请稍后再来", 40, True), ("This display is resting. Please come back later.", 24, False))


class ClosedWindow(KioskFrame):
    """Says in both languages that the exhibit rests; staff may leave it as any other."""

    def __init__(self, config: KioskConfig, clock: Callable[[], float]) -> None:
        super().__init__(config, clock)
        install_translation(config.lang)
        self.theme: Theme = THEMES.get(config.theme, THEMES["light"])._replace(lang="zh")
        self.sea = Sea(None, self.theme, is_still=config.reduced_motion, parent=self)
        self.labels = [plain_label(self) for _words in _WORDS]
        for label, (words, _size, _bold) in zip(self.labels, _WORDS, strict=True):
            label.setText(words)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pin_pad = PinPad(self, config.pin_hash, clock, self)
        self.pin_pad.closed.connect(self.pin_pad.hide)
        self.pin_pad.opened.connect(lambda: self.leave(STAFF_STATUS))
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self.measure()

    def tick(self) -> None:
        """Look at the clock."""
        if self.guard.is_held():
            self.staff_wanted()
        self.hide_idle_cursor()

    def staff_wanted(self) -> None:
        """Ask for the PIN."""
        self.pin_pad.reset()
        self.pin_pad.show()
        self.pin_pad.raise_()

    def typed(self, key: int) -> None:
        """Staff may type the PIN."""
        if self.pin_pad.isVisible():
            self.pin_pad.type_key(key)

    def fit(self, measures: Measures) -> None:
        """Take on other sizes."""
        self.theme = self.theme._replace(text_scale=measures.text_scale)
        self.wear(self.theme)
        width, height, margin = measures.width, measures.height, measures.px(72)
        self.sea.setGeometry(QRect(0, height * 3 // 5, width, height - height * 3 // 5))
        top = height // 4
        for label, (_words, size, bold) in zip(self.labels, _WORDS, strict=True):
            label.setFont(self.theme.font(size, bold=bold))
            tall = label.heightForWidth(width - 2 * margin)
            label.setGeometry(QRect(margin, top, width - 2 * margin, tall))
            top += tall + measures.px(28)
        self.pin_pad.setGeometry(QRect(0, 0, width, height))
        self.pin_pad.fit(measures)
        self.pin_pad.refresh()

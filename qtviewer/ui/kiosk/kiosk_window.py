"""The exhibit: attract, visit, countdown, and everything begun again."""

import time
from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from qtviewer.domain.event import in_language
from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.idle import IdleState, IdleTimes, Phase, countdown_number, elapsed, is_reset, touched
from qtviewer.kiosk.restart import STAFF_STATUS
from qtviewer.kiosk.sizes import Measures
from qtviewer.kiosk.tour import journey
from qtviewer.ui.kiosk.attract_page import AttractPage
from qtviewer.ui.kiosk.base_window import KioskFrame
from qtviewer.ui.kiosk.kiosk_model import KioskModel
from qtviewer.ui.kiosk.overlays import Countdown, LargeCode
from qtviewer.ui.kiosk.pin_pad import PinPad
from qtviewer.ui.kiosk.visit_page import VisitPage
from qtviewer.ui.translation import install_translation

_TICK: Final = 250  # milliseconds between looks at the clock
_MOST_HEADS: Final = 20_000  # events among which the journey is chosen


class KioskWindow(KioskFrame):
    """Shows a model to one visitor after the other; `clock` is monotonic, `today` the day of the journey."""

    phase_changed = Signal()

    def __init__(
        self,
        model: KioskModel,
        config: KioskConfig,
        clock: Callable[[], float] = time.monotonic,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(config, clock)
        self.model, self._today = model, today
        self._times = IdleTimes(config.idle_seconds, config.countdown_seconds)
        self.state = IdleState(Phase.ATTRACT, clock())
        install_translation(model.state.lang)
        model.setParent(self)
        model.language_changed.connect(self._retranslate)  # before those who ask for words in the new language
        model.theme_changed.connect(self._wear_theme)
        self._wear_theme()
        self.visit = VisitPage(model, config, self)
        self.attract = AttractPage(model, config.seconds_per_event, is_still=config.reduced_motion, parent=self)
        self.code = LargeCode(model, self)
        self.countdown = Countdown(model, self)
        self.pin_pad = PinPad(model, config.pin_hash, clock, self)
        self.visit.detail.code_tapped.connect(self._show_code)
        self.code.closed.connect(self.code.hide)
        self.pin_pad.closed.connect(self._close_pin_pad)
        self.pin_pad.opened.connect(lambda: self.leave(STAFF_STATUS))
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self._retranslate()
        self.begin_again()

    @property
    def is_busy(self) -> bool:
        """Whether something that is asked for is still to come."""
        return self.model.is_searching or self.visit.find_page.is_busy

    # --- phases

    def touched(self) -> bool:
        """Somebody is there; a touch that wakes the kiosk or answers its question does nothing else."""
        before, self.state = self.state, touched(self.clock())
        if before.phase is self.state.phase:
            return False
        self._show_phase()
        return True

    def tick(self) -> None:
        """Look at the clock."""
        before, self.state = self.state, elapsed(self.state, self._times, self.clock())
        if is_reset(before, self.state):
            self.begin_again()
        elif before.phase is not self.state.phase:
            self._show_phase()
        elif self.state.phase is Phase.COUNTDOWN:
            self.countdown.show_seconds(countdown_number(self.state, self._times, self.clock()))
        if self.guard.is_held():
            self.staff_wanted()
        self.hide_idle_cursor()

    def begin_again(self) -> None:
        """Forget the visitor, and travel until there is another."""
        for overlay in (self.code, self.countdown, self.pin_pad):
            overlay.hide()
        self.model.reset()
        self.visit.reset()
        self.pin_pad.reset()
        self.code.show_matrix(())
        heads = self.model.source.heads(self.model.fresh.query, self.model.fresh.lang, _MOST_HEADS)
        self.attract.begin(journey(heads, self._today()))
        self.state = IdleState(Phase.ATTRACT, self.clock())
        self._show_phase()

    def _show_phase(self) -> None:
        phase = self.state.phase
        self.attract.setVisible(phase is Phase.ATTRACT)
        self.visit.setVisible(phase is not Phase.ATTRACT)
        self.countdown.setVisible(phase is Phase.COUNTDOWN)
        self.countdown.show_seconds(countdown_number(self.state, self._times, self.clock()))
        self.countdown.raise_()
        self.phase_changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the store when staff leave."""
        super().closeEvent(event)
        if event.isAccepted():
            self._timer.stop()
            self.visit.find_page.end()

    # --- overlays

    def _show_code(self) -> None:
        self.code.show_matrix(self.visit.detail.matrix)
        self.code.show()
        self.code.raise_()

    def staff_wanted(self) -> None:
        """Ask for the PIN."""
        self.touched()
        self.pin_pad.reset()
        self.pin_pad.show()
        self.pin_pad.raise_()

    def _close_pin_pad(self) -> None:
        self.pin_pad.hide()
        self.pin_pad.reset()

    def typed(self, key: int) -> None:
        """Staff may type the PIN; no key does anything else."""
        if self.pin_pad.isVisible():
            self.pin_pad.type_key(key)

    # --- look

    def _retranslate(self) -> None:
        install_translation(self.model.state.lang)
        self._wear_theme()
        self.setWindowTitle(in_language(self.model.source.vocabulary.titles, self.model.state.lang))

    def _wear_theme(self) -> None:
        self.wear(self.model.theme)

    def fit(self, measures: Measures) -> None:
        """Take on other sizes."""
        self.model.scale_text(measures.text_scale)
        self._wear_theme()
        everything = QRect(0, 0, measures.width, measures.height)
        parts: tuple[QWidget, ...] = (self.visit, self.attract, self.code, self.countdown, self.pin_pad)
        for part in parts:
            part.setGeometry(everything)
        for fitting in (self.visit, self.attract, self.code, self.countdown, self.pin_pad):
            fitting.fit(measures)
        self.pin_pad.refresh()
        self.code.show_matrix(self.visit.detail.matrix if self.code.isVisible() else ())

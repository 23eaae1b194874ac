"""The kiosk's window: attract loop, visit, countdown, and the reset after each visit."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtGui import QCloseEvent

from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.event import name_in_language
from qtviewer.kiosk.attract_loop import attract_stops
from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.idle import (
    IdleState,
    IdleTimes,
    Phase,
    countdown_number,
    is_reset,
    state_after_touch,
    state_without_touch,
)
from qtviewer.kiosk.pin_gate import PinGate
from qtviewer.kiosk.restart import STAFF_STATUS
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.guard import guarded
from qtviewer.ui.kiosk.attract_page import AttractPage
from qtviewer.ui.kiosk.base_window import KioskBaseWindow
from qtviewer.ui.kiosk.kiosk_model import KioskModel
from qtviewer.ui.kiosk.overlays import Countdown, LargeQrCode
from qtviewer.ui.kiosk.pin_pad import PinPad
from qtviewer.ui.kiosk.visit_page import VisitPage
from qtviewer.ui.translation import install_translation

_TICK: Final = 250  # milliseconds between checks of the clock
_MOST_HEADS: Final = 20_000  # events from which the attract loop is chosen


@guarded
class KioskWindow(KioskBaseWindow):
    """Shows a model to one visitor after the other.

    `clock` is monotonic and returns seconds; staff leave by `gate`, or by one of its own. `phase_changed` is emitted
    after `state` has another phase.
    """

    phase_changed = Signal()

    def __init__(
        self,
        model: KioskModel,
        config: KioskConfig,
        clock: Callable[[], float] = time.monotonic,
        gate: PinGate | None = None,
    ) -> None:
        super().__init__(config, clock)
        self.model = model
        self._gate = gate or PinGate(config.pin_hash, clock)
        self._times = IdleTimes(config.idle_seconds, config.countdown_seconds)
        self.state = IdleState(Phase.ATTRACT, clock())
        install_translation(model.state.lang)
        model.setParent(self)
        model.language_changed.connect(self._retranslate)  # before the widgets ask for texts in the new language
        model.theme_changed.connect(self._apply_model_theme)
        self._apply_model_theme()
        self._make_parts()
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self._retranslate()
        self.reset()

    def _make_parts(self) -> None:
        model, config = self.model, self.config
        self.visit = VisitPage(model, config, self)
        self.attract = AttractPage(model, config.seconds_per_event, is_still=config.reduced_motion, parent=self)
        self.large_code = LargeQrCode(model, self)
        self.countdown = Countdown(model, self)
        self.pin_pad = PinPad(model, self._gate, self)
        self.visit.detail.code_tapped.connect(self._show_large_code)
        self.large_code.closed.connect(self.large_code.hide)
        self.pin_pad.closed.connect(self._close_pin_pad)
        self.pin_pad.opened.connect(lambda: self.leave(STAFF_STATUS))

    @property
    def is_busy(self) -> bool:
        """Whether results of a search are still to come."""
        return self.model.is_searching or self.visit.find_page.is_busy

    # --- phases

    def handle_touch(self) -> bool:
        """Begin or continue a visit; return whether the touch woke the kiosk or ended the countdown."""
        before, self.state = self.state, state_after_touch(self.clock())
        if before.phase is self.state.phase:
            return False
        self._show_phase()
        return True

    def tick(self) -> None:
        """Check the clock: begin the countdown, count, reset, ask for the PIN or hide the cursor when it is time."""
        before, self.state = self.state, state_without_touch(self.state, self._times, self.clock())
        if is_reset(before, self.state):
            self.reset()
        elif before.phase is not self.state.phase:
            self._show_phase()
        elif self.state.phase is Phase.COUNTDOWN:
            self.countdown.show_seconds(countdown_number(self.state, self._times, self.clock()))
        if self.input_filter.take_corner_hold():
            self.ask_for_pin()
        self.hide_idle_cursor()

    def reset(self) -> None:
        """End the visit: restore everything a visitor changed, and start the attract loop."""
        for overlay in (self.large_code, self.countdown, self.pin_pad):
            overlay.hide()
        self.model.reset()
        self.visit.reset()
        self.pin_pad.reset()
        self.large_code.show_matrix(())
        heads = self.model.source.heads(self.model.initial_state.query, self.model.initial_state.lang, _MOST_HEADS)
        _year, month, day = civil_day(self.model.today)
        self.attract.start(attract_stops(heads, (month, day)))
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
        """Close the page's store when staff leave."""
        super().closeEvent(event)
        if event.isAccepted():
            self._timer.stop()
            self.visit.find_page.close_source()

    # --- overlays

    def _show_large_code(self) -> None:
        self.large_code.show_matrix(self.visit.detail.matrix)
        self.large_code.show()
        self.large_code.raise_()

    def ask_for_pin(self) -> None:
        """Show the PIN pad."""
        self.handle_touch()
        self.pin_pad.reset()
        self.pin_pad.show()
        self.pin_pad.raise_()

    def _close_pin_pad(self) -> None:
        self.pin_pad.hide()
        self.pin_pad.reset()

    def handle_key(self, key: int) -> None:
        """Pass a pressed key to the PIN pad if it is shown; no key does anything else."""
        if self.pin_pad.isVisible():
            self.pin_pad.press_key(key)

    # --- language, theme and sizes

    def _retranslate(self) -> None:
        install_translation(self.model.state.lang)
        self._apply_model_theme()
        self.setWindowTitle(name_in_language(self.model.source.vocabulary.titles, self.model.state.lang))

    def _apply_model_theme(self) -> None:
        self.apply_theme(self.model.theme)

    def apply_sizes(self, sizes: KioskSizes) -> None:
        """Lay out all pages and overlays in other sizes."""
        self.model.scale_text(sizes.text_scale)
        self._apply_model_theme()
        for page in (self.visit, self.attract, self.large_code, self.countdown, self.pin_pad):
            page.setGeometry(QRect(0, 0, sizes.width, sizes.height))
        for page in (self.visit, self.attract, self.large_code, self.countdown, self.pin_pad):
            page.apply_sizes(sizes)
        self.pin_pad.refresh()
        self.large_code.show_matrix(self.visit.detail.matrix if self.large_code.isVisible() else ())

"""Lets a window that stays open go on to the next day."""

from collections.abc import Callable

from PySide6.QtCore import QTimer

from qtviewer import wall_clock
from qtviewer.ui.view_model import ViewModel

_CHECK_INTERVAL = 60_000  # milliseconds: short enough for a midnight, a clock that is set, and a sleep that ends


class TodayTimer(QTimer):
    """Asks a clock every minute which day it is, and tells a model; it ends with the model.

    `ask_today` returns the Julian day number of the present day.
    """

    def __init__(self, model: ViewModel, ask_today: Callable[[], int] = wall_clock.today) -> None:
        super().__init__(model, interval=_CHECK_INTERVAL)
        self._model = model
        self._ask_today = ask_today
        self.timeout.connect(self.check)
        self.start()

    def check(self) -> None:
        """Let the model show the present day."""
        self._model.set_today(self._ask_today())

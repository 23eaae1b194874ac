"""Work of the timeline that waits until no frame has to be painted."""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from qtviewer.timeline.card import Card
from qtviewer.ui.timeline.content import TimelineContent
from qtviewer.ui.timeline.scale_animation import ScaleAnimation

_AFTER_A_FRAME = 4  # milliseconds left to paint a frame before there are preparations for the next
_TIME_BETWEEN_FRAMES = 0.003  # seconds that preparations may take at a time
_SETTLE_DELAY = 160  # milliseconds without a movement after which the lanes settle


class IdleWork(QObject):
    """Prepares tiles and card pictures between frames, and settles the lanes once the view stands still.

    The lanes do not settle while `is_dragging` returns True. `settled` tells whether the lanes changed.
    """

    settled = Signal(bool)

    def __init__(
        self, content: TimelineContent, animation: ScaleAnimation, is_dragging: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._animation = animation
        self._is_dragging = is_dragging
        self._preparations: tuple[object, Iterator[None]] | None = None  # what they are for, and their steps
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_DELAY)
        self._settling.timeout.connect(self._settle)
        self._preparing = QTimer(self)
        self._preparing.timeout.connect(self._prepare)

    @property
    def is_done(self) -> bool:
        """Whether everything has settled and is prepared."""
        return not (self._settling.isActive() or self._preparing.isActive())

    def restart(self) -> None:
        """Prepare for a new view, and settle when it stands still."""
        self.settle_later()
        self._preparing.start(_AFTER_A_FRAME)

    def settle_later(self) -> None:
        """Settle when the view has stood still for a moment from now."""
        self._settling.start()

    def stop(self) -> None:
        """Do nothing more until `restart`."""
        self._settling.stop()
        self._preparing.stop()

    def _settle(self) -> None:
        """Fit the lanes to the cards in view, or try again later while the view moves."""
        if self._is_dragging() or self._animation.is_running or self._preparing.isActive():
            self._settling.start()
            return
        content = self._content
        self.settled.emit(content.settling_layout.settle(content.scale(), content.room()))

    def _prepare(self) -> None:
        """Do some steps of preparing the views that are likely next."""
        self._preparing.setInterval(0)
        content = self._content
        target = self._animation.target or content.scale()
        layout, room = content.settling_layout, content.room()
        wanted = layout, layout.wanted(target), room
        if self._preparations is None or self._preparations[0] != wanted:
            self._preparations = wanted, self._prepare_and_paint(layout.preparations(target, room))
        until = time.monotonic() + _TIME_BETWEEN_FRAMES
        for _step in self._preparations[1]:
            if time.monotonic() > until:
                return
        self._preparing.stop()

    def _prepare_and_paint(self, preparations: Iterator[Iterator[Card]]) -> Iterator[None]:
        """Do preparations and paint the cards that they have made, in small steps."""
        for cards in preparations:
            yield
            for card in cards:
                self._content.card_painter.paint_ahead(card)
                yield

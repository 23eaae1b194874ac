"""What a card of the accessible tree needs to know about the timeline it is in."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QWindow

from qtviewer.timeline.card import Card
from qtviewer.timeline.scene import SceneCard
from qtviewer.ui.timeline.announcer import TimelineAnnouncer
from qtviewer.ui.timeline.open_card import open_card
from qtviewer.ui.timeline.view import TimelineView
from qtviewer.ui.view_model import ViewModel


class CardListContext(NamedTuple):
    """A timeline as its accessible cards see it: the view they are painted in, the model, and what names them."""

    view: TimelineView
    model: ViewModel
    announcer: TimelineAnnouncer

    def name_of(self, card: Card) -> str:
        """Return the accessible name of a card."""
        return self.announcer.name_of(card)

    def is_selected(self, card: Card) -> bool:
        """Tell whether a card is the selected event, or the cluster whose events are listed."""
        state = self.model.state
        if state.cluster is not None:
            return card.is_cluster and (state.cluster.category, state.cluster.days) == (card.category, card.days)
        return any(head.id == state.selected for head in card.heads)

    def open_card(self, card: Card) -> None:
        """Do what a click on a card does."""
        open_card(self.model, card)

    def screen_rect(self, shown: SceneCard) -> QRect:
        """Return where a card is on the screen; empty where it is hidden behind the axis."""
        margins, canvas, scroll = self.view.margins, self.view.viewport(), self.view.verticalScrollBar().value()
        corner = QPoint(round(shown.box.x + margins.names_width), round(shown.box.y + margins.axis_height) - scroll)
        place = QRect(canvas.mapToGlobal(corner), QPoint(0, 0))
        place.setSize(QRect(0, 0, round(shown.box.width), round(shown.box.height)).size())
        top_left = canvas.mapToGlobal(QPoint(0, round(margins.axis_height)))
        lanes = QRect(top_left, canvas.mapToGlobal(QPoint(canvas.width() - 1, canvas.height() - 1)))
        return place & lanes

    def has_focus(self) -> bool:
        """Tell whether keys go to the timeline."""
        return self.view.hasFocus()

    def system_window(self) -> QWindow | None:
        """Return the window that the timeline is in, or None before it has one."""
        return self.view.window().windowHandle()

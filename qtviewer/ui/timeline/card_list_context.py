"""What a card, a chip or an era of the accessible tree needs to know about the timeline it is in."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QWindow

from qtviewer.domain.source import EventHead
from qtviewer.timeline.era_bands import EraBand
from qtviewer.timeline.scene import SceneCard
from qtviewer.ui.timeline.announcer import TimelineAnnouncer
from qtviewer.ui.timeline.lane_chips import LaneChip
from qtviewer.ui.timeline.open_card import open_card
from qtviewer.ui.timeline.view import TimelineView
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import Cluster

Shown = SceneCard | LaneChip | EraBand
"""What an item of the list stands for."""


class CardListContext(NamedTuple):
    """A timeline as its accessible cards see it: the view they are painted in, the model, and what names them."""

    view: TimelineView
    model: ViewModel
    announcer: TimelineAnnouncer

    def name_of(self, shown: Shown) -> str:
        """Return the accessible name of a card, a chip or an era."""
        if isinstance(shown, EraBand):
            return self.announcer.name_of_era(shown)
        if isinstance(shown, LaneChip):
            return self.announcer.name_of_chip(shown)
        return self.announcer.name_of(shown.card)

    def is_selected(self, shown: Shown) -> bool:
        """Tell whether a card is the selected event, or its events, or those of a chip, are listed."""
        if isinstance(shown, EraBand):
            return False
        selected, listed = self.model.state.selected, self.model.state.cluster
        if isinstance(shown, LaneChip):
            return listed is not None and listed.lists_same_as(shown.cluster)
        if listed is not None:
            own = Cluster(shown.card.category, shown.card.minutes, shown.card.size)
            return shown.card.is_cluster and listed.lists_same_as(own)
        return any(head.id == selected for head in shown.card.heads)

    def contains_event(self, shown: Shown, head: EventHead) -> bool:
        """Tell whether this is a cluster that contains an event."""
        if not isinstance(shown, SceneCard):
            return False
        return shown.card.category == head.category and shown.card.contains_event(head)

    def open(self, shown: Shown) -> None:
        """Do what a click on a card, a chip or an era does."""
        if isinstance(shown, EraBand):
            self.view.eras.show_whole(shown)
        elif isinstance(shown, LaneChip):
            self.model.open_cluster(shown.cluster)
        else:
            open_card(self.model, shown.card)

    def screen_rect(self, shown: Shown) -> QRect:
        """Return where a card, a chip or an era is on the screen; empty where it is hidden behind the axis."""
        if isinstance(shown, EraBand):
            box = self.view.eras.box(shown).toRect()
            return QRect(self.view.viewport().mapToGlobal(box.topLeft()), box.size())
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

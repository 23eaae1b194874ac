"""Bringing the selected event into view."""

from PySide6.QtWidgets import QScrollBar

from qtviewer.domain.source import EventHead
from qtviewer.timeline.placed_cards import EDGE_MARGIN
from qtviewer.timeline.scale import TimeScale
from qtviewer.ui.timeline.content import TimelineContent
from qtviewer.ui.timeline.navigation import TimelineNavigation
from qtviewer.ui.view_model import ViewModel


class SelectionRevealer:
    """Moves the view along time and scrolls the lanes to the selected event, no further than needed."""

    def __init__(
        self, model: ViewModel, content: TimelineContent, navigation: TimelineNavigation, bar: QScrollBar
    ) -> None:
        self._model = model
        self._content = content
        self._navigation = navigation
        self._bar = bar
        self._waiting: EventHead | None = None

    def reveal(self, *, animated: bool) -> None:
        """Move to the selected event, if there is one; the lanes are scrolled when an animation has ended.

        Without an animation, as when the window opens, only the lanes are scrolled and the visible range stays.
        """
        self._waiting, head = None, self._model.events.head(self._model.state.selected)
        if head is not None and animated:
            self._reveal(head)
        elif head is not None:
            self._scroll_to(head)

    def _reveal(self, head: EventHead) -> None:
        scale, sizes = self._navigation.target(), self._content.card_painter
        date, width = head.date, min(sizes.width_of(head), sizes.metrics.max_width, scale.width / 2)
        left = max(scale.x_at(date.first_day), min(EDGE_MARGIN, scale.x_at(head.last_day + 1) - width))
        if not 0 <= left <= scale.width - width:
            self._move(head, scale.centred_on(_middle(head, scale)))
        elif self._navigation.animation.is_running:
            self._waiting = head
        elif not self._scroll_to(head):  # its date is in view, but its card makes room for others
            self._move(head, scale.centred_on(_beside_known_end(head, scale)))

    def finish(self) -> None:
        """Scroll the lanes to the event that was waiting for the end of an animation, if any."""
        if self._waiting is not None:
            self._scroll_to(self._waiting)
            self._waiting = None

    def _move(self, head: EventHead, target: TimeScale) -> None:
        self._navigation.move_to(target)
        if self._navigation.animation.is_running:
            self._waiting = head
        else:
            self._scroll_to(head)

    def _scroll_to(self, head: EventHead) -> bool:
        """Scroll to an event in the lanes as they are, and tell whether it can be seen then."""
        content, bar = self._content, self._bar
        layout = content.layout_at(content.scale())
        top = layout.event_top(head.id)
        top = layout.cluster_top(head) if top is None else top
        page, card_height = content.lanes_height(), content.card_painter.metrics.height
        if top is not None and not bar.value() <= top <= bar.value() + page - card_height:
            wanted, least = top - page / 3, top + card_height - page
            lanes = [lane.top for lane in layout.lanes if least < lane.top <= top]
            nearest: float = min(lanes or [wanted], key=lambda start: abs(start - wanted))
            bar.setValue(round(nearest))
        cards = (shown.card for shown in content.scene().cards)
        return any(card.category == head.category and card.represents(head) for card in cards)


def _middle(head: EventHead, scale: TimeScale) -> float:
    """Return the middle of a date, or when it is longer than the view a time at which its start is in view."""
    first_day = head.date.first_day
    length = head.last_day + 1.0 - first_day
    return _beside_known_end(head, scale) if length > scale.days else first_day + length / 2


def _beside_known_end(head: EventHead, scale: TimeScale) -> float:
    """Return a time in a date, a quarter of the view after its start, or before its end when its start is open."""
    return head.date.first_day + scale.days / 4 if head.date.start else head.last_day + 1 - scale.days / 4

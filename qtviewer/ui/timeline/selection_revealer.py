"""Bringing the selected event into view."""

from PySide6.QtWidgets import QScrollBar

from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import card_width, shown_times
from qtviewer.timeline.placed_cards import EDGE_MARGIN
from qtviewer.timeline.scale import TimeScale, time_of_minute
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
        level, _tiles = self._content.settling_layout.tiles_for(scale)
        width = min(card_width(head, sizes, level.card_date), scale.width / 2)
        first, last = shown_times(head, level)
        left = max(scale.x_at(first), min(EDGE_MARGIN, scale.x_at(last) - width))
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
    """Return the middle of an event, or when it is longer than the view a time at which its start is in view."""
    first, last = time_of_minute(head.first_minute), time_of_minute(head.last_minute + 1)
    return _beside_known_end(head, scale) if last - first > scale.days else (first + last) / 2


def _beside_known_end(head: EventHead, scale: TimeScale) -> float:
    """Return a time in an event, a quarter of the view after its start, or before its end when its start is open."""
    first, last = time_of_minute(head.first_minute), time_of_minute(head.last_minute + 1)
    return first + scale.days / 4 if head.date.start else last - scale.days / 4

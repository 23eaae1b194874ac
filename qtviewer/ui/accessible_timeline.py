"""The painted timeline and overview as assistive technology sees them: a list of cards, and a slider.

Interfaces that assistive technology may hold are never given back while the program runs: Qt keeps bare pointers to
them. Those of cards are therefore a pool that all timelines share, no larger than the most cards ever in view at once.
"""

from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from qtviewer.timeline.scene import SceneCard
from qtviewer.ui.accessible_card import AccessibleCard, free_card
from qtviewer.ui.overview import Overview
from qtviewer.ui.timeline_view import TimelineView
from qtviewer.ui.timeline_voice import TimelineVoice
from qtviewer.ui.view_model import ViewModel

if TYPE_CHECKING:
    from collections.abc import Sequence

CardKey = tuple[str, str, int, bool, tuple[int, int]]

_voices: Final["WeakKeyDictionary[TimelineView, tuple[TimelineVoice, ViewModel]]"] = WeakKeyDictionary()
_kept: Final[list[QAccessibleWidget]] = []
_installed: Final[list[object]] = []


def make_accessible(view: TimelineView, model: ViewModel) -> TimelineVoice:
    """Let assistive technology see the cards of a timeline from now on; what says changes aloud."""
    voice = TimelineVoice(view, model)
    _voices[view] = voice, model
    if not _installed:
        QAccessible.installFactory(_interface_for)
        _installed.append(_interface_for)
    if QAccessible.isActive():  # it has already asked, and knows a widget without cards
        known = QAccessible.queryAccessibleInterface(view)
        if not isinstance(known, AccessibleTimeline):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))
    return voice


def _interface_for(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """What Qt asks for an object the first time that somebody wants to know about it."""
    made: QAccessibleWidget | None = None
    if isinstance(thing, TimelineView) and thing in _voices:
        made = AccessibleTimeline(thing)
    elif isinstance(thing, Overview):
        made = AccessibleOverview(thing)
    if made is not None:
        _kept[:] = [kept for kept in _kept if shiboken6.isValid(kept)]
        _kept.append(made)
    return made


class AccessibleOverview(QAccessibleWidget):
    """A slider whose value is the stretch of time in view."""

    def __init__(self, overview: Overview) -> None:
        super().__init__(overview, QAccessible.Role.Slider)
        self._overview = overview

    def text(self, kind: QAccessible.Text) -> str:
        """Its name, or its value in words."""
        return self._overview.value_text() if kind is QAccessible.Text.Value else super().text(kind)


class AccessibleTimeline(QAccessibleWidget):
    """A list of the cards in view."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view = view
        self.voice, self.model = _voices[view]
        self._cards: dict[CardKey, AccessibleCard] = {}
        view.destroyed.connect(self._let_go)

    def cards(self) -> "Sequence[AccessibleCard]":
        """One for each card that is in view now; a card that stays in view stays the same one."""
        shown = {seen.card.key: seen for seen in self._view.scene().cards}
        for key in self._cards.keys() - shown.keys():
            self._cards.pop(key).let_go()
        for key, seen in shown.items():
            if key not in self._cards:
                self._cards[key] = free_card()
            self._cards[key].stand_for(seen, self)
        return [self._cards[key] for key in shown]

    def _let_go(self) -> None:
        for card in self._cards.values():
            card.let_go()
        self._cards.clear()

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """How many cards are in view."""
        return len(self.cards())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None
        """A card."""
        cards = self.cards()
        return cards[index] if 0 <= index < len(cards) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        """Where a card is among the others; -1 when it is none."""
        return next((at for at, card in enumerate(self.cards()) if card is child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802 - Qt's; may be None
        """The card at a point of the screen."""
        return next((card for card in self.cards() if card.rect().contains(x, y)), None)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802 - Qt's; it may be None
        """The selected card, or the stack that the selected event is in."""
        cards, head = self.cards(), self.model.head(self.model.state.selected)
        chosen = next((card for card in cards if card.is_selected()), None)
        if chosen is None and head is not None:
            chosen = next((card for card in cards if card.counts(head)), None)
        return chosen

    def place_of(self, seen: SceneCard) -> QRect:
        """Where a card is on the screen."""
        frame, canvas, scroll = self._view.frame, self._view.viewport(), self._view.verticalScrollBar().value()
        corner = QPoint(round(seen.box.x + frame.names_width), round(seen.box.y + frame.axis_height) - scroll)
        place = QRect(canvas.mapToGlobal(corner), QPoint(0, 0))
        place.setSize(QRect(0, 0, round(seen.box.width), round(seen.box.height)).size())
        lanes = QRect(canvas.mapToGlobal(QPoint(0, round(frame.axis_height))), canvas.mapToGlobal(
            QPoint(canvas.width() - 1, canvas.height() - 1)))  # fmt: skip
        return place & lanes

    @property
    def has_focus(self) -> bool:
        """Whether keys go to the timeline."""
        return self._view.hasFocus()

    @property
    def system_window(self) -> QWindow | None:
        """The window that it is in."""
        return self._view.window().windowHandle()

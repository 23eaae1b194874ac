"""The painted timeline and overview as assistive technology sees them: a list of cards, and a slider.

Interfaces that assistive technology may hold are never given back while the program runs: Qt keeps bare pointers to
them. Those of cards are therefore a pool that all timelines share, no larger than the most cards ever in view at once.
"""

from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from qtviewer.timeline.scene import Scene, SceneCard
from qtviewer.ui.timeline.accessible_card import AccessibleCard, free_card
from qtviewer.ui.timeline.overview import Overview
from qtviewer.ui.timeline.view import TimelineView
from qtviewer.ui.timeline.voice import TimelineVoice
from qtviewer.ui.view_model import ViewModel

if TYPE_CHECKING:
    from collections.abc import Sequence

CardKey = tuple[str, str, int, bool, tuple[int, int]]

_voices: Final["WeakKeyDictionary[TimelineView, tuple[TimelineVoice, ViewModel]]"] = WeakKeyDictionary()
_GROUPS: Final = {"CategoryChips": QAccessible.Role.Grouping, "FacetGroup": QAccessible.Role.Grouping}
_kept: Final[list[QAccessibleWidget]] = []
_installed: Final[list[object]] = []


def make_accessible(view: TimelineView, model: ViewModel) -> TimelineVoice:
    """Let assistive technology see the cards of a timeline from now on; what says changes aloud."""
    voice = TimelineVoice(view, model)
    _voices[view] = voice, model
    if not _installed:
        QAccessible.installFactory(_interface_for)
        _installed.append(_interface_for)
    if QAccessible.isActive():  # it has already asked, and knows widgets that are nothing in particular
        for widget in view.window().findChildren(QWidget):
            if isinstance(widget, (TimelineView, Overview)) or _role_of(widget) is not None:
                _forget_known(widget)
    return voice


def _forget_known(widget: QWidget) -> None:
    known = QAccessible.queryAccessibleInterface(widget)
    if not any(known is kept for kept in _kept):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


def _role_of(thing: QObject) -> QAccessible.Role | None:
    """The role of a widget that holds others, where Qt knows of none."""
    return _GROUPS.get(thing.metaObject().className())


def _interface_for(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """What Qt asks for an object the first time that somebody wants to know about it."""
    made: QAccessibleWidget | None = None
    if isinstance(thing, TimelineView) and thing in _voices:
        made = AccessibleTimeline(thing)
    elif isinstance(thing, Overview):
        made = AccessibleOverview(thing)
    elif isinstance(thing, QWidget) and (role := _role_of(thing)) is not None:
        made = QAccessibleWidget(thing, role)
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
        self._in_view: Sequence[AccessibleCard] = []
        self._scene: Scene | None = None
        view.destroyed.connect(self._let_go)

    def cards(self) -> "Sequence[AccessibleCard]":
        """One for each card that is in view now; a card that stays in view stays the same one."""
        scene = self._view.scene()
        if scene is not self._scene:
            self._scene, shown = scene, {seen.card.key: seen for seen in scene.cards}
            for key in self._cards.keys() - shown.keys():
                self._cards.pop(key).let_go()
            self._cards = {key: self._cards.get(key) or free_card() for key in shown}
            for key, seen in shown.items():
                self._cards[key].stand_for(seen, self)
            self._in_view = list(self._cards.values())
        return self._in_view

    def _parts(self) -> "Sequence[QAccessibleInterface]":
        """The cards in view, or what is said where there are none."""
        hint = self._view.hint
        said = [QAccessible.queryAccessibleInterface(hint)] if hint.isVisible() else []
        return [*self.cards(), *said]

    def _let_go(self) -> None:
        for card in self._cards.values():
            card.let_go()
        self._cards.clear()
        self._in_view, self._scene = [], None

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """How many cards are in view, or 1 for what is said where there are none."""
        return len(self._parts())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None
        """A card, or the hint."""
        parts = self._parts()
        return parts[index] if 0 <= index < len(parts) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        """Where a card is among the others; -1 when it is none."""
        return next((at for at, part in enumerate(self._parts()) if part == child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802 - Qt's; may be None
        """What is at a point of the screen."""
        return next((part for part in self._parts()[::-1] if part.rect().contains(x, y)), None)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802 - Qt's; it may be None
        """The selected card, or the cluster that the selected event is in."""
        cards, head = self.cards(), self.model.head(self.model.state.selected)
        chosen = next((card for card in cards if card.is_selected()), None)
        if chosen is None and head is not None:
            chosen = next((card for card in cards if card.contains_event(head)), None)
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

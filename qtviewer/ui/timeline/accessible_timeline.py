"""The timeline and the overview in the tree of accessible objects: a list of eras, cards and chips, and a slider.

Accessible interfaces are never freed while the program runs, because assistive technology may hold bare pointers to
them. All timelines therefore share one pool of card interfaces, no larger than the most cards ever in view at once.
"""

from collections.abc import Sequence
from typing import Final
from weakref import WeakKeyDictionary

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from qtviewer.timeline.scene import Scene
from qtviewer.ui.guard import guarded
from qtviewer.ui.timeline.accessible_card import AccessibleCard, take_unused_card
from qtviewer.ui.timeline.announcer import TimelineAnnouncer
from qtviewer.ui.timeline.card_list_context import CardListContext, Shown
from qtviewer.ui.timeline.overview import Overview
from qtviewer.ui.timeline.view import TimelineView
from qtviewer.ui.view_model import ViewModel

ItemKey = tuple[object, ...]
"""The same value for items that stand for the same, wherever they are."""

_contexts: Final["WeakKeyDictionary[TimelineView, tuple[ViewModel, TimelineAnnouncer]]"] = WeakKeyDictionary()
_GROUPS: Final = {"CategoryChips": QAccessible.Role.Grouping, "FacetGroup": QAccessible.Role.Grouping}
_interfaces: Final[list[QAccessibleWidget]] = []  # made here, and never freed while their widgets exist
_installed_factories: Final[list[object]] = []  # the one of this module, once it is installed


def make_accessible(view: TimelineView, model: ViewModel) -> TimelineAnnouncer:
    """Make the cards of a timeline accessible from now on, and return the announcer of its changes."""
    announcer = TimelineAnnouncer(view, model)
    for gone in [known for known in _contexts if not shiboken6.isValid(known)]:
        del _contexts[gone]  # by itself it would stay, as its announcer knows it
    _contexts[view] = model, announcer
    if not _installed_factories:
        QAccessible.installFactory(_interface_for)
        _installed_factories.append(_interface_for)
    if QAccessible.isActive():  # Qt has already made plain interfaces for these widgets
        for widget in view.window().findChildren(QWidget):
            if isinstance(widget, (TimelineView, Overview)) or _role_of(widget) is not None:
                _delete_plain_interface(widget)
    return announcer


def _delete_plain_interface(widget: QWidget) -> None:
    """Delete the interface of a widget that was made before there was a factory, so that Qt asks for another."""
    current = QAccessible.queryAccessibleInterface(widget)
    if not any(current is interface for interface in _interfaces):
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(current))


def _role_of(owner: QObject) -> QAccessible.Role | None:
    """Return the role of a widget that groups others and for which Qt has no role of its own."""
    return _GROUPS.get(owner.metaObject().className())


def _interface_for(_class_name: str, owner: QObject) -> QAccessibleInterface | None:
    """Make the interface of an object; Qt calls this when assistive technology first asks for it."""
    made: QAccessibleWidget | None = None
    if isinstance(owner, TimelineView) and owner in _contexts:
        made = AccessibleTimeline(owner)
    elif isinstance(owner, Overview):
        made = AccessibleOverview(owner)
    elif isinstance(owner, QWidget) and (role := _role_of(owner)) is not None:
        made = QAccessibleWidget(owner, role)
    if made is not None:
        _interfaces[:] = [interface for interface in _interfaces if shiboken6.isValid(interface)]
        _interfaces.append(made)
    return made


@guarded
class AccessibleOverview(QAccessibleWidget):
    """The overview as a slider whose value is the visible range."""

    def __init__(self, overview: Overview) -> None:
        super().__init__(overview, QAccessible.Role.Slider)
        self._overview = overview

    def text(self, kind: QAccessible.Text) -> str:
        """Return its name, or the visible range as its value."""
        return self._overview.value_text() if kind is QAccessible.Text.Value else super().text(kind)


@guarded
class AccessibleTimeline(QAccessibleWidget):
    """The timeline as a list of the eras, the cards and the chips in view."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self._view = view
        self._context = CardListContext(view, *_contexts[view])
        self._cards: dict[ItemKey, AccessibleCard] = {}
        self._in_view: Sequence[AccessibleCard] = []
        self._scene: Scene | None = None
        view.destroyed.connect(self._release_cards)

    def cards(self) -> Sequence[AccessibleCard]:
        """Return one item for each era, card and chip in view, lane by lane; what stays in view keeps its item."""
        scene = self._view.scene()
        if scene is not self._scene:
            self._scene, shown = scene, self._shown_in(scene)
            for key in self._cards.keys() - shown.keys():
                self._cards.pop(key).release()
            self._cards = {key: self._cards.get(key) or take_unused_card() for key in shown}
            for key, card_or_chip in shown.items():
                self._cards[key].show_card(card_or_chip, self, self._context)
            self._in_view = list(self._cards.values())
        return self._in_view

    def _shown_in(self, scene: Scene) -> dict[ItemKey, Shown]:
        """Return the eras, then the cards and the chips of a scene by their keys, lane by lane."""
        shown: dict[ItemKey, Shown] = {("era", band.row, band.ids[0]): band for band in self._view.eras.bands()}
        chips = self._view.chips()
        for lane in scene.lanes:
            shown |= {card.card.key: card for card in scene.cards if card.card.category == lane.category}
            shown |= {chip.key: chip for chip in chips if chip.category == lane.category}
        return shown

    def _children(self) -> Sequence[QAccessibleInterface]:
        """Return the cards and chips in view, and the hint that there are none while it is shown."""
        hint = self._view.hint
        hints = [QAccessible.queryAccessibleInterface(hint)] if hint.isVisible() else []
        return [*self.cards(), *hints]

    def _release_cards(self) -> None:
        for card in self._cards.values():
            card.release()
        self._cards.clear()
        self._in_view, self._scene = [], None

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """Return the number of cards and chips in view, and one more while the hint is shown."""
        return len(self._children())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None
        """Return a card, a chip or the hint; None where the index is out of range."""
        children = self._children()
        return children[index] if 0 <= index < len(children) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        """Return the index of a child, -1 when it is not one of them."""
        return next((index for index, own in enumerate(self._children()) if own == child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802 - Qt's; may be None
        """Return the child at a point of the screen, or None."""
        return next((child for child in self._children()[::-1] if child.rect().contains(x, y)), None)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: N802 - Qt's; it may be None
        """Return the selected card, else the cluster that contains the selected event, else None."""
        model = self._context.model
        cards, head = self.cards(), model.events.head(model.state.selected)
        selected = next((card for card in cards if card.is_selected()), None)
        if selected is None and head is not None:
            selected = next((card for card in cards if card.contains_event(head)), None)
        return selected

"""A card of the timeline as assistive technology sees it."""

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QWindow
from shiboken6 import VoidPtr

from qtviewer.domain.source import EventHead
from qtviewer.timeline.scene import SceneCard
from qtviewer.ui.timeline.pointer import choose_card

if TYPE_CHECKING:
    from qtviewer.ui.timeline.accessible_timeline import AccessibleTimeline

_free: Final[list["AccessibleCard"]] = []


def free_card() -> "AccessibleCard":
    """One that stands for no card now: the one that has been free for longest, or a new one."""
    return _free.pop(0) if _free else AccessibleCard()


class AccessibleCard(QAccessibleInterface):
    """A card in view: an event, or a cluster of them."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: SceneCard | None = None
        self._list: AccessibleTimeline | None = None
        self._press = _Press(self)

    def stand_for(self, seen: SceneCard, timeline: "AccessibleTimeline") -> None:
        """Be a card of a timeline."""
        self._seen, self._list = seen, timeline

    def let_go(self) -> None:
        """Be none any more, and free for another."""
        self._seen = self._list = None
        _free.append(self)

    def is_selected(self) -> bool:
        """Whether it is the event that is read, or the cluster that is listed."""
        if self._seen is None or self._list is None:
            return False
        card, state = self._seen.card, self._list.model.state
        if state.cluster is not None:
            return card.is_cluster and (state.cluster.category, state.cluster.days) == (card.category, card.days)
        return any(head.id == state.selected for head in card.heads)

    def contains_event(self, head: EventHead) -> bool:
        """Whether it is a cluster in which an event is."""
        return (
            self._seen is not None
            and self._seen.card.category == head.category
            and self._seen.card.contains_event(head)
        )

    def choose(self) -> None:
        """Do what a click does."""
        if self._seen is not None and self._list is not None:
            choose_card(self._list.model, self._seen.card)

    # --- what Qt asks

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        """Whether it stands for a card now."""
        return self._seen is not None and self._list is not None and shiboken6.isValid(self._list)

    def object(self) -> None:  # type: ignore[override]  # Qt takes None
        """No QObject: cards are only painted."""

    def window(self) -> QWindow | None:  # type: ignore[override]  # Qt takes None
        """The window that the card is in."""
        return self._list.system_window if self._list is not None and self.isValid() else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None
        """The list of cards."""
        return self._list

    def child(self, _index: int) -> None:  # type: ignore[override]  # Qt takes None
        """A card holds nothing."""

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """A card holds nothing."""
        return 0

    def childAt(self, _x: int, _y: int) -> None:  # type: ignore[override]  # noqa: N802 - Qt's, which takes None
        """A card holds nothing."""

    def indexOfChild(self, _child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        """A card holds nothing."""
        return -1

    def role(self) -> QAccessible.Role:
        """An entry of a list."""
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        """Its name in words."""
        if kind is not QAccessible.Text.Name or self._seen is None or self._list is None or not self.isValid():
            return ""
        return self._list.voice.name_of(self._seen.card)

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:  # noqa: N802 - Qt's name
        """Nothing can be changed here."""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return QRect() if self._seen is None or self._list is None else self._list.place_of(self._seen)

    def state(self) -> QAccessible.State:
        """It can be chosen, and may be."""
        state = QAccessible.State()
        state.selectable = state.focusable = 1
        if self.is_selected():
            state.selected = 1
            state.focused = int(self._list is not None and self._list.has_focus)
        state.invalid = int(not self.isValid())
        return state

    def interface_cast(  # type: ignore[override]  # stubs: int for a pointer
        self, kind: QAccessible.InterfaceType
    ) -> "_Press | VoidPtr":
        """The action interface, or a null pointer for a kind that a card lacks: Qt does not take None for one."""
        return self._press if kind is QAccessible.InterfaceType.ActionInterface else VoidPtr(0)


class _Press(QAccessibleActionInterface):
    """The one action of a card."""

    def __init__(self, card: AccessibleCard) -> None:
        super().__init__()
        self._card = card

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        """Press."""
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Choose the card."""
        if name == QAccessibleActionInterface.pressAction():
            self._card.choose()

    def keyBindingsForAction(self, _name: str) -> list[str]:  # noqa: N802 - Qt's name
        """None of its own."""
        return []

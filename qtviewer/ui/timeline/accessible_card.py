"""One card or chip of the timeline in the tree of accessible objects."""

from typing import Final

import shiboken6
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QWindow
from shiboken6 import VoidPtr

from qtviewer.domain.source import EventHead
from qtviewer.ui.guard import guarded
from qtviewer.ui.timeline.card_list_context import CardListContext, Shown

_unused: Final[list["AccessibleCard"]] = []


def take_unused_card() -> "AccessibleCard":
    """Return a card that shows nothing now: the one released longest ago, or a new one."""
    return _unused.pop(0) if _unused else AccessibleCard()


@guarded
class AccessibleCard(QAccessibleInterface):
    """The list item of an event, a cluster or a chip in view; used again for another one once released."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._list: QAccessibleInterface | None = None
        self._context: CardListContext | None = None
        self._actions = _CardActions(self)

    def show_card(self, shown: Shown, card_list: QAccessibleInterface, context: CardListContext) -> None:
        """Stand for a card or a chip from now on, as a child of the list of a timeline."""
        self._shown, self._list, self._context = shown, card_list, context

    def release(self) -> None:
        """Stand for no card any more, so that `take_unused_card` can return this one."""
        self._shown = self._list = self._context = None
        _unused.append(self)

    def is_selected(self) -> bool:
        """Tell whether it is the selected event, or the cluster or chip whose events are listed."""
        return bool(self._shown and self._context and self._context.is_selected(self._shown))

    def contains_event(self, head: EventHead) -> bool:
        """Tell whether it is a cluster that contains an event."""
        return bool(self._shown and self._context and self._context.contains_event(self._shown, head))

    def press(self) -> None:
        """Do what a click on the card does."""
        if self._shown is not None and self._context is not None:
            self._context.open(self._shown)

    # --- overridden from QAccessibleInterface

    def isValid(self) -> bool:  # noqa: N802 - Qt's name
        """Tell whether it stands for a card now."""
        return self._shown is not None and self._list is not None and shiboken6.isValid(self._list)

    def object(self) -> None:  # type: ignore[override]  # Qt takes None
        """Return None: cards are painted and have no QObject."""

    def window(self) -> QWindow | None:  # type: ignore[override]  # Qt takes None
        """Return the window that the card is in, or None."""
        return self._context.system_window() if self._context is not None and self.isValid() else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None
        """Return the list of cards."""
        return self._list

    def child(self, _index: int) -> None:  # type: ignore[override]  # Qt takes None
        """Return None: a card has no children."""

    def childCount(self) -> int:  # noqa: N802 - Qt's name
        """Return 0: a card has no children."""
        return 0

    def childAt(self, _x: int, _y: int) -> None:  # type: ignore[override]  # noqa: N802 - Qt's, which takes None
        """Return None: a card has no children."""

    def indexOfChild(self, _child: QAccessibleInterface) -> int:  # noqa: N802 - Qt's name
        """Return -1: a card has no children."""
        return -1

    def role(self) -> QAccessible.Role:
        """Return that it is an item of a list."""
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        """Return its name, and an empty text for any other kind."""
        if kind is not QAccessible.Text.Name or not self.isValid() or self._shown is None or self._context is None:
            return ""
        return self._context.name_of(self._shown)

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:  # noqa: N802 - Qt's name
        """Do nothing: the texts of a card cannot be changed."""

    def rect(self) -> QRect:
        """Return where it is on the screen."""
        return QRect() if self._shown is None or self._context is None else self._context.screen_rect(self._shown)

    def state(self) -> QAccessible.State:
        """Return that it can be selected and focused, and whether it is."""
        state = QAccessible.State()
        state.selectable = state.focusable = 1
        if self.is_selected():
            state.selected = 1
            state.focused = int(self._context is not None and self._context.has_focus())
        state.invalid = int(not self.isValid())
        return state

    def interface_cast(  # type: ignore[override]  # stubs: int for a pointer
        self, kind: QAccessible.InterfaceType
    ) -> "_CardActions | VoidPtr":
        """Return the actions, or a null pointer for other kinds of interface: Qt does not take None for one."""
        return self._actions if kind is QAccessible.InterfaceType.ActionInterface else VoidPtr(0)


@guarded
class _CardActions(QAccessibleActionInterface):
    """The actions of a card, of which there is one: to press it."""

    def __init__(self, card: AccessibleCard) -> None:
        super().__init__()
        self._card = card

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        """Return the name of the press action."""
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Open the card if the name is that of the press action."""
        if name == QAccessibleActionInterface.pressAction():
            self._card.press()

    def keyBindingsForAction(self, _name: str) -> list[str]:  # noqa: N802 - Qt's name
        """Return an empty list: no key is bound to a single card."""
        return []

"""A layout that fills lines from left to right, like words in a paragraph."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class FlowLayout(QLayout):
    """Items at their preferred size, in as many lines as the width asks for, `gap` pixels apart.

    An item wider than a line has the width of the line, and the height it then needs.
    """

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._hints: dict[QLayoutItem, QSize] = {}
        self._left_out: frozenset[QWidget] = frozenset()
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, widget: QWidget) -> None:  # noqa: N802 - Qt's name
        """Append a widget; the item is made here, since nobody would ever delete one that Qt makes."""
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Append an item."""
        self._items.append(item)
        self.invalidate()

    def leave_out(self, widgets: Iterable[QWidget]) -> None:
        """Give no place to some widgets, which are hidden, and one to all others."""
        self._left_out = frozenset(widgets)
        self.invalidate()

    def height_of_all(self, width: int) -> int:
        """Height of all lines at a width if nothing were left out."""
        return self._fill(self._items, QRect(0, 0, width, 0), move=False)

    def hint_of(self, item: QLayoutItem) -> QSize:
        """What an item would have, worked out once until one of them changes: texts take long to measure."""
        if item not in self._hints:
            self._hints[item] = item.sizeHint()
        return self._hints[item]

    def _placed(self) -> list[QLayoutItem]:
        if not self._left_out:
            return self._items
        return [item for item in self._items if item.widget() not in self._left_out]

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """The item at an index, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Remove and return the item at an index, or None."""
        self._heights.clear()
        self._hints.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at a width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was found out about the items, as one of them has changed."""
        self._heights.clear()
        self._hints.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put the items in their places."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """All items in one line."""
        hints = [self.hint_of(item) for item in self._placed()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """The largest item."""
        size = QSize()
        for item in self._placed():
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        return self._fill(self._placed(), rect, move=move)

    def _fill(self, items: Iterable[QLayoutItem], rect: QRect, *, move: bool) -> int:
        x, y, line_height = rect.x(), rect.y(), 0
        for item in items:
            hint = self.hint_of(item)
            width, height = min(hint.width(), rect.width()), hint.height()
            if width < hint.width() and item.hasHeightForWidth():
                height = item.heightForWidth(width)
            if x > rect.x() and x + width > rect.x() + rect.width():
                x, y, line_height = rect.x(), y + line_height + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), QSize(width, height)))
            x += width + self.spacing()
            line_height = max(line_height, height)
        return y + line_height - rect.y()

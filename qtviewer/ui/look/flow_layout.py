"""A layout that fills lines from left to right, like words in a paragraph."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from qtviewer.ui.guard import guarded


@guarded
class FlowLayout(QLayout):
    """Items at their preferred size, in as many lines as the width takes, `gap` pixels apart.

    An item wider than a line gets the width of the line and the height it needs at this width.
    """

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self._hints: dict[QLayoutItem, QSize] = {}
        self._excluded: frozenset[QWidget] = frozenset()
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, widget: QWidget) -> None:  # noqa: N802 - Qt's name
        """Append a widget, in an item made here, as an item that Qt makes would never be deleted."""
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Append an item."""
        self._items.append(item)
        self.invalidate()

    def exclude(self, widgets: Iterable[QWidget]) -> None:
        """Leave no room for some widgets, which the caller hides; all others have room again."""
        self._excluded = frozenset(widgets)
        self.invalidate()

    def height_with_all(self, width: int) -> int:
        """Return the height of all lines at a width in pixels if no widget were excluded."""
        return self._fill(self._items, QRect(0, 0, width, 0), move=False)

    def size_hint_of(self, item: QLayoutItem) -> QSize:
        """Return the size hint of an item, stored until an item changes, as texts take long to measure."""
        if item not in self._hints:
            self._hints[item] = item.sizeHint()
        return self._hints[item]

    def _shown_items(self) -> list[QLayoutItem]:
        if not self._excluded:
            return self._items
        return [item for item in self._items if item.widget() not in self._excluded]

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return the item at an index, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Remove and return the item at an index, or None."""
        self._heights.clear()
        self._hints.clear()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Return True: a narrower layout is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width, in pixels."""
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Empty the stored sizes, as an item has changed."""
        self._heights.clear()
        self._hints.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place the items in a rectangle."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of all items in one line."""
        hints = [self.size_hint_of(item) for item in self._shown_items()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that holds any one item."""
        size = QSize()
        for item in self._shown_items():
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        return self._fill(self._shown_items(), rect, move=move)

    def _fill(self, items: Iterable[QLayoutItem], rect: QRect, *, move: bool) -> int:
        x, y, line_height = rect.x(), rect.y(), 0
        for item in items:
            hint = self.size_hint_of(item)
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

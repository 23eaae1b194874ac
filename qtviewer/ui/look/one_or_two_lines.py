"""A layout of items in a line where they fit, and below each other where they do not."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QBoxLayout

from qtviewer.ui.guard import guarded


@guarded
class OneOrTwoLines(QBoxLayout):
    """Items beside each other in at least the width, in pixels, that `least_width` returns, else below each other.

    It tells its height for a width, so that the layouts around it know both cases before it has its place.
    """

    def __init__(self, least_width: Callable[[], int]) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._least_width = least_width
        self.setContentsMargins(0, 0, 0, 0)

    def hasHeightForWidth(self) -> bool:
        """Return True."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of one line or of all items below each other, in pixels."""
        items = (self.itemAt(index) for index in range(self.count()))
        heights = [item.sizeHint().height() for item in items if item is not None]
        return max(heights) if self._has_room(width) else sum(heights) + (len(heights) - 1) * self.spacing()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place the items in a rectangle of the parent's pixels."""
        directions = QBoxLayout.Direction
        self.setDirection(directions.LeftToRight if self._has_room(rect.width()) else directions.TopToBottom)
        super().setGeometry(rect)

    def _has_room(self, width: int) -> bool:
        return self._least_width() <= width

"""The figures of an event as tiles."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QLayoutItem, QVBoxLayout, QWidget, QWidgetItem

from qtviewer.domain.event import FigureText
from qtviewer.ui.detail.text_column import TextColumn
from qtviewer.ui.guard import guarded
from qtviewer.ui.look.labels import WrappedLabel
from qtviewer.ui.look.word_breaks import longest_word_width

if TYPE_CHECKING:
    from qtviewer.ui.detail.text_column import FindHits

_GAP: Final = 12  # pixels between tiles
_LEAST_TEXT_WIDTH: Final = 90  # pixels of two tiles in a row: six characters of a label
_MARGINS: Final = 16, 12, 12, 12  # pixels: left, top, right, bottom of a tile


@guarded
class FigureGrid(QLayout):
    """A tile for each figure, two in a row where that leaves enough room and parts no word, else one.

    Hits are marked that `find_hits` returns; None marks nothing.
    """

    def __init__(self, column: TextColumn, figures: Sequence[FigureText], find_hits: "FindHits | None") -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._least_width = float(column.theme.px(_LEAST_TEXT_WIDTH) + _MARGINS[0] + _MARGINS[2])
        for figure in figures:
            tile = self._make_tile(column, figure, find_hits)
            self.addChildWidget(tile)
            self.addItem(QWidgetItem(tile))

    def _make_tile(self, column: TextColumn, figure: FigureText, find_hits: "FindHits | None") -> QWidget:
        tile = QFrame(column)
        tile.setObjectName("tile")
        lines = QVBoxLayout(tile)
        lines.setContentsMargins(*_MARGINS)
        lines.setSpacing(2)
        for text, size, bold, object_name in (
            (f"{figure.value} {figure.unit}".strip(), 24, True, "figure"),
            (figure.label, 15, False, "muted"),
        ):
            shown, text_format = column.mark_hits(text, Qt.TextFormat.PlainText, find_hits)
            font = column.theme.font(size, bold=bold)
            label = WrappedLabel(shown, font, text_format)
            label.setObjectName(object_name)
            lines.addWidget(label)
            self._least_width = max(self._least_width, longest_word_width(text, font) + _MARGINS[0] + _MARGINS[2])
        lines.addStretch(1)
        return tile

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Append a tile."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of tiles."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return the tile at an index, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Remove and return the tile at an index, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Return True: narrower tiles are higher, and there may be one in a row."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows at a width, in pixels."""
        return max((place.y() + place.height() for _item, place in self._places(QRect(0, 0, width, 0))), default=0)

    def sizeHint(self) -> QSize:
        """Return a width of one pixel, as tiles have any width, and the height of one."""
        return QSize(1, max((item.sizeHint().height() for item in self._items), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same as `sizeHint`."""
        return self.sizeHint()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place the tiles in a rectangle."""
        super().setGeometry(rect)
        for item, place in self._places(rect):
            item.setGeometry(place)

    def _places(self, rect: QRect) -> Iterator[tuple[QLayoutItem, QRect]]:
        """Yield each tile and its place; those of a row are as high as the highest."""
        half = (rect.width() - _GAP) // 2
        columns = 2 if half >= self._least_width else 1
        width, y = half if columns == 2 else rect.width(), rect.y()
        for start in range(0, len(self._items), columns):
            row = self._items[start : start + columns]
            height = max(item.heightForWidth(width) for item in row)
            for number, item in enumerate(row):
                yield item, QRect(rect.x() + number * (width + _GAP), y, width, height)
            y += height + _GAP

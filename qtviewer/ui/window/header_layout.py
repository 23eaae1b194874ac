"""How the header is laid out: in one line where all of it fits, else search and what shows otherwise come below."""

from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from qtviewer.ui.look.flow_layout import FlowLayout

_MARGINS: Final = (24, 11)  # pixels beside and above
_GAP: Final = 8
_LEAST_GAP: Final = 2  # between buttons that belong together
_WIDEST_SEARCH: Final = 420  # pixels in one line with everything else


class HeaderParts(NamedTuple):
    """What the layout treats otherwise than a button."""

    title: QWidget
    subtitle: QWidget  # left out where there is not room
    search: QWidget  # begins the second line, and takes the room that is left
    joined: QWidget  # never parted from the one before


class _Cell(NamedTuple):
    item: QLayoutItem
    size: QSize
    gap: int  # pixels before it, but for the first of a line


class HeaderLayout(FlowLayout):
    """Widgets in the order they are added."""

    def __init__(self, parts: HeaderParts, parent: QWidget) -> None:
        super().__init__(_GAP, parent)
        self._parts = parts

    def heightForWidth(self, width: int) -> int:
        """Height of all lines at a width, with the margins."""
        across, above = _MARGINS
        return super().heightForWidth(max(width - 2 * across, 1)) + 2 * above

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put the items in their places, within the margins."""
        across, above = _MARGINS
        super().setGeometry(rect.adjusted(across, above, -across, -above))

    def sizeHint(self) -> QSize:
        """All items in one line."""
        return self._with_margins(super().sizeHint())

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """The largest item, or pair of joined ones."""
        cells = [self._cell(item) for item in self._items if not item.isEmpty()]
        pairs = (_width([first, joined]) for first, joined in pairwise(cells) if joined.gap == _LEAST_GAP)
        return self._with_margins(super().minimumSize().expandedTo(QSize(max(pairs, default=0), 0)))

    def _with_margins(self, size: QSize) -> QSize:
        return size + QSize(2 * _MARGINS[0], 2 * _MARGINS[1])

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            height = max(cell.size.height() for cell in line)
            if move:
                self._place(line, QRect(rect.x(), y, rect.width(), height))
            y += height + _GAP
        return max(y - _GAP - rect.y(), 0)

    def _lines(self, room: int) -> list[list[_Cell]]:
        cells = [self._cell(item) for item in self._items if not item.isEmpty()]
        at = next((at for at, cell in enumerate(cells) if self._is(cell, self._parts.search)), len(cells))
        if _width(cells) <= room:
            return [cells] if cells else []
        return [*_flow(cells[:at], room), *_flow(cells[at:], room)]

    def _cell(self, item: QLayoutItem) -> _Cell:
        """An item and the least it needs."""
        parts, widget, size = self._parts, item.widget(), self.size_hint_of(item)
        if widget is parts.subtitle:
            return _Cell(item, QSize(0, size.height()), _GAP)
        if widget is parts.search:
            return _Cell(item, QSize(item.minimumSize().width(), size.height()), _GAP)
        return _Cell(item, size, _LEAST_GAP if widget is parts.joined else _GAP)

    def _place(self, line: list[_Cell], box: QRect) -> None:
        """Put a line into its box; room that is left goes to the subtitle if it then fits, and to the search."""
        parts, left, x = self._parts, box.width() - _width(line), box.x()
        is_whole = line[0].item.widget() is parts.title and self._is(line[-1], self._items[-1].widget())
        for at, (item, size, gap) in enumerate(line):
            width = min(size.width(), box.width())
            x += gap if at else 0
            after = 0
            if item.widget() is parts.subtitle and left >= (wanted := self.size_hint_of(item).width() + _GAP):
                width, left, after = wanted - _GAP, left - wanted, _GAP
            elif item.widget() is parts.search:
                taken = min(left, max(_WIDEST_SEARCH - width, 0)) if is_whole else left
                x += left - taken
                width += taken
            item.setGeometry(QRect(x, box.y() + (box.height() - size.height()) // 2, width, size.height()))
            x += width + after

    def _is(self, cell: _Cell, widget: QWidget | None) -> bool:
        return cell.item.widget() is widget


def _width(line: list[_Cell]) -> int:
    """The least width of a line; the gap before its first cell is none."""
    return sum(cell.size.width() + cell.gap for cell in line) - (line[0].gap if line else 0)


def _flow(cells: list[_Cell], room: int) -> list[list[_Cell]]:
    """Lines of cells, like words in a paragraph; a joined cell comes along with the one before it."""
    lines: list[list[_Cell]] = []
    for at, cell in enumerate(cells):
        joined = [cell, *(cells[at + 1 : at + 2] if at + 1 < len(cells) and cells[at + 1].gap == _LEAST_GAP else [])]
        if lines and (cell.gap == _LEAST_GAP or _width([*lines[-1], *joined]) <= room):
            lines[-1].append(cell)
        else:
            lines.append([cell])
    return lines

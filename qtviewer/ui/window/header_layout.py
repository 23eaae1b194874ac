"""The layout of the header: one line if everything fits, else a second part begins with the search field."""

from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from qtviewer.ui.guard import guarded
from qtviewer.ui.look.flow_layout import FlowLayout

_MARGINS: Final = (24, 7)  # pixels beside and above
_GAP: Final = 8  # pixels
_JOINED_GAP: Final = 2  # pixels between joined buttons
_MAX_SEARCH_WIDTH: Final = 420  # pixels, where everything is in one line


class HeaderParts(NamedTuple):
    """The widgets of the header with rules of their own.

    `subtitle` is left out where there is no room for it. `search` begins the second part and takes the remaining width.
    `joined` stays in one line with the widget before it.
    """

    title: QWidget
    subtitle: QWidget
    search: QWidget
    joined: QWidget


class _Cell(NamedTuple):
    """An item, its smallest size, and the gap in pixels before it unless it begins a line."""

    item: QLayoutItem
    size: QSize
    gap: int


@guarded
class HeaderLayout(FlowLayout):
    """Places the widgets of the header in the order they are added."""

    def __init__(self, parts: HeaderParts, parent: QWidget) -> None:
        super().__init__(_GAP, parent)
        self._parts = parts

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width with the margins, in pixels."""
        across, above = _MARGINS
        return super().heightForWidth(max(width - 2 * across, 1)) + 2 * above

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place the items in a rectangle, within the margins."""
        across, above = _MARGINS
        super().setGeometry(rect.adjusted(across, above, -across, -above))

    def sizeHint(self) -> QSize:
        """Return the size of all items in one line, with the margins."""
        return self._with_margins(super().sizeHint())

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that holds any one item or joined pair, with the margins."""
        cells = [self._cell(item) for item in self._items if not item.isEmpty()]
        pairs = (_width([first, joined]) for first, joined in pairwise(cells) if joined.gap == _JOINED_GAP)
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

    def _lines(self, width: int) -> list[list[_Cell]]:
        cells = [self._cell(item) for item in self._items if not item.isEmpty()]
        searches = (index for index, cell in enumerate(cells) if self._is(cell, self._parts.search))
        second_part = next(searches, len(cells))
        if _width(cells) <= width:
            return [cells] if cells else []
        return [*_flow(cells[:second_part], width), *_flow(cells[second_part:], width)]

    def _cell(self, item: QLayoutItem) -> _Cell:
        """The cell of an item with the smallest size that it can have."""
        parts, widget, size = self._parts, item.widget(), self.size_hint_of(item)
        if widget is parts.subtitle:
            return _Cell(item, QSize(0, size.height()), _GAP)
        if widget is parts.search:
            return _Cell(item, QSize(item.minimumSize().width(), size.height()), _GAP)
        return _Cell(item, size, _JOINED_GAP if widget is parts.joined else _GAP)

    def _place(self, line: list[_Cell], box: QRect) -> None:
        """Place a line in its box; remaining width goes to the subtitle if it then fits, and to the search field."""
        parts, remaining, x = self._parts, box.width() - _width(line), box.x()
        is_whole = line[0].item.widget() is parts.title and self._is(line[-1], self._items[-1].widget())
        for index, (item, size, gap) in enumerate(line):
            width = min(size.width(), box.width())
            x += gap if index else 0
            after = 0
            if item.widget() is parts.subtitle and remaining >= (needed := self.size_hint_of(item).width() + _GAP):
                width, remaining, after = needed - _GAP, remaining - needed, _GAP
            elif item.widget() is parts.search:
                taken = min(remaining, max(_MAX_SEARCH_WIDTH - width, 0)) if is_whole else remaining
                x += remaining - taken
                width += taken
            item.setGeometry(QRect(x, box.y() + (box.height() - size.height()) // 2, width, size.height()))
            x += width + after

    def _is(self, cell: _Cell, widget: QWidget | None) -> bool:
        return cell.item.widget() is widget


def _width(line: list[_Cell]) -> int:
    """The smallest width of a line in pixels, without a gap before its first cell."""
    return sum(cell.size.width() + cell.gap for cell in line) - (line[0].gap if line else 0)


def _flow(cells: list[_Cell], width: int) -> list[list[_Cell]]:
    """Divide cells into lines of at most a width; a joined cell stays with the one before it."""
    lines: list[list[_Cell]] = []
    for index, cell in enumerate(cells):
        following = cells[index + 1 : index + 2]
        joined = [cell, *(after for after in following if after.gap == _JOINED_GAP)]
        if lines and (cell.gap == _JOINED_GAP or _width([*lines[-1], *joined]) <= width):
            lines[-1].append(cell)
        else:
            lines.append([cell])
    return lines

"""Computes the rectangles of the parts of the page to find events."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize

from qtviewer.kiosk.sizes import KioskSizes


class FindLayout(NamedTuple):
    """Rectangles in pixels of the page; `keys` is that of letters or tiles, `tabs` has one for each tab."""

    title: QRect
    typed: QRect
    results: QRect
    tabs: tuple[QRect, ...]
    keys: QRect


class FindParts(NamedTuple):
    """Sizes of the page's parts, which decide the layout.

    title: size of the title's text in pixels.
    tab_widths: width of each tab in pixels.
    pad_height: height that the letters need in pixels.
    is_pad_shown: whether letters are shown, not tiles.
    """

    title: QSize
    tab_widths: Sequence[int]
    pad_height: int
    is_pad_shown: bool


def find_layout(page: QRect, sizes: KioskSizes, parts: FindParts) -> FindLayout:
    """Return the layout of a page: in portrait results above tabs and keys, in landscape at the left of them."""
    margin, gap = sizes.px(48), sizes.px(20)
    left = page.adjusted(margin, sizes.px(36), -margin, -gap)
    right = QRect(left)
    if not sizes.is_portrait:
        right.setLeft(left.center().x() + gap)
        left.setRight(left.center().x() - gap)
    tabs = _tab_boxes(parts.tab_widths, right.width(), gap, sizes.main_control)
    tabs_height = tabs[-1].bottom() + 1 + gap
    available = right.height() - tabs_height
    share = right.height() * 2 // 5 if sizes.is_portrait else available
    keys_height = min(parts.pad_height if parts.is_pad_shown else max(parts.pad_height, share), available)
    keys = QRect(right.x(), right.bottom() + 1 - keys_height, right.width(), keys_height)
    tabs_top = keys.top() - tabs_height
    results_top = left.y() + parts.title.height() + gap
    results_bottom = tabs_top - gap if sizes.is_portrait else left.bottom()
    typed_left = left.x() + parts.title.width() - 1 + 2 * gap
    return FindLayout(
        title=QRect(left.topLeft(), parts.title),
        typed=QRect(typed_left, left.y(), max(left.right() - typed_left, 0), parts.title.height()),
        results=QRect(left.x(), results_top, left.width(), max(results_bottom - results_top, 0)),
        tabs=tuple(box.translated(right.x(), tabs_top) for box in tabs),
        keys=keys,
    )


def _tab_boxes(widths: Sequence[int], row_width: int, gap: int, height: int) -> list[QRect]:
    """Return a rectangle for each tab, in as many rows as they need, from the point (0, 0)."""
    boxes: list[QRect] = []
    x = y = 0
    for width in widths:
        if x and x + width > row_width:
            x, y = 0, y + height + gap
        boxes.append(QRect(x, y, width, height))
        x += width + gap
    return boxes

"""Keys to find events with: letters, and tiles for the values of a facet."""

from collections.abc import Mapping, Sequence
from string import ascii_uppercase
from typing import Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.guard import guarded
from qtviewer.ui.kiosk.style import TouchButton
from qtviewer.ui.kiosk.touch_scroll import TouchScroll
from qtviewer.ui.look.theme import Theme

_KEYS_IN_ROW: Final = 9
_MOST_COLUMNS: Final = 3
_LARGEST_TEXT: Final = 1.25  # of a key's text at the smallest text size


@guarded
class LetterPad(QWidget):
    """Keys from A to Z, which emit `pressed` with a small letter, and a key that emits `backspace_pressed`."""

    pressed = Signal(str)
    backspace_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = {letter: TouchButton("key", self) for letter in ascii_uppercase}
        self.backspace = TouchButton("key", self)
        for letter, key in self.keys.items():
            key.show_text(letter)
            key.clicked.connect(lambda _checked=False, typed=letter: self.pressed.emit(typed.lower()))
        self.backspace.show_text("⌫")
        self.backspace.clicked.connect(self.backspace_pressed)
        self._sizes = KioskSizes(1080, 1920, 2.0)

    def apply_sizes(self, theme: Theme, sizes: KioskSizes) -> int:
        """Set sizes and fonts for a window; return the height the pad needs in pixels."""
        self._sizes = sizes
        font = theme.font(22 / max(theme.text_scale / sizes.text_scale / _LARGEST_TEXT, 1.0))
        for key in (*self.keys.values(), self.backspace):
            key.set_touch_size(sizes.main_control, font)
        self._place()
        rows = -(-(len(self.keys) + 1) // _KEYS_IN_ROW)
        return rows * (sizes.main_control + self._gap) - self._gap

    @property
    def _gap(self) -> int:
        return self._sizes.px(10)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the keys anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        gap, height = self._gap, self._sizes.main_control
        width = (self.width() - gap * (_KEYS_IN_ROW - 1)) // _KEYS_IN_ROW
        for position, key in enumerate((*self.keys.values(), self.backspace)):
            row, column = divmod(position, _KEYS_IN_ROW)
            key.setGeometry(QRect(column * (width + gap), row * (height + gap), max(width, height), height))


class FacetTiles(TouchScroll):
    """A button for each value of a facet, with its number of events; `chosen` is emitted with a tapped value."""

    chosen = Signal(str)

    def show_values(self, names: Sequence[tuple[str, str]], counts: Mapping[str, int], theme: Theme,
                    sizes: KioskSizes, width: int) -> None:  # fmt: skip
        """Show a tile for each (value, name) in as many columns as fit into a width in pixels.

        `counts` has the number of events for each value.
        """
        content = QWidget()
        grid = QGridLayout(content)
        scroll_buttons = sizes.control + sizes.px(14)
        grid.setContentsMargins(0, 0, scroll_buttons, 0)
        grid.setSpacing(sizes.px(12))
        tiles = [self._make_tile(value, f"{name}  {counts[value]}", theme, sizes) for value, name in names]
        widest = max((tile.sizeHint().width() for tile in tiles), default=1) + sizes.px(12)
        columns = min(max((width - scroll_buttons) // widest, 1), _MOST_COLUMNS)
        for position, tile in enumerate(tiles):
            grid.addWidget(tile, position // columns, position % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(len(names) // columns + 1, 1)
        self.apply_sizes(theme, sizes)
        self.show_content(content)

    def _make_tile(self, value: str, text: str, theme: Theme, sizes: KioskSizes) -> TouchButton:
        tile = TouchButton("tile", self)
        tile.set_touch_size(sizes.control, theme.font(18))
        tile.setMinimumHeight(max(sizes.control, theme.px(44)))
        tile.show_text(text)
        tile.clicked.connect(lambda: self.chosen.emit(value))
        tile.ensurePolished()  # its style decides how wide it is
        return tile

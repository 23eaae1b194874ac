"""What is tapped to find events: letters, or tiles for the values of a facet."""

from collections.abc import Mapping, Sequence
from string import ascii_uppercase
from typing import Final

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from qtviewer.kiosk.sizes import Measures
from qtviewer.ui.kiosk.style import TouchButton
from qtviewer.ui.kiosk.touch_scroll import TouchScroll
from qtviewer.ui.look.theme import Theme

_KEYS_IN_ROW: Final = 9
_MOST_COLUMNS: Final = 3
_LARGEST_LABEL: Final = 1.25


class LetterPad(QWidget):
    """A to Z, and a key that takes the last letter back."""

    pressed = Signal(str)
    taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = {letter: TouchButton("key", self) for letter in ascii_uppercase}
        self.back = TouchButton("key", self)
        for letter, key in self.keys.items():
            key.say(letter)
            key.clicked.connect(lambda _checked=False, typed=letter: self.pressed.emit(typed.lower()))
        self.back.say("⌫")
        self.back.clicked.connect(self.taken_back)
        self._measures = Measures(1080, 1920, 2.0)

    def fit(self, theme: Theme, measures: Measures) -> int:
        """Take on the sizes of a window; the height it needs."""
        self._measures = measures
        font = theme.font(22 / max(theme.text_scale / measures.text_scale / _LARGEST_LABEL, 1.0))
        for key in (*self.keys.values(), self.back):
            key.fit(measures.main, font)
        self._place()
        rows = -(-(len(self.keys) + 1) // _KEYS_IN_ROW)
        return rows * (measures.main + self._gap) - self._gap

    @property
    def _gap(self) -> int:
        return self._measures.px(10)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the keys anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        gap, height = self._gap, self._measures.main
        width = (self.width() - gap * (_KEYS_IN_ROW - 1)) // _KEYS_IN_ROW
        for at, key in enumerate((*self.keys.values(), self.back)):
            column, row = at % _KEYS_IN_ROW, at // _KEYS_IN_ROW
            key.setGeometry(QRect(column * (width + gap), row * (height + gap), max(width, height), height))


class Tiles(TouchScroll):
    """A button for each value of a facet, with how many events it has."""

    chosen = Signal(str)

    def show_values(self, names: Sequence[tuple[str, str]], counts: Mapping[str, int], theme: Theme,
                    measures: Measures, room: int) -> None:  # fmt: skip
        """Show values by id and name, in as many columns as there is room for."""
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, measures.other + measures.px(14), 0)
        grid.setSpacing(measures.px(12))
        tiles = [self._tile(value, f"{name}  {counts[value]}", theme, measures) for value, name in names]
        beside = measures.other + measures.px(14)
        widest = max((tile.sizeHint().width() for tile in tiles), default=1) + measures.px(12)
        columns = min(max((room - beside) // widest, 1), _MOST_COLUMNS)
        for at, tile in enumerate(tiles):
            grid.addWidget(tile, at // columns, at % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(len(names) // columns + 1, 1)
        self.fit(theme, measures)
        self.show_content(content)

    def _tile(self, value: str, words: str, theme: Theme, measures: Measures) -> TouchButton:
        tile = TouchButton("tile", self)
        tile.fit(measures.other, theme.font(18))
        tile.setMinimumHeight(max(measures.other, theme.px(44)))
        tile.say(words)
        tile.clicked.connect(lambda: self.chosen.emit(value))
        tile.ensurePolished()  # its style decides how wide it is
        return tile

"""The figures of an event as tiles."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout

from qtviewer.domain.event import FigureText
from qtviewer.ui.detail.text_column import TextColumn

if TYPE_CHECKING:
    from qtviewer.ui.detail.text_column import FindHits


class FigureGrid(QGridLayout):
    """A tile for each figure, two in a row, with the hits marked that `find_hits` returns; None marks nothing."""

    def __init__(self, column: TextColumn, figures: Sequence[FigureText], find_hits: "FindHits | None") -> None:
        super().__init__()
        self.setSpacing(12)
        for index, figure in enumerate(figures):
            self.addWidget(_make_tile(column, figure, find_hits), index // 2, index % 2)
        self.setColumnStretch(0, 1)
        self.setColumnStretch(1, 1)


def _make_tile(column: TextColumn, figure: FigureText, find_hits: "FindHits | None") -> QFrame:
    tile = QFrame()
    tile.setObjectName("tile")
    lines = QVBoxLayout(tile)
    lines.setContentsMargins(16, 12, 12, 12)
    lines.setSpacing(2)
    for text, size, bold, object_name in (
        (f"{figure.value} {figure.unit}".strip(), 24, True, "figure"),
        (figure.label, 15, False, "muted"),
    ):
        shown, text_format = column.mark_hits(text, Qt.TextFormat.PlainText, find_hits)
        label = QLabel(shown)
        label.setTextFormat(text_format)
        label.setObjectName(object_name)
        label.setFont(column.theme.font(size, bold=bold))
        label.setWordWrap(True)
        lines.addWidget(label)
    lines.addStretch(1)
    return tile

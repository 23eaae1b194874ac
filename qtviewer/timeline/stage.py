"""What a moving view needs to show its cards: when to go on with what is there, and when to arrange anew."""

from collections.abc import Sequence
from typing import Final

from qtviewer.timeline.board import Board, Shape
from qtviewer.timeline.card import CardSizes
from qtviewer.timeline.layout import Layout
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.tile_source import TileSource

_TOO_COARSE: Final = 4.0  # magnification over that of the level from which a moving view is arranged anew


class Stage:
    """Keeps lanes and rows as they are while the view moves, and lets them settle when it stops."""

    def __init__(self, tiles: TileSource, sizes: CardSizes) -> None:
        self._board = Board(tiles, sizes)
        self._shape: Shape | None = None
        self._categories: tuple[str, ...] = ()

    def layout(self, scale: TimeScale, categories: Sequence[str], height: float) -> Layout:
        """The cards in and around a view whose lanes have `height` pixels."""
        shape = self._shape
        if (
            shape is None
            or self._categories != tuple(categories)
            or shape.height != height
            or not shape.level.pixels_per_day <= scale.pixels_per_day * (1 + 1e-9)
            or scale.pixels_per_day > shape.level.pixels_per_day * _TOO_COARSE
        ):
            shape = self._arrange(scale, categories, height)
        return self._board.layout(shape, scale)

    def settle(self, scale: TimeScale, categories: Sequence[str], height: float) -> bool:
        """Suit the lanes to what is in view now; whether that changed anything."""
        before = self._shape
        after = self._arrange(scale, categories, height)
        if before == after and before is not None:
            self._shape = before
        return before != after

    def expect(self, target: TimeScale, categories: Sequence[str], height: float) -> None:
        """Arrange for the view that a movement ends in, where the cards there are would not fit on the way to it."""
        if self._shape is not None and target.pixels_per_day < self._shape.level.pixels_per_day:
            self._arrange(target, categories, height)

    def prepare(self, scale: TimeScale, categories: Sequence[str]) -> bool:
        """Do a little of what a view beside this one, or of more time, will need; False when there is nothing left."""
        if self._shape is None:
            return False
        coarser = self._board.level_for(self._shape.level.pixels_per_day / 2)
        wider = scale.zoomed(0.5, scale.width / 2)
        return self._board.prepare(self._shape.level, scale, categories) or self._board.prepare(
            coarser, wider, categories
        )

    def _arrange(self, scale: TimeScale, categories: Sequence[str], height: float) -> Shape:
        level = self._board.level_for(scale.pixels_per_day)
        self._categories = tuple(categories)
        self._shape = self._board.shape(level, scale, categories, height, self._shape)
        return self._shape

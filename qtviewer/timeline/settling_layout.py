"""What a moving view needs to show its cards: when to go on with what is there, and when to arrange anew."""

from collections.abc import Iterator, Sequence
from typing import Final

from qtviewer.timeline.card import CardSizes
from qtviewer.timeline.layout import Layout
from qtviewer.timeline.layout_cache import LayoutCache, LayoutShape
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.tile_cache import TileCache

_NEXT: Final = 1.42  # from one level to the next
_TOO_COARSE: Final = (
    2.8  # magnification over that of the level from which a moving view is arranged anew if it can be at once
)


class SettlingLayout:
    """Keeps lanes and rows as they are while the view moves, and lets them settle when it stops."""

    def __init__(self, tiles: TileCache, sizes: CardSizes) -> None:
        self._board = LayoutCache(tiles, sizes)
        self._shape: LayoutShape | None = None
        self._categories: tuple[str, ...] = ()

    def layout(self, scale: TimeScale, categories: Sequence[str], height: float) -> Layout:
        """The cards in and around a view whose lanes have `height` pixels."""
        shape = self._shape
        if (
            shape is None
            or self._categories != tuple(categories)
            or shape.height != height
            or not shape.level.pixels_per_day <= scale.pixels_per_day * (1 + 1e-9)
            or (scale.pixels_per_day > shape.level.pixels_per_day * _TOO_COARSE and self.is_ready(scale, categories))
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

    def arrange_for(self, target: TimeScale, categories: Sequence[str], height: float) -> None:
        """Arrange for the view that a movement ends in, where the cards there are would not fit on the way to it."""
        if self._shape is not None and target.pixels_per_day < self._shape.level.pixels_per_day:
            self._arrange(target, categories, height)

    def prepare(self, scale: TimeScale, categories: Sequence[str]) -> bool:
        """Do a little of what the settled view needs, then those beside it and of more time; False when all is done."""
        return any(
            self._board.prepare(self._board.level_for(each.pixels_per_day), each, categories)
            for each in _next_views(scale)
        )

    def prepared_layouts(self, scale: TimeScale, categories: Sequence[str], height: float) -> Iterator[Layout]:
        """What has been prepared, arranged: the cards that are likely to be seen next."""
        for each in _next_views(scale):
            if self.is_ready(each, categories):
                level = self._board.level_for(each.pixels_per_day)
                yield self._board.layout(self._board.shape(level, each, categories, height, self._shape), each)

    def is_ready(self, scale: TimeScale, categories: Sequence[str]) -> bool:
        """Whether a settled view could be shown at once."""
        return self._board.is_ready(self._board.level_for(scale.pixels_per_day), scale, categories)

    def _arrange(self, scale: TimeScale, categories: Sequence[str], height: float) -> LayoutShape:
        level = self._board.level_for(scale.pixels_per_day)
        self._categories = tuple(categories)
        self._shape = self._board.shape(level, scale, categories, height, self._shape)
        return self._shape


def _next_views(scale: TimeScale) -> tuple[TimeScale, ...]:
    """The view itself, and those of more time around it."""
    return scale, scale.zoomed(1 / _NEXT, scale.width / 2), scale.zoomed(1 / _NEXT**2, scale.width / 2)

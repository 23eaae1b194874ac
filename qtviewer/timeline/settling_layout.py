"""The layout of a moving view, which keeps its lanes and rows until the view stands still."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from qtviewer.timeline.card import CardSizes
from qtviewer.timeline.lane_sums import LaneSum, lane_sums
from qtviewer.timeline.layout import Layout
from qtviewer.timeline.layout_cache import LayoutCache, LayoutShape
from qtviewer.timeline.levels import Level
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.tile_cache import TileCache

_LEVEL_STEP: Final = 1.42  # ratio of the magnifications of two levels
_TOO_COARSE: Final = 2.8  # ratio of a moving view's magnification to its level's from which a finer level is preferred


class SettlingLayout:
    """Keeps the shape of the layout while the view moves, and lets it settle when the view stands still.

    In all methods `categories` are those of the lanes from the top, and `height` is the pixels that the lanes share.
    """

    def __init__(self, tiles: TileCache, sizes: CardSizes) -> None:
        self._tiles = tiles
        self._cache = LayoutCache(tiles, sizes)
        self._shape: LayoutShape | None = None
        self._categories: tuple[str, ...] = ()

    def layout(self, scale: TimeScale, categories: Sequence[str], height: float) -> Layout:
        """Return the layout for a frame; its shape changes only where the one there is cannot be used."""
        shape = self._shape
        if shape is None or not self._fits(shape, scale, categories, height):
            shape = self._update_shape(scale, categories, height)
        return self._cache.layout(shape, scale)

    def settle(self, scale: TimeScale, categories: Sequence[str], height: float) -> bool:
        """Suit the shape to a view that stands still; return whether that changed it."""
        before = self._shape
        after = self._update_shape(scale, categories, height)
        if before == after and before is not None:
            self._shape = before
        return before != after

    def lane_sums(self, scale: TimeScale, categories: Sequence[str], layout: Layout) -> Mapping[str, LaneSum]:
        """Return, by category, how the events that touch a view add up from what a layout shows in it."""
        return lane_sums(layout, scale, self._tiles.count_view(scale, categories), self._tiles)

    def arrange_for(self, target: TimeScale, categories: Sequence[str], height: float) -> None:
        """Suit the shape to the view in which a movement will end, where cards of the present one would not fit."""
        if self._shape is not None and target.pixels_per_day < self._shape.level.pixels_per_day:
            self._update_shape(target, categories, height)

    def prepare_next(self, scale: TimeScale, categories: Sequence[str]) -> bool:
        """Do one step of what settling will need here and in views of more time; return False when all is done."""
        return any(
            self._cache.prepare_next(self._cache.level_for(view.pixels_per_day), view, categories)
            for view in _likely_views(scale)
        )

    def prepared_layouts(self, scale: TimeScale, categories: Sequence[str], height: float) -> Iterator[Layout]:
        """Iterate over layouts of the likely next views whose tiles are ready, with chips in the same lanes as now."""
        rows = self._shape.row_counts if self._shape is not None else {}
        with_chips = {category for category, counts in rows.items() if counts.has_chips}
        for view in _likely_views(scale):
            if self.is_ready(view, categories):
                shape = self._cache.shape_for(view, categories, height, previous=self._shape, with_chips=with_chips)
                yield self._cache.layout(shape, view)

    def tiles_for(self, scale: TimeScale) -> tuple[Level, range]:
        """Return the level of a view and the numbers of its tiles; views that share both share all preparations."""
        return self._cache.tiles_for(scale)

    def is_ready(self, scale: TimeScale, categories: Sequence[str]) -> bool:
        """Return whether a view could settle without loading or laying out anything."""
        return self._cache.is_ready(self._cache.level_for(scale.pixels_per_day), scale, categories)

    def _fits(self, shape: LayoutShape, scale: TimeScale, categories: Sequence[str], height: float) -> bool:
        """Return whether a shape can be kept for a moving view."""
        if self._categories != tuple(categories) or shape.height != height:
            return False
        if shape.level.pixels_per_day > scale.pixels_per_day * (1 + 1e-9):
            return False
        is_too_coarse = scale.pixels_per_day > shape.level.pixels_per_day * _TOO_COARSE
        return not (is_too_coarse and self.is_ready(scale, categories))

    def _update_shape(self, scale: TimeScale, categories: Sequence[str], height: float) -> LayoutShape:
        self._categories = tuple(categories)
        lanes = self._tiles.count_view(scale, categories).lanes
        with_chips = {category for category, counts in lanes.items() if counts.begun}
        self._shape = self._cache.shape_for(scale, categories, height, previous=self._shape, with_chips=with_chips)
        return self._shape


def _likely_views(scale: TimeScale) -> tuple[TimeScale, ...]:
    """Return a view, and those of one and two levels of more time around its middle."""
    middle = scale.width / 2
    return scale, scale.zoomed(1 / _LEVEL_STEP, middle), scale.zoomed(1 / _LEVEL_STEP**2, middle)

"""The layout of a moving view, which keeps its lanes and rows until the view stands still."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from qtviewer.timeline.card import Card, CardSizes
from qtviewer.timeline.lane_sums import LaneSum, lane_sums
from qtviewer.timeline.layout import LaneRoom, Layout
from qtviewer.timeline.layout_cache import LayoutCache, LayoutShape, evict_oldest
from qtviewer.timeline.levels import MOVING_STEPS, SETTLED_STEPS, Level
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.tile_cache import TileCache

_LEVEL_STEP: Final = 1.42  # ratio of the magnifications of two levels of a moving view
_TOO_COARSE: Final = 2.8  # ratio of a moving view's magnification to its level's from which a finer level is preferred

_MAX_PREPARED: Final = 12  # views whose preparation is remembered


class SettlingLayout:
    """Keeps the shape of the layout while the view moves, and lets it settle when the view stands still."""

    def __init__(self, tiles: TileCache, sizes: CardSizes) -> None:
        self._tiles = tiles
        self._cache = LayoutCache(tiles, sizes)
        self._shape: LayoutShape | None = None
        self._prepared: dict[tuple[Level, range, LaneRoom], bool] = {}
        self._magnification = 0.0  # pixels per day of the frame before
        self._is_magnified: bool | None = None  # whether the view was last magnified, or the opposite; None at rest

    def layout(self, scale: TimeScale, room: LaneRoom) -> Layout:
        """Return the layout for a frame; its shape changes only where the one there is cannot be used."""
        shape = self._shape
        if shape is not None and scale.pixels_per_day != self._magnification:
            self._is_magnified = scale.pixels_per_day > self._magnification
        self._magnification = scale.pixels_per_day
        if shape is None:
            shape = self._update_shape(scale, room, SETTLED_STEPS)
        elif shape.room != room:
            shape = self._update_shape(scale, room, MOVING_STEPS)
        elif not self._fits(shape, scale):
            shape = self._shape = self._cache.moved_shape(shape, self._moving_level(scale), scale)
        return self._cache.layout(shape, scale)

    def settle(self, scale: TimeScale, room: LaneRoom) -> bool:
        """Suit the shape to a view that stands still; return whether that changed it."""
        before, self._is_magnified = self._shape, None
        after = self._update_shape(scale, room, SETTLED_STEPS)
        if before == after and before is not None:
            self._shape = before
        return before != after

    def lane_sums(self, scale: TimeScale, categories: Sequence[str], layout: Layout) -> Mapping[str, LaneSum]:
        """Return, by category, how the events that touch a view add up from what a layout shows in it."""
        counts = self._tiles.count_view(layout.level.touched_minutes(scale), categories)
        return lane_sums(layout, scale, counts, self._tiles)

    def arrange_for(self, target: TimeScale, room: LaneRoom) -> None:
        """Suit the shape to the view in which a movement will end, where cards of the present one would not fit."""
        if self._shape is not None and target.pixels_per_day < self._shape.level.pixels_per_day:
            self._update_shape(target, room, MOVING_STEPS)

    def preparations(self, scale: TimeScale, room: LaneRoom) -> Iterator[Iterator[Card]]:
        """Prepare the likely next views in small steps, the likeliest first; each step returns the cards it has made.

        The cards of a view come after its tiles.
        """
        for level, view in self._likely_views(scale):
            yield from (iter(()) for _step in self._cache.prepare(level, view, room.categories))
            shape = self._shape
            if shape is not None and shape.room == room:
                if shape.level == level:
                    yield from self._cache.lanes_beside(shape, view)
                yield from self._cache.lanes(self._cache.moved_shape(shape, level, view), view)
                evict_oldest(self._prepared, _MAX_PREPARED)
                self._prepared[level, self._cache.tiles_in_view(level, view), room] = True

    def wanted(self, scale: TimeScale) -> object:
        """Return the same value for views that `preparations` does the same for."""
        views = self._likely_views(scale)
        return self._shape, [(level, self._cache.tiles_in_view(level, view)) for level, view in views]

    def tiles_for(self, scale: TimeScale) -> tuple[Level, range]:
        """Return the level of a view at rest and the numbers of its tiles."""
        level = self._cache.level_for(scale.pixels_per_day, SETTLED_STEPS)
        return level, self._cache.tiles_in_view(level, scale)

    def is_ready(self, scale: TimeScale, room: LaneRoom) -> bool:
        """Return whether everything is prepared for a moving view to change its level."""
        level = self._moving_level(scale)
        return (level, self._cache.tiles_in_view(level, scale), room) in self._prepared

    def _moving_level(self, scale: TimeScale) -> Level:
        return self._cache.level_for(scale.pixels_per_day, MOVING_STEPS)

    def _fits(self, shape: LayoutShape, scale: TimeScale) -> bool:
        """Return whether a shape can be kept for a moving view: it has room for its cards, and lanes for its events."""
        categories = shape.room.categories
        if shape.level.pixels_per_day > scale.pixels_per_day * (1 + 1e-9):
            return False
        if any(self._cache.has_events(shape.level, scale, key, categories) for key in shape.empty):
            return False
        is_too_coarse = scale.pixels_per_day > shape.level.pixels_per_day * _TOO_COARSE
        return not (is_too_coarse and self.is_ready(scale, shape.room))

    def _update_shape(self, scale: TimeScale, room: LaneRoom, steps_in_octave: int) -> LayoutShape:
        """Take the shape that suits a view; there are lanes for the events that touch it, and for those that may."""
        level = self._cache.level_for(scale.pixels_per_day, steps_in_octave)
        counts = self._tiles.count_view(level.touched_minutes(scale), room.categories).lanes
        shown = [
            key
            for key in room.categories
            if counts[key].touching or self._cache.has_events(level, scale, key, room.categories)
        ]
        shape = self._cache.shape_for(level, scale, room, previous=self._shape, shown=shown)
        lines = {key: counts[key].without(self._cache.begun_heads(shape, scale, key)).chips + 1 for key in shown}
        self._shape = self._cache.with_label_lines(shape, lines)
        return self._shape

    def _likely_views(self, scale: TimeScale) -> list[tuple[Level, TimeScale]]:
        """Return the level and the scale of likely next views: the likeliest first.

        They are the view at rest and, while it is not magnified, views of one and two levels of more time; while it is,
        the view itself at the level that it may have on its way.
        """
        at_rest = self._cache.level_for(scale.pixels_per_day, SETTLED_STEPS), scale
        wider = [scale.zoomed(1 / _LEVEL_STEP**levels, scale.width / 2) for levels in (1, 2)]
        with_more_time = [(self._moving_level(view), view) for view in wider]
        if self._is_magnified is None:
            return [at_rest, *with_more_time]
        if self._is_magnified:
            return [(self._moving_level(scale), scale), at_rest, *with_more_time]
        return [*with_more_time, at_rest]

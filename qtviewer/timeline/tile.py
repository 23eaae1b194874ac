"""The events of one lane that begin in one tile, before they are laid out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final, NamedTuple

from qtviewer.domain.answers import Density
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.levels import CELLS_IN_TILE, Level
from qtviewer.timeline.scale import TimeScale, time_of_minute

MAX_CARDS: Final = 48
"""Events of a lane in a tile up to which every one may have a card of its own."""


class LaneTile(NamedTuple):
    """The events of a category that begin in a tile."""

    category: str
    heads: tuple[EventHead, ...]
    """Events that may have cards of their own."""
    long_heads: tuple[EventHead, ...]
    """Other events that are loaded: they lasted too long for a card and are span bars, or in clusters."""
    cell_sizes: Mapping[int, int]
    """Number of all events by the number (0-7) of the cell that they begin in; cells without any are left out."""

    def all(self) -> Iterator[EventHead]:
        """Iterate over all events that are loaded."""
        return chain(self.heads, self.long_heads)

    @property
    def is_complete(self) -> bool:
        """Whether every event is loaded."""
        return sum(self.cell_sizes.values()) == len(self.heads) + len(self.long_heads)


def length_in_days(head: EventHead) -> int:
    """Return the number of days from the first to the last that an event's date can mean."""
    return head.last_day - head.date.first_day + 1


def is_long(head: EventHead, level: Level) -> bool:
    """Return whether an event lasted so long that only a span bar can show it at a level.

    In tiles shorter than a day that is one longer than a tile, too, though it has no span bar if it was on one day.
    """
    if head.date.precision is not Precision.INTERVAL:
        return False
    length = time_of_minute(head.last_minute + 1) - time_of_minute(head.first_minute)
    return length_in_days(head) >= level.min_bar_days or length > level.tile_days


def cell_at(level: Level, tile: int, time: float) -> int:
    """Return the number (0-7) of the cell of a tile that contains a time; those outside are in the first or last."""
    return min(max(int((time - tile * level.tile_days) / level.cell_days), 0), CELLS_IN_TILE - 1)


def tile_of_events(level: Level, tile: int, category: str, heads: Iterable[EventHead]) -> LaneTile:
    """Return a lane of which every event is loaded."""
    heads = tuple(heads)
    sizes = Counter(cell_at(level, tile, time_of_minute(head.first_minute)) for head in heads)
    return _lane_tile(level, category, heads, sizes)


def tile_of_densities(
    level: Level, tile: int, category: str, densities: Iterable[tuple[Density, EventHead]]
) -> LaneTile:
    """Return a lane with many events, of which only bucket counts are loaded, each with its representative event."""
    sizes: Counter[int] = Counter()
    heads = []
    for density, head in densities:
        sizes[cell_at(level, tile, density.bucket * 4.0**level.density_level)] += density.size
        heads.append(head)
    return _lane_tile(level, category, tuple(heads), sizes)


def has_events(level: Level, tile: int, content: LaneTile, scale: TimeScale) -> bool:
    """Return whether an event of a lane of a tile may begin in a view.

    Where not every event is loaded, that is whether one begins in a cell that the view touches.
    """
    if content.is_complete:
        return any(_begins_between(head, *level.touched_minutes(scale)) for head in content.all())
    first = tile * level.tile_days
    cells = ((first + cell * level.cell_days, first + (cell + 1) * level.cell_days) for cell in content.cell_sizes)
    return any(scale.left < end and begin < scale.right for begin, end in cells)


def _begins_between(head: EventHead, first: int, last: int) -> bool:
    return first <= head.first_minute <= last


def _lane_tile(level: Level, category: str, heads: tuple[EventHead, ...], sizes: Mapping[int, int]) -> LaneTile:
    long_heads = tuple(head for head in heads if is_long(head, level))
    return LaneTile(category, tuple(head for head in heads if not is_long(head, level)), long_heads, sizes)

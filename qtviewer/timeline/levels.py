"""Levels of detail: steps of magnification, whose tiles and cells are fixed stretches of time."""

import math
from typing import Final, NamedTuple

CELLS_IN_TILE: Final = 8
_FINEST_EXPONENT: Final = -3  # tiles of one day; everything that happened on a day stands at its beginning
_MIN_BUCKETS_IN_CELL: Final = 2  # buckets of a density level are four times as long as those of the level before
MAX_DENSITY_LEVEL: Final = 9
"""The coarsest level at which a source counts events by time."""
_WITH_YEARS_EXPONENT: Final = 7  # cells of 128 days, of which a view has a dozen
MOVING_STEPS: Final = 2
"""Levels between a magnification and its double for a view that moves: few, so that its cards seldom change rows."""
SETTLED_STEPS: Final = 8
"""The same for a view at rest: many, so that there is hardly more room than the cards are packed for."""


class Level(NamedTuple):
    """A level of detail, whose cells are 2^exponent days long."""

    exponent: int
    pixels_per_day: float
    """Magnification for which its cards are packed: the lowest at which the level is used."""

    @property
    def cell_days(self) -> float:
        """Length of a cell in days."""
        return 2.0**self.exponent

    @property
    def tile_days(self) -> int:
        """Length of a tile in days, at least 1."""
        return int(CELLS_IN_TILE * self.cell_days)

    @property
    def min_bar_days(self) -> int:
        """Length in days from which an event may be a span bar: that of a tile, at least 2."""
        return max(self.tile_days, 2)

    @property
    def density_level(self) -> int:
        """The coarsest density level whose buckets divide its cells into two or more, within 0 to 9."""
        fitting = (self.exponent - int(math.log2(_MIN_BUCKETS_IN_CELL))) // 2
        return min(max(fitting, 0), MAX_DENSITY_LEVEL)

    @property
    def with_years(self) -> bool:
        """Whether a view shows so many years that a date needs its own."""
        return self.exponent >= _WITH_YEARS_EXPONENT

    def tile_at(self, time: float) -> int:
        """Return the number of the tile that contains a time; tile 0 begins at time 0."""
        return math.floor(time / self.tile_days)

    def days_of(self, tile: int) -> tuple[int, int]:
        """Return the first and the last day of a tile."""
        return tile * self.tile_days, (tile + 1) * self.tile_days - 1

    def days_of_cell(self, cell: int) -> tuple[int, int]:
        """Return the first and the last day that begin in a cell, counted from day 0; else the next one twice."""
        first = math.ceil(cell * self.cell_days)
        return first, max(math.ceil((cell + 1) * self.cell_days) - 1, first)


def level_for(pixels_per_day: float, cell_width: float, steps_in_octave: int = SETTLED_STEPS) -> Level:
    """Return the level for a magnification above 0, with cells at least `cell_width` pixels wide.

    `steps_in_octave` is the number of levels between a magnification and its double. At the finest level cells are as
    wide as the magnification makes them.
    """
    exponent = max(math.ceil(math.log2(cell_width / pixels_per_day)), _FINEST_EXPONENT)
    lowest = cell_width / 2.0**exponent
    step = math.floor(math.log2(pixels_per_day / lowest) * steps_in_octave) / steps_in_octave
    return Level(exponent, lowest * 2.0 ** max(step, 0))

"""Levels of detail: octaves of magnification, whose tiles and cells stay where they are however the view moves."""

import math
from typing import Final, NamedTuple

CELLS_IN_TILE: Final = 8
_FINEST: Final = -3  # a tile is a day then, and what happened within a day stands at its beginning
_BUCKETS_IN_CELL: Final = 2  # at least; buckets of a density level are four times as long as those of the one before
_TOP_DENSITY_LEVEL: Final = 9
_WITH_YEARS: Final = 7  # cells of 128 days, of which a view has a dozen
_PACKINGS: Final = 2  # in an octave


class Level(NamedTuple):
    """Cells of 2^exponent days, and the magnification for which cards are packed, the lowest it is used at."""

    exponent: int
    pixels_per_day: float

    @property
    def cell_days(self) -> float:
        """Length of a cell."""
        return 2.0**self.exponent

    @property
    def tile_days(self) -> int:
        """Length of a tile."""
        return int(CELLS_IN_TILE * self.cell_days)

    @property
    def min_bar_days(self) -> int:
        """Length from which an event is shown as a bar: a tile, and more than the single day that a tile may be."""
        return max(self.tile_days, 2)

    @property
    def density_level(self) -> int:
        """Level of the densities whose buckets divide its cells."""
        fitting = (self.exponent - int(math.log2(_BUCKETS_IN_CELL))) // 2
        return min(max(fitting, 0), _TOP_DENSITY_LEVEL)

    @property
    def with_years(self) -> bool:
        """Whether a view shows so many years that a date is not clear without its own."""
        return self.exponent >= _WITH_YEARS

    def tile_at(self, time: float) -> int:
        """The tile in which a time is."""
        return math.floor(time / self.tile_days)

    def days_of(self, tile: int) -> tuple[int, int]:
        """First and last day of a tile."""
        return tile * self.tile_days, (tile + 1) * self.tile_days - 1


def level_for(pixels_per_day: float, cell_width: float) -> Level:
    """The level for a magnification, with cells at least `cell_width` pixels wide."""
    exponent = max(math.ceil(math.log2(cell_width / pixels_per_day)), _FINEST)
    lowest = cell_width / 2.0**exponent
    step = math.floor(math.log2(pixels_per_day / lowest) * _PACKINGS) / _PACKINGS
    return Level(exponent, lowest * 2.0 ** max(step, 0))

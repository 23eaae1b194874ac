"""Levels of detail: steps of magnification, whose tiles and cells are fixed stretches of time."""

import math
from enum import StrEnum
from typing import Final, NamedTuple

from qtviewer.domain.answers import BeginSpan
from qtviewer.domain.dates.minutes import MINUTES_IN_DAY, Minutes, days_of_minutes, minutes_of_days
from qtviewer.timeline.scale import TimeScale

CELLS_IN_TILE: Final = 8
_FINEST_EXPONENT: Final = -10  # cells of one or two minutes: no event is known to begin in less
_MIN_BUCKETS_IN_CELL: Final = 2  # buckets of a density level are four times as long as those of the level before
MAX_DENSITY_LEVEL: Final = 9
"""The coarsest level at which a source counts events by time."""
_WITH_YEARS_EXPONENT: Final = 7  # cells of 128 days, of which a view has a dozen
_WITH_TIMES_EXPONENT: Final = 0  # cells of a day: where one is as wide as a card, the axis has hours, or nearly
MOVING_STEPS: Final = 2
"""Levels between a magnification and its double for a view that moves: few, so that its cards seldom change rows."""
SETTLED_STEPS: Final = 8
"""The same for a view at rest: many, so that there is hardly more room than the cards are packed for."""


class CardDate(StrEnum):
    """What the date on a card says: month and day, with them the year, or with them the time of day."""

    DAY = "day"
    WITH_YEAR = "with year"
    WITH_TIME = "with time"


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
    def tile_days(self) -> float:
        """Length of a tile in days."""
        return CELLS_IN_TILE * self.cell_days

    @property
    def min_bar_days(self) -> int:
        """Length in days from which an event may be a span bar: that of a tile, at least 2."""
        return max(int(self.tile_days), 2)

    @property
    def density_level(self) -> int:
        """The coarsest density level whose buckets divide its cells into two or more, at most 9.

        A cell of one day is a bucket; where cells are shorter, buckets are, too, and the level is below 0.
        """
        fitting = (self.exponent - int(math.log2(_MIN_BUCKETS_IN_CELL))) // 2
        return min(max(fitting, 0) if self.exponent >= 0 else fitting, MAX_DENSITY_LEVEL)

    @property
    def card_date(self) -> CardDate:
        """What the dates on cards say."""
        if self.exponent >= _WITH_YEARS_EXPONENT:
            return CardDate.WITH_YEAR
        return CardDate.WITH_TIME if self.exponent <= _WITH_TIMES_EXPONENT else CardDate.DAY

    def tile_at(self, time: float) -> int:
        """Return the number of the tile that contains a time; tile 0 begins at time 0."""
        return math.floor(time / self.tile_days)

    def minutes_of(self, tile: int) -> Minutes:
        """Return the minutes that begin in a tile."""
        return _minutes_between(tile * self.tile_days, (tile + 1) * self.tile_days)

    def days_of(self, tile: int) -> tuple[int, int]:
        """Return the first and the last day of which a tile is a part."""
        return days_of_minutes(self.minutes_of(tile))

    def minutes_of_cell(self, cell: int) -> Minutes:
        """Return the minutes that begin in a cell, counted from day 0; the nearest one where it is too short."""
        return _minutes_between(cell * self.cell_days, (cell + 1) * self.cell_days)

    def shown_minutes(self, minutes: Minutes) -> Minutes:
        """Return some minutes or, where hours are not shown, those of their days, as which they stand there."""
        return minutes if self.card_date is CardDate.WITH_TIME else minutes_of_days(days_of_minutes(minutes))

    def shown_span(self, span: BeginSpan) -> BeginSpan:
        """Return when some events begin; where hours are not shown, the days on which they do."""
        first, last = self.shown_minutes(span.minutes)
        return BeginSpan(first, last, self.shown_minutes((span.first_minute, span.end_minute))[1])

    def touched_minutes(self, scale: TimeScale) -> Minutes:
        """Return the minutes that a view touches; where hours are not shown, all of the days that it touches."""
        first = math.floor(scale.left * MINUTES_IN_DAY)
        return self.shown_minutes((first, max(math.ceil(scale.right * MINUTES_IN_DAY) - 1, first)))


def _minutes_between(start: float, end: float) -> Minutes:
    """Return the minutes that begin from one time until before another, at least the first one after the start."""
    first = math.ceil(start * MINUTES_IN_DAY)
    return first, max(math.ceil(end * MINUTES_IN_DAY) - 1, first)


def level_for(pixels_per_day: float, cell_width: float, steps_in_octave: int = SETTLED_STEPS) -> Level:
    """Return the level for a magnification above 0, with cells at least `cell_width` pixels wide.

    `steps_in_octave` is the number of levels between a magnification and its double. At the finest level cells are as
    wide as the magnification makes them.
    """
    exponent = max(math.ceil(math.log2(cell_width / pixels_per_day)), _FINEST_EXPONENT)
    lowest = cell_width / 2.0**exponent
    step = math.floor(math.log2(pixels_per_day / lowest) * steps_in_octave) / steps_in_octave
    return Level(exponent, lowest * 2.0 ** max(step, 0))

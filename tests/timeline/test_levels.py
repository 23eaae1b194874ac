"""Levels follow the magnification in steps, finer at rest; their tiles and cells are the same for every view."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.timeline.levels import CELLS_IN_TILE, MOVING_STEPS, SETTLED_STEPS, Level, level_for
from qtviewer.timeline.tile import cell_at
from tests.timeline.strategies import magnifications

CELL_WIDTH = 159.0
any_level = settings(deadline=None)
levels = magnifications.map(lambda pixels_per_day: level_for(pixels_per_day, CELL_WIDTH))
days = st.integers(MIN_DAY, MAX_DAY)


@given(pixels_per_day=magnifications, steps=st.sampled_from([MOVING_STEPS, SETTLED_STEPS]))
@any_level
def test_a_level_is_for_a_part_of_an_octave(pixels_per_day: float, steps: int) -> None:
    """Its own magnification is the lowest it is used at, and no more than a step below the view's."""
    level = level_for(pixels_per_day, CELL_WIDTH, steps)
    assert 1 - 1e-9 <= pixels_per_day / level.pixels_per_day <= 2 ** (1 / steps) + 1e-9
    assert level_for(level.pixels_per_day * (1 + 1e-9), CELL_WIDTH, steps) == level
    assert level.exponent == level_for(pixels_per_day, CELL_WIDTH).exponent


@given(level=levels)
@any_level
def test_a_cell_has_room_for_a_cluster(level: Level) -> None:
    """At the lowest magnification of the level, too; and a cell twice as fine would not, but where tiles are a day."""
    width = level.cell_days * level.pixels_per_day
    assert width >= CELL_WIDTH * (1 - 1e-9)
    assert width / 2 < CELL_WIDTH * (1 + 1e-9) or level.tile_days == 1


@given(level=levels, day=days, share=st.floats(0, 0.999))
@any_level
def test_every_time_is_in_one_tile(level: Level, day: int, share: float) -> None:
    """Tiles follow one another without a gap, whole days long."""
    tile = level.tile_at(day + share)
    first, last = level.days_of(tile)
    assert first <= day <= last
    assert last - first + 1 == level.tile_days == max(1, CELLS_IN_TILE * level.cell_days)
    assert level.days_of(tile + 1)[0] == last + 1


@given(level=levels, day=days)
@any_level
def test_every_day_is_in_one_cell_of_its_tile(level: Level, day: int) -> None:
    """The cell in which the day begins, counted from that at the beginning of the tile."""
    tile = level.tile_at(day)
    start = level.days_of(tile)[0] + cell_at(level, tile, day) * level.cell_days
    assert start <= day < start + level.cell_days
    first, last = level.days_of_cell(tile * CELLS_IN_TILE + cell_at(level, tile, day))
    assert start <= first <= day <= last < start + level.cell_days


@given(level=levels)
@any_level
def test_buckets_divide_cells(level: Level) -> None:
    """No bucket of the level's densities lies in two cells, and a cell has no more of them than it must."""
    bucket = 4**level.density_level
    assert max(level.cell_days, 1) % bucket == 0
    if level.cell_days >= 2:
        assert level.cell_days / bucket >= 2
    assert level.cell_days / bucket < 8 or level.density_level == 9


@pytest.mark.parametrize(
    ("exponent", "expected"),
    [
        (-3, (0.125, 1, 2, 0, False)),
        (0, (1, 8, 8, 0, False)),
        (3, (8, 64, 64, 1, False)),
        (7, (128, 1024, 1024, 3, True)),
    ],
)
def test_known_levels(exponent: int, expected: tuple[float, int, int, int, bool]) -> None:
    """From tiles of a day, in which that day still has a card, to views of many years."""
    level = Level(exponent, 1.0)
    assert (level.cell_days, level.tile_days, level.min_bar_days, level.density_level, level.with_years) == expected

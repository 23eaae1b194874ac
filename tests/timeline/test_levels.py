"""Levels follow the magnification in steps, finer at rest; their tiles and cells are the same for every view."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.answers import BeginSpan
from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.timeline.levels import CELLS_IN_TILE, MOVING_STEPS, SETTLED_STEPS, CardDate, Level, level_for
from qtviewer.timeline.scale import TimeScale
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
    """At the lowest magnification of the level, too; one twice as fine would not, but where cells are minutes."""
    width = level.cell_days * level.pixels_per_day
    assert width >= CELL_WIDTH * (1 - 1e-9)
    assert width / 2 < CELL_WIDTH * (1 + 1e-9) or level.exponent == -10


@given(level=levels, day=days, share=st.floats(0, 0.999))
@any_level
def test_every_time_is_in_one_tile(level: Level, day: int, share: float) -> None:
    """Tiles follow one another without a gap, eight cells long."""
    tile = level.tile_at(day + share)
    assert tile * level.tile_days <= day + share < (tile + 1) * level.tile_days
    assert level.tile_days == CELLS_IN_TILE * level.cell_days
    first, last = level.minutes_of(tile)
    assert level.minutes_of(tile + 1)[0] == last + 1
    assert first / 1440 >= tile * level.tile_days > (first - 1) / 1440
    assert level.days_of(tile)[0] <= day <= level.days_of(tile)[1]


@given(level=levels, day=days, minute=st.integers(0, 1439))
@any_level
def test_every_minute_is_in_one_cell_of_its_tile(level: Level, day: int, minute: int) -> None:
    """The cell in which it begins, counted from that at the beginning of the tile."""
    time = (day * 1440 + minute) / 1440
    tile = level.tile_at(time)
    cell = cell_at(level, tile, time)
    start = tile * level.tile_days + cell * level.cell_days
    assert start <= time < start + level.cell_days
    first, last = level.minutes_of_cell(tile * CELLS_IN_TILE + cell)
    assert first <= day * 1440 + minute <= last


@given(level=levels)
@any_level
def test_buckets_divide_cells(level: Level) -> None:
    """No bucket of the level's densities lies in two cells, and a cell has no more of them than it must."""
    bucket = 4.0**level.density_level
    assert level.cell_days % bucket == 0
    assert level.cell_days / bucket >= 2 or level.cell_days == 1
    assert level.cell_days / bucket < 8 or level.density_level == 9


@pytest.mark.parametrize(
    ("exponent", "expected"),
    [
        (-10, (1 / 1024, 1 / 128, 2, -6, CardDate.WITH_TIME)),
        (-3, (0.125, 1, 2, -2, CardDate.WITH_TIME)),
        (0, (1, 8, 8, 0, CardDate.WITH_TIME)),
        (1, (2, 16, 16, 0, CardDate.DAY)),
        (3, (8, 64, 64, 1, CardDate.DAY)),
        (7, (128, 1024, 1024, 3, CardDate.WITH_YEAR)),
    ],
)
def test_known_levels(exponent: int, expected: tuple[float, float, int, int, CardDate]) -> None:
    """From cells of a minute or two to views of many years."""
    level = Level(exponent, 1.0)
    assert (level.cell_days, level.tile_days, level.min_bar_days, level.density_level, level.card_date) == expected


@pytest.mark.parametrize(
    ("exponent", "left", "right", "minutes"),
    [
        (1, 10.0, 12.0, (14400, 17279)),
        (1, 10.2, 10.4, (14400, 15839)),
        (1, -3.5, -1.0, (-5760, -1441)),
        (0, 10.0, 12.0, (14400, 17279)),
        (0, 10.25, 10.5, (14760, 15119)),
        (-3, 10.2501, 10.4999, (14760, 15119)),
    ],
)
def test_what_a_view_touches(exponent: int, left: float, right: float, minutes: tuple[int, int]) -> None:
    """Minutes of which a part is in view, or all of such days where no hours are shown; none that begin at its end."""
    assert Level(exponent, 1.0).touched_minutes(TimeScale.spanning(left, right, 1200.0)) == minutes


def test_what_is_shown_of_hours() -> None:
    """A minute stands for itself, or where no hours are shown for its day."""
    noon, span = (720, 720), BeginSpan(720, 2000, 2879)
    assert [Level(exponent, 1.0).shown_minutes(noon) for exponent in (0, 1)] == [noon, (0, 1439)]
    assert [Level(exponent, 1.0).shown_span(span) for exponent in (0, 1)] == [span, BeginSpan(0, 2879, 2879)]

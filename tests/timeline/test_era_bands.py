"""A band covers exactly the days of its era that are in view, and what is too narrow is counted in one band."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtviewer.timeline.era_bands import NARROW, BandScale, EraBand, era_bands
from qtviewer.timeline.era_rows import EraDays, era_rows
from qtviewer.timeline.scale import TimeScale
from tests.timeline.strategies import eras_anywhere, exact_era

scales = st.builds(
    TimeScale.spanning, st.floats(-600, 500), st.floats(1, 1_000).map(lambda days: days + 500), st.floats(100, 4_000)
)


def bands_in(eras: list[EraDays], scale: TimeScale) -> list[EraBand]:
    """The bands of eras in a view."""
    return era_bands(era_rows(eras), BandScale(scale.x_at, scale.time_at, scale.width))


def test_a_band_begins_and_ends_with_its_days() -> None:
    """From the beginning of the first day to the end of the last one, at any magnification."""
    (band,) = bands_in([exact_era("plan", 10, 19)], TimeScale.spanning(0, 100, 1_000))
    assert (band.row, band.first, band.last, band.ids) == (0, 10.0, 20.0, ("plan",))
    assert [band.left, band.right] == pytest.approx([100, 200])


def test_a_name_sticks_to_the_edge_of_the_view() -> None:
    """An era that began before the view and lasts beyond it has the whole view for its name."""
    (band,) = bands_in([exact_era("plan", -5_000, 5_000)], TimeScale.spanning(0, 100, 1_000))
    assert band.name_room == (6.0, 994.0)


def test_narrow_eras_beside_each_other_are_one_band() -> None:
    """Reigns of a day in the view of a year; the wide one after them and the far one stay alone."""
    reigns = [exact_era(f"reign-{day}", day, day) for day in range(10, 20)]
    scale = TimeScale.spanning(0, 365, 365)
    first, second, third = bands_in([*reigns, exact_era("long", 20, 60), exact_era("far", 80, 80)], scale)
    assert (len(first.ids), first.first, first.last) == (10, 10.0, 20.0)
    assert (second.ids, third.ids) == (("long",), ("far",))
    assert third.name_room is None


@given(eras=eras_anywhere, scale=scales)
def test_bands_are_just_what_is_in_view(eras: list[EraDays], scale: TimeScale) -> None:
    """Every era that touches the view is in one band, a single one over exactly its days; none hides another."""
    bands = bands_in(eras, scale)
    known = {era.id: era for era in eras}
    hidden = {key for row in era_rows(eras) for span in row.spans for key in span.hidden}
    touching = {era.id for era in eras if era.last_day + 1 > scale.left and era.first_day < scale.right}
    shown = [key for band in bands for key in band.ids]
    assert len(shown) == len(set(shown))
    assert set(shown) == touching - hidden
    for band in bands:
        assert 0 <= band.left <= band.right <= scale.width
        assert band.first == min(known[key].first_day for key in band.ids)
        assert band.last == max(known[key].last_day for key in band.ids) + 1
        assert band.left == pytest.approx(max(scale.x_at(band.first), 0), abs=1e-6)
        assert band.right == pytest.approx(min(scale.x_at(band.last), scale.width), abs=1e-6)
    for band, following in pairwise(bands):
        assert band.row < following.row or band.covered_from <= following.left + 1e-6


@given(eras=eras_anywhere, scale=scales)
def test_no_name_reaches_over_another(eras: list[EraDays], scale: TimeScale) -> None:
    """The rooms for names of a row lie apart from each other and within their bands."""
    named = [(band, band.name_room) for band in bands_in(eras, scale)]
    for band, room in named:
        assert room is None or band.left < room[0] < room[1] < band.covered_from
    for row in range(3):
        rooms = [room for band, room in named if band.row == row and room is not None]
        assert all(before[1] < after[0] for before, after in pairwise(rooms))


@given(lengths=st.lists(st.integers(0, 30), min_size=100, max_size=3_000), width=st.integers(100, 500))
def test_thousands_of_eras_are_few_bands(lengths: list[int], width: int) -> None:
    """What is painted is bounded by the pixels, and still counts every era."""
    eras, day = [], 0
    for number, length in enumerate(lengths):
        eras.append(exact_era(f"era-{number}", day, day + length))
        day += length + 1 + length % 3
    bands = bands_in(eras, TimeScale.spanning(0, float(day), width))
    assert len(bands) <= width / NARROW * 2 + 2
    assert sum(len(band.ids) for band in bands) == len(eras)

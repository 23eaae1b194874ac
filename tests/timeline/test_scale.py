"""The scale turns times into pixels and back, and keeps to its limits however it is moved."""

import pytest

from qtviewer.timeline.scale import FIRST_TIME, LAST_TIME, TimeScale

SCALE = TimeScale(left=1000.0, pixels_per_day=50.0, width=800.0)  # 16 days, far from the ends of the calendar


def test_a_time_has_its_pixel() -> None:
    """The left edge is x = 0, and a day later is as many pixels to the right as a day has."""
    assert SCALE.x_at(1000.0) == 0
    assert SCALE.x_at(1001.0) == 50
    assert SCALE.x_at(999.5) == -25


def test_a_pixel_has_its_time() -> None:
    """The pixel after the last in view is the time at the right edge."""
    assert SCALE.time_at(0) == 1000
    assert SCALE.time_at(800) == SCALE.right == 1016
    assert SCALE.time_at(400) == SCALE.centre == 1008


def test_content_moves_left_when_the_view_pans_right() -> None:
    """Panned by a hundred pixels, what stood at x = 100 stands at the left edge."""
    assert SCALE.panned(100).left == 1002
    assert SCALE.panned(100).days == SCALE.days


def test_twice_as_large_shows_half_the_days() -> None:
    """Magnifying around the middle keeps the middle."""
    zoomed = SCALE.zoomed(2, 400)
    assert (zoomed.left, zoomed.right, zoomed.pixels_per_day) == (1004, 1012, 100)


def test_centred_on_a_time() -> None:
    """The time stands in the middle, and as many days are in view as before."""
    centred = SCALE.centred_on(5000)
    assert centred.centre == 5000
    assert centred.days == SCALE.days


@pytest.mark.parametrize(("first", "last"), [(1000.0, 1000.0), (1000.001, 1000.002), (1001.0, 1000.0)])
def test_never_less_than_ten_minutes(first: float, last: float) -> None:
    """A shorter stretch, even a reversed one, becomes the ten minutes around its middle."""
    scale = TimeScale.spanning(first, last, 600)
    assert scale.days == pytest.approx(10 / 1440)
    assert scale.centre == pytest.approx((first + last) / 2)


def test_the_whole_calendar_fits() -> None:
    """From its first day to its last, and never more than that."""
    scale = TimeScale.spanning(FIRST_TIME, LAST_TIME, 600)
    assert (scale.left, scale.right) == pytest.approx((FIRST_TIME, LAST_TIME))
    assert TimeScale.spanning(FIRST_TIME - 1e6, LAST_TIME + 1e7, 600) == scale


def test_panning_stops_at_the_ends_of_the_calendar() -> None:
    """Much too far to either side is the same as just to the end."""
    assert SCALE.panned(-1e12).left == FIRST_TIME
    assert SCALE.panned(1e12).right == LAST_TIME


def test_a_scale_is_a_value() -> None:
    """Moving one leaves it as it was; equal ones are equal."""
    moved = SCALE.panned(100).zoomed(2, 10)
    assert TimeScale(1000.0, 50.0, 800.0) == SCALE != moved
    with pytest.raises(AttributeError):
        SCALE.left = 0.0  # type: ignore[misc]

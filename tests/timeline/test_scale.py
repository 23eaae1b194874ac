"""The scale turns times into pixels and back, and keeps to its limits however it is moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtviewer.timeline.scale import DAYS_IN_YEAR, FIRST_TIME, LAST_TIME, LONGEST_VIEW, SHORTEST_VIEW, TimeScale
from tests.timeline.samples import lengths, scales, widths

SCALE = TimeScale(left=1000.0, pixels_per_day=50.0, width=800.0)  # 16 days, far from the ends of the calendar
factors = st.floats(0.01, 100.0)
far_times = st.floats(-1e9, 1e9)
TIME = 1e-6  # days that rounding may cost, less than a tenth of a second


def is_about(time: float) -> object:
    """What equals a time but for rounding."""
    return pytest.approx(time, rel=0, abs=TIME)


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


@pytest.mark.parametrize(("first", "last"), [(1000.0, 1000.0), (1000.01, 1000.02), (1001.0, 1000.0)])
def test_never_less_than_an_hour(first: float, last: float) -> None:
    """A stretch shorter than an hour, even a reversed one, becomes the hour around its middle."""
    scale = TimeScale.spanning(first, last, 600)
    assert scale.days == pytest.approx(1 / 24)
    assert scale.centre == pytest.approx((first + last) / 2)


def test_never_more_than_ten_thousand_years() -> None:
    """The whole calendar is more than may be in view; its middle ten thousand years are."""
    scale = TimeScale.spanning(FIRST_TIME, LAST_TIME, 600)
    assert scale.days == pytest.approx(10_000 * DAYS_IN_YEAR)
    assert scale.centre == pytest.approx((FIRST_TIME + LAST_TIME) / 2)


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


@given(scale=scales(), share=st.floats(0, 1))
def test_pixel_to_time_and_back(scale: TimeScale, share: float) -> None:
    """A pixel in view has a time whose pixel it is."""
    x = share * scale.width
    assert scale.x_at(scale.time_at(x)) == pytest.approx(x, abs=1e-3)


@given(scale=scales(), time=st.floats(FIRST_TIME, LAST_TIME))
def test_time_to_pixel_and_back(scale: TimeScale, time: float) -> None:
    """Any time has a pixel whose time it is, in view or not."""
    assert scale.time_at(scale.x_at(time)) == is_about(time)


@given(first=far_times, days=lengths, width=widths)
def test_spanning_shows_what_was_asked(first: float, days: float, width: float) -> None:
    """A stretch within the calendar is exactly what is in view, on any width."""
    scale = TimeScale.spanning(first, first + days, width)
    assert scale.x_at(scale.right) == pytest.approx(scale.width) == pytest.approx(width)
    assert scale.days == pytest.approx(days, abs=1e-6)
    if first >= FIRST_TIME and first + days <= LAST_TIME:
        assert scale.left == is_about(first)


@given(scale=scales(), factor=factors, share=st.floats(0, 1))
def test_zooming_keeps_the_time_under_the_anchor(scale: TimeScale, factor: float, share: float) -> None:
    """What is under the pointer stays there, unless the view would leave the calendar."""
    anchor_x = share * scale.width
    zoomed = scale.zoomed(factor, anchor_x)
    if zoomed.left > FIRST_TIME and zoomed.right < LAST_TIME - TIME:
        assert zoomed.time_at(anchor_x) == is_about(scale.time_at(anchor_x))


@given(scale=scales(), pixels=st.floats(-20_000, 20_000))
def test_pan_then_pan_back(scale: TimeScale, pixels: float) -> None:
    """Panning there and back shows the same times, unless an end of the calendar stopped it."""
    there = scale.panned(pixels)
    if there.left > FIRST_TIME and there.right < LAST_TIME - TIME:
        assert there.panned(-pixels).left == is_about(scale.left)


@given(scale=scales(), factor=factors)
def test_zoom_in_then_out(scale: TimeScale, factor: float) -> None:
    """Magnifying by a factor and its inverse shows the same times, unless a limit stopped it."""
    there = scale.zoomed(factor, scale.width / 2)
    is_free = there.days == pytest.approx(scale.days / factor)
    if is_free and there.left > FIRST_TIME and there.right < LAST_TIME - TIME:
        back = there.zoomed(1 / factor, scale.width / 2)
        assert (back.left, back.right) == (is_about(scale.left), is_about(scale.right))


@given(scale=scales(), pixels=st.floats(-20_000, 20_000), time=far_times)
def test_moving_never_changes_the_magnification(scale: TimeScale, pixels: float, time: float) -> None:
    """Panning and centring leave the pixels of a day exactly as they were: a layout stays valid."""
    assert scale.panned(pixels).pixels_per_day == scale.pixels_per_day
    assert scale.centred_on(time).pixels_per_day == scale.pixels_per_day


@given(scale=scales(), width=widths)
def test_resizing_keeps_the_times(scale: TimeScale, width: float) -> None:
    """On another width the same times are at the edges."""
    resized = scale.resized(width)
    assert resized.width == width
    assert (resized.left, resized.right) == (scale.left, is_about(scale.right))


@st.composite
def moved_scales(draw: st.DrawFn) -> TimeScale:
    """A scale after up to six moves, wild ones too."""
    scale = draw(scales())
    for _ in range(draw(st.integers(0, 6))):
        match draw(st.sampled_from(["pan", "zoom", "centre", "resize", "span"])):
            case "pan":
                scale = scale.panned(draw(st.floats(-1e9, 1e9)))
            case "zoom":
                scale = scale.zoomed(draw(st.floats(1e-9, 1e9)), draw(st.floats(-1e4, 1e4)))
            case "centre":
                scale = scale.centred_on(draw(far_times))
            case "resize":
                scale = scale.resized(draw(widths))
            case _:
                first = draw(far_times)
                scale = TimeScale.spanning(first, first + draw(far_times), draw(widths))
    return scale


@given(scale=moved_scales())
def test_no_move_leaves_the_limits(scale: TimeScale) -> None:
    """Whatever was done, from an hour to ten thousand years are in view, all of them in the calendar."""
    assert SHORTEST_VIEW * (1 - 1e-9) <= scale.days <= LONGEST_VIEW * (1 + 1e-9)
    assert scale.left >= FIRST_TIME
    assert scale.right <= LAST_TIME + TIME

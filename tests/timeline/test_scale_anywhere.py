"""What holds of every scale, anywhere in the calendar, however it is moved."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.timeline.scale import FIRST_TIME, LAST_TIME, MAX_VIEW_DAYS, MIN_VIEW_DAYS, TimeScale, nearest_pixel
from tests.timeline.strategies import lengths, scales, widths

factors = st.floats(0.01, 100.0)
far_times = st.floats(-1e9, 1e9)
any_time = settings(deadline=None)
TIME = 1e-6  # days that rounding may cost, less than a tenth of a second
PIXEL_NOISE = 1e-3  # pixels that rounding may cost


def is_about(time: float) -> object:
    """What equals a time but for rounding."""
    return pytest.approx(time, rel=0, abs=TIME)


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


@any_time
@given(scale=scales(), share=st.floats(0, 1))
def test_pixel_to_time_and_back(scale: TimeScale, share: float) -> None:
    """A pixel in view has a time whose pixel it is."""
    x = share * scale.width
    assert scale.x_at(scale.time_at(x)) == pytest.approx(x, abs=1e-3)


@any_time
@given(scale=scales(), time=st.floats(FIRST_TIME, LAST_TIME))
def test_time_to_pixel_and_back(scale: TimeScale, time: float) -> None:
    """Any time has a pixel whose time it is, in view or not."""
    assert scale.time_at(scale.x_at(time)) == is_about(time)


@any_time
@given(first=far_times, days=lengths, width=widths)
def test_spanning_shows_what_was_asked(first: float, days: float, width: float) -> None:
    """A stretch within the calendar is exactly what is in view, on any width."""
    scale = TimeScale.spanning(first, first + days, width)
    assert scale.x_at(scale.right) == pytest.approx(scale.width) == pytest.approx(width)
    assert scale.days == pytest.approx(days, abs=1e-6)
    if first >= FIRST_TIME and first + days <= LAST_TIME:
        assert scale.left == is_about(first)


@any_time
@given(scale=scales(), factor=factors, share=st.floats(0, 1))
def test_zooming_keeps_the_time_under_the_anchor(scale: TimeScale, factor: float, share: float) -> None:
    """What is under the pointer stays there, unless the view would leave the calendar."""
    anchor_x = share * scale.width
    zoomed = scale.zoomed(factor, anchor_x)
    if zoomed.left > FIRST_TIME and zoomed.right < LAST_TIME - TIME:
        assert zoomed.time_at(anchor_x) == is_about(scale.time_at(anchor_x))


@any_time
@given(scale=scales(), pixels=st.floats(-20_000, 20_000))
def test_pan_then_pan_back(scale: TimeScale, pixels: float) -> None:
    """Panning there and back shows the same times, unless an end of the calendar stopped it."""
    there = scale.panned(pixels)
    if there.left > FIRST_TIME and there.right < LAST_TIME - TIME:
        assert there.panned(-pixels).left == is_about(scale.left)


@any_time
@given(scale=scales(), factor=factors)
def test_zoom_in_then_out(scale: TimeScale, factor: float) -> None:
    """Magnifying by a factor and its inverse shows the same times, unless a limit stopped it."""
    there = scale.zoomed(factor, scale.width / 2)
    is_free = there.days == pytest.approx(scale.days / factor)
    if is_free and there.left > FIRST_TIME and there.right < LAST_TIME - TIME:
        back = there.zoomed(1 / factor, scale.width / 2)
        assert (back.left, back.right) == (is_about(scale.left), is_about(scale.right))


@any_time
@given(scale=scales(), pixels=st.floats(-20_000, 20_000), time=far_times)
def test_moving_never_changes_the_magnification(scale: TimeScale, pixels: float, time: float) -> None:
    """Panning and centring leave the pixels of a day exactly as they were: a layout stays valid."""
    assert scale.panned(pixels).pixels_per_day == scale.pixels_per_day
    assert scale.centred_on(time).pixels_per_day == scale.pixels_per_day


@st.composite
def journeys(draw: st.DrawFn) -> tuple[TimeScale, TimeScale]:
    """Two scales of the same width, from near ones that are magnified alike to any."""
    start = draw(scales())
    target = draw(scales() | st.builds(start.panned, st.floats(-3000, 3000)))
    if draw(st.booleans()):
        target = start.zoomed(draw(factors), draw(st.floats(0, 1)) * start.width)
    return start, target.resized(start.width)


@any_time
@given(journey=journeys())
def test_a_journey_begins_at_its_start_and_ends_at_its_end(journey: tuple[TimeScale, TimeScale]) -> None:
    """After none of the way nothing has changed, after all of it the target is in view."""
    start, target = journey
    for share, scale in ((0.0, start), (1.0, target)):
        there = start.interpolated(target, share)
        assert there.days == pytest.approx(scale.days)
        assert there.left == pytest.approx(scale.left, rel=0, abs=TIME + 1e-9 * max(start.days, target.days))


@any_time
@given(journey=journeys(), first=st.floats(0, 1), second=st.floats(0, 1))
def test_a_journey_never_turns_back(journey: tuple[TimeScale, TimeScale], first: float, second: float) -> None:
    """Magnification and both edges of the view only ever come closer to their ends."""
    start, target = journey
    early, late = (start.interpolated(target, share) for share in sorted((first, second)))
    for of in ("days", "left", "right"):
        begin, end = getattr(start, of), getattr(target, of)
        rounding = TIME + 1e-8 * max(start.days, target.days)
        nearer, further = (abs(end - getattr(scale, of)) for scale in (late, early))
        assert nearer <= further + rounding
        assert min(begin, end) - rounding <= getattr(late, of) <= max(begin, end) + rounding


@any_time
@given(start=scales(), factor=factors, share=st.floats(0, 1), way=st.floats(0, 1))
def test_the_time_under_the_pointer_stays_all_the_way(
    start: TimeScale, factor: float, share: float, way: float
) -> None:
    """On the way to a magnified view the time that does not move in the end does not move at all."""
    x = share * start.width
    target = start.zoomed(factor, x)
    if target.left > FIRST_TIME and target.right < LAST_TIME - TIME:
        there = start.interpolated(target, way)
        rounding = TIME + 1e-9 * max(start.days, target.days)
        assert there.time_at(x) == pytest.approx(start.time_at(x), rel=0, abs=rounding)


@any_time
@given(journey=journeys(), way=st.floats(0, 1))
def test_half_of_a_journey_magnifies_by_half(journey: tuple[TimeScale, TimeScale], way: float) -> None:
    """The magnification changes by the same factor in the same share of the way."""
    start, target = journey
    assert start.interpolated(target, way).days == pytest.approx(start.days ** (1 - way) * target.days**way, rel=1e-6)


@any_time
@given(scale=scales(), width=widths)
def test_resizing_keeps_the_times(scale: TimeScale, width: float) -> None:
    """On another width the same times are at the edges."""
    resized = scale.resized(width)
    assert resized.width == width
    assert (resized.left, resized.right) == (scale.left, is_about(scale.right))


@any_time
@given(scale=moved_scales())
def test_no_move_leaves_the_limits(scale: TimeScale) -> None:
    """Whatever was done, from ten minutes to the whole calendar are in view, all of them in the calendar."""
    assert MIN_VIEW_DAYS * (1 - 1e-9) <= scale.days <= MAX_VIEW_DAYS * (1 + 1e-9)
    assert scale.left >= FIRST_TIME
    assert scale.right <= LAST_TIME + TIME


@any_time
@given(scale=scales(), pixels=st.floats(-1e5, 1e5), time=st.floats(FIRST_TIME, LAST_TIME))
def test_the_next_scale_stands_whole_pixels_beside(scale: TimeScale, pixels: float, time: float) -> None:
    """It is less than a pixel from where the view is, and what it shows stands whole pixels from where it stood."""
    exact = scale.panned(pixels)
    aligned = exact.whole_pixels_from(scale)
    assert abs(aligned.x_at(exact.left)) <= 0.5 + PIXEL_NOISE
    if aligned != exact:
        moved = aligned.x_at(scale.left)
        assert moved == pytest.approx(round(moved), abs=PIXEL_NOISE)


@any_time
@given(scale=scales(), factor=st.floats(0.5, 0.99) | st.floats(1.01, 2))
def test_another_magnification_has_no_scale_beside(scale: TimeScale, factor: float) -> None:
    """What is magnified is painted where it is."""
    zoomed = scale.zoomed(factor, 0.0)
    if zoomed.pixels_per_day != pytest.approx(scale.pixels_per_day):
        assert zoomed.whole_pixels_from(scale) == zoomed


@given(pixel=st.integers(-10_000, 10_000), places=st.lists(st.floats(-0.49, 0.49)), noise=st.floats(-1e-8, 1e-8))
def test_the_nearest_pixel(pixel: int, places: list[float], noise: float) -> None:
    """It is less than half a pixel away; in the middle of two it is the right one, however floats were rounded."""
    assert all(nearest_pixel(pixel + place) == pixel for place in places)
    assert nearest_pixel(pixel + 0.5 + noise) == pixel + 1

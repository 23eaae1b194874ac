"""Sizes that hands and eyes need, on every screen a hall may have."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.kiosk.sizes import BODY, CONTROL, FEWEST_IN_LINE, HAN_FACE, MAIN_CONTROL, MOST_IN_LINE, TITLE, sizes_for

diagonals = st.floats(24, 65)
screens = st.sampled_from([(1920, 1080), (3840, 2160), (1920, 1200), (2560, 1440)]).flatmap(
    lambda size: st.sampled_from([size, size[::-1]])
)
text_sizes = st.sampled_from([100, 125, 160])
ROUNDING = 1e-6


@settings(deadline=None)
@given(diagonals, screens, text_sizes)
def test_millimetres_are_kept(diagonal: float, screen: tuple[int, int], text_size: int) -> None:
    """Controls, texts and titles are never below what they must be, at any text size."""
    sizes = sizes_for(diagonal, *screen, text_size)
    for pixels, least in (
        (sizes.main_control, MAIN_CONTROL), (sizes.control, CONTROL), (sizes.body * HAN_FACE, BODY),
        (sizes.small * HAN_FACE, BODY), (sizes.title * HAN_FACE, TITLE),
    ):  # fmt: skip
        assert pixels / sizes.pixels_per_mm >= least - ROUNDING


@settings(deadline=None)
@given(diagonals, screens, text_sizes)
def test_a_line_has_25_to_30_characters(diagonal: float, screen: tuple[int, int], text_size: int) -> None:
    """And fits between the margins of the short side, at any text size."""
    sizes = sizes_for(diagonal, *screen, text_size)
    assert FEWEST_IN_LINE <= sizes.line / sizes.body <= MOST_IN_LINE
    assert sizes.line + 2 * sizes.margin <= min(screen)


@settings(deadline=None)
@given(diagonals, screens)
def test_text_sizes_grow(diagonal: float, screen: tuple[int, int]) -> None:
    """Each of the three is larger than the one before, titles larger than texts, labels not larger."""
    bodies = [sizes_for(diagonal, *screen, percent) for percent in (100, 125, 160)]
    assert bodies[0].body < bodies[1].body < bodies[2].body
    assert all(sizes.small <= sizes.body < sizes.title for sizes in bodies)


@settings(deadline=None)
@given(diagonals, screens, text_sizes)
def test_controls_and_codes_fit(diagonal: float, screen: tuple[int, int], text_size: int) -> None:
    """Five main controls stand in a row; the largest QR code takes less than half of the short side."""
    sizes = sizes_for(diagonal, *screen, text_size)
    assert 5 * (sizes.main_control + sizes.gap) + 2 * sizes.margin <= min(screen)
    assert 125 * sizes.module <= min(screen) / 2 + 125
    assert sizes.control <= sizes.main_control


@settings(deadline=None)
@given(diagonals, screens, text_sizes)
def test_orientation_changes_nothing(diagonal: float, screen: tuple[int, int], text_size: int) -> None:
    """A screen that is turned has the same sizes."""
    assert sizes_for(diagonal, *screen, text_size) == sizes_for(diagonal, *screen[::-1], text_size)


def test_what_can_be_read_goes_before_the_line() -> None:
    """On a small screen there are fewer characters in a line, but not smaller ones."""
    sizes = sizes_for(7, 1024, 600, 160)
    assert sizes.body * HAN_FACE / sizes.pixels_per_mm >= BODY
    assert sizes.line <= 600

"""Sizes that hands and eyes need, on every screen a hall may have."""

from hypothesis import given
from hypothesis import strategies as st

from qtviewer.kiosk.sizes import BODY, CONTROL, HAN_FACE, MAIN_CONTROL, MODULE, TITLE, Measures

SCREENS = [(1920, 1080), (3840, 2160), (1920, 1200), (2560, 1440)]
diagonals = st.floats(24, 65)
screens = st.sampled_from(SCREENS + [size[::-1] for size in SCREENS])
body, title = 19.0, 30.0  # as fonts of the theme call them
ROUNDING = 1e-6


def measures_of(diagonal: float, screen: tuple[int, int]) -> Measures:
    """Measures of a window that fills a screen."""
    return Measures.of(*screen, screen, diagonal)


@given(diagonals, screens)
def test_millimetres_are_kept(diagonal: float, screen: tuple[int, int]) -> None:
    """Controls, texts, titles and codes are never below what they must be."""
    sizes = measures_of(diagonal, screen)
    for pixels, least in (
        (sizes.main, MAIN_CONTROL), (sizes.other, CONTROL), (body * sizes.text_scale * HAN_FACE, BODY),
        (title * sizes.text_scale * HAN_FACE, TITLE), (sizes.module(1), MODULE),
    ):  # fmt: skip
        assert pixels / sizes.per_mm >= least - ROUNDING


@given(diagonals, screens)
def test_a_millimetre_is_as_long_either_way(diagonal: float, screen: tuple[int, int]) -> None:
    """The diagonal is what the config says, and a screen that is turned has the same text."""
    sizes, turned = measures_of(diagonal, screen), measures_of(diagonal, screen[::-1])
    across, down = (pixels / sizes.per_mm / 25.4 for pixels in screen)
    assert abs((across**2 + down**2) ** 0.5 - diagonal) < ROUNDING
    assert (sizes.per_mm, sizes.text_scale, sizes.other) == (turned.per_mm, turned.text_scale, turned.other)


@given(diagonals, screens)
def test_five_main_controls_stand_in_a_row(diagonal: float, screen: tuple[int, int]) -> None:
    """Along the short side, whatever the screen."""
    assert 5 * measures_of(diagonal, screen).main <= min(screen)


@given(diagonals, screens)
def test_on_a_larger_screen_things_are_as_many_pixels_or_fewer(diagonal: float, screen: tuple[int, int]) -> None:
    """Its pixels are larger; below the drawing nothing shrinks."""
    here, larger = measures_of(diagonal, screen), measures_of(diagonal + 5, screen)
    assert larger.per_mm < here.per_mm
    assert larger.main <= here.main
    assert larger.text_scale <= here.text_scale
    assert larger.px(100) == here.px(100)


def test_half_of_a_screen_is_drawn_half_as_large() -> None:
    """A window that does not fill the screen keeps the proportions of the drawing; millimetres stay what they are."""
    whole, half = Measures.of(1080, 1920, (1080, 1920), 43), Measures.of(540, 960, (1080, 1920), 43)
    assert (whole.is_portrait, half.is_portrait) == (True, True)
    assert (whole.px(100), half.px(100)) == (100, 50)
    assert whole.per_mm == half.per_mm

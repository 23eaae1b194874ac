"""Sizes that hands and eyes need, on every screen a hall may have."""

from hypothesis import given
from hypothesis import strategies as st

from qtviewer.kiosk.sizes import BODY_MM, CONTROL_MM, HAN_HEIGHT_EM, MAIN_CONTROL_MM, QR_MODULE_MM, TITLE_MM, KioskSizes

SCREENS = [(1920, 1080), (3840, 2160), (1920, 1200), (2560, 1440)]
diagonals = st.floats(24, 65)
screens = st.sampled_from(SCREENS + [size[::-1] for size in SCREENS])
body, title = 19.0, 30.0  # as fonts of the theme call them
ROUNDING = 1e-6


def sizes_of(diagonal: float, screen: tuple[int, int]) -> KioskSizes:
    """Sizes of a window that fills a screen."""
    return KioskSizes.of(*screen, screen, diagonal)


@given(diagonals, screens)
def test_millimetres_are_kept(diagonal: float, screen: tuple[int, int]) -> None:
    """Controls, texts, titles and codes are never below what they must be."""
    sizes = sizes_of(diagonal, screen)
    for pixels, least in (
        (sizes.main_control, MAIN_CONTROL_MM), (sizes.control, CONTROL_MM),
        (body * sizes.text_scale * HAN_HEIGHT_EM, BODY_MM),
        (title * sizes.text_scale * HAN_HEIGHT_EM, TITLE_MM), (sizes.qr_module(1), QR_MODULE_MM),
    ):  # fmt: skip
        assert pixels / sizes.pixels_per_mm >= least - ROUNDING


@given(diagonals, screens)
def test_a_millimetre_is_as_long_either_way(diagonal: float, screen: tuple[int, int]) -> None:
    """The diagonal is what the config says, and a screen that is turned has the same text."""
    sizes, turned = sizes_of(diagonal, screen), sizes_of(diagonal, screen[::-1])
    across, down = (pixels / sizes.pixels_per_mm / 25.4 for pixels in screen)
    assert abs((across**2 + down**2) ** 0.5 - diagonal) < ROUNDING
    assert (sizes.pixels_per_mm, sizes.text_scale, sizes.control) == (
        turned.pixels_per_mm,
        turned.text_scale,
        turned.control,
    )


@given(diagonals, screens)
def test_five_main_controls_stand_in_a_row(diagonal: float, screen: tuple[int, int]) -> None:
    """Along the short side, whatever the screen."""
    assert 5 * sizes_of(diagonal, screen).main_control <= min(screen)


@given(diagonals, screens)
def test_on_a_larger_screen_things_are_as_many_pixels_or_fewer(diagonal: float, screen: tuple[int, int]) -> None:
    """Its pixels are larger; below the drawing nothing shrinks."""
    here, larger = sizes_of(diagonal, screen), sizes_of(diagonal + 5, screen)
    assert larger.pixels_per_mm < here.pixels_per_mm
    assert larger.main_control <= here.main_control
    assert larger.text_scale <= here.text_scale
    assert larger.px(100) == here.px(100)


def test_half_of_a_screen_is_drawn_half_as_large() -> None:
    """A window that does not fill the screen keeps the proportions of the drawing; millimetres stay what they are."""
    whole, half = KioskSizes.of(1080, 1920, (1080, 1920), 43), KioskSizes.of(540, 960, (1080, 1920), 43)
    assert (whole.is_portrait, half.is_portrait) == (True, True)
    assert (whole.px(100), half.px(100)) == (100, 50)
    assert whole.pixels_per_mm == half.pixels_per_mm

"""For hands and eyes: what is touched and read has its size in millimetres on every screen."""

from collections.abc import Callable, Iterator
from itertools import product

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from qtviewer.kiosk.qr_content import MOST_MODULES
from qtviewer.kiosk.sizes import (
    BODY_MM,
    CONTROL_MM,
    FEWEST_IN_LINE,
    HAN_HEIGHT_EM,
    MAIN_CONTROL_MM,
    MOST_IN_LINE,
    QR_MODULE_MM,
    TITLE_MM,
)
from qtviewer.ui.kiosk.kiosk_window import KioskWindow
from qtviewer.ui.kiosk.style import TouchButton
from qtviewer.ui.look.colors import LEAST_CONTRAST, contrast
from tests.ui.kiosk.kiosks import OpenKiosk, tap
from tests.ui.windows import rectangle_in

WaitUntilSettled = Callable[[KioskWindow], None]
SIZES = ((1080, 1920), (1920, 1080))
SCREENS = [*product((24.0, 43.0, 65.0), SIZES), (24.0, (3840, 2160))]
each_screen = pytest.mark.parametrize(("diagonal", "size"), SCREENS)


def _visible(holder: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    return (widget for widget in holder.findChildren(kind) if widget.isVisible())


def _millimetres(window: KioskWindow, pixels: float) -> float:
    return pixels / window.sizes.pixels_per_mm


def _check_controls(window: KioskWindow) -> None:
    for button in _visible(window, TouchButton):
        least = (
            MAIN_CONTROL_MM
            if button.objectName() == "main" or button.parent() is window.visit.find_page.pad
            else CONTROL_MM
        )
        assert _millimetres(window, button.width()) >= least, button.accessibleName()
        assert _millimetres(window, button.height()) >= least, button.accessibleName()


@each_screen
def test_controls_are_large_enough(visit: OpenKiosk, diagonal: float, size: tuple[int, int]) -> None:
    """Main controls 20 mm, all others 12 mm, on every page."""
    window = visit(size, screen_diagonal=diagonal)
    _check_controls(window)
    tap(window.visit.bar.find_button)
    for tab in window.visit.find_page.tabs.values():
        tap(tab)
        _check_controls(window)


@each_screen
def test_texts_are_large_enough(visit: OpenKiosk, diagonal: float, size: tuple[int, int]) -> None:
    """At the smallest size characters of the body are 4.5 mm high and titles 8 mm."""
    window = visit(size, screen_diagonal=diagonal)
    theme = window.model.theme
    assert _millimetres(window, theme.px(19) * HAN_HEIGHT_EM) >= BODY_MM
    assert (
        _millimetres(window, theme.font(14).pixelSize() * HAN_HEIGHT_EM) >= BODY_MM
    )  # dates on cards, the smallest painted
    heights = {
        _millimetres(window, label.font().pixelSize() * HAN_HEIGHT_EM)
        for label in window.visit.detail.findChildren(QLabel)
    }
    assert max(heights) >= TITLE_MM
    assert _millimetres(window, window.visit.title.font().pixelSize() * HAN_HEIGHT_EM) >= TITLE_MM


@each_screen
def test_what_is_painted_to_be_tapped_is_large_enough(
    visit: OpenKiosk, diagonal: float, size: tuple[int, int], wait_until_settled: WaitUntilSettled
) -> None:
    """Cards, span bars and chips of the timeline are 12 mm high."""
    window = visit(size, screen_diagonal=diagonal)
    wait_until_settled(window)
    assert window.visit.timeline.chips()
    boxes = [card.box for card in window.visit.timeline.scene().cards]
    boxes += [chip.box for chip in window.visit.timeline.chips()]
    assert min(_millimetres(window, box.height) for box in boxes) >= CONTROL_MM


@each_screen
def test_lines_are_neither_short_nor_long(visit: OpenKiosk, diagonal: float, size: tuple[int, int]) -> None:
    """25 to 30 Chinese characters of the body in a line of the card."""
    window = visit(size, screen_diagonal=diagonal)
    width = window.visit.detail.area.viewport().width()
    assert FEWEST_IN_LINE <= width // window.model.theme.px(19) <= MOST_IN_LINE


@pytest.mark.parametrize(("diagonal", "size"), [*product((24.0, 65.0), SIZES)])
@pytest.mark.parametrize(("lang", "text_size"), [("zh", 100), ("en", 160)])
def test_everything_is_in_the_window(
    visit: OpenKiosk, diagonal: float, size: tuple[int, int], lang: str, text_size: int
) -> None:
    """No button is cut, covers another or stands outside, in either language and with the largest text."""
    window = visit(size, screen_diagonal=diagonal, lang=lang, text_size=text_size)
    for lowered in (False, True):
        if lowered:
            tap(window.visit.bar.lower_button)
        buttons = list(_visible(window.visit.bar, TouchButton))
        boxes = [rectangle_in(window, button) for button in buttons]
        assert all(window.rect().contains(box) for box in boxes)
        assert not any(a.intersects(b) for at, a in enumerate(boxes) for b in boxes[:at])
        assert all(button.width() >= button.sizeHint().width() for button in buttons)
        assert window.visit.detail.area.viewport().height() >= window.model.theme.px(19)
        assert window.visit.timeline.height() > window.model.theme.px(58)


@each_screen
def test_codes_are_read_from_afar(visit: OpenKiosk, diagonal: float, size: tuple[int, int]) -> None:
    """A module of the longest text's code is 0.8 mm wide, beside the text and not below it."""
    window = visit(size, screen_diagonal=diagonal)
    detail = window.visit.detail
    assert _millimetres(window, detail.code.width() // MOST_MODULES) >= QR_MODULE_MM
    assert rectangle_in(window, detail.area).right() < rectangle_in(window, detail.code).left()
    assert rectangle_in(window, detail.area).bottom() > rectangle_in(window, detail.code).top()


def test_in_portrait_controls_are_in_the_lowest_third(visit: OpenKiosk) -> None:
    """Everything to tap again and again is within reach: the bar, and the letters."""
    window = visit((1080, 1920))
    lowest_third = window.height() * 2 // 3
    assert rectangle_in(window, window.visit.bar).top() >= lowest_third
    tap(window.visit.bar.find_button)
    assert rectangle_in(window, window.visit.find_page.pad).top() >= lowest_third


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080)])
def test_everything_can_be_lowered(visit: OpenKiosk, size: tuple[int, int]) -> None:
    """For those who sit, all that can be touched moves down, and up again."""
    window = visit(size)
    parts = (window.visit.timeline, window.visit.detail)
    before = [rectangle_in(window, part) for part in parts]
    tap(window.visit.bar.lower_button)
    assert all(rectangle_in(window, part).top() > box.top() for part, box in zip(parts, before, strict=True))
    tap(window.visit.bar.lower_button)
    assert [rectangle_in(window, part) for part in parts] == before


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_texts_stand_out(visit: OpenKiosk, theme: str) -> None:
    """Labels and their ground have the contrast that WCAG asks for, pressed or not."""
    used = visit(theme=theme).model.theme
    for ink, ground in (
        (used.ink, used.ground),
        (used.ink, used.panel),
        (used.panel, used.ink),
        (used.muted, used.ground),
    ):
        assert contrast(QColor(ink), QColor(ground)) >= LEAST_CONTRAST


def test_turning_the_screen_turns_the_layout(visit: OpenKiosk, wait_until_settled: WaitUntilSettled) -> None:
    """In landscape the card stands beside the timeline, in portrait below it, and nothing is lost."""
    window = visit((1080, 1920))
    tap(window.visit.bar.next)
    wait_until_settled(window)
    chosen = window.model.state.selected
    assert window.visit.detail.y() > window.visit.timeline.geometry().bottom()
    window.resize(1920, 1080)
    wait_until_settled(window)
    assert window.visit.detail.x() > window.visit.timeline.geometry().right()
    assert window.model.state.selected == chosen

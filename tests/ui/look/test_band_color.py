"""The bands of eras are grounds like those of the theme: whatever is written on these can be read on them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from qtviewer.domain.event import Category
from qtviewer.ui.look.band_color import band_color
from qtviewer.ui.look.colors import contrast
from qtviewer.ui.look.theme import THEMES, Theme

LEAST = 4.5
COLOURS = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@given(era=COLOURS, category=COLOURS)
@settings(deadline=None, max_examples=60)
def test_everything_can_be_read_on_a_band_of_any_colour(theme: Theme, era: str, category: str) -> None:
    """Ink, muted text, the calendar's names and the name of any category, in the window and in the kiosk."""
    texts = [QColor(color) for color in (theme.ink, theme.muted, theme.accent, theme.tide)]
    texts.append(theme.category_color(Category("any", {}, category, category)))
    for ground in (theme.panel, theme.ground):
        band = band_color(theme, era, ground)
        assert min(contrast(text, band) for text in texts) >= LEAST


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_bands_of_two_colours_can_be_told_apart(theme: Theme) -> None:
    """Quiet as they are, they differ from the ground and from each other."""
    bands = {band_color(theme, color, theme.panel).name() for color in ("#0E6E83", "#C2571A", "#6A4C93")}
    assert len(bands | {theme.panel.lower()}) == 4

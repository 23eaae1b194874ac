"""Colours that can be read, on every ground they are written on, in every theme."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from qtviewer.domain.event import Category
from qtviewer.store.reader import StoreReader
from qtviewer.ui.look.colors import contrast
from qtviewer.ui.look.theme import THEMES, Theme, themed

LEAST = 4.5
LEAST_OF_EDGES = 3.0  # of what is no text, as the guideline has it
COLOURS = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)


def grounds_of(theme: Theme, category: Category) -> dict[str, QColor]:
    """Every ground on which a category's name, count or cluster is written."""
    return {
        "panel": QColor(theme.panel),
        "ground": QColor(theme.ground),
        "selected": QColor(theme.selected),
        "tinted": theme.tinted(theme.category_color(category)),
    }


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *product(("ink", "muted"), ("panel", "ground", "selected", "festival")),
        ("ink", "hit"),
        *product(("accent", "tide"), ("panel", "festival")),
        ("tide", "ground"),
        ("panel", "tide"),
    ],
)
def test_every_text_stands_out_from_its_ground(theme: Theme, text: str, ground: str) -> None:
    """Ink, muted text, hits, names of the calendar, links, figures and selected text have a contrast of 4.5 or more."""
    assert contrast(QColor(getattr(theme, text)), QColor(getattr(theme, ground))) >= LEAST


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize(
    ("ring", "ground"),
    [
        *product(("tide", "ink"), ("panel", "ground")),  # of buttons, fields, boxes, panels; of chips
        ("tide", "selected"),  # beside the chosen line of a list
        ("accent", "panel"),  # of the window in the overview
    ],
)
def test_every_ring_of_the_focus_stands_out_from_its_ground(theme: Theme, ring: str, ground: str) -> None:
    """Where the focus is can be seen on each ground that a control stands on."""
    assert contrast(QColor(getattr(theme, ring)), QColor(getattr(theme, ground))) >= LEAST_OF_EDGES


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_shipped_categories_can_be_read_everywhere(theme: Theme, shipped: StoreReader) -> None:
    """Each colour on panel, ground, chosen and tinted card; on a tinted card date and title, too."""
    for category in shipped.vocabulary.categories.values():
        for name, ground in grounds_of(theme, category).items():
            assert contrast(theme.category_color(category), ground) >= LEAST, (category.id, name)
        tinted = grounds_of(theme, category)["tinted"]
        assert contrast(QColor(theme.muted), tinted) >= LEAST, category.id
        assert contrast(QColor(theme.ink), tinted) >= LEAST, category.id


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@given(light=COLOURS, dark=COLOURS)
@settings(deadline=None, max_examples=60)
def test_the_categories_of_any_store_can_be_read(theme: Theme, light: str, dark: str) -> None:
    """Whatever colour another chronicle chose, even that of the ground, its names stand out."""
    category = Category("any", {}, light, dark)
    for ground in grounds_of(theme, category).values():
        assert contrast(theme.category_color(category), ground) >= LEAST


def test_a_colour_that_stands_out_is_left_as_it_is() -> None:
    """Only what cannot be read is changed: black stays black on light ground, yellow stays yellow on dark."""
    category = Category("any", {}, "#000000", "#FFFF00")
    assert THEMES["light"].category_color(category) == QColor("#000000")
    assert THEMES["dark"].category_color(category) == QColor("#FFFF00")


def test_text_grows_with_its_scale() -> None:
    """A larger text scale makes fonts and sizes larger by the same factor."""
    large = themed("light", "zh")._replace(text_scale=1.5)
    assert (large.px(20), large.font(20).pixelSize()) == (30, 30)
    assert large.font(20, bold=True).bold()

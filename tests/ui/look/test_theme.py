"""Colours that can be read, on every ground they are written on, in every theme."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qtviewer.domain.event import Category
from qtviewer.store.reader import StoreReader
from qtviewer.ui.look.theme import THEMES, TextRuler, Theme, contrast, palette, style_sheet, text_width, themed

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


@given(first=COLOURS, second=COLOURS)
@settings(deadline=None)
def test_contrast_is_symmetrical_and_between_1_and_21(first: str, second: str) -> None:
    """As the guideline has it: 1 for equal colours, 21 for black and white."""
    a, b = QColor(first), QColor(second)
    assert contrast(a, b) == contrast(b, a)
    assert 1 <= contrast(a, b) <= 21.000001
    assert contrast(a, a) == pytest.approx(1)


def test_contrast_of_known_pairs() -> None:
    """Known values: black on white is 21, mid grey on white 3.95, as every checker of contrast says."""
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#808080"), QColor("#FFFFFF")) == pytest.approx(3.95, abs=0.005)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_is_painted_in_the_search_field_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    """The word that stands in the empty field has the contrast of other texts, too."""
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setPalette(palette(theme))
    holder.setStyleSheet(style_sheet(theme))
    field = QLineEdit(holder)
    field.setPlaceholderText("████")
    field.setFont(theme.font(17))
    field.resize(200, 44)
    with qtbot.waitExposed(holder):
        holder.show()
    picture = field.grab().toImage()
    drawn = [picture.pixelColor(x, 22) for x in range(20, 180)]
    assert max(contrast(pixel, QColor(theme.ground)) for pixel in drawn) >= LEAST


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("is_enabled", [True, False])
@pytest.mark.parametrize("has_focus", [True, False])
def test_buttons_can_be_read_and_found(qtbot: QtBot, theme: Theme, is_enabled: bool, has_focus: bool) -> None:
    """The text of a button that cannot be pressed now, too; a ring of the theme's colour shows where the focus is."""
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setPalette(palette(theme))
    holder.setStyleSheet(style_sheet(theme))
    button = QPushButton("████", holder)
    button.setFont(theme.font(17))
    button.setEnabled(is_enabled)
    button.resize(200, 44)
    with qtbot.waitExposed(holder):
        holder.show()
    (button if has_focus and is_enabled else holder).setFocus()
    picture = button.grab().toImage()
    drawn = [picture.pixelColor(x, 22) for x in range(20, 180)]
    assert max(contrast(pixel, QColor(theme.panel)) for pixel in drawn) >= LEAST
    ring = picture.pixelColor(100, 1)
    assert (ring == QColor(theme.tide)) is (has_focus and is_enabled)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_labels_take_on_the_theme(qtbot: QtBot, theme: Theme) -> None:
    """A label is written in ink, a muted one in the muted colour, as the style sheet says."""
    holder = QWidget()
    qtbot.addWidget(holder)
    colors = {"": theme.ink, "muted": theme.muted, "figure": theme.tide}
    labels = {name: QLabel("x", holder) for name in colors}
    for name, label in labels.items():
        label.setObjectName(name)
    holder.setStyleSheet(style_sheet(theme))
    with qtbot.waitExposed(holder):
        holder.show()
    for name, label in labels.items():
        assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(colors[name])


def test_text_grows_with_its_scale() -> None:
    """A larger text scale makes fonts and sizes larger by the same factor."""
    large = themed("light", "zh")._replace(text_scale=1.5)
    assert (large.px(20), large.font(20).pixelSize()) == (30, 30)
    assert large.font(20, bold=True).bold()


@given(text=st.text(alphabet="地铁8号线一期开通 Metro Line 8 (first phase)，“钱塘”", max_size=30))
@settings(deadline=None, max_examples=60)
def test_the_ruler_measures_nearly_what_qt_does(text: str) -> None:
    """Adding up characters comes within a pixel or two of what is painted."""
    assert isinstance(QGuiApplication.instance(), QGuiApplication)
    font = themed("light", "zh").font(17)
    width = TextRuler(font).width(text)
    assert width == pytest.approx(QFontMetricsF(font).horizontalAdvance(text), abs=2 + 0.02 * width)
    assert text_width(text, font) == pytest.approx(QFontMetricsF(font).horizontalAdvance(text))

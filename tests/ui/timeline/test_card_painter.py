"""Cards are different to look at where dates differ in kind."""

import itertools
from typing import Final

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card
from qtviewer.timeline.scene import Box, SceneCard
from qtviewer.ui.look.colors import contrast
from qtviewer.ui.look.theme import THEMES, themed
from qtviewer.ui.timeline.card_background import is_exact
from qtviewer.ui.timeline.card_painter import CardPainter

WIDTH: Final = 300
RED: Final = QColor("#B3261E")


def head_on(date: str, importance: int = 3) -> EventHead:
    """The head of an event on a date."""
    return EventHead("event", parse_edtf(date), "red", importance, "地铁开通", parse_edtf(date).last_day)


def card_on(date: str, size: int = 1) -> Card:
    """The card of an event, or a cluster of several, on a date."""
    return Card("red", (head_on(date),) * size, size, 0.0, 1.0, WIDTH, is_span="/" in date)


def picture_of(date: str, *, theme: str = "light", selected: bool = False, clustered: int = 1) -> QImage:
    """A card, or a cluster of several, as it is drawn whole."""
    cards = CardPainter(themed(theme, "zh"), "zh", {"red": RED}, 1.0)
    card = card_on(date, clustered)
    box = Box(0.0, 0.0, float(WIDTH), cards.metrics.height)
    image = QImage(WIDTH, round(cards.metrics.height), QImage.Format.Format_RGB32)
    image.fill(QColor(THEMES[theme].panel))
    painter = QPainter(image)
    whole = SceneCard(card, 0.0, box, box, *(True, True, True), has_begun=False)
    cards.paint(painter, whole, selected=selected, moving=False)
    painter.end()
    return image


def breaks_in_edge(image: QImage) -> int:
    """How often the upper edge of a card begins or ends."""
    ground = image.pixelColor(WIDTH // 2, 8)
    line = [contrast(image.pixelColor(x, 0), ground) > 1.1 for x in range(30, WIDTH - 30)]
    return sum(a != b for a, b in itertools.pairwise(line))


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("date", "solid"),
    [
        ("2021-06-28", True),
        ("2021-06-28/2021-06-30", True),
        ("2021-06", False),
        ("2021", False),
        ("2021-06-28~", False),
        ("[2021-06-01..2021-06-28]", False),
    ],
)
def test_a_solid_edge_is_a_known_day(qapp: QApplication, date: str, solid: bool, theme: str) -> None:
    """Only a day, or days from and to, that are sure have a line without gaps around them."""
    assert is_exact(head_on(date)) is solid
    assert (breaks_in_edge(picture_of(date, theme=theme)) <= 1) is solid


def test_an_approximate_date_has_a_paler_bar(qapp: QApplication) -> None:
    """The bar at the left has the colour of the category, and less of it where the date is about."""
    panel = QColor(THEMES["light"].panel)
    sure, about = (picture_of(date).pixelColor(2, 20) for date in ("2021-06", "2021-06~"))
    assert sure == RED
    assert 1.5 < contrast(about, panel) < contrast(sure, panel)


def test_what_lasted_what_is_chosen_and_what_is_clustered_has_a_ground_of_its_own(qapp: QApplication) -> None:
    """Spans and clusters are tinted, and the chosen card has the colour that means chosen."""
    theme = THEMES["light"]
    grounds = {
        "plain": picture_of("2021-06-28"),
        "span": picture_of("2021-06-28/2021-06-30"),
        "cluster": picture_of("2021-06-28", clustered=3),
        "chosen": picture_of("2021-06-28", selected=True),
    }
    assert {name: image.pixelColor(WIDTH - 20, 40).name().upper() for name, image in grounds.items()} == {
        "plain": theme.panel,
        "span": theme.tinted(RED).name().upper(),
        "cluster": theme.tinted(RED).name().upper(),
        "chosen": theme.selected,
    }


def test_a_card_that_the_view_cuts_shortens_its_text(qapp: QApplication) -> None:
    """Nothing is painted to the right of the part that is seen."""
    cards = CardPainter(themed("light", "zh"), "zh", {"red": RED}, 1.0)
    image = QImage(WIDTH, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("#00FF00"))
    painter = QPainter(image)
    seen = Box(0.0, 0.0, 80.0, 48.0)
    painter.setClipRect(QRectF(0, 0, 80, 48))
    cut = SceneCard(card_on("2021-06-28"), 0.0, seen, seen, *(True, False, True), has_begun=False)
    cards.paint(painter, cut, selected=False, moving=False)
    painter.end()
    dark = [x for x in range(WIDTH) for y in range(4, 44) if contrast(image.pixelColor(x, y), QColor("#FFFFFF")) > 6]
    assert max(dark) < 80 - 8


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("width", "moving", "is_inside"), [(210, False, True), (290, False, False), (210, True, False)]
)
def test_the_text_of_a_span_stands_where_there_is_room(width: int, moving: bool, is_inside: bool) -> None:
    """Beside it, unless the edge of the view cuts it off there; while the view moves it stays where it was."""
    cards = CardPainter(themed("light", "zh"), "zh", {"red": RED}, 1.0)
    height = cards.metrics.bar_height
    box, ink = Box(0.0, 0.0, float(width), height), Box(0.0, 0.0, 140.0, height)
    image = QImage(WIDTH, round(height), QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    cut = SceneCard(card_on("2021-06-28/2021-06-30"), 0.0, box, ink, True, width == 290, True, has_begun=False)
    cards.paint(painter, cut, selected=False, moving=moving)
    painter.end()
    rows = range(4, round(height) - 4)
    dark = [x for x in range(8, width) if any(image.pixelColor(x, y).lightness() < 100 for y in rows)]
    assert dark
    assert (max(dark) < 140) == is_inside
    assert (min(dark) > 140) != is_inside

"""What is painted is true: the ink of a span is its days, and what began before the view has a mark."""

from typing import Any, Final

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event import Chronicle
from qtviewer.timeline.scene import SceneCard
from qtviewer.ui.timeline.view import TimelineView
from qtviewer.ui.window.main_window import MainWindow
from tests.store.samples import SAMPLE, sample_event
from tests.ui.windows import OpenWindow, Rest, card_of, place_of

SPANS: Final = (
    "2021-06-05/2021-06-07", "2021-06-10/2021-06-16", "2021-05-20/2021-06-08", "2021-06-25/2021-07-20",
    "2021-06-18/2021-06-19", "2021-06/2021-08", "2020/2022",
)  # fmt: skip
EDGE: Final = 3  # pixels of an end that its outline takes


def spans(*dates: str) -> Chronicle:
    """Events that lasted, with titles longer than some of them."""
    events = [sample_event(f"span-{at}", date, "一件事情的很长的标题") for at, date in enumerate(dates)]
    return SAMPLE._replace(events=tuple(events))


def view_from(day: int, days: float) -> dict[str, Any]:
    """The visible range of some days."""
    return {"first": float(day), "last": day + days}


def picture_of(view: TimelineView) -> QImage:
    """The timeline as it is painted, a pixel of the picture for each of the viewport."""
    return view.viewport().grab().toImage()


def color_of(window: MainWindow, category: str = "milestone") -> QColor:
    """The colour of a category."""
    return window.model.theme.category_color(window.model.source.vocabulary.categories[category])


def inked(window: MainWindow, picture: QImage, card: SceneCard) -> list[int]:
    """The x, from the left edge of the lanes, at which bar or ground of a span are seen between the edges of a card."""
    colors = window.model.theme.tinted(color_of(window)), color_of(window)
    left = round(window.timeline.margins.names_width)
    middle, half = place_of(window.timeline, card.box).y(), round(card.box.height / 2) - 2
    rows, columns = range(middle - half, middle + half), range(left, picture.width())
    return [x - left for x in columns if any(picture.pixelColor(x, y) in colors for y in rows)]


@pytest.mark.parametrize("days", [3.5, 30, 200])
@pytest.mark.parametrize("span", SPANS)
def test_a_span_is_inked_as_long_as_it_lasted(open_window: OpenWindow, rest: Rest, span: str, days: float) -> None:
    """From its first day to its last and no pixel further, however long its title, and cut only by the view."""
    window = open_window(size=(1280, 900), chronicle=spans(span), **view_from(day_number(2021, 6, 6), days))
    window.model.select("")
    rest(window)
    scale, card = window.timeline.scale(), card_of(window.timeline, "span-0")
    if card is None:
        event = window.model.source.event("span-0")
        assert event is not None
        assert event.date.first_day >= scale.right or event.date.last_day < scale.left
        return
    date = card.card.heads[0].date
    left, right = max(scale.x_at(date.first_day), 0.0), min(scale.x_at(date.last_day + 1), scale.width)
    ink = inked(window, picture_of(window.timeline), card)
    assert int(left) <= min(ink) <= left + EDGE
    assert right - EDGE <= max(ink) + 1 <= right + 1


def test_a_span_shorter_than_a_pixel_can_be_seen(open_window: OpenWindow, rest: Rest) -> None:
    """Over a century, two days are a line of a pixel or two where they were."""
    window = open_window(
        size=(1280, 900), chronicle=spans("2021-06-05/2021-06-06"), **view_from(day_number(1970), 36_500)
    )
    window.model.select("")
    rest(window)
    card = card_of(window.timeline, "span-0")
    assert card is not None
    place = place_of(window.timeline, card.box)
    left = round(window.timeline.margins.names_width)
    x = round(window.timeline.scale().x_at(day_number(2021, 6, 5))) + left
    picture = picture_of(window.timeline)
    dark = [at for at in range(left, picture.width()) if picture.pixelColor(at, place.y()) == color_of(window)]
    near = [picture.pixelColor(at, place.y()) for at in range(x - 1, x + 3)]
    assert any(color.hslSaturation() > 60 for color in near) or dark
    assert all(abs(at - x) <= 3 for at in dark)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_card_that_began_before_the_view_has_a_mark(open_window: OpenWindow, rest: Rest, theme: str) -> None:
    """It stands at the left edge after a triangle in the colour of its lane; one that begins in view has none."""
    events = (sample_event("june", "2021-06", "六月"), sample_event("day", "2021-06-20", "日", category="festival"))
    chronicle = SAMPLE._replace(events=events)
    for first, has_begun in ((day_number(2021, 6, 4), True), (day_number(2021, 5, 31), False)):
        window = open_window(theme=theme, size=(1280, 900), chronicle=chronicle, **view_from(first, 60))
        rest(window)
        card, other = card_of(window.timeline, "june"), card_of(window.timeline, "day")
        assert card is not None
        assert other is not None
        assert (card.has_begun, other.has_begun) == (has_begun, False)
        picture, left = picture_of(window.timeline), round(window.timeline.margins.names_width)
        for each, category, is_marked in ((card, "milestone", has_begun), (other, "festival", False)):
            middle = QPoint(left + 4, place_of(window.timeline, each.box).y())
            assert (picture.pixelColor(middle) == color_of(window, category)) is is_marked
        assert card.box.x == pytest.approx(8.0 if has_begun else window.timeline.scale().x_at(day_number(2021, 6, 1)))


@pytest.mark.parametrize("days", [3.5, 30, 400])
def test_a_card_begins_where_its_day_is(open_window: OpenWindow, rest: Rest, days: float) -> None:
    """In the shipped store each card in view that did not begin before it has its left edge at its first day."""
    window = open_window(size=(1280, 900), **view_from(day_number(2021, 6, 28), days))
    rest(window)
    scene, scale = window.timeline.scene(), window.timeline.scale()
    assert scene.cards
    for card in scene.cards:
        begins = [head.date.first_day for head in card.card.heads] if not card.card.is_cluster else [card.card.first]
        if not card.has_begun:
            assert card.x == pytest.approx(scale.x_at(min(begins)))
        assert card.has_begun is (min(begins) < scale.left)


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768)])
@pytest.mark.parametrize("month", [2, 6, 11, 12])
def test_every_card_of_the_scene_is_painted(
    open_window: OpenWindow, rest: Rest, month: int, size: tuple[int, int]
) -> None:
    """Also one of which the right edge of the view shows only a strip, without text: its bar, or a stack's ground."""
    window = open_window(size=size, **view_from(day_number(2021, month, 1) - 1, 31.8))
    rest(window)
    picture, view = picture_of(window.timeline), window.timeline
    cards = [card for card in view.scene().cards if card.has_full_height and card.box.width > EDGE]
    assert any(card.box.width < 60 and not card.shows_right_edge for card in cards) or month != 6
    for card in cards:
        ground = window.model.theme.tinted(color_of(window, card.card.category))
        inks = color_of(window, card.card.category), ground, window.model.theme.tinted(ground, 0.45)
        left, middle = round(card.box.x) + round(view.margins.names_width), place_of(view, card.box).y()
        colors = [picture.pixelColor(x, middle) for x in range(left, left + 3)]
        assert any(color in inks or color.saturation() > 40 for color in colors), card

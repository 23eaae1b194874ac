"""Cards become low where lanes have little room, and every lane says how many of its events are in view."""

from collections.abc import Sequence
from typing import Any, Final

import pytest
from PySide6.QtGui import QPainter, QRegion

from qtviewer.domain.dates.day_number import day_number
from qtviewer.timeline.scene import Scene
from qtviewer.ui.timeline.lane_labels import LaneLabel
from qtviewer.ui.timeline.scene_details import SceneDetails
from qtviewer.ui.timeline.scene_painter import ScenePainter
from qtviewer.ui.timeline.view import TimelineView
from tests.store.samples import SAMPLE, sample_event
from tests.ui.windows import OpenWindow, Rest, lanes_of, settle

YEAR: Final[dict[str, Any]] = {"first": float(day_number(2021)), "last": float(day_number(2022))}
LOW, HIGH = (1280, 800), (1280, 2000)
COMPACT, NORMAL = 26, 48  # pixels of a card at a text size of 100%


def height_of_cards(view: TimelineView) -> float:
    """The height in pixels of cards that are neither span bars nor clusters."""
    layout = view.layout_at(view.scale())
    rows = [(lane, lane.counts.bars + number) for lane in layout.lanes for number in range(lane.counts.cards)]
    (height,) = {layout.row_height(lane, number) for lane, number in rows}
    return height


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", [(960, 540), (1024, 600), (1280, 720)])
def test_all_lanes_are_in_sight_in_a_low_window(
    open_window: OpenWindow, rest: Rest, lang: str, size: tuple[int, int]
) -> None:
    """They shrink, and the rows of calendar and eras give way, before a lane has to be scrolled to."""
    window = open_window(lang, size=size, **YEAR)
    rest(window)
    scene = window.timeline.scene()
    assert len(scene.lanes) + len(scene.empty) == 11
    assert scene.lanes[-1].bottom <= scene.viewport.bottom
    assert window.timeline.verticalScrollBar().maximum() == 0


def test_cards_are_low_where_many_lanes_share_a_low_window(open_window: OpenWindow, rest: Rest) -> None:
    """They follow the height of the window, lower and higher again, and keep the times in view."""
    window = open_window(size=LOW, **YEAR)
    scale = window.timeline.scale()
    for size, expected in ((LOW, COMPACT), (HIGH, NORMAL), (LOW, COMPACT), (HIGH, NORMAL)):
        window.resize(*size)
        rest(window)
        assert height_of_cards(window.timeline) == expected
        assert window.timeline.scale() == scale


def test_cards_are_high_where_few_lanes_share_a_low_window(open_window: OpenWindow, rest: Rest) -> None:
    """They follow the lanes: one alone has room for dates on its cards, all together have not."""
    window = open_window(size=LOW, **YEAR)
    for expected in (NORMAL, COMPACT, NORMAL):
        window.model.show_only_category("milestone")
        rest(window)
        assert height_of_cards(window.timeline) == expected


def test_two_rows_of_cards_have_room_in_every_lane_of_a_high_window(open_window: OpenWindow, rest: Rest) -> None:
    """As long as cards have their full height, nothing has to be scrolled for lanes of two rows."""
    window = open_window(size=LOW, **YEAR)
    for height in range(700, 1800, 100):
        window.resize(1280, height)
        rest(window)
        view = window.timeline
        if height_of_cards(view) == NORMAL:
            room = view.viewport().height() - view.margins.axis_height
            assert len(lanes_of(view)) * (2 * NORMAL + 9 + 2 * 9) <= room


def test_large_text_makes_cards_low_sooner(open_window: OpenWindow, rest: Rest) -> None:
    """A window that is high enough for cards with dates at the usual size is too low at the largest."""
    window = open_window(size=HIGH, **YEAR)
    rest(window)
    assert height_of_cards(window.timeline) == NORMAL
    window.model.change(text_size=160)
    rest(window)
    assert height_of_cards(window.timeline) == pytest.approx(COMPACT * 1.6, abs=1)


def test_a_low_card_shows_its_title(open_window: OpenWindow, rest: Rest) -> None:
    """It is painted, in both languages and themes, as wide as its title alone needs."""
    window = open_window("zh", size=LOW, **YEAR)
    rest(window)
    widths = {head.id: card.width for card, head in _single_cards(window.timeline)}
    window.resize(*HIGH)
    rest(window)
    high = {head.id: card.width for card, head in _single_cards(window.timeline)}
    both = widths.keys() & high.keys()
    assert both
    assert all(widths[key] <= high[key] for key in both)
    for lang, theme in (("en", "dark"), ("zh", "contrast")):
        window.resize(*LOW)
        window.model.change(lang=lang, theme=theme)
        settle()
        assert not window.timeline.grab().isNull()


def _single_cards(view: TimelineView) -> list[tuple[Any, Any]]:
    cards = (card.card for card in view.scene().cards)
    return [(card, card.heads[0]) for card in cards if not card.is_cluster]


@pytest.mark.parametrize(("lang", "expected"), [("zh", ("41 条中 40 条", "9 条")), ("en", ("40 of 41", "9 events"))])
def test_a_lane_says_how_many_of_its_events_are_in_view(
    open_window: OpenWindow, rest: Rest, monkeypatch: pytest.MonkeyPatch, lang: str, expected: tuple[str, str]
) -> None:
    """Those that touch the view, of how many; only the latter where all do."""
    going_on = [sample_event(f"long-{at}", "2010/2023", "长", category="festival") for at in range(40)]
    over = sample_event("over", "2020", "毕", category="festival")
    days = [sample_event(f"day-{at}", f"2021-06-1{at}", "日") for at in range(9)]
    painted: list[Sequence[LaneLabel]] = []
    paint = ScenePainter.paint

    def recorded(self: ScenePainter, painter: QPainter, scene: Scene, details: SceneDetails, region: QRegion) -> None:
        painted.append(details.lane_labels)
        paint(self, painter, scene, details, region)

    monkeypatch.setattr(ScenePainter, "paint", recorded)
    june: dict[str, Any] = {"first": float(day_number(2021, 6, 1)), "last": float(day_number(2021, 7, 1))}
    window = open_window(lang, chronicle=SAMPLE._replace(events=(*going_on, over, *days)), **june)
    rest(window)
    window.timeline.viewport().repaint()
    counts = {label.lane.category: label.texts.event_count for label in painted[-1]}
    assert (counts["festival"], counts["milestone"]) == expected

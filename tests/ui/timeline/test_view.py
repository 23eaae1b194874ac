"""What the timeline shows of a model, and in which size."""

from typing import Any, Final

import pytest

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event_query import EventQuery
from qtviewer.ui.timeline.view import TimelineView
from tests.ui.windows import OpenWindow, Rest, lanes_of, matching, settle

YEAR_DAYS: Final[dict[str, Any]] = {"first_day": day_number(2021), "last_day": day_number(2022) - 1}
YEAR: Final[dict[str, Any]] = {"first": float(day_number(2021)), "last": float(day_number(2022))}


def height_of_lanes(view: TimelineView) -> float:
    """Pixels of all lanes, in view or not."""
    return max((lane.bottom for lane in lanes_of(view)), default=0.0)


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 800), (1024, 700)])
def test_the_scroll_bar_reaches_the_last_lane_and_no_further(open_window: OpenWindow, size: tuple[int, int]) -> None:
    """At the end of the scroll bar the last lane ends at the lower edge, or above it where all have room."""
    view = open_window(size=size, **YEAR).timeline
    bar = view.verticalScrollBar()
    room = view.viewport().height() - view.margins.axis_height
    assert bar.maximum() == max(round(height_of_lanes(view) - room), 0)
    bar.setValue(bar.maximum())
    assert view.scene().lanes[-1] == lanes_of(view)[-1]
    assert view.scene().viewport.bottom == pytest.approx(max(height_of_lanes(view), room), abs=1)


def test_the_scroll_bar_follows_categories_and_size(open_window: OpenWindow, rest: Rest) -> None:
    """One lane needs no scrolling, nor does a window that is high enough."""
    window = open_window(size=(1280, 620), text_size=160, **YEAR)
    window.model.show_only_category("asian-games")
    rest(window)
    assert window.timeline.verticalScrollBar().maximum() == 0
    window.model.show_only_category("asian-games")
    rest(window)
    assert window.timeline.verticalScrollBar().maximum() > 0
    window.resize(1280, 6000)
    rest(window)
    assert window.timeline.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("days", [3650, 365, 60, 7, 1])
def test_cards_never_overlap_and_never_leave_the_view(open_window: OpenWindow, days: int) -> None:
    """At every magnification the cards in view stand beside each other, inside it and in their lanes."""
    first = float(day_number(2022, 1, 25))
    view = open_window(first=first, last=first + days).timeline
    for top in range(0, view.verticalScrollBar().maximum() + 1, 300):
        view.verticalScrollBar().setValue(top)
        scene = view.scene()
        for at, card in enumerate(scene.cards):
            assert 0 <= card.box.x <= card.box.right <= scene.viewport.scale.width
            assert not any(card.box.overlaps(other.box) for other in scene.cards[at + 1 :])
            lane = next(lane for lane in lanes_of(view) if lane.category == card.card.category)
            assert lane.top <= card.box.y
            assert card.box.bottom <= lane.bottom


def test_lanes_are_the_active_categories_in_the_order_of_the_store(open_window: OpenWindow) -> None:
    """One without matches has no lane: it is named below them; one that is switched off is not named either."""
    window = open_window(query=EventQuery(search="地铁"), **YEAR)
    categories = list(window.model.source.vocabulary.categories)
    lanes, empty = [lane.category for lane in lanes_of(window.timeline)], window.timeline.scene().empty
    assert lanes == [key for key in categories if key not in empty]
    assert "milestone" in lanes
    assert not window.model.matches.count(EventQuery(search="地铁", categories=frozenset(empty), **YEAR_DAYS))
    window.model.toggle_category("milestone")
    assert "milestone" not in [*(lane.category for lane in lanes_of(window.timeline)), *window.timeline.scene().empty]


def test_everything_together_counts_each_event_once(open_window: OpenWindow, rest: Rest) -> None:
    """Zoomed out to the whole store, cards and clusters of all lanes are as many as the events."""
    window = open_window("en")
    window.timeline.navigation.fit(*(window.model.source.extent(EventQuery()) or (0, 0)))
    rest(window)
    cards = list(window.timeline.layout_at(window.timeline.scale()).cards())
    assert any(card.is_cluster for card in cards)
    assert sum(card.size for card in cards) == len(matching(window)) == window.model.total


def test_the_view_keeps_its_times_when_the_window_changes_its_size(open_window: OpenWindow) -> None:
    """A larger window shows the same stretch of time, magnified."""
    window = open_window(**YEAR)
    before = window.timeline.scale()
    window.resize(1920, 1080)
    settle()
    after = window.timeline.scale()
    assert (after.left, after.days) == pytest.approx((before.left, before.days))
    assert after.width > before.width


def test_every_magnification_can_be_painted(open_window: OpenWindow) -> None:
    """From the whole calendar to minutes, in both languages, each view is painted without an error."""
    for lang in ("zh", "en"):
        window = open_window(lang)
        window.timeline.navigation.zoom(1e-9)
        for _ in range(26):
            window.timeline.navigation.zoom(3.0)
            assert not window.timeline.grab().isNull()


def test_the_timeline_says_what_it_is(open_window: OpenWindow) -> None:
    """Its name for those who cannot see it is in the language of the window, after a change, too."""
    window = open_window("zh")
    assert window.timeline.accessibleName() == "时间轴"
    window.model.change(lang="en")
    assert window.timeline.accessibleName() == "Timeline"


def test_nothing_is_left_unpainted_beside_few_lanes(open_window: OpenWindow) -> None:
    """Where there is nothing to scroll, the room of the scroll bar is ground like the rest."""
    window = open_window(size=(1280, 1400), query=EventQuery(categories=frozenset({"milestone"})))
    canvas = window.timeline.viewport()
    assert window.timeline.verticalScrollBar().maximum() == 0
    picture = canvas.grab().toImage()
    assert picture.pixelColor(picture.width() - 2, picture.height() // 2).name().upper() == window.model.theme.panel

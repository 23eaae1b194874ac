"""The timeline by keyboard."""

from typing import Any, Final

import pytest
from PySide6.QtCore import Qt

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.minutes import minutes_of_days
from qtviewer.domain.event_query import EventQuery
from qtviewer.ui.view_state import Cluster
from tests.store.samples import SAMPLE, sample_event
from tests.ui.windows import OpenWindow, Rest, card_of, matching, press

Key = Qt.Key
SUMMER: Final[dict[str, Any]] = {"first": float(day_number(2021, 6)), "last": float(day_number(2021, 9))}
METRO: Final = EventQuery(search="地铁")


def test_left_and_right_walk_through_the_events_in_date_order(open_window: OpenWindow) -> None:
    """Home chooses the first match, Right each next one up to the last, where it stays; End and Left lead back."""
    window = open_window(query=METRO)
    ids, passed = [head.id for head in matching(window)], []
    assert len(ids) > 3
    press(window, Key.Key_Home)
    for _ in range(len(ids) + 1):
        passed.append(window.model.state.selected)
        press(window, Key.Key_Right)
    assert passed == [*ids, ids[-1]]
    press(window, Key.Key_End, Key.Key_Left)
    assert window.model.state.selected == ids[-2]
    press(window, Key.Key_Home, Key.Key_Left)
    assert window.model.state.selected == ids[0]


def test_up_and_down_go_to_the_nearest_event_of_the_next_lane(open_window: OpenWindow) -> None:
    """Down chooses what is nearest in time in the lane below, skipping empty lanes; at the ends nothing happens."""
    events = (
        sample_event("early", "2021-06-01", "早", category="history"),
        sample_event("near", "2021-07-02", "近", category="history"),
        sample_event("late", "2021-07-09", "晚", category="history"),
        sample_event("top", "2021-07-05", "上", category="milestone"),
    )
    window = open_window(chronicle=SAMPLE._replace(events=events), selected="top", **SUMMER)
    for key, reached in (
        (Key.Key_Up, "top"),
        (Key.Key_Down, "near"),
        (Key.Key_Down, "near"),
        (Key.Key_Up, "top"),
    ):
        press(window, key)
        assert window.model.state.selected == reached


def test_arrows_without_a_selection_begin_at_the_nearest_event(open_window: OpenWindow) -> None:
    """With nothing selected every arrow chooses the event that begins nearest to the middle of the view."""
    window = open_window(query=METRO, **SUMMER)
    middle = int((SUMMER["first"] + SUMMER["last"]) / 2)
    nearest = min(matching(window), key=lambda head: abs(head.date.first_day - middle))
    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down):
        window.model.change(selected="", **SUMMER)
        press(window, key)
        assert window.model.state.selected == nearest.id


def test_page_keys_move_most_of_a_view(open_window: OpenWindow, rest: Rest) -> None:
    """Page Down is later, Page Up is back, and something of the last view stays to hold on to."""
    window = open_window(**SUMMER)
    before = window.timeline.scale()
    press(window, Key.Key_PageDown)
    rest(window)
    assert window.timeline.scale().left == pytest.approx(before.left + before.days * 0.8)
    press(window, Key.Key_PageUp)
    rest(window)
    assert window.timeline.scale().left == pytest.approx(before.left)
    press(window, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown)  # faster than it moves
    rest(window)
    assert window.timeline.scale().left == pytest.approx(before.left + 3 * before.days * 0.8)


@pytest.mark.parametrize(("key", "factor"), [(Key.Key_Plus, 1.25), (Key.Key_Equal, 1.25), (Key.Key_Minus, 0.8)])
def test_plus_and_minus_magnify_around_the_middle(
    open_window: OpenWindow, rest: Rest, key: Qt.Key, factor: float
) -> None:
    """The middle of the view stays; "=" is the plus key without Shift."""
    window = open_window(**SUMMER)
    before = window.timeline.scale()
    press(window, key)
    rest(window)
    after = window.timeline.scale()
    assert after.days == pytest.approx(before.days / factor)
    assert after.centre == pytest.approx(before.centre)


def test_escape_lets_go_of_the_event_and_closes_a_cluster(open_window: OpenWindow) -> None:
    """Escape leads back to the introduction, whatever was shown."""
    window = open_window(**SUMMER)
    cluster = Cluster("milestone", minutes_of_days((day_number(2021, 6), day_number(2021, 7))), 2)
    for selected, opened in (("metro-line-8-opens", None), ("", cluster)):
        window.model.change(selected=selected, cluster=opened)
        press(window, Key.Key_Escape)
        assert (window.model.state.selected, window.model.state.cluster) == ("", None)


def test_keys_where_nothing_matches_do_no_harm(open_window: OpenWindow) -> None:
    """With every lane empty, arrows, Home and End leave things as they are."""
    window = open_window(query=EventQuery(search="no such words"))
    state = window.model.state
    press(window, Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Home, Key.Key_End)
    assert window.model.state == state


@pytest.mark.parametrize("key", [0x4E2D, 0xE9, 0x01000030, 0])
def test_keys_without_a_meaning_are_ignored(open_window: OpenWindow, key: int) -> None:
    """Letters of any script and keys that Qt has no name for change nothing."""
    window = open_window(**SUMMER)
    state = window.model.state
    press(window, Qt.Key(key))
    assert window.model.state == state


def test_each_selected_event_is_brought_into_view(open_window: OpenWindow, rest: Rest) -> None:
    """However far the next event is away, its card, or the cluster that holds it, can be seen and read."""
    window = open_window(query=METRO, **SUMMER)
    press(window, Key.Key_Home)
    for head in matching(window):
        rest(window)
        card = card_of(window.timeline, head.id)
        assert window.model.state.selected == head.id
        assert card is not None
        assert card.has_full_height
        assert card.box.width > 60
        press(window, Key.Key_Right)

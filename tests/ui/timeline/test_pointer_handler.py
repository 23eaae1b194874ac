"""The timeline under pointer, wheel and trackpad."""

from typing import Any, Final

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event import EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from qtviewer.timeline.scale import MAX_VIEW_DAYS, MIN_VIEW_DAYS
from qtviewer.ui.look.link_button import LinkButton
from qtviewer.ui.timeline.view import TimelineView
from qtviewer.ui.window.main_window import MainWindow
from tests.store.samples import SAMPLE, sample_event
from tests.ui.windows import LEFT, OpenWindow, Rest, card_of, click, double_click, drag, place_of, wheel, whole_cards

LOW: Final[dict[str, Any]] = {"size": (1280, 620), "text_size": 160}  # not all lanes have room
SUMMER: Final[dict[str, Any]] = {
    "first": float(day_number(2021, 6)),
    "last": float(day_number(2021, 9)),
    "selected": "",
}
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def time_at(view: TimelineView, place: QPoint) -> float:
    """The time that stands under a place of the viewport."""
    return view.scale().time_at(place.x() - view.margins.names_width)


def empty_place(view: TimelineView) -> QPoint:
    """A place among the lanes where there is no card."""
    scene, top = view.scene(), view.verticalScrollBar().value()
    places = ((x, y) for y in range(4, 400, 7) for x in range(4, 500, 7) if scene.card_at(x, y + top) is None)
    x, y = next(places)
    return QPoint(round(x + view.margins.names_width), round(y + view.margins.axis_height))


@pytest.mark.parametrize("x", [200, 600])
@pytest.mark.parametrize(("turn", "factor"), [(120, 1.25), (40, 1.25 ** (1 / 3)), (-480, 0.8**4)])
def test_the_wheel_magnifies_and_the_time_under_the_pointer_stays(
    open_window: OpenWindow, rest: Rest, x: int, turn: int, factor: float
) -> None:
    """A notch up shows less time, one down more, smooth wheels in parts of it, around the pointer."""
    window = open_window(**SUMMER)
    view = window.timeline
    place, before = QPoint(x, 150), view.scale()
    kept, seen = time_at(view, place), set()
    window.model.viewport_changed.connect(lambda: seen.add(round(time_at(view, place) - kept, 6)))
    wheel(view.viewport(), place, QPoint(0, turn))
    rest(window)
    assert seen == {0.0}, "on the way, too"
    assert view.scale().days == pytest.approx(before.days / factor)
    assert view.scale().x_at(kept) == pytest.approx(place.x() - view.margins.names_width, abs=0.01)


def test_the_wheel_stops_at_an_hour_and_at_ten_thousand_years(open_window: OpenWindow, rest: Rest) -> None:
    """However often it is turned, the view stays between the shortest and the longest and inside the calendar."""
    window = open_window(**SUMMER)
    view = window.timeline
    for turn, limit in ((1200, MIN_VIEW_DAYS), (-1200, MAX_VIEW_DAYS)):
        for _ in range(12):
            wheel(view.viewport(), QPoint(300, 150), QPoint(0, turn))
        rest(window)
        assert view.scale().days == pytest.approx(limit)


@pytest.mark.parametrize("angle", [QPoint(0, -120), QPoint(-120, 0)])
def test_the_wheel_with_shift_moves_along_time(open_window: OpenWindow, angle: QPoint) -> None:
    """Down is later, at the same magnification; some systems turn the axis themselves when Shift is held."""
    view = open_window(**SUMMER).timeline
    before = view.scale()
    wheel(view.viewport(), QPoint(400, 150), angle, SHIFT)
    assert view.scale().days == pytest.approx(before.days)
    assert view.scale().left == pytest.approx(before.left + 120 / before.pixels_per_day)


def test_a_trackpad_moves_time_and_lanes_and_magnifies_with_ctrl(open_window: OpenWindow, rest: Rest) -> None:
    """Two fingers push the content along both ways; with Ctrl, which a pinch sends, they magnify."""
    window = open_window(**LOW, **SUMMER)
    view = window.timeline
    before = view.scale()
    wheel(view.viewport(), QPoint(400, 150), QPoint(-240, -160), pixels=QPoint(-30, -20))
    assert view.scale().left == pytest.approx(before.left + 30 / before.pixels_per_day)
    assert view.scale().days == pytest.approx(before.days)
    assert view.verticalScrollBar().value() == 20
    wheel(view.viewport(), QPoint(400, 150), QPoint(0, 120), CTRL, QPoint(0, 15))
    rest(window)
    assert view.scale().days == pytest.approx(before.days / 1.25)


def test_a_drag_takes_time_and_lanes_along(open_window: OpenWindow) -> None:
    """What was under the pointer when it was pressed is under it when it is let go, and the selection stays."""
    window = open_window(**LOW, **SUMMER)
    view, selected = window.timeline, window.model.state.selected
    view.navigation.animation.is_reduced = True  # a drag this fast would be a flick
    held = time_at(view, QPoint(500, 300))
    drag(view.viewport(), QPoint(500, 300), QPoint(350, 210))
    assert time_at(view, QPoint(350, 300)) == pytest.approx(held)
    assert view.verticalScrollBar().value() == 90
    drag(view.viewport(), QPoint(350, 210), QPoint(500, 300))
    assert time_at(view, QPoint(500, 300)) == pytest.approx(held)
    assert view.verticalScrollBar().value() == 0
    assert (window.model.state.selected, window.model.state.cluster) == (selected, None)


def listed(window: MainWindow) -> list[str]:
    """Titles of the events that the pane lists."""
    return [link.accessibleName().split(" · ", 1)[1] for link in window.detail.findChildren(LinkButton)]


@pytest.mark.parametrize("days", [9_000, 900, 400])
def test_a_click_on_a_cluster_lists_the_very_events_it_counts(
    open_window: OpenWindow, rest: Rest, shipped: StoreReader, days: int
) -> None:
    """As many as it says, of its lane and days, none of which has a card; a click beside the cards closes the list."""
    first = float(day_number(2021, 7) - days / 2)
    window = open_window(size=(1920, 1080), first=first, last=first + days, selected="")
    rest(window)
    clusters = [found.card for found in whole_cards(window.timeline, clusters=True)]
    assert len(clusters) > 3
    for card in clusters:
        place = next(place_of(window.timeline, found.box) for found in window.timeline.scene().cards
                     if found.card == card)  # fmt: skip
        click(window.timeline.viewport(), place)
        query = EventQuery(categories=frozenset({card.category}))
        alone = {found.heads[0].id for found in window.timeline.layout_at(window.timeline.scale()).cards()
                 if found.size == 1}  # fmt: skip
        counted = [head.title for head in shipped.heads_beginning(query, "zh", card.minutes) if head.id not in alone]
        assert window.model.state.selected == ""
        assert listed(window) == counted
        assert len(counted) == card.size
    click(window.timeline.viewport(), empty_place(window.timeline))
    assert (window.model.state.selected, window.model.state.cluster) == ("", None)


def test_axis_and_lane_names_are_no_cards(open_window: OpenWindow) -> None:
    """A click where a card would be if there were no names and no axis selects nothing."""
    window = open_window(first=float(day_number(2021, 3)), last=float(day_number(2021, 4)))
    window.model.select("")
    for place in (QPoint(20, 300), QPoint(400, 10)):
        click(window.timeline.viewport(), place)
        assert window.model.state.selected == ""


def test_the_other_buttons_neither_select_nor_drag(open_window: OpenWindow) -> None:
    """Only the left button moves and chooses."""
    window = open_window(size=(1920, 1080), **SUMMER)
    view, before = window.timeline, window.timeline.scale()
    window.model.select("")
    place = place_of(view, whole_cards(view, clusters=False)[0].box)
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        in_window = view.viewport().mapTo(window, place)
        QTest.mousePress(window.windowHandle(), button, pos=in_window)
        QTest.mouseMove(window.windowHandle(), in_window + QPoint(60, 0))
        QTest.mouseRelease(window.windowHandle(), button, pos=in_window + QPoint(60, 0))
    assert (window.model.state.selected, view.scale()) == ("", before)


def test_a_double_click_beside_the_cards_magnifies_around_the_pointer(open_window: OpenWindow, rest: Rest) -> None:
    """Three notches at once, with the time under the pointer staying."""
    window = open_window(**SUMMER)
    view = window.timeline
    place, before = empty_place(view), view.scale()
    kept = time_at(view, place)
    double_click(view.viewport(), place)
    rest(window)
    assert view.scale().days == pytest.approx(before.days / 1.25**3)
    assert time_at(view, place) == pytest.approx(kept)


def test_a_double_click_on_a_card_goes_to_its_event(open_window: OpenWindow, rest: Rest) -> None:
    """The event's day is in the middle of a view of a week or so, and the event is chosen."""
    window = open_window(size=(1920, 1080), **SUMMER)
    view = window.timeline
    card = next(card for card in whole_cards(view, clusters=False) if card.card.last - card.card.first == 1)
    double_click(view.viewport(), place_of(view, card.box))
    rest(window)
    scale, head = view.scale(), card.card.heads[0]
    assert window.model.state.selected == head.id
    assert scale.centre == pytest.approx(head.date.first_day + 0.5)
    assert scale.days == pytest.approx(6)


def test_a_double_click_on_a_card_that_the_edge_cuts_goes_to_the_same_event(
    open_window: OpenWindow, rest: Rest
) -> None:
    """Though the first of the two clicks brings the card in, and another comes under the pointer."""
    day = float(day_number(2021, 6, 28))
    window = open_window(size=(1920, 1080), first=day - 99.5, last=day + 1.5, selected="")
    view = window.timeline
    card = next(
        card for card in view.scene().cards if not card.shows_right_edge and card.card.heads[0].date.last_day >= day
    )
    place = place_of(view, card.box)
    double_click(view.viewport(), place)
    rest(window)
    date = card.card.heads[0].date
    assert window.model.state.selected == card.card.heads[0].id
    assert view.scale().centre == pytest.approx((date.first_day + date.last_day + 1) / 2)


def test_a_double_click_on_a_cluster_goes_to_its_time(open_window: OpenWindow, rest: Rest) -> None:
    """The stretch in which its events begin is in the middle, with room around it, so that they come apart."""
    window = open_window(size=(1920, 1080), first=float(day_number(2020)), last=float(day_number(2023)), selected="")
    view = window.timeline
    cluster = whole_cards(view, clusters=True)[0].card
    double_click(view.viewport(), place_of(view, whole_cards(view, clusters=True)[0].box))
    rest(window)
    first, last = cluster.first, cluster.last
    assert window.model.state.cluster is not None
    assert (view.scale().left + view.scale().right) / 2 == pytest.approx((first + last) / 2)
    assert view.scale().days == pytest.approx((last - first) / 0.3)


def test_the_other_buttons_do_not_magnify(open_window: OpenWindow, rest: Rest) -> None:
    """A double click is one of the left button."""
    window = open_window(**SUMMER)
    before = window.timeline.scale()
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        place = window.timeline.viewport().mapTo(window, empty_place(window.timeline))
        QTest.mouseDClick(window.windowHandle(), button, pos=place)
        rest(window)
    assert window.timeline.scale() == before


def test_the_pointer_shows_what_can_be_clicked_and_what_is_dragged(open_window: OpenWindow) -> None:
    """A hand over cards, an arrow elsewhere, a closed hand while dragging."""
    window = open_window(size=(1920, 1080), **SUMMER)
    viewport, handle = window.timeline.viewport(), window.windowHandle()
    card = viewport.mapTo(window, place_of(window.timeline, whole_cards(window.timeline, clusters=False)[0].box))
    ground = viewport.mapTo(window, empty_place(window.timeline))
    for place, shape in ((card, Qt.CursorShape.PointingHandCursor), (ground, Qt.CursorShape.ArrowCursor)):
        QTest.mouseMove(handle, place)
        assert viewport.cursor().shape() is shape
    QTest.mousePress(handle, LEFT, pos=ground)
    QTest.mouseMove(handle, ground + QPoint(30, 0))
    assert viewport.cursor().shape() is Qt.CursorShape.ClosedHandCursor
    QTest.mouseRelease(handle, LEFT, pos=ground + QPoint(30, 0))
    assert viewport.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_card_explains_itself_and_html_in_it_stays_text(open_window: OpenWindow) -> None:
    """Resting on a card tells its date and whole title, beside the cards nothing."""
    event = sample_event("tags", "2021-07-01", "题")._replace(texts={"zh": EventText("<b>粗</b> & 细", "要", "文")})
    view = open_window(chronicle=SAMPLE._replace(events=(event,)), **SUMMER).timeline
    card = place_of(view, whole_cards(view, clusters=False)[0].box)
    for place, said in ((empty_place(view), ""), (card, "<p>2021年7月1日  &lt;b&gt;粗&lt;/b&gt; &amp; 细</p>")):
        resting = QHelpEvent(QHelpEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
        QApplication.sendEvent(view.viewport(), resting)
        assert QToolTip.text() == said
        assert QToolTip.isVisible() == bool(said)


def test_a_wheel_that_does_not_turn_changes_nothing(open_window: OpenWindow, shipped: StoreReader) -> None:
    """Trackpads send events without movement when fingers are laid on or lifted."""
    view = open_window(source=shipped, **SUMMER).timeline
    before = view.scale()
    wheel(view.viewport(), QPoint(400, 150), QPoint(0, 0))
    assert view.scale() == before


def test_a_click_selects_the_card_under_the_pointer(open_window: OpenWindow, rest: Rest) -> None:
    """Each card that is whole in view is chosen by a click on it, even by one that trembles."""
    window = open_window(size=(1920, 1080), **SUMMER)
    rest(window)
    names = [card.card.heads[0].id for card in whole_cards(window.timeline, clusters=False)]
    assert len(names) > 5
    for name in names:
        card = card_of(window.timeline, name)
        assert card is not None
        place = place_of(window.timeline, card.box)
        drag(window.timeline.viewport(), place, place + QPoint(2, 1))
        assert window.model.state.selected == name
        rest(window)

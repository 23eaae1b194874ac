"""The list of events: in step with the timeline, in three orders, grouped by month."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from qtviewer.domain.event_query import EventQuery
from qtviewer.ui.listing.list_model import HEAD_ROLE, HEADING_ROLE
from qtviewer.ui.look.choice_box import ChoiceBox
from qtviewer.ui.window.main_window import MainWindow
from tests.ui.windows import LEFT, OpenWindow, Rest, matching, rectangle_in

METRO = "metro-line-8-opens"


def listed(window: MainWindow) -> list[str]:
    """The ids of the rows, in order."""
    assert window.event_list is not None
    rows = window.event_list.view.model()
    heads = [rows.index(row, 0).data(HEAD_ROLE) for row in range(rows.rowCount())]
    return [head.id for head in heads if head is not None]


def headings(window: MainWindow) -> list[str]:
    """What stands above the months."""
    assert window.event_list is not None
    rows = window.event_list.view.model()
    indexes = [rows.index(row, 0) for row in range(rows.rowCount())]
    return [index.data() for index in indexes if index.data(HEADING_ROLE) is not None]


def current(window: MainWindow) -> str:
    """The id of the row that has the cursor."""
    assert window.event_list is not None
    head = window.event_list.view.currentIndex().data(HEAD_ROLE)
    return head.id if head else ""


def sort_by(window: MainWindow, at: int, rest: Rest) -> None:
    """Choose an order by its place in the box."""
    assert window.event_list is not None
    box = window.event_list.findChild(ChoiceBox)
    assert isinstance(box, ChoiceBox)
    box.setCurrentIndex(at)
    rest(window)


def test_the_list_has_the_events_of_the_query(open_window: OpenWindow, rest: Rest) -> None:
    """All of them, fewer after a search, and all again."""
    window = open_window("zh", mode="list")
    rest(window)
    assert sorted(listed(window)) == sorted(head.id for head in matching(window))
    window.model.search("地铁")
    rest(window)
    assert METRO in listed(window)
    assert sorted(listed(window)) == sorted(head.id for head in matching(window))
    window.model.request(EventQuery())
    rest(window)
    assert len(listed(window)) == window.model.total


def test_months_stand_above_their_events_in_date_order_only(open_window: OpenWindow, rest: Rest) -> None:
    """What is known by the year has a heading of its own before January; other orders have none."""
    window = open_window("zh", mode="list", query=EventQuery(search="地铁"))
    rest(window)
    assert headings(window)[:2] == ["2021年", "2021年6月"]
    sort_by(window, 1, rest)
    assert headings(window) == []


def test_three_orders(open_window: OpenWindow, rest: Rest) -> None:
    """By date, by title in pinyin order, and the most important first; the event stays chosen."""
    window = open_window("zh", mode="list", selected=METRO)
    rest(window)
    heads = {head.id: head for head in matching(window)}
    days = [heads[found].date.first_day for found in listed(window)]
    assert days == sorted(days)
    sort_by(window, 2, rest)
    ranks = [heads[found].importance for found in listed(window)]
    assert ranks == sorted(ranks, reverse=True)
    sort_by(window, 1, rest)
    titles = [heads[found].title for found in listed(window)]
    assert titles.index("地铁8号线一期开通") < titles.index("杭州设立钱塘区")
    assert current(window) == METRO


def test_a_click_chooses_and_what_is_chosen_elsewhere_is_shown(open_window: OpenWindow, rest: Rest) -> None:
    """The list and the timeline have one selection, which is in sight."""
    window = open_window("zh", mode="list", selected=METRO)
    rest(window)
    assert window.event_list is not None
    view = window.event_list.view
    assert current(window) == METRO
    sort_by(window, 1, rest)  # in which no heading comes between
    other = listed(window)[0]
    window.model.select(other)
    rest(window)
    assert current(window) == other
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))
    row = view.visualRect(view.currentIndex())
    below = row.translated(0, row.height()).center()
    QTest.mouseClick(window.windowHandle(), LEFT, pos=rectangle_in(window, view.viewport()).topLeft() + below)
    rest(window)
    assert window.model.state.selected == current(window) == listed(window)[1]


def test_keys_go_from_row_to_row(open_window: OpenWindow, rest: Rest) -> None:
    """Down chooses the next event, passing over headings, and End the last."""
    window = open_window("zh", mode="list", selected=METRO)
    rest(window)
    assert window.event_list is not None
    ids = listed(window)
    window.event_list.view.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_End)
    rest(window)
    assert window.model.state.selected == ids[-1]
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Up)
    rest(window)
    assert window.model.state.selected == ids[-2]

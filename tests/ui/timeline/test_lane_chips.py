"""The chips that count, in a window, which events began before the view and go on in it without a card."""

from typing import Any, Final

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event import Chronicle
from qtviewer.domain.event_query import EventQuery
from qtviewer.ui.look.link_button import LinkButton
from qtviewer.ui.timeline.lane_chips import LaneChip
from qtviewer.ui.window.main_window import MainWindow
from tests.store.samples import SAMPLE, SAMPLE_EVENTS, sample_event
from tests.ui.windows import OpenWindow, Rest, click, place_of, press

TWO_DAYS: Final[dict[str, Any]] = {"first": float(day_number(2021, 6, 20)), "last": float(day_number(2021, 6, 22))}
SEPTEMBER: Final[dict[str, Any]] = {"first": float(day_number(2021, 9, 4)), "last": float(day_number(2021, 9, 19))}
JUNE: Final = day_number(2021, 6, 1)
MIDDLE: Final = float(day_number(2021, 6, 21))
PERIODS: Final = {"2021-06": 3, "2021": 2, "202X": 1, "20XX": 2}
PERIOD_EVENTS: Final = [(date, at) for date, size in PERIODS.items() for at in range(size)]
ZH: Final = [
    "2021年6月，日期不详：3 条",
    "2021年，日期不详：2 条",
    "21世纪20年代，日期不详：1 条",
    "21世纪，日期不详：2 条",
]
EN: Final = [
    "June 2021, day unknown: 3",
    "2021, day unknown: 2",
    "2020s, day unknown: 1",
    "21st century, day unknown: 2",
]


def periods_and_a_crowd() -> Chronicle:
    """Milestones known by period only, and more festivals that go on for years than any window has rows for."""
    milestones = [sample_event(f"{date}-{at}".lower(), date, f"期{at}") for date, at in PERIOD_EVENTS]
    crowd = [sample_event(f"long-{at}", f"20{10 + at % 9}/2023", f"长{at}", category="festival") for at in range(40)]
    others = [
        sample_event("month-of-crowd", "2021-05", "上月", category="festival"),
        sample_event("over", "2020", "毕"),
    ]
    return SAMPLE._replace(events=(*milestones, *crowd, *others))


def texts(chips: list[LaneChip], category: str) -> list[str]:
    """What the chips of a lane say in full, from the top."""
    return [chip.full_text for chip in chips if chip.category == category]


def listed(window: MainWindow) -> list[str]:
    """The events that the detail pane lists, as they are named there."""
    links = [link for link in window.detail.findChildren(LinkButton) if type(link) is LinkButton]
    return [link.accessibleName().removeprefix("→ ") for link in links]


@pytest.mark.parametrize(("lang", "periods", "going_on"), [("zh", ZH, "另有 {} 条持续中"), ("en", EN, "+{} going on")])
def test_chips_tell_what_began_before_the_view(
    open_window: OpenWindow, rest: Rest, lang: str, periods: list[str], going_on: str
) -> None:
    """A chip for each period, the shortest first, and one for the events that have no room for a bar."""
    window = open_window(lang, size=(1600, 900), chronicle=periods_and_a_crowd(), **TWO_DAYS)
    rest(window)
    view = window.timeline
    bars = [card for card in view.scene().cards if card.card.category == "festival"]
    assert texts(view.chips(), "milestone") == periods
    assert 0 < len(bars) < 40
    assert texts(view.chips(), "festival") == [going_on.format(40 - len(bars))]


def test_a_click_on_a_chip_lists_what_it_counts(open_window: OpenWindow, rest: Rest) -> None:
    """In the detail pane are exactly the events of the chip: none more, none less, none that has a card."""
    window = open_window("zh", size=(1600, 900), chronicle=periods_and_a_crowd(), **TWO_DAYS)
    rest(window)
    names = {
        "2021年6月": ["期0", "期1", "期2"],
        "2021年": ["期0", "期1"],
        "21世纪20年代": ["期0"],
        "21世纪": ["期0", "期1"],
    }
    for at, (period, titles) in enumerate(names.items()):
        rest(window)
        chip = [chip for chip in window.timeline.chips() if chip.category == "milestone"][at]
        click(window.timeline.viewport(), place_of(window.timeline, chip.box))
        assert sorted(listed(window)) == [f"{period} · {title}" for title in titles]
    rest(window)
    (crowd,) = [chip for chip in window.timeline.chips() if chip.category == "festival"]
    seen = {head.title for card in window.timeline.scene().cards for head in card.card.heads}
    click(window.timeline.viewport(), place_of(window.timeline, crowd.box))
    assert len(listed(window)) == crowd.cluster.size
    assert {name.split(" · ", 1)[1] for name in listed(window)} == {f"长{at}" for at in range(40)} - seen


@pytest.mark.parametrize(("lang", "text"), [("zh", "日期不详：2 条"), ("en", "day unknown: 2")])
def test_what_was_on_one_unknown_day_does_not_go_on(open_window: OpenWindow, rest: Rest, lang: str, text: str) -> None:
    """It may be over or still to come, so it has a chip of its own, which lists it and nothing else."""
    within = [sample_event(f"within-{at}", f"[2021-0{at + 4}..2021-12]", f"间{at}") for at in range(2)]
    window = open_window(lang, size=(1600, 900), chronicle=SAMPLE._replace(events=tuple(within)), **SEPTEMBER)
    rest(window)
    (chip,) = window.timeline.chips()
    assert chip.text == text
    click(window.timeline.viewport(), place_of(window.timeline, chip.box))
    assert [head.id for head in window.model.events.cluster_heads(chip.cluster, 9)] == ["within-0", "within-1"]
    assert len(listed(window)) == 2


@pytest.mark.parametrize(("lang", "text", "texts_in_full"), [("zh", "另有 8 条", ZH), ("en", "+8 more", EN)])
def test_chips_without_room_below_each_other_are_one(
    open_window: OpenWindow, rest: Rest, lang: str, text: str, texts_in_full: list[str]
) -> None:
    """In a low window one chip counts what has no card, says it in full, and a click on it lists all of that."""
    window = open_window(lang, size=(800, 700), chronicle=periods_and_a_crowd(), **(TWO_DAYS | {"last": MIDDLE}))
    rest(window)
    view = window.timeline
    (chip,) = [chip for chip in view.chips() if chip.category == "milestone"]
    assert not any(card.card.category == "milestone" for card in view.scene().cards)
    assert (chip.text, chip.full_text.split("\n")) == (text, texts_in_full)
    click(view.viewport(), place_of(view, chip.box))
    heads = {head.id for head in window.model.events.cluster_heads(chip.cluster, 100)}
    assert heads == {f"{date}-{at}".lower() for date, at in PERIOD_EVENTS}
    assert window.model.state.cluster == chip.cluster


def test_a_low_lane_says_its_number_beside_its_chip(open_window: OpenWindow, rest: Rest) -> None:
    """Wherever name, number and chip have room beside each other; else the number is left out, not the name."""
    window = open_window("zh", size=(1440, 900), query=EventQuery(first_day=JUNE, last_day=JUNE + 29))
    rest(window)
    labels = [label for label in window.timeline.lane_labels() if label.chips and not label.lane.counts.label_lines]
    low = [label for label in labels if label.lane.height < 40]
    assert len(low) > 3
    for label in low:
        assert label.event_count is not None
        assert label.event_count.text == label.texts.short_count
        assert label.name.box.right < label.event_count.box.x
        assert label.event_count.box.right < label.chips[0].box.x


def test_space_lists_what_one_chip_after_the_other_counts(open_window: OpenWindow, rest: Rest) -> None:
    """From the top to the last, and then from the first again; the chip whose events are listed is marked."""
    window = open_window("zh", size=(1600, 900), chronicle=periods_and_a_crowd(), **TWO_DAYS)
    rest(window)
    expected = [chip.cluster for chip in window.timeline.chips()]
    assert len(expected) == 5
    for cluster in (*expected, expected[0]):
        press(window, Qt.Key.Key_Space)
        rest(window)
        assert window.model.state.cluster == cluster
        assert len(listed(window)) == cluster.size
        assert [chip.cluster for chip in window.timeline.chips() if chip.is_listed] == [cluster]


def test_space_without_chips_does_nothing(open_window: OpenWindow, rest: Rest) -> None:
    """The selected event stays selected."""
    window = open_window(size=(1600, 900), selected="metro-opens", chronicle=SAMPLE._replace(events=SAMPLE_EVENTS[:1]))
    rest(window)
    press(window, Qt.Key.Key_Space)
    assert (window.timeline.chips(), window.model.state.cluster) == ([], None)


@pytest.mark.parametrize("days", [1, 9, 60, 400, 3000])
def test_every_chip_of_the_shipped_store_lists_as_many_events_as_it_says(
    open_window: OpenWindow, rest: Rest, days: int
) -> None:
    """At every magnification the number is that of the list, and no chip is cut by the view."""
    first = float(day_number(2021, 9, 4))
    window = open_window("en", size=(1280, 900), first=first, last=first + days)
    rest(window)
    chips = window.timeline.chips()
    assert chips
    for chip in chips:
        heads = window.model.events.cluster_heads(chip.cluster, 10_000)
        assert len(heads) == chip.cluster.size
        assert all(head.date.first_day < first <= head.date.last_day for head in heads)
        assert chip.box.right <= window.timeline.scene().viewport.scale.width


def test_chips_stand_at_the_name_of_their_lane(open_window: OpenWindow, rest: Rest) -> None:
    """A chip covers no card, no other chip, and stays in its lane."""
    window = open_window("en", size=(1280, 900), **SEPTEMBER)
    rest(window)
    scene, chips = window.timeline.scene(), window.timeline.chips()
    lanes = {lane.category: lane for lane in scene.lanes}
    for at, chip in enumerate(chips):
        assert not any(chip.box.overlaps(card.box) for card in scene.cards)
        assert not any(chip.box.overlaps(other.box) for other in chips[:at])
        assert lanes[chip.category].top <= chip.box.y
        assert chip.box.bottom <= lanes[chip.category].bottom


def test_the_cursor_shows_that_a_chip_can_be_clicked(open_window: OpenWindow, rest: Rest) -> None:
    """Over a chip it is a hand, beside it an arrow."""
    window = open_window("zh", size=(1600, 900), chronicle=periods_and_a_crowd(), **TWO_DAYS)
    rest(window)
    view, canvas = window.timeline, window.timeline.viewport()
    last = [chip for chip in view.chips() if chip.category == "milestone"][-1]
    over = canvas.mapTo(window, place_of(view, last.box))
    beside = over + QPoint(round(last.box.width), 0)
    for place, shape in ((over, Qt.CursorShape.PointingHandCursor), (beside, Qt.CursorShape.ArrowCursor)):
        QTest.mouseMove(window.windowHandle(), place)
        assert canvas.cursor().shape() is shape


def test_a_view_with_nothing_but_chips_is_not_called_empty(open_window: OpenWindow, rest: Rest) -> None:
    """Where events are counted in view, no hint says that nothing is in view."""
    chronicle = SAMPLE._replace(
        events=(sample_event("month", "2021-06", "月"), sample_event("far", "1990-01-01", "远"))
    )
    window = open_window("zh", chronicle=chronicle, **TWO_DAYS)
    rest(window)
    assert not window.timeline.scene().cards
    assert texts(window.timeline.chips(), "milestone") == ["2021年6月，日期不详：1 条"]
    assert not window.timeline.hint.isVisible()


def test_a_screen_reader_finds_chips_in_their_lanes(open_window: OpenWindow, rest: Rest) -> None:
    """A chip is an item of the list where it is painted, named by its text and lane; pressing it lists its events."""
    window = open_window("en", size=(1600, 900), chronicle=periods_and_a_crowd(), **TWO_DAYS)
    rest(window)
    view, seen = window.timeline, QAccessible.queryAccessibleInterface(window.timeline)
    items = [seen.child(at) for at in range(seen.childCount())]
    names = [item.text(QAccessible.Text.Name) for item in items]
    assert names[: len(EN)] == [f"{text}, Milestones" for text in EN]
    assert len(items) == len(view.scene().cards) + len(view.chips())
    item, chip = items[1], view.chips()[1]
    middle = view.viewport().mapToGlobal(place_of(view, chip.box))
    assert item.role() is QAccessible.Role.ListItem
    assert seen.childAt(middle.x(), middle.y()) is item
    item.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert window.model.state.cluster == chip.cluster
    assert sorted(listed(window)) == ["2021 · 2021-0", "2021 · 2021-1"]
    rest(window)
    states = [seen.child(at).state().selected for at in range(seen.childCount())]
    assert [bool(selected) for selected in states[: len(EN)]] == [False, True, False, False]
    assert not any(states[len(EN) :])

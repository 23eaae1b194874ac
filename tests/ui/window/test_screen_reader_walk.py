"""The whole window as a screen reader meets it: from its root down, in both languages, and what is said meanwhile."""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import name_in_language
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.facet_labels import facet_title, value_label
from qtviewer.domain.source import EventHead
from qtviewer.ui.window.main_window import MainWindow
from tests.ui.windows import OpenWindow, Rest, matching, press, settle

ROLE, NAME = QAccessible.Role, QAccessible.Text.Name
SUMMER: Final[dict[str, Any]] = {"first": float(day_number(2021, 6, 1)), "last": float(day_number(2021, 9, 30))}
HELD: Final = {ROLE.Button, ROLE.CheckBox, ROLE.EditableText, ROLE.ComboBox, ROLE.Slider, ROLE.List, ROLE.ListItem,
               ROLE.RadioButton, ROLE.SpinBox, ROLE.ButtonMenu, ROLE.MenuItem, ROLE.Link, ROLE.Table}  # fmt: skip
WORDS: Final = {
    "zh": {"metro": "地铁", "place": "第 {} 条，共 {} 条", "timeline": "时间轴", "list": "事件列表", "none": "没有",
           "remove": "去掉"},
    "en": {"metro": "metro", "place": "{} of {}", "timeline": "Timeline", "list": "List of events", "none": "No event",
           "remove": "Remove the filter: "},
}  # fmt: skip
HAN: Final = re.compile("[一-鿿]")


@pytest.fixture(autouse=True)
def _listening() -> Iterator[None]:
    """A screen reader is there from the start."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def walk(at: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """A part and all that is visible in it, as a screen reader goes through it."""
    if at.state().invisible:
        return
    yield at
    for number in range(at.childCount()):
        part = at.child(number)
        assert part is not None
        if not part.state().invisible:
            assert at.indexOfChild(part) == number
        yield from walk(part)


def parts_of(window: MainWindow, role: QAccessible.Role) -> dict[str, QAccessibleInterface]:
    """The parts of a window with a role, by their names."""
    found = walk(QAccessible.queryAccessibleInterface(window))
    return {part.text(NAME): part for part in found if part.role() is role}


def do(part: QAccessibleInterface, action: str = "Press") -> None:
    """Do what a screen reader offers."""
    assert action in part.actionInterface().actionNames()
    part.actionInterface().doAction(action)


def check_names(window: MainWindow) -> None:
    """Whatever can be used or chosen has a name in the window's language, and no markup is read aloud."""
    root = QAccessible.queryAccessibleInterface(window)
    assert (root.role(), root.text(NAME)) == (ROLE.Window, window.windowTitle())
    for part in walk(root):
        name, said = part.text(NAME), part.text(QAccessible.Text.Description)
        assert part.role() is not ROLE.NoRole
        if part.role() in HELD:
            assert name.strip()
            assert bool(HAN.search(name)) is (window.model.state.lang == "zh"), name
        assert "<p>" not in said


def name_of(window: MainWindow, head: EventHead) -> str:
    """Title, date and category of an event."""
    lang = window.model.state.lang
    category = name_in_language(window.model.source.vocabulary.categories[head.category].names, lang)
    return f"{head.title}, {date_label(head.date, lang)}, {category}"


def check_timeline(window: MainWindow) -> None:
    """Each event in view is an entry in its place, and can be chosen."""
    timeline = parts_of(window, ROLE.List)[WORDS[window.model.state.lang]["timeline"]]
    entries = {entry.text(NAME): entry for entry in walk(timeline) if entry.role() is ROLE.ListItem}
    seen = [card for card in window.timeline.scene().cards if not card.card.is_cluster]
    assert len(seen) > 3
    for card in seen:
        entry, (head,) = entries[name_of(window, card.card.heads[0])], card.card.heads
        assert not entry.rect().isEmpty()
        assert timeline.rect().contains(entry.rect())
        assert bool(entry.state().selected) is (window.model.state.selected == head.id)
    head = next(card.card.heads[0] for card in seen if card.card.heads[0].id != window.model.state.selected)
    entry = entries[name_of(window, head)]
    do(entry)
    assert window.model.state.selected == head.id
    assert entry.state().selected
    assert head.title in parts_of(window, ROLE.StaticText)  # the pane tells it


def check_arrow(window: MainWindow, spoken: list[str], qtbot: QtBot) -> None:
    """An arrow key gives another entry the focus, which is told."""
    window.timeline.setFocus()
    spoken.clear()
    press(window, Qt.Key.Key_Right)
    head = window.model.events.head(window.model.state.selected)
    assert head is not None
    qtbot.waitUntil(lambda: any(words.startswith(head.title) for words in spoken))
    focused = QAccessible.queryAccessibleInterface(window.timeline).focusChild()
    assert focused is not None
    assert focused.state().focused  # the card of the event, or of the cluster that it is in


def check_hits(window: MainWindow, spoken: list[str], qtbot: QtBot) -> None:
    """From hit to hit, the title and which of them it is are told, and stand above the events."""
    said = WORDS[window.model.state.lang]
    window.header.search_field.setFocus()
    window.header.search_field.setText(said["metro"])
    spoken.clear()
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.model.state.query.search) and not window.model.is_searching)
    place = said["place"].format(window.model.events.hit_number(), window.model.total)
    head = window.model.events.head(window.model.state.selected)
    assert head is not None
    assert window.model.events.hit_number() is not None
    qtbot.waitUntil(lambda: f"{name_of(window, head)}, {place}" in spoken)
    assert place in parts_of(window, ROLE.StaticText)
    (chip,) = (part for name, part in parts_of(window, ROLE.Button).items() if name.startswith(said["remove"]))
    assert said["metro"] in chip.text(NAME)
    do(chip)
    qtbot.waitUntil(lambda: not window.model.state.query.search)


def check_facets(window: MainWindow, qtbot: QtBot) -> None:
    """Facets are groups with names, whose values tell their counts and whether they are chosen."""
    model, lang = window.model, window.model.state.lang
    window.filters.set_panel_open(True)
    qtbot.waitUntil(lambda: not window.filters.is_busy)
    groups, counts = parts_of(window, ROLE.Grouping), model.source.facets(model.state.query)
    for facet, values in counts.items():
        title = facet_title(facet, lang)
        if values:
            group = groups[title[:1].upper() + title[1:]]
            told = [box.text(NAME) for box in walk(group) if box.role() is ROLE.CheckBox]
            words = {value_label(facet, value, model.source.vocabulary, lang): values[value] for value in values}
            assert told
            assert {(name, int(count)) for name, _, count in (each.rpartition(": ") for each in told)} <= words.items()
    title = facet_title("status", lang)
    box = next(each for each in walk(groups[title[:1].upper() + title[1:]]) if each.role() is ROLE.CheckBox)
    assert not box.state().checked
    do(box)
    qtbot.waitUntil(lambda: model.state.query.statuses is not None and not window.filters.is_busy)
    assert box.state().checked
    window.filters.set_panel_open(False)


def check_list(window: MainWindow, qtbot: QtBot) -> None:
    """The list has the same events under the same names, the chosen one marked."""
    window.model.search(WORDS[window.model.state.lang]["metro"])  # few enough to be in view together
    window.model.change(mode="list")
    settle()
    qtbot.waitUntil(lambda: not window.is_busy)
    entries = walk(parts_of(window, ROLE.List)[WORDS[window.model.state.lang]["list"]])
    names = {entry.text(NAME): entry for entry in entries if entry.role() is ROLE.ListItem}
    assert {name_of(window, head) for head in matching(window)} <= set(names)
    head = window.model.events.head(window.model.state.selected)
    assert head is not None
    assert names[name_of(window, head)].state().selected
    check_names(window)
    window.model.change(mode="timeline")


def check_nothing(window: MainWindow, spoken: list[str], qtbot: QtBot, rest: Rest) -> None:
    """Where nothing is, that and the way on are told, and stand in the timeline's own list."""
    said, timeline = WORDS[window.model.state.lang], QAccessible.queryAccessibleInterface(window.timeline)
    window.model.request(EventQuery())
    window.model.set_visible_range(float(day_number(1950)), float(day_number(1950, 2)))
    rest(window)
    (hint,) = (part for part in walk(timeline) if part.role() is ROLE.Button)
    assert hint.parent() is not None
    qtbot.waitUntil(lambda: any(words.endswith(hint.text(NAME)) for words in spoken))
    window.model.select("")
    do(hint)
    qtbot.waitUntil(lambda: bool(window.model.state.selected))
    rest(window)
    assert not any(part.role() is ROLE.Button for part in walk(timeline))
    spoken.clear()
    window.model.search("xyzzy")
    rest(window)
    qtbot.waitUntil(lambda: any(said["none"] in words for words in spoken))
    assert any(said["none"] in part.text(NAME) for part in walk(timeline))
    assert any(said["none"] in name for name in parts_of(window, ROLE.StaticText))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_screen_reader_gets_everywhere(open_window: OpenWindow, rest: Rest, qtbot: QtBot, lang: str) -> None:
    """All that can be seen and done is there by role, name and action, and every change is told."""
    window = open_window(lang, size=(1920, 1080), **SUMMER)
    rest(window)
    spoken: list[str] = []
    window.announcer.spoken.connect(spoken.append)
    steps: tuple[Callable[[], None], ...] = (
        lambda: check_timeline(window),
        lambda: check_arrow(window, spoken, qtbot),
        lambda: check_hits(window, spoken, qtbot),
        lambda: check_facets(window, qtbot),
        lambda: check_list(window, qtbot),
        lambda: check_nothing(window, spoken, qtbot, rest),
    )
    check_names(window)
    for step in steps:
        step()
        rest(window)
        check_names(window)
    assert parts_of(window, ROLE.Slider)

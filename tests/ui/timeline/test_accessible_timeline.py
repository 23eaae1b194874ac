"""The timeline and the overview as a screen reader meets them."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from pytestqt.qtbot import QtBot

from qtviewer.app.window import make_window
from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from qtviewer.ui.window.main_window import MainWindow
from tests.programs import in_process_of_its_own
from tests.ui.windows import OpenWindow, Rest, press, settle

NAME, VALUE = QAccessible.Text.Name, QAccessible.Text.Value
SUMMER: Final[dict[str, Any]] = {"first": float(day_number(2021, 6, 1)), "last": float(day_number(2021, 9, 30))}


@pytest.fixture
def _listening() -> Iterator[None]:
    """A screen reader is there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def list_of(window: MainWindow) -> QAccessibleInterface:
    """The timeline as a screen reader sees it."""
    return QAccessible.queryAccessibleInterface(window.timeline)


def cards_of(window: MainWindow) -> list[QAccessibleInterface]:
    """The cards that a screen reader sees."""
    seen = list_of(window)
    return [seen.child(at) for at in range(seen.childCount())]


def card_named(window: MainWindow, start: str) -> QAccessibleInterface:
    """The card whose name begins so."""
    return next(card for card in cards_of(window) if card.text(NAME).startswith(start))


def test_the_timeline_is_a_list_of_what_is_in_view(open_window: OpenWindow, rest: Rest) -> None:
    """Each era with its date, each card with title, date and category, or the number of events of a cluster."""
    window = open_window("en", size=(1920, 1080), **SUMMER)
    rest(window)
    seen, scene, chips = list_of(window), window.timeline.scene(), window.timeline.chips()
    assert (seen.role(), seen.text(NAME)) == (QAccessible.Role.List, "Timeline")
    assert seen.childCount() == 1 + len(scene.cards) + len(chips)
    assert cards_of(window)[0].text(NAME) == "14th Five-Year Plan, 2021–2025, era"
    assert len(scene.cards) > 10
    names = [card.text(NAME) for card in cards_of(window)]
    begins = [
        f"{card.card.size} event" if card.card.is_cluster else f"{card.card.heads[0].title}, " for card in scene.cards
    ]
    lines = [chip.full_text.replace("\n", ", ") for chip in chips]
    for begin in (*begins, *(f"{line}, " for line in lines)):
        assert any(name.startswith(begin) for name in names)
    assert all(card.role() is QAccessible.Role.ListItem for card in cards_of(window))


def test_a_card_is_where_it_is_painted(open_window: OpenWindow, rest: Rest) -> None:
    """The card found at the middle of its place on the screen is that card, and knows list and number."""
    window = open_window(size=(1920, 1080), **SUMMER)
    rest(window)
    seen = list_of(window)
    for at, card in enumerate(cards_of(window)):
        middle = card.rect().center()
        assert seen.childAt(middle.x(), middle.y()) is card
        assert seen.indexOfChild(card) == at
        assert card.parent() is seen
        assert card.isValid()
        assert card.childCount() == 0


def test_pressing_a_card_reads_its_event_and_pressing_a_cluster_lists_it(open_window: OpenWindow, rest: Rest) -> None:
    """The action of a card does what a click does, and the card is selected then."""
    window = open_window(size=(1280, 620), text_size=160, **SUMMER)
    rest(window)
    scene = window.timeline.scene().cards
    for is_cluster in (False, True):
        at = next(at for at, card in enumerate(scene) if card.card.is_cluster is is_cluster)
        card = cards_of(window)[at]  # so low a window has no rows of eras
        action = card.actionInterface()
        assert action.actionNames() == [QAccessibleActionInterface.pressAction()]
        action.doAction(QAccessibleActionInterface.pressAction())
        state = window.model.state
        assert (state.cluster is not None) is is_cluster
        assert is_cluster or state.selected == scene[at].card.heads[0].id
        assert card.state().selected
        assert card.state().focused


def test_pressing_an_era_shows_all_of_it(open_window: OpenWindow, rest: Rest) -> None:
    """As a click does; it is where it is painted, and no event is chosen by it."""
    window = open_window("en", size=(1920, 1080), **SUMMER)
    rest(window)
    era, selected = cards_of(window)[0], window.model.state.selected
    assert era.rect().height() == 20
    assert not era.state().selected
    era.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    rest(window)
    state = window.model.state
    assert state.first < day_number(2021) < day_number(2026) < state.last
    assert state.selected == selected


@pytest.mark.usefixtures("_listening")
def test_a_screen_reader_hears_of_another_selection_and_view(open_window: OpenWindow, rest: Rest, qtbot: QtBot) -> None:
    """After an arrow key the words of the chosen card, after a movement what is in view."""
    window = open_window("en", size=(1920, 1080), **SUMMER)
    rest(window)
    spoken: list[str] = []
    window.announcer.spoken.connect(spoken.append)
    window.timeline.setFocus()
    press(window, Qt.Key.Key_Right)
    head = window.model.events.head(window.model.state.selected)
    assert head is not None
    qtbot.waitUntil(lambda: any(words.startswith(head.title) for words in spoken))
    spoken.clear()
    window.model.set_visible_range(float(day_number(2021, 2, 1)), float(day_number(2021, 5, 31)))
    told = "events, February 2021 to May 2021. Eras: 14th Five-Year Plan"
    qtbot.waitUntil(lambda: any(told in words for words in spoken))


@pytest.mark.usefixtures("_listening")
def test_a_screen_reader_may_hold_cards_as_long_as_it_likes(shipped: StoreReader, qtbot: QtBot) -> None:
    """Cards held while the view changes many times, and after the window is gone, answer and end nothing."""
    held: list[QAccessibleInterface] = []
    for lang in ("zh", "en"):
        window = make_window(shipped, EventQuery(), {"lang": lang, **SUMMER})
        with qtbot.waitSignal(window.model.lunar_calendar_loaded):
            window.show()
        for step in range(60):
            window.model.set_visible_range(
                float(day_number(1990 + step % 33)), float(day_number(1991 + step % 33 + step % 3))
            )
            if step % 20 == 7:
                window.model.search("地铁" if step % 40 == 7 else "")
            cards = cards_of(window)
            held += cards[::3]
            for card in cards:
                assert card.text(NAME)
                QAccessible.uniqueId(card)
            if step % 10 == 0:
                gc.collect()
            settle()
        window.close()
        shiboken6.delete(window)
        gc.collect()
        for card in held:
            card.text(NAME), card.rect(), card.state(), card.isValid()
    assert len({id(card) for card in held}) < len(held)


def test_the_overview_is_a_slider_that_the_keyboard_moves(open_window: OpenWindow) -> None:
    """Arrows move the stretch in view, plus and minus resize it, and its value is told in words."""
    window = open_window("en", **SUMMER)
    slider = QAccessible.queryAccessibleInterface(window.overview)
    assert (slider.role(), slider.text(VALUE)) == (QAccessible.Role.Slider, "June 2021 to September 2021")
    assert slider.text(NAME) == "Overview of all times"
    window.overview.setFocus()
    before = window.model.state
    press(window, Qt.Key.Key_Right)
    after = window.model.state
    assert after.first - before.first == pytest.approx((before.last - before.first) / 10)
    assert after.last - after.first == pytest.approx(before.last - before.first)
    press(window, Qt.Key.Key_Plus)
    assert window.model.state.last - window.model.state.first < after.last - after.first
    press(window, Qt.Key.Key_Minus, Qt.Key.Key_Home)
    assert window.model.state.first == pytest.approx(window.timeline.scale().left)
    assert window.model.state.first < before.first


def test_every_item_answers_for_every_interface() -> None:
    """No question ends the program: an item that lacks an interface answers with a null pointer."""
    asked = in_process_of_its_own(Path(__file__).with_name("item_interfaces.py"), "offscreen")
    items, interfaces = map(int, asked.split())
    assert items > 100
    assert interfaces > 5

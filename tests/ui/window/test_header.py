"""The bar at the top: stretches to jump to, zoom, search, language and help, all at run time."""

import re
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from qtviewer.ui.timeline.spring_festival import spring_festival_range
from qtviewer.ui.window.help_sheet import HelpSheet
from qtviewer.ui.window.main_window import MainWindow
from tests.store.samples import SAMPLE, sample_event
from tests.ui.slow_source import Slow
from tests.ui.windows import OpenWindow, Rest, click, matching, press, settle, words_of

HAN = re.compile(r"[\u4e00-\u9fff]")
NAMES = {
    "zh": {"all": "全部", "festival": "春节", "today": "今天", "language": "EN"},
    "en": {"all": "All", "festival": "Spring Festival", "today": "Today", "language": "中文"},
}


def button(window: MainWindow, text: str) -> QPushButton:
    """The button of the header with a text."""
    return next(found for found in window.header.findChildren(QPushButton) if found.text() == text)


def type_text(window: MainWindow, text: str) -> None:
    """Type into whatever has the focus."""
    for character in text:
        QTest.keyClick(window.windowHandle(), Qt.Key(ord(character.upper())))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_buttons_jump_to_all_to_the_year_and_to_the_festival(
    open_window: OpenWindow, rest: Rest, lang: str
) -> None:
    """Each shows its stretch of time whole, and not much more."""
    window = open_window(lang)
    extent = window.model.source.extent(window.model.state.query)
    assert extent is not None
    for text, first, last in (
        (NAMES[lang]["all"], extent[0], extent[1] + 1),
        ("2021", day_number(2021), day_number(2022)),
        (NAMES[lang]["festival"], *spring_festival_range(2022)),
    ):
        click(button(window, text))
        rest(window)
        scale = window.timeline.scale()
        assert scale.left <= first < last <= scale.right
        assert scale.days <= (last - first) * 1.3


def test_all_is_what_is_known(open_window: OpenWindow, rest: Rest) -> None:
    """From the first known day to the last, thousands of years apart; events without an end or a beginning add none."""
    for dates, first, last in (
        (("-9999", "2021-06-28", "2019/..", "../2018"), day_number(-9999), day_number(2021, 6, 29)),
        (("2020-01-02", "2019/..", "../2018"), day_number(2018, 12, 31), day_number(2020, 1, 3)),
    ):
        events = tuple(sample_event(f"event-{at}", date, "题") for at, date in enumerate(dates))
        window = open_window("en", chronicle=SAMPLE._replace(events=events))
        click(button(window, "All"))
        rest(window)
        scale = window.timeline.scale()
        assert scale.left <= first < last <= scale.right
        assert scale.days <= (last - first) * 1.3


def test_plus_and_minus_magnify_around_the_middle(open_window: OpenWindow, rest: Rest) -> None:
    """A click on plus and one on minus lead back to where it was."""
    window = open_window()
    before = window.timeline.scale()
    click(button(window, "+"))
    rest(window)
    assert window.timeline.scale().days == pytest.approx(before.days / 1.5)
    assert window.timeline.scale().centre == pytest.approx(before.centre)
    click(button(window, "−"))
    rest(window)
    assert window.timeline.scale().days == pytest.approx(before.days)


@pytest.mark.parametrize("first", ["zh", "en"])
def test_after_a_switch_the_window_reads_as_one_opened_in_that_language(open_window: OpenWindow, first: str) -> None:
    """No text, tip, placeholder or name of any widget is left of the other language; back again all is as before."""
    second = "en" if first == "zh" else "zh"
    window, other = open_window(first), open_window(second)
    before = words_of(window)
    for lang, wanted in ((second, words_of(other)), (first, before)):
        click(button(window, NAMES[window.model.state.lang]["language"]))
        settle()
        assert window.model.state.lang == lang
        assert words_of(window) == wanted


def test_an_english_window_has_no_chinese_but_the_way_back_and_the_source(open_window: OpenWindow) -> None:
    """Only the button to Chinese and the heading in the source, which is quoted, are in Chinese."""
    words = {word for word in words_of(open_window("en")) if HAN.search(word)}
    assert {word for word in words if not word.startswith("Source: ")} == {"中文"}


def test_the_question_mark_shows_keys_and_gestures(open_window: OpenWindow) -> None:
    """Who knows no key finds them by the mouse."""
    window = open_window("en")
    click(button(window, "?"))
    (sheet,) = window.findChildren(HelpSheet)
    assert sheet.isVisible()
    sheet.close()


def test_the_search_runs_after_a_pause(open_window: OpenWindow, qtbot: QtBot) -> None:
    """A key alone searches nothing; when no more follow, the events do."""
    window = open_window("en")
    press(window, Qt.Key.Key_Slash)
    asked: list[str] = []
    window.model.query_changed.connect(lambda: asked.append(window.model.state.query.search))
    type_text(window, "m")
    assert asked == []
    type_text(window, "etro")
    qtbot.waitUntil(lambda: asked[-1:] == ["metro"])
    assert 0 < len(matching(window)) < window.model.source.count(window.model.state.query._replace(search=""))


def test_enter_searches_at_once_and_only_once(open_window: OpenWindow, rest: Rest) -> None:
    """Enter does not wait for the pause, and the pause afterwards does not search again."""
    window = open_window("en")
    asked: list[str] = []
    window.model.query_changed.connect(lambda: asked.append(window.model.state.query.search))
    press(window, Qt.Key.Key_Slash)
    type_text(window, "8")
    press(window, Qt.Key.Key_Return)
    rest(window)
    assert asked == ["8"]
    click(button(window, "All"))
    rest(window)  # which takes longer than the pause after a key
    assert asked == ["8"]


def test_slash_leads_to_the_search_field_and_escape_back(open_window: OpenWindow, rest: Rest) -> None:
    """In the field a slash is a character; Escape clears what was typed, and leads back to the timeline."""
    window = open_window("en")
    assert window.timeline.hasFocus()
    press(window, Qt.Key.Key_Slash)
    assert window.header.search_field.hasFocus()
    assert window.header.search_field.text() == ""
    type_text(window, "a/b")
    press(window, Qt.Key.Key_Return)
    rest(window)
    assert window.model.state.query.search == "a/b"
    press(window, Qt.Key.Key_Escape)
    assert window.header.search_field.text() == ""
    assert window.timeline.hasFocus()
    rest(window)
    assert window.model.state.query.search == ""


def test_escape_in_an_empty_field_leads_back_and_keeps_the_event(open_window: OpenWindow) -> None:
    """Who only looked into the search field finds the timeline, and Ctrl+F leads there as the slash does."""
    window = open_window("en")
    state = window.model.state
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.header.search_field.hasFocus()
    press(window, Qt.Key.Key_Escape)
    assert window.timeline.hasFocus()
    assert window.model.state == state
    assert state.selected


def test_a_text_that_was_there_is_replaced_by_typing(open_window: OpenWindow) -> None:
    """The slash selects what stands in the field, so that the next word takes its place."""
    window = open_window("en")
    window.model.search("metro")
    assert window.header.search_field.text() == "metro"
    press(window, Qt.Key.Key_Slash)
    type_text(window, "bridge")
    assert window.header.search_field.text() == "bridge"


def test_arrows_in_the_search_field_move_in_the_text(open_window: OpenWindow) -> None:
    """Keys of the timeline do not reach it while something is typed."""
    window = open_window("en")
    state = window.model.state
    press(window, Qt.Key.Key_Slash)
    type_text(window, "+-")
    press(window, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Right)
    assert window.model.state == state
    assert window.header.search_field.text() == "+-"


def test_a_click_on_a_button_leaves_the_keyboard_to_the_timeline(open_window: OpenWindow) -> None:
    """After a click in the header the arrow keys still go from event to event; Tab reaches the buttons, too."""
    window = open_window("zh")
    click(button(window, "2021"))
    assert window.timeline.hasFocus()
    assert all(found.focusPolicy() & Qt.FocusPolicy.TabFocus for found in window.header.findChildren(QPushButton))


def test_every_button_says_what_it_does(open_window: OpenWindow) -> None:
    """Tips and names explain the short texts, in the language of the window."""
    for lang in ("zh", "en"):
        for found in open_window(lang).header.findChildren(QPushButton):
            assert found.toolTip() == found.accessibleName() != ""
            assert bool(HAN.search(found.toolTip())) == (lang == "zh")


def test_a_store_without_events_has_no_year_to_jump_to(open_window: OpenWindow, sample: StoreReader) -> None:
    """The year with most events is offered where there is one; the other jumps do no harm."""
    assert button(open_window(source=sample), "2021").isVisible()
    window = open_window(chronicle=SAMPLE._replace(events=()))
    assert not button(window, "").isVisible()
    click(button(window, "全部"))
    click(button(window, "春节"))
    assert window.timeline.scale().days > 0


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_today_brings_today_into_the_middle(open_window: OpenWindow, rest: Rest, lang: str) -> None:
    """At the magnification that was there; where nothing happens then, the nearest event is offered."""
    today = day_number(2031, 6, 28)
    window = open_window(lang, query=EventQuery(today=today))
    before = window.timeline.scale()
    click(button(window, NAMES[lang]["today"]))
    rest(window)
    scale = window.timeline.scale()
    assert int(scale.centre) == today
    assert scale.days == pytest.approx(before.days)


def test_an_answer_does_not_overwrite_what_is_typed_meanwhile(
    open_window: OpenWindow, qtbot: QtBot, rest: Rest, shipped: StoreReader
) -> None:
    """While a search is under way the next word can be typed, and is searched next."""
    slow: Any = Slow(shipped)
    window = open_window("en", source=slow)
    press(window, Qt.Key.Key_Slash)
    type_text(window, "me")
    press(window, Qt.Key.Key_Return)
    type_text(window, "tro")
    slow.may_end["me"].set()
    qtbot.waitUntil(lambda: "me" in slow.unwanted)
    assert window.header.search_field.text() == "metro"
    slow.may_end["metro"].set()
    qtbot.waitUntil(lambda: window.model.state.query.search == "metro")
    rest(window)
    assert window.header.search_field.text() == "metro"
    assert window.model.total == shipped.count(EventQuery(search="metro"))


@pytest.mark.parametrize("search", ["", "xyzzy"])
def test_the_year_with_most_events_is_that_of_the_store(open_window: OpenWindow, search: str) -> None:
    """A window that opens with a search for what is nowhere has the button, too, for when the search is gone."""
    window = open_window("en", query=EventQuery(search=search))
    assert button(window, "2021").isVisible()


@pytest.mark.parametrize(("lang", "year"), [("zh", "公元前44年"), ("en", "44 BCE")])
def test_a_year_before_our_era_says_so(open_window: OpenWindow, lang: str, year: str) -> None:
    """The button has the year as people write it, not its astronomical number."""
    window = open_window(lang, chronicle=SAMPLE._replace(events=(sample_event("ides", "-0043-03-15", "刺杀"),)))
    assert button(window, year).isVisible()

"""Filtering in the window: the panel with its counts, the chips, and what to do where nothing matches."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from qtviewer.domain.event import Chronicle
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.facets import with_only_value, with_value_toggled
from qtviewer.domain.query.periods import days_of_period, with_days
from qtviewer.domain.query.query_labels import query_label
from qtviewer.domain.source import Facet
from qtviewer.resources import shipped_store_path
from qtviewer.store.reader import StoreReader
from qtviewer.ui.filters.facet_check_box import FacetCheckBox
from qtviewer.ui.filters.facet_panel import FacetPanel
from qtviewer.ui.filters.query_bar import QueryBar
from qtviewer.ui.look.theme import THEMES
from qtviewer.ui.window.main_window import MainWindow
from tests.store.samples import SAMPLE
from tests.store.stores import temporary_store
from tests.ui.window.test_main_window import cut_texts, leaving_their_parent, overlapping
from tests.ui.windows import OpenWindow, chip_of, click, press, settle, words_of

LARGE = (1920, 1080)
NOTHING = EventQuery(categories=frozenset({"outreach"}), search="地铁", min_importance=5)
WORKED = with_days(EventQuery(categories=frozenset({"milestone"}), search="地铁"), days_of_period("2021-06"))


StoreOf = Callable[[Chronicle], StoreReader]


@pytest.fixture
def store_of() -> Iterator[StoreOf]:
    """Opens chronicles as stores, until the windows on them are closed."""
    with ExitStack() as stack:
        yield lambda chronicle: stack.enter_context(temporary_store(chronicle))


def opened_panel(window: MainWindow, qtbot: QtBot) -> FacetPanel:
    """The panel, opened by its button, with its counts."""
    click(window.filters.panel_button)
    panel = window.filters.panel
    assert panel is not None
    qtbot.waitUntil(lambda: not window.filters.is_busy)
    return panel


def bar_of(window: MainWindow) -> QueryBar:
    """The bar that shows what is filtered."""
    assert window.filters.query_bar is not None
    return window.filters.query_bar


def check_of(panel: FacetPanel, facet: Facet, value: str) -> FacetCheckBox:
    """The check box of a value, scrolled into view."""
    settle()
    check = panel.groups[facet].check_boxes[value]
    panel.scroll_area.ensureWidgetVisible(check)
    settle()
    return check


def counts_in(panel: FacetPanel) -> dict[Facet, dict[str, int]]:
    """The counts that the panel says, by facet and value."""
    return {
        facet: {value: int(check.accessibleName().rpartition(" ")[2]) for value, check in group.check_boxes.items()}
        for facet, group in panel.groups.items()
    }


def test_the_panel_counts_every_facet(open_window: OpenWindow, qtbot: QtBot, shipped: StoreReader) -> None:
    """The most frequent values of each stand there, with as many events as they would show."""
    panel = opened_panel(open_window("en"), qtbot)
    facets = shipped.facets(EventQuery())
    for facet, counts in counts_in(panel).items():
        assert panel.groups[facet].isVisible() == bool(counts)
        assert counts.items() <= facets[facet].items()
        most = max((total for value, total in facets[facet].items() if value not in counts), default=0)
        assert min(counts.values(), default=0) >= most or facet in ("importance", "month")


@pytest.mark.parametrize(
    ("facet", "value"),
    [("category", "milestone"), ("place", "hangzhou"), ("year", "2021"), ("importance", "5"), ("precision", "month")],
)
def test_a_click_filters_and_another_one_takes_it_back(
    open_window: OpenWindow, qtbot: QtBot, facet: Facet, value: str, shipped: StoreReader
) -> None:
    """The window shows as many events as the box said; the bar and the box say so."""
    window = open_window("en")
    panel = opened_panel(window, qtbot)
    check = check_of(panel, facet, value)
    said = counts_in(panel)[facet][value]
    click(check)
    query = with_only_value(EventQuery(), facet, value)
    qtbot.waitUntil(lambda: window.model.state.query == query and not window.filters.is_busy)
    assert window.model.total == said == shipped.count(query)
    assert check.isChecked()
    assert query_label(query, shipped.vocabulary, "en", said) in words_of(bar_of(window))
    click(check_of(panel, facet, value))
    qtbot.waitUntil(lambda: window.model.state.query == EventQuery() and not window.filters.is_busy)
    assert not check_of(panel, facet, value).isChecked()
    assert not bar_of(window).isVisible()


def test_counts_follow_all_other_filters(open_window: OpenWindow, qtbot: QtBot, shipped: StoreReader) -> None:
    """Search, chips and other facets narrow what a facet counts; its own values do not."""
    window = open_window()
    panel = opened_panel(window, qtbot)
    query = with_value_toggled(
        with_value_toggled(EventQuery(search="企业"), "place", "hangzhou"), "place", "qiantang-district"
    )
    window.model.request(query)
    qtbot.waitUntil(lambda: window.model.state.query == query and not window.filters.is_busy)
    facets = shipped.facets(query)
    for facet, counts in counts_in(panel).items():
        assert counts.items() <= facets[facet].items()
    assert counts_in(panel)["place"]["hangzhou"] == shipped.count(with_only_value(query, "place", "hangzhou"))
    assert check_of(panel, "place", "hangzhou").isChecked()


def test_months_come_with_a_year(open_window: OpenWindow, qtbot: QtBot) -> None:
    """A year has its months; two months make a stretch from one to the other."""
    window = open_window()
    panel = opened_panel(window, qtbot)
    assert not panel.groups["month"].isVisible()
    for facet, value in (("year", "2021"), ("month", "2021-06"), ("month", "2021-08")):
        click(check_of(panel, facet, value))  # type: ignore[arg-type]  # names of facets
        qtbot.waitUntil(lambda: not window.filters.is_busy)
    first, last = days_of_period("2021-06")[0], days_of_period("2021-08")[1]
    assert window.model.state.query == with_days(EventQuery(), (first, last))
    months = panel.groups["month"].check_boxes
    assert [value for value, check in months.items() if check.isChecked()] == ["2021-06", "2021-07", "2021-08"]
    assert [label for label in words_of(bar_of(window)) if "2021年6月—8月" in label]


def test_a_long_group_shows_all_and_is_searched(open_window: OpenWindow, qtbot: QtBot, shipped: StoreReader) -> None:
    """Folded it has six values; unfolded, a line in which part of a name is enough."""
    panel = opened_panel(open_window("zh"), qtbot)
    group = panel.groups["organisation"]
    assert len(group.check_boxes) == 6
    assert not group.search_field.isVisible()
    group.more_button.click()
    assert group.search_field.hasFocus()
    assert len(group.check_boxes) == 60
    group.search_field.setText("地铁")
    names = [shipped.vocabulary.tags[value].names["zh"] for value in group.check_boxes]
    assert names
    assert all("地铁" in name for name in names)
    group.search_field.setText("没有这个名字")
    assert not group.check_boxes
    assert group.isVisible()
    group.more_button.click()
    assert len(group.check_boxes) == 6


def test_the_panel_is_worked_by_keys(open_window: OpenWindow, qtbot: QtBot) -> None:
    """Tab and Space open it, choose, and Escape closes it; the focus goes along and stays while counts change."""
    window = open_window()
    window.filters.panel_button.setFocus(Qt.FocusReason.TabFocusReason)
    press(window, Qt.Key.Key_Space)
    panel = window.filters.panel
    assert panel is not None
    qtbot.waitUntil(lambda: not window.filters.is_busy)
    assert panel.close_button.hasFocus()
    while not isinstance(QApplication.focusWidget(), FacetCheckBox):
        press(window, Qt.Key.Key_Tab)
    check = QApplication.focusWidget()
    assert isinstance(check, FacetCheckBox)
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.model.state.query != EventQuery() and not window.filters.is_busy)
    assert check.isChecked()
    assert check.hasFocus()
    press(window, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert window.filters.panel_button.hasFocus()
    assert not window.filters.panel_button.isChecked()
    assert window.model.state.selected


def test_every_control_has_a_name(open_window: OpenWindow, qtbot: QtBot) -> None:
    """Who hears the window hears what each button, box and line is for, in its language."""
    window = open_window("zh", query=NOTHING)
    panel = opened_panel(window, qtbot)
    for button in (window.filters.panel_button, panel.close_button, *bar_of(window).buttons):
        assert button.accessibleName()
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    for group in panel.groups.values():
        assert group.search_field.accessibleName()
        for check in group.check_boxes.values():
            assert check.accessibleName()
            assert check.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_chip_takes_its_filter_away_and_clear_all_takes_all(open_window: OpenWindow, qtbot: QtBot) -> None:
    """Each by a click or by the space bar; the focus goes to the next."""
    window = open_window("en", query=WORKED)
    bar = bar_of(window)
    assert [button.text() for button in bar.buttons] == [
        "Milestones  ×", "June 2021  ×", "containing “地铁”  ×", "Clear all",
    ]  # fmt: skip
    click(bar.buttons[1])
    assert window.model.state.query == EventQuery(categories=WORKED.categories, search="地铁")
    bar.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    press(window, Qt.Key.Key_Space)
    assert window.model.state.query == EventQuery(search="地铁")
    assert bar.buttons[0].hasFocus()
    click(bar.buttons[-1])
    qtbot.waitUntil(lambda: window.model.state.query == EventQuery())
    settle()
    assert not bar.isVisible()
    assert chip_of(window, "outreach").isChecked()
    assert not window.header.search_field.text()


def test_no_result_says_what_to_take_away(open_window: OpenWindow, qtbot: QtBot, shipped: StoreReader) -> None:
    """Each filter that alone hides everything, with what it hides; a click shows these events."""
    assert shipped.count(NOTHING) == 0
    window = open_window("en", query=NOTHING)
    qtbot.waitUntil(lambda: not window.filters.is_busy)
    bar = bar_of(window)
    assert "No event matches. Take one filter away:" in words_of(bar)
    offers = [button for button in bar.buttons if "→" in button.text()]
    assert offers
    said = int(offers[0].text().partition("→")[2].split()[0])
    click(offers[0])
    qtbot.waitUntil(lambda: window.model.total == said)
    assert not [button for button in bar.buttons if "→" in button.text()]


def test_no_result_whatever_is_taken_away(open_window: OpenWindow, qtbot: QtBot) -> None:
    """Where two filters each hide everything, the window says so instead of offering what does not help."""
    window = open_window("en", query=EventQuery(search="}{zzz", people=frozenset({"not-there"})))
    qtbot.waitUntil(lambda: not window.filters.is_busy)
    assert "No event matches, whichever filter alone is taken away." in words_of(bar_of(window))
    window.model.change(lang="zh")
    qtbot.waitUntil(lambda: not window.filters.is_busy)
    assert "没有符合的事件，只去掉任何一个筛选也没有。" in words_of(bar_of(window))


def test_in_a_small_window_the_panel_and_the_detail_pane_take_turns(open_window: OpenWindow, qtbot: QtBot) -> None:
    """The panel stands in the place of the pane until an event is chosen; a large window has room for both."""
    window = open_window(size=(1280, 800))
    panel = opened_panel(window, qtbot)
    assert not window.detail.isVisible()
    assert window.width() == 1280
    window.resize(*LARGE)
    settle()
    assert window.detail.isVisible()
    window.resize(1280, 800)
    settle()
    assert not window.detail.isVisible()
    chosen = window.model.events.outermost(1)
    assert chosen is not None
    window.model.select(chosen.id)
    assert not panel.isVisible()
    assert window.detail.isVisible()
    click(window.filters.panel_button)
    click(window.filters.panel_button)
    assert not panel.isVisible()
    assert window.detail.isVisible()


@pytest.mark.parametrize("size", [LARGE, (1280, 800), (1150, 700)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_overlaps_and_nothing_is_cut(
    open_window: OpenWindow, qtbot: QtBot, lang: str, theme: str, size: tuple[int, int]
) -> None:
    """With the panel open, some filters, and a group unfolded, every text has its room."""
    window = open_window(lang, theme, size, query=WORKED)
    panel = opened_panel(window, qtbot)
    panel.groups["place"].more_button.click()
    settle()
    assert (window.width(), window.height()) == size
    assert overlapping(window) == []
    assert leaving_their_parent(window.filters) == leaving_their_parent(panel) == []
    assert cut_texts(window) == []


def test_another_language_and_theme_are_taken_on(open_window: OpenWindow, qtbot: QtBot) -> None:
    """Panel, bar and button speak the language of the window at once."""
    window = open_window("zh", query=WORKED)
    panel = opened_panel(window, qtbot)
    window.model.change(lang="en", theme="dark")
    assert window.filters.panel_button.text() == "Filter"
    assert "Milestones: 1" in [check.accessibleName() for check in panel.groups["category"].check_boxes.values()]
    assert "Category" in [label.text() for label in panel.findChildren(QLabel)]
    assert bar_of(window).buttons[0].text() == "Milestones  ×"


def test_a_name_with_an_ampersand_is_shown_as_it_is(open_window: OpenWindow, qtbot: QtBot) -> None:
    """What people search for is text, not the mark of a shortcut or HTML."""
    window = open_window("en", query=EventQuery(search="<b>R&D</b>"))
    assert bar_of(window).buttons[0].text() == "containing “<b>R&&D</b>”  ×"
    labels = [label for label in bar_of(window).findChildren(QLabel) if "R&D" in label.text()]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_name_without_end_makes_no_window_wider(
    store_of: StoreOf, open_window: OpenWindow, qtbot: QtBot, lang: str
) -> None:
    """It wraps in the panel and in the words of the query, and is short on its chip, which says it whole as well."""
    name = "很长的名字" * 30 if lang == "zh" else "A very long name of something " * 20
    tags = tuple(tag._replace(names={lang: name}) if tag.id == "li-ming" else tag for tag in SAMPLE.tags)
    store = store_of(SAMPLE._replace(tags=tags))
    window = open_window(lang, source=store, query=EventQuery(people=frozenset({"li-ming"})), selected="visit")
    panel = opened_panel(window, qtbot)
    settle()
    assert window.width() == 1280
    assert cut_texts(window) == []
    check = panel.groups["person"].check_boxes["li-ming"]
    assert check.height() >= check.heightForWidth(check.width())
    assert name.strip() in bar_of(window).buttons[0].accessibleName()


def test_a_store_of_one_year_has_its_months_at_once(store_of: StoreOf, open_window: OpenWindow, qtbot: QtBot) -> None:
    """And facets without values take no room."""
    events = tuple(event._replace(parent="") for event in SAMPLE.events if event.id == "metro-opens")
    window = open_window("en", source=store_of(SAMPLE._replace(events=events)))
    panel = opened_panel(window, qtbot)
    assert list(panel.groups["month"].check_boxes) == ["2021-06"]
    assert not panel.groups["person"].isVisible()
    assert panel.groups["organisation"].isVisible()


def test_nothing_of_it_is_made_before_it_is_wanted() -> None:
    """The way to the first frame imports neither panel nor bar nor words."""
    code = f"""
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtWidgets import QApplication
from qtviewer.app.stores import open_source
from qtviewer.app.window import make_window
from qtviewer.domain.event_query import EventQuery
application = QApplication([])
window = make_window(open_source(Path({str(shipped_store_path())!r})), EventQuery(), {{"lang": "zh"}})
window.show()
application.processEvents()
widgets = ("facet_panel", "facet_group", "facet_check_box", "query_bar")
late = {{f"qtviewer.ui.filters.{{name}}" for name in widgets}}
late |= {{f"qtviewer.domain.query.{{name}}" for name in ("query_labels", "facet_labels", "facet_rows")}}
print(sorted(late & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - ours
    assert done.stdout.strip() == "[]"


def test_the_space_bar_on_a_box_is_a_click(open_window: OpenWindow, qtbot: QtBot) -> None:
    """Boxes below the edge come into view when the focus comes to them."""
    window = open_window(size=(1280, 800))
    panel = opened_panel(window, qtbot)
    settle()
    check = panel.groups["precision"].check_boxes["day"]
    assert check.visibleRegion().isEmpty()
    panel.groups["importance"].check_boxes["2"].setFocus(Qt.FocusReason.TabFocusReason)
    while not check.hasFocus():
        press(window, Qt.Key.Key_Tab)
    settle()
    assert not check.visibleRegion().isEmpty()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.model.state.query == with_only_value(EventQuery(), "precision", "day"))

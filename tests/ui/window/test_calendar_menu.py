"""The menu of the calendar and what it leads to: festivals of other years, and what happened on this day."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event_query import EventQuery
from qtviewer.ui.look.link_button import LinkButton
from qtviewer.ui.window.calendar_menu import CalendarMenu
from qtviewer.ui.window.main_window import MainWindow
from tests.store.samples import SAMPLE, sample_event
from tests.ui.windows import OpenWindow, Rest, click, settle

LONG_AGO_AND_NOW = SAMPLE._replace(
    events=(sample_event("old", "1850-03-01", "古"), sample_event("now", "2021-06-28", "今"))
)


def menu_of(window: MainWindow) -> CalendarMenu:
    """The menu that the small button beside the Spring Festival opens."""
    click(window.header.calendar_button)
    settle()
    (menu,) = window.findChildren(CalendarMenu)
    return menu


def actions_of(menu: CalendarMenu) -> Iterator[QAction]:
    """What can be chosen, in the menus of decades too."""
    for action in menu.actions():
        inner = action.menu()
        yield from inner.actions() if isinstance(inner, QMenu) else [action]


def choose(window: MainWindow, text: str) -> None:
    """Open the menu, choose what begins with a text, and let the menu go."""
    menu = menu_of(window)
    next(action for action in actions_of(menu) if action.text().startswith(text)).trigger()
    menu.close()
    settle()


def texts_of(window: MainWindow) -> list[str]:
    """What the detail pane says, and what it links to."""
    labels = [label.text() for label in window.detail.findChildren(QLabel)]
    return labels + [link.accessibleName() for link in window.detail.findChildren(LinkButton)]


def test_each_year_of_the_store_has_its_spring_festival(open_window: OpenWindow) -> None:
    """By decades where there are many, with the names of the years, and none outside the store."""
    years = [action.text() for action in actions_of(menu_of(open_window())) if action.data()]
    assert years[0] == "1990 · 庚午马年"
    assert "2022 · 壬寅虎年" in years
    assert years == sorted(years)


def test_years_before_the_known_calendar_are_left_out(open_window: OpenWindow) -> None:
    """A store from 1850 to 2021 offers 1901 to 2021."""
    menu = menu_of(open_window("en", chronicle=LONG_AGO_AND_NOW))
    years = [action.data() for action in actions_of(menu) if action.data()]
    assert years == list(range(1901, 2022))


def test_a_year_leads_to_its_festival(open_window: OpenWindow, rest: Rest) -> None:
    """Choosing a year shows the days from its eve to its lanterns; the button itself still shows the store's own."""
    window = open_window("en")
    choose(window, "2021 · ")
    rest(window)
    state = window.model.state
    assert state.first < day_number(2021, 2, 11)
    assert day_number(2021, 2, 27) < state.last < day_number(2021, 4)
    click(window.header.festival_button)
    rest(window)
    assert window.model.state.first < day_number(2022, 1, 31) < window.model.state.last < day_number(2022, 4)


def test_on_this_day_asks_for_today(open_window: OpenWindow) -> None:
    """The day of the year is that of the window, and choosing an event leaves its list."""
    window = open_window(query=EventQuery(today=day_number(2031, 6, 28)))
    choose(window, "历史上的今天")
    assert window.model.state.day == (6, 28)
    assert (window.model.state.selected, window.model.state.cluster) == ("", None)
    window.model.select("metro-line-8-opens")
    assert window.model.state.day is None


def test_the_way_back_from_an_event_leads_to_the_list(open_window: OpenWindow) -> None:
    """The list of a day is a place like any other."""
    window = open_window()
    window.model.open_day((6, 28))
    window.model.select("metro-line-8-opens")
    click(window.browsing_bar.back)
    assert (window.model.state.day, window.model.state.selected) == ((6, 28), "")


@pytest.mark.parametrize(
    ("lang", "count", "link"),
    [("zh", "6月28日 · 1 条", "→ 2021年6月28日 · "), ("en", "28 June · 1 event", "→ 28 June 2021 · ")],
)
def test_what_happened_on_a_day_is_listed(open_window: OpenWindow, lang: str, count: str, link: str) -> None:
    """The day, how many events there are, and a link to each."""
    window = open_window(lang)
    window.model.open_day((6, 28))
    settle()
    texts = texts_of(window)
    assert count in texts
    assert sum(text.startswith(link) for text in texts) == 1


def test_without_an_event_on_the_day_the_nearest_is_named(open_window: OpenWindow) -> None:
    """Its day and its events, in a sentence and links."""
    window = open_window("en", chronicle=LONG_AGO_AND_NOW)
    window.model.open_day((6, 20))
    settle()
    texts = texts_of(window)
    assert "No event is known to have been on 20 June. The nearest day that has one is 28 June." in texts
    assert "→ 28 June 2021 · Now" in texts


def test_a_store_without_exact_days_says_so(open_window: OpenWindow) -> None:
    """Years alone have no anniversaries."""
    window = open_window("en", chronicle=SAMPLE._replace(events=(sample_event("year", "2021", "年"),)))
    window.model.open_day((6, 28))
    settle()
    assert "Of no event here the exact day is known." in texts_of(window)


def test_a_long_list_says_that_it_goes_on(open_window: OpenWindow) -> None:
    """Of more events than are listed the first are shown, and how many there are."""
    events = tuple(sample_event(f"in-{year}", f"{year}-06-28", "日") for year in range(1700, 1905))
    window = open_window("en", chronicle=SAMPLE._replace(events=events))
    window.model.open_day((6, 28))
    settle()
    texts = texts_of(window)
    assert sum(text.startswith("→") for text in texts) == 200
    assert "These are the first of 205." in texts

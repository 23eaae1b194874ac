"""Every store opens where it was left itself, unless a filter leaves nothing to see there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from qtviewer.app.stores import open_source
from qtviewer.app.window import WindowSession
from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event_query import EventQuery
from qtviewer.resources import shipped_store_path
from qtviewer.ui.window.main_window import MainWindow
from qtviewer.ui.window.remembered_views import RememberedView, remember_view, remembered_view
from qtviewer.ui.window.settings import open_settings
from tests.store.stores import edited_copy

SHIPPED = shipped_store_path()
LEFT = RememberedView(2_459_300.0, 2_459_400.0, "metro-line-8-opens")


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Any]:
    """Starts the program on a store; it remembers its window at the end."""
    sessions = []

    def start_one(store: Path = SHIPPED, query: EventQuery = EventQuery(), **options: Any) -> WindowSession:
        session = WindowSession(open_settings())
        sessions.append(session)
        session.open(open_source(store), query, options)
        return session

    yield start_one
    for session in sessions:
        qtbot.addWidget(window_of(session))


def window_of(session: WindowSession) -> MainWindow:
    """The window that is open."""
    assert session.window is not None
    return session.window


def view_of(session: WindowSession) -> RememberedView:
    """What is in view and selected."""
    state = window_of(session).model.state
    return RememberedView(state.first, state.last, state.selected)


def leave_shipped() -> None:
    """Leave the shipped store at a place of its own."""
    remember_view(open_settings(), SHIPPED, LEFT)


def test_each_store_opens_where_it_was_left(start: Any, sample_store: Path) -> None:
    """Another store does not begin at the place of the first one, and changes nothing about that."""
    fresh = view_of(start(sample_store))
    first = start()
    window_of(first).model.change(first=LEFT.first, last=LEFT.last, selected=LEFT.selected, theme="dark")
    first.save()
    other = start(sample_store)
    assert view_of(other) == fresh
    assert window_of(other).model.state.theme == "dark"
    other.save()
    assert view_of(start()) == LEFT


def test_a_window_that_is_replaced_is_remembered(start: Any, sample_store: Path) -> None:
    """Opening another store in its place, and the first one again, leads back."""
    session = start()
    window_of(session).model.change(first=LEFT.first, last=LEFT.last, selected=LEFT.selected)
    session.replace(session.window, sample_store)
    assert view_of(session) != LEFT
    session.replace(session.window, SHIPPED)
    assert view_of(session) == LEFT


def test_a_path_is_the_same_however_it_is_written(tmp_path: Path) -> None:
    """A detour or a link to the file leads to the same store."""
    store, link = edited_copy(SHIPPED, tmp_path / "events.sqlite"), tmp_path / "link.sqlite"
    link.symlink_to(store)
    remember_view(open_settings(), store, LEFT)
    assert remembered_view(open_settings(), tmp_path / "folder" / ".." / "events.sqlite") == LEFT
    assert remembered_view(open_settings(), link) == LEFT
    assert remembered_view(open_settings(), tmp_path / "another.sqlite") is None


def test_the_days_of_a_filter_go_first(start: Any) -> None:
    """They are what is in view, and an event in it is told."""
    leave_shipped()
    first, last = day_number(2022, 4), day_number(2022, 6, 30)
    model = window_of(start(query=EventQuery(first_day=first, last_day=last))).model
    assert first - 5 < model.state.first <= first < last + 1 <= model.state.last < last + 6
    told = model.events.head(model.state.selected)
    assert told is not None
    assert told.date.last_day >= first


def test_where_nothing_matches_is_no_place_to_open(start: Any) -> None:
    """A filter without a match where the store was left opens where there are some; with one it opens there."""
    remember_view(open_settings(), SHIPPED, RememberedView(day_number(1800), day_number(1810), ""))
    for query in (EventQuery(), EventQuery(categories=frozenset({"milestone"}))):
        state = window_of(start(query=query)).model.state
        assert state.first > day_number(1980)
        assert state.selected
    leave_shipped()
    state = window_of(start(query=EventQuery(categories=frozenset({"milestone"})))).model.state
    assert (state.first, state.last) == LEFT[:2]


def test_the_event_that_is_asked_for_is_in_view(start: Any) -> None:
    """The view moves to it, but keeps its length; where it is in view already, nothing moves."""
    remember_view(open_settings(), SHIPPED, RememberedView(day_number(2022), day_number(2022, 2), ""))
    state = window_of(start(selected="metro-line-8-opens")).model.state
    assert state.first < day_number(2021, 6, 28) < state.last
    assert state.last - state.first == 31
    left = LEFT._replace(last=2_459_500.0)
    remember_view(open_settings(), SHIPPED, left)
    assert view_of(start(selected="metro-line-8-opens")) == left


def test_fifty_stores_are_remembered(tmp_path: Path) -> None:
    """The one that was left first is forgotten; one that was left again is not."""
    stores = [tmp_path / f"{number}.sqlite" for number in range(51)]
    for store in (*stores[:50], stores[0], stores[50]):
        remember_view(open_settings(), store, LEFT)
    kept = [store for store in stores if remembered_view(open_settings(), store) == LEFT]
    assert kept == [stores[0], *stores[2:]]


def test_the_first_window_fits_the_screen(start: Any) -> None:
    """It is no larger than what the screen has to give, or than the window can be made."""
    window = window_of(start())
    screen = window.screen().availableSize()
    assert window.size() == QSize(1440, 900).boundedTo(screen).expandedTo(window.minimumSize()).expandedTo(
        window.minimumSizeHint()
    )

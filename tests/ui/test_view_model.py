"""One state, the answers that follow from it, and a signal for each of its parts."""

from functools import partial
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.minutes import minutes_of_days
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import Cluster, ViewState
from tests.ui.slow_source import Slow

SIGNALS: Final = ("query_changed", "language_changed", "theme_changed", "selection_changed", "viewport_changed")

CLUSTER: Final = Cluster("festival", minutes_of_days((day_number(2021), day_number(2022))), 2)


def hear(model: ViewModel) -> list[str]:
    """The names of the signals that a model emits from now on."""
    heard: list[str] = []
    for name in (*SIGNALS, "requested_query_changed", "lunar_calendar_loaded"):
        getattr(model, name).connect(lambda name=name: heard.append(name))
    return heard


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"query": EventQuery(search="地铁")}, {"query_changed"}),
        ({"lang": "en"}, {"language_changed"}),
        ({"theme": "dark"}, {"theme_changed"}),
        ({"selected": "fair"}, {"selection_changed"}),
        ({"cluster": CLUSTER}, {"selection_changed"}),
        ({"first": -5.0}, {"viewport_changed"}),
        ({"last": 5.0}, {"viewport_changed"}),
        ({"lang": "en", "theme": "contrast", "last": 2.0}, {"language_changed", "theme_changed", "viewport_changed"}),
        ({}, set()),
    ],
)
def test_each_part_of_the_state_has_a_signal_of_its_own(
    sample: StoreReader, changes: dict[str, Any], told: set[str]
) -> None:
    """A change is told once, by the signal of its part and by no other; the same change again is none."""
    model = ViewModel(sample, ViewState())
    heard = hear(model)
    model.change(**changes)
    assert sorted(heard) == sorted(told)
    model.change(**changes)
    assert len(heard) == len(told)


def test_who_hears_a_signal_finds_everything_changed(sample: StoreReader) -> None:
    """When the first of several signals is emitted, the whole state and all answers are already the new ones."""
    model = ViewModel(sample, ViewState())
    seen: list[tuple[str, str, int]] = []
    for name in ("language_changed", "query_changed"):
        getattr(model, name).connect(lambda: seen.append((model.state.theme, titles(model)[0], model.total)))
    model.change(lang="en", theme="dark", query=EventQuery(categories=frozenset({"history"})))
    assert seen == [("dark", "Old-Dyke", 1)] * 2


def titles(model: ViewModel) -> list[str]:
    """Titles of the matching events."""
    return [head.title for head in model.matches.heads(model.state.query, model.state.lang)]


def wait_for(qtbot: QtBot, model: ViewModel) -> None:
    """Let the model find what it seeks."""
    qtbot.waitUntil(lambda: not model.is_searching)


WORDS: Final = ("", "地铁", "metro", "亚运", "no such words")


@given(data=st.data())
@settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # qtbot only waits
)
def test_any_sequence_of_changes_leaves_the_answers_of_the_store(
    shipped: StoreReader, qtbot: QtBot, data: st.DataObject
) -> None:
    """Whatever is toggled and searched, and however fast, the last wish is what is shown, and counted."""
    categories = list(shipped.vocabulary.categories)
    model, active, search = ViewModel(shipped, ViewState()), set(categories), ""
    for _ in range(data.draw(st.integers(1, 6))):
        what = data.draw(st.sampled_from(["toggle", "only", "search", "wait"]))
        chosen = data.draw(st.sampled_from(categories))
        if what == "toggle":
            model.toggle_category(chosen)
            active ^= {chosen}
        elif what == "only":
            model.show_only_category(chosen)
            active = set(categories) if active == {chosen} else {chosen}
        elif what == "search":
            search = data.draw(st.sampled_from(WORDS))
            model.search(search)
        else:
            wait_for(qtbot, model)
    wait_for(qtbot, model)
    matching = shipped.heads(EventQuery(search=search), "zh")
    assert model.active_categories() == active
    assert titles(model) == [head.title for head in matching if head.category in active]
    assert model.total == sum(head.category in active for head in matching)
    assert {key: model.category_counts.get(key, 0) for key in categories} == {
        key: sum(head.category == key for head in matching) for key in categories
    }


def test_the_picture_stays_until_what_was_searched_is_found(shipped: StoreReader, qtbot: QtBot) -> None:
    """Query, events and counts are the old ones while the search is under way; then all of them are new at once."""
    slow: Any = Slow(shipped)
    model = ViewModel(slow, ViewState())
    heard, before = hear(model), (model.state, model.total, titles(model))
    model.search("地铁")
    assert (model.is_searching, model.requested_query.search) == (True, "地铁")
    assert (model.state, model.total, titles(model)) == before
    assert heard == ["requested_query_changed"]
    slow.may_end["地铁"].set()
    wait_for(qtbot, model)
    found = shipped.heads(EventQuery(search="地铁"), "zh")
    assert (model.state.query.search, model.total) == ("地铁", len(found))
    assert titles(model) == [head.title for head in found]
    assert heard[1:] == ["query_changed", "requested_query_changed"]


@pytest.mark.parametrize("order", [("地铁", "亚运"), ("亚运", "地铁")])
def test_the_newest_search_wins_whichever_ends_first(
    shipped: StoreReader, qtbot: QtBot, order: tuple[str, str]
) -> None:
    """An answer that nobody wants any more is never shown, and its file is closed; the search learns of it."""
    slow: Any = Slow(shipped)
    model = ViewModel(slow, ViewState())
    shown: list[str] = []
    model.query_changed.connect(lambda: shown.append(model.state.query.search))
    model.search("地铁")
    model.search("亚运")
    for word in order:
        slow.may_end[word].set()
        qtbot.waitUntil(partial(slow.unwanted.__contains__, word))
    wait_for(qtbot, model)
    qtbot.waitUntil(lambda: slow.closed == ["地铁"])
    assert shown == ["亚运"]
    assert slow.unwanted == {"地铁": True, "亚运": False}
    model.search("")
    wait_for(qtbot, model)
    assert slow.closed == ["地铁", "亚运"]
    assert model.total == shipped.count(EventQuery())


def test_going_back_to_what_is_shown_ends_the_search(shipped: StoreReader, qtbot: QtBot) -> None:
    """Cleared before it was answered, a search changes nothing, then or later."""
    slow: Any = Slow(shipped)
    model = ViewModel(slow, ViewState())
    before, heard = model.state, hear(model)
    model.search("地铁")
    model.search("")
    assert not model.is_searching
    slow.may_end["地铁"].set()
    qtbot.waitUntil(lambda: slow.closed == ["地铁"])
    assert (model.state, slow.unwanted) == (before, {"地铁": True})
    assert heard == ["requested_query_changed"] * 2


def test_what_is_switched_while_a_search_is_under_way_counts_when_it_is_found(
    shipped: StoreReader, qtbot: QtBot
) -> None:
    """One search serves both wishes."""
    slow: Any = Slow(shipped)
    model = ViewModel(slow, ViewState())
    model.search("地铁")
    model.toggle_category("milestone")
    assert "milestone" in model.active_categories()
    slow.may_end["地铁"].set()
    wait_for(qtbot, model)
    assert "milestone" not in model.active_categories()
    matching = shipped.heads(EventQuery(search="地铁"), "zh")
    assert titles(model) == [head.title for head in matching if head.category != "milestone"]


def test_a_search_that_fails_keeps_the_picture_and_says_why(shipped: StoreReader, qtbot: QtBot) -> None:
    """State, events and counts are as before, the reason is told, and the same search can be tried again."""
    slow: Any = Slow(shipped)
    slow.failing.add("地铁")
    slow.may_end["地铁"].set()
    model = ViewModel(slow, ViewState())
    before, reasons = (model.state, model.total, titles(model)), list[str]()
    model.search_failed.connect(reasons.append)
    for attempt in (1, 2):
        model.search("地铁")
        wait_for(qtbot, model)
        assert (model.state, model.total, titles(model)) == before
        assert (model.requested_query, reasons) == (before[0].query, ["events.sqlite: damaged store"] * attempt)
    slow.failing.clear()
    model.search("地铁")
    wait_for(qtbot, model)
    assert model.total == shipped.count(EventQuery(search="地铁"))


def test_no_category_switched_off_is_the_query_without_categories(sample: StoreReader) -> None:
    """Switching one off and on again leads back to the query that asks for no category in particular."""
    model = ViewModel(sample, ViewState())
    model.toggle_category("history")
    assert model.state.query.categories == frozenset({"milestone", "festival"})
    model.toggle_category("history")
    assert model.state.query == EventQuery()


def test_an_event_and_a_cluster_take_turns(sample: StoreReader) -> None:
    """Opening a cluster lets go of the selected event, and selecting an event closes the cluster."""
    model = ViewModel(sample, ViewState(selected="fair"))
    model.open_cluster(CLUSTER)
    assert (model.state.selected, model.state.cluster) == ("", CLUSTER)
    assert [head.id for head in model.events.cluster_heads(CLUSTER, 9)] == ["fair", "visit"]
    assert [head.id for head in model.events.cluster_heads(CLUSTER._replace(excluded_ids=frozenset({"fair"})), 9)] == [
        "visit"
    ]
    assert [head.id for head in model.events.cluster_heads(CLUSTER, 1)] == ["fair"]
    model.select("fair")
    assert (model.state.selected, model.state.cluster) == ("fair", None)


def test_the_calendar_is_loaded_once(sample: StoreReader) -> None:
    """Who waits for the lunar calendar is told, and told once."""
    model = ViewModel(sample, ViewState())
    heard = hear(model)
    assert not model.has_lunar_calendar
    model.load_lunar_calendar()
    model.load_lunar_calendar()
    assert (model.has_lunar_calendar, heard) == (True, ["lunar_calendar_loaded"])

"""One state, the answers that follow from it, and a signal for each of its parts."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.day_number import day_number
from qtviewer.domain.query import EventQuery
from qtviewer.store.reader import StoreReader
from qtviewer.ui.view_model import ViewModel, ViewState
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import opened

SIGNALS = ("query_changed", "language_changed", "theme_changed", "selection_changed", "viewport_changed")


def hear(model: ViewModel) -> list[str]:
    """The names of the signals that a model emits from now on."""
    heard: list[str] = []
    for name in (*SIGNALS, "calendar_loaded"):
        getattr(model, name).connect(lambda name=name: heard.append(name))
    return heard


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"query": EventQuery(search="地铁")}, {"query_changed"}),
        ({"lang": "en"}, {"language_changed"}),
        ({"theme": "dark"}, {"theme_changed"}),
        ({"selected": "fair"}, {"selection_changed"}),
        ({"stack": ("fair", "visit")}, {"selection_changed"}),
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
        getattr(model, name).connect(
            lambda: seen.append((model.state.theme, model.heads[0].title, len(model.position)))
        )
    model.change(lang="en", theme="dark", query=EventQuery(search="Fair"))
    assert seen == [("dark", "Fair", 1)] * 2


@given(data=st.data())
@settings(deadline=None, max_examples=40)
def test_any_sequence_of_changes_leaves_the_answers_of_the_store(shipped: StoreReader, data: st.DataObject) -> None:
    """Whatever is toggled and searched, events match the query, and counts follow all of it but the categories."""
    categories = list(shipped.vocabulary.categories)
    model, active, search = ViewModel(shipped, ViewState()), set(categories), ""
    for _ in range(data.draw(st.integers(1, 6))):
        what = data.draw(st.sampled_from(["toggle", "only", "search"]))
        chosen = data.draw(st.sampled_from(categories))
        if what == "toggle":
            model.toggle_category(chosen)
            active ^= {chosen}
        elif what == "only":
            model.show_only_category(chosen)
            active = set(categories) if active == {chosen} else {chosen}
        else:
            search = data.draw(st.sampled_from(["", "地铁", "metro", "亚运", "no such words"]))
            model.search(search)
        matching = shipped.heads(EventQuery(search=search), "zh")
        assert model.active_categories() == active
        assert [head.id for head in model.heads] == [head.id for head in matching if head.category in active]
        assert {key: model.category_counts.get(key, 0) for key in categories} == {
            key: sum(head.category == key for head in matching) for key in categories
        }


def test_no_category_switched_off_is_the_query_without_categories(sample: StoreReader) -> None:
    """Switching one off and on again leads back to the query that asks for no category in particular."""
    model = ViewModel(sample, ViewState())
    model.toggle_category("history")
    assert model.state.query.categories == frozenset({"milestone", "festival"})
    model.toggle_category("history")
    assert model.state.query == EventQuery()


def test_walking_on_from_event_to_event_passes_each_once(shipped: StoreReader) -> None:
    """From no selection the way leads to the first match, then to each next one, and ends at the last."""
    model = ViewModel(shipped, ViewState(query=EventQuery(search="地铁")))
    passed = []
    while (head := model.neighbour(1)) is not None:
        passed.append(head.id)
        model.select(head.id)
    assert passed == [head.id for head in shipped.heads(EventQuery(search="地铁"), "zh")]
    assert model.neighbour(-1) == model.heads[-2]
    model.select(passed[0])
    assert model.neighbour(-1) is None


def test_where_nothing_matches_there_is_no_neighbour(sample: StoreReader) -> None:
    """Without events there is nowhere to go, and nothing is in view."""
    model = ViewModel(sample, ViewState(query=EventQuery(search="no such words"), selected="fair"))
    assert (model.neighbour(1), model.neighbour(-1), model.most_important_in_view()) == (None, None, "")
    assert days_of(model.heads) == []


def test_an_event_and_a_stack_take_turns(sample: StoreReader) -> None:
    """Opening a stack lets go of the selected event, and selecting an event closes the stack."""
    model = ViewModel(sample, ViewState(selected="fair"))
    model.open_stack(("visit", "campus"))
    assert (model.state.selected, model.state.stack) == ("", ("visit", "campus"))
    model.select("fair")
    assert (model.state.selected, model.state.stack) == ("fair", ())


def test_an_event_without_a_known_start_stands_on_its_last_day() -> None:
    """What began nobody knows when is placed where it ended, not at the beginning of the calendar."""
    events = (sample_event("until", "../2020-03-05", "止"), sample_event("since", "2019-01-02/..", "起"))
    with opened(SAMPLE._replace(events=events)) as store:
        days = days_of(ViewModel(store, ViewState()).heads)
    assert days == [float(day_number(2020, 3, 5)), float(day_number(2019, 1, 2))]


def test_the_most_important_in_view_is_a_known_day_among_equals(sample: StoreReader) -> None:
    """Only events that begin in view are weighed: importance first, then a day before a vaguer date."""
    events = (
        sample_event("month", "2021-06", "月", importance=4),
        sample_event("day", "2021-06-09", "日", importance=4),
        sample_event("great", "2022-06-09", "大", importance=5),
    )
    with opened(SAMPLE._replace(events=events)) as store:
        year_2021 = ViewState(first=day_number(2021), last=day_number(2022))
        assert ViewModel(store, year_2021).most_important_in_view() == "day"
        assert ViewModel(store, year_2021._replace(last=day_number(2023))).most_important_in_view() == "great"
        assert ViewModel(store, ViewState(first=0.0, last=1.0)).most_important_in_view() == ""


def test_the_calendar_is_loaded_once(sample: StoreReader) -> None:
    """Who waits for the lunar calendar is told, and told once."""
    model = ViewModel(sample, ViewState())
    heard = hear(model)
    assert not model.has_calendar
    model.load_calendar()
    model.load_calendar()
    assert (model.has_calendar, heard) == (True, ["calendar_loaded"])

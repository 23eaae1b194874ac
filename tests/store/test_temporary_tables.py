"""A selection answers every question about what only the events can tell."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.event import Chronicle, Event
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from qtviewer.store.writer import write_store
from tests.store.expected_answers import ExpectedAnswers, check_answers
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store
from tests.store.strategies import crowded_chronicles, queries

OPEN_FILES = Path("/proc/self/fd")
MANY = 4_000


def _selecting(chronicle: Chronicle) -> st.SearchStrategy[EventQuery]:
    """Conditions the aggregates know nothing of, at least one; the words searched for are whole ones."""
    tags = st.frozensets(st.sampled_from([*(tag.id for tag in chronicle.tags), "not-there"]))
    conditions = st.fixed_dictionaries(
        {},
        optional={
            "tags": tags,
            "places": tags,
            "threads": st.just(frozenset({"metro"})),
            "collections": st.frozensets(st.sampled_from(["this-year", "not-there"])),
            "search": st.sampled_from(["地铁", "春节", " 复工 ", "没有"]),
        },
    )
    return conditions.filter(bool).map(lambda chosen: EventQuery()._replace(**cast("dict[str, Any]", chosen)))


@given(data=st.data(), chronicle=crowded_chronicles())
@settings(deadline=None, max_examples=30)
def test_a_selection_answers_like_the_plain_filter(data: st.DataObject, chronicle: Chronicle) -> None:
    """For what it was selected by, and then for other categories, statuses, days and importances too."""
    with temporary_store(chronicle) as store:
        selecting = data.draw(_selecting(chronicle))
        with closing(store.select(selecting._replace(**_aggregated(data.draw(queries(chronicle)))))) as selection:
            for other in (EventQuery(), data.draw(queries(chronicle))):
                query = selecting._replace(**_aggregated(other))
                check_answers(selection, store.path, chronicle, query, data)
                assert list(selection.events(query)) == list(store.events(query))
                for grouping in ("collection", "tag", "place", "month", "year"):
                    assert selection.count_by(query, grouping) == store.count_by(query, grouping)


def _aggregated(query: EventQuery) -> dict[str, Any]:
    names = ("categories", "statuses", "first_day", "last_day", "min_importance", "today")
    return {name: getattr(query, name) for name in names}


@given(data=st.data(), chronicle=crowded_chronicles())
@settings(deadline=None, max_examples=15)
def test_a_store_that_selected_nothing_answers_rightly_too(data: st.DataObject, chronicle: Chronicle) -> None:
    """Without a selection the same question takes longer, but the answer is the same."""
    with temporary_store(chronicle) as store:
        query = data.draw(_selecting(chronicle))._replace(**_aggregated(data.draw(queries(chronicle))))
        plain = ExpectedAnswers(store.path, chronicle, query)
        assert store.count(query) == len(plain.events)
        assert store.count_by(query, "category") == plain.count_by_category()
        assert store.extent(query) == plain.extent(query)
        for level, days in ((0, (-(10**7), 10**7)), (7, (0, 2_459_400))):
            assert [found[:4] for found in store.density(query, level, days)] == [
                bucket[:4] for bucket in plain.density(level, days)
            ]


@given(data=st.data(), chronicle=crowded_chronicles(most_events=4))
@settings(deadline=None, max_examples=15)
def test_what_the_aggregates_know_needs_no_selection(data: st.DataObject, chronicle: Chronicle) -> None:
    """The store itself is handed back, and asked nothing."""
    with temporary_store(chronicle) as store:
        query = EventQuery(**_aggregated(data.draw(queries(chronicle))), search=data.draw(st.sampled_from(["", " "])))
        assert store.select(query) is store


def test_a_selection_tells_whole_events_and_those_related_to_them() -> None:
    """An event may be asked for whether it is among the selected or not; of those related to it only selected ones."""
    with (
        temporary_store(SAMPLE) as store,
        closing(store.select(EventQuery(tags=frozenset({"education"})))) as selection,
        closing(store.select(EventQuery(threads=frozenset({"metro"})))) as of_thread,
    ):
        metro = next(event for event in SAMPLE.events if event.id == "metro-opens")
        assert selection.count(EventQuery()) == 1, "it is asked only about what it holds"
        assert selection.event("metro-opens") == metro
        assert selection.related(metro, "zh", EventQuery()) == []
        assert [head.id for head in of_thread.related(metro, "zh", EventQuery())] == ["metro-begun"]
        assert selection.vocabulary.categories == store.vocabulary.categories


def test_a_selection_is_closed_by_itself_and_leaves_no_trace(sample_store: Path) -> None:
    """Closing a selection leaves its store open, and making one leaves no trace in the file."""
    before = sample_store.read_bytes()
    with closing(StoreReader(sample_store)) as store:
        selection = store.select(EventQuery(search="地铁"))
        assert selection.count(EventQuery()) > 0
        selection.close()
        with pytest.raises(StoreError):
            selection.count(EventQuery())
        assert store.count(EventQuery()) == len(SAMPLE.events)
    assert sample_store.read_bytes() == before
    assert [path.name for path in sample_store.parent.iterdir()] == [sample_store.name]


@pytest.fixture(scope="module")
def large_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that takes a while to select from."""
    path = tmp_path_factory.mktemp("large") / "events.sqlite"
    write_store(SAMPLE, path, _many_events())
    return path


def _many_events() -> Iterator[Event]:
    for at in range(MANY):
        yield sample_event(f"event-{at}", f"{1000 + at // 12}-{at % 12 + 1:02d}", "地铁")


def _open_files(path: Path) -> int:
    return sum(link.is_symlink() and link.readlink() == path for link in OPEN_FILES.iterdir())


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="this system does not list open files")
@pytest.mark.parametrize("query", [EventQuery(search="地铁"), EventQuery(collections=frozenset({"this-year"}))])
def test_a_selection_nobody_wants_any_more_ends_and_lets_the_file_go(large_store: Path, query: EventQuery) -> None:
    """It is asked again and again whether it is still wanted, and ends with an error when it is not."""
    with closing(StoreReader(large_store)) as store:
        before = _open_files(large_store)
        for patience in (0, 2):
            with pytest.raises(StoreError, match="interrupted"):
                store.select(query, _unwanted_after(patience))
            assert _open_files(large_store) == before
        with closing(store.select(query, lambda: False)) as selection:
            assert selection.count(query) == MANY
            assert _open_files(large_store) == before + 1
        assert store.count(EventQuery()) == MANY


def _unwanted_after(patience: int) -> Callable[[], bool]:
    questions = iter(range(patience))
    return lambda: next(questions, None) is None

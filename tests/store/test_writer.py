"""A store is written whole or not at all, and always the same way."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings

from qtviewer.domain.event import Category, Chronicle, EventText, Figure, FigureText, Tag, TagKind
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.checking import store_problems
from qtviewer.store.opening import StoreError
from qtviewer.store.writer import write_store
from tests.store.samples import SAMPLE, SAMPLE_EVENTS, sample_event
from tests.store.stores import dump_store, scratch_folder, temporary_store
from tests.store.strategies import chronicles
from tests.store.system_limits import limited_file_size

TWICE = SAMPLE_EVENTS[0]
UNWRITABLE = {
    "an id twice": SAMPLE._replace(events=(*SAMPLE_EVENTS, TWICE)),
    "an unknown category": SAMPLE._replace(events=(TWICE._replace(category="none"),)),
    "an unknown parent": SAMPLE._replace(events=(TWICE._replace(parent="none"),)),
    "an unknown tag": SAMPLE._replace(events=(TWICE._replace(tags=("none",)),)),
    "importance 6": SAMPLE._replace(events=(TWICE._replace(importance=6),)),
    "no number": SAMPLE._replace(
        events=(TWICE._replace(figures=(Figure(float("nan"), {"zh": FigureText("?", "", "数")}),)),)
    ),
    "half a character": SAMPLE._replace(events=(TWICE._replace(texts={"zh": EventText("\ud83d", "要", "文")}),)),
    "an alias twice": SAMPLE._replace(tags=(*SAMPLE.tags, Tag("twin", TagKind.TOPIC, {"zh": "双"}, ("孪", "孪")))),
    "a category twice": SAMPLE._replace(categories=(*SAMPLE.categories, Category("history", {}, "#000000", "#000000"))),
}


@given(chronicle=chronicles())
@settings(deadline=None, max_examples=25)
def test_the_same_chronicle_gives_the_same_store(chronicle: Chronicle) -> None:
    """Written twice, in whatever order its events stand, a chronicle gives the same SQL dump."""
    with scratch_folder() as folder:
        write_store(chronicle, folder / "one.sqlite")
        write_store(chronicle._replace(events=chronicle.events[::-1]), folder / "two.sqlite")
        assert dump_store(folder / "one.sqlite") == dump_store(folder / "two.sqlite")


@given(chronicle=chronicles())
@settings(deadline=None, max_examples=25)
def test_a_fresh_store_has_no_problem_but_missing_words(chronicle: Chronicle) -> None:
    """The checker finds nothing in what the writer wrote, except what the chronicle itself left out."""
    with scratch_folder() as folder:
        write_store(chronicle, folder / "events.sqlite")
        problems = store_problems(folder / "events.sqlite")
    assert [problem for problem in problems if "lacks its title, summary or body" not in problem] == []


def test_a_part_may_stand_far_before_the_event_it_belongs_to() -> None:
    """An event refers to a parent hundreds of events later in date order."""
    days = [f"{year}-06-01" for year in range(1500, 2000)]
    events = [sample_event(f"in-{day}", day, "件", parent="in-1999-06-01") for day in days]
    with temporary_store(SAMPLE._replace(events=tuple(events))) as store:
        first = store.event("in-1500-06-01")
        assert first is not None
        assert first.parent == "in-1999-06-01"
        assert store.count(EventQuery()) == 500


@pytest.mark.parametrize("problem", UNWRITABLE)
def test_what_cannot_be_written_leaves_the_old_store_as_it_was(problem: str, tmp_path: Path) -> None:
    """A chronicle that contradicts itself is refused with one line; the old file stays and no other file appears."""
    target = tmp_path / "events.sqlite"
    write_store(SAMPLE, target)
    before = target.read_bytes()
    with pytest.raises(StoreError) as refusal:
        write_store(UNWRITABLE[problem], target)
    assert str(refusal.value).startswith(f"{target}: cannot be written (")
    assert "\n" not in str(refusal.value)
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_half_way_through_the_events_leaves_nothing_behind(tmp_path: Path) -> None:
    """Where there was no file there is none after a failure, nor the folder made for it."""
    many = tuple(sample_event(f"event-{number}", "2021", "件") for number in range(300))
    with pytest.raises(StoreError):
        write_store(SAMPLE._replace(events=(*many, many[0])), tmp_path / "new" / "events.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_store_is_left_alone(tmp_path: Path) -> None:
    """The message names the folder, not a temporary file."""
    target = tmp_path / "folder"
    target.mkdir()
    with pytest.raises(StoreError, match=r"folder: cannot be written \(a folder is there\)$"):
        write_store(SAMPLE, target)
    assert list(tmp_path.rglob("*")) == [target]


def test_a_store_takes_the_place_of_the_old_one_and_keeps_its_permissions(tmp_path: Path) -> None:
    """What was there before is gone, and who may read the file has not changed."""
    target = tmp_path / "events.sqlite"
    target.write_bytes(b"something else")
    target.chmod(0o640)
    write_store(SAMPLE, target)
    assert store_problems(target) == []
    assert target.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["events.sqlite"]  # noqa: PTH208 - names only


def test_a_chronicle_without_events_is_a_store(tmp_path: Path) -> None:
    """Emptiness is not an error: counts are 0, there is no extent and nothing is wrong."""
    write_store(SAMPLE._replace(events=()), tmp_path / "events.sqlite")
    assert store_problems(tmp_path / "events.sqlite") == []
    with temporary_store(SAMPLE._replace(events=())) as store:
        assert store.count(EventQuery()) == 0
        assert store.extent(EventQuery()) is None
        assert list(store.events(EventQuery())) == []
        assert store.count_by(EventQuery(), "month") == {}


def test_a_disk_that_is_full_leaves_nothing_behind(tmp_path: Path) -> None:
    """A new store for which there is no room is not there at all."""
    with limited_file_size(50_000), pytest.raises(StoreError, match="cannot be written"):
        write_store(SAMPLE, tmp_path / "new" / "events.sqlite")
    assert list(tmp_path.iterdir()) == []

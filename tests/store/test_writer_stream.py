"""Events that come one after the other, more than memory would hold."""

import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qtviewer.domain.event import Event, EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.checking import store_problems
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from qtviewer.store.writer import write_store
from tests.store.query_matching import date_sort_key
from tests.store.samples import SAMPLE, SAMPLE_EVENTS, sample_event
from tests.store.stores import dump_store, scratch_folder


def test_a_stream_of_events_takes_the_place_of_those_of_the_chronicle(tmp_path: Path) -> None:
    """Events that come one after the other are numbered as they come, and counted like any others."""
    path = tmp_path / "events.sqlite"
    dates = [f"{year:04d}-{month:02d}" for year in range(1000, 1400) for month in range(1, 13)]
    write_store(SAMPLE, path, (sample_event(f"in-{date}", date, "月") for date in dates))
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT number, id FROM event ORDER BY number").fetchall()
    assert rows == [(number, f"in-{date}") for number, date in enumerate(dates, 1)]
    with closing(StoreReader(path)) as store:
        assert store.count(EventQuery()) == len(dates)
        assert [head.id for head in store.heads(EventQuery(), "zh")] == [f"in-{date}" for date in dates]
    assert store_problems(path) == []


class _Title(str):
    """A text of which one can know whether it is still there."""


def test_events_are_let_go_once_they_are_written(tmp_path: Path) -> None:
    """More events than memory would hold: the first are gone when the last are made."""
    made: list[weakref.ref[_Title]] = []

    def events() -> Iterator[Event]:
        for at in range(6_000):
            title = _Title(f"第{at}件")
            made.append(weakref.ref(title))
            yield sample_event(f"event-{at}", "2021", "件")._replace(texts={"zh": EventText(title, "要", "文")})
        assert sum(there() is not None for there in made) < len(made) * 2 / 3

    write_store(SAMPLE, tmp_path / "events.sqlite", events())
    assert len(made) == 6_000


def test_a_stream_and_a_chronicle_of_the_same_events_give_the_same_store(tmp_path: Path) -> None:
    """In date order, it makes no difference how the events arrive."""
    write_store(SAMPLE, tmp_path / "chronicle.sqlite")
    in_order = sorted(SAMPLE_EVENTS, key=date_sort_key)
    write_store(SAMPLE._replace(events=()), tmp_path / "stream.sqlite", iter(in_order))
    assert dump_store(tmp_path / "stream.sqlite") == dump_store(tmp_path / "chronicle.sqlite")


@pytest.mark.parametrize("error", [StoreError("the source is gone"), ValueError("row 3: no date"), KeyboardInterrupt()])
def test_a_stream_that_breaks_off_leaves_the_old_store(tmp_path: Path, error: BaseException) -> None:
    """Whatever stops the events half way, no store has only some of them."""
    target = tmp_path / "events.sqlite"
    write_store(SAMPLE, target)
    before = target.read_bytes()

    def events() -> Iterator[Event]:
        yield from (sample_event(f"event-{at}", "2021", "件") for at in range(2_500))
        raise error

    with pytest.raises((StoreError, KeyboardInterrupt)) as raised:
        write_store(SAMPLE, target, events())
    assert str(error) in str(raised.value)
    assert target.read_bytes() == before
    assert list(tmp_path.iterdir()) == [target]


def test_events_of_many_batches_refer_to_each_other() -> None:
    """A part that is written long before the event it belongs to, and one that nothing belongs to."""
    events = [sample_event(f"event-{at}", "2021", "件", parent="event-4999") for at in range(4_999)]
    with scratch_folder() as folder:
        with pytest.raises(StoreError, match="FOREIGN KEY"):
            write_store(SAMPLE, folder / "events.sqlite", iter(events))
        assert list(folder.iterdir()) == []
        write_store(SAMPLE, folder / "events.sqlite", iter([*events, sample_event("event-4999", "2021", "件")]))
        assert store_problems(folder / "events.sqlite") == []

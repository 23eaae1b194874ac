"""Lists of any length are written in the same memory."""

import gc
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import Event, EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.exchange.export import ExportOptions, export_events
from qtviewer.exchange.formats import FORMATS
from qtviewer.store.reader import StoreReader
from qtviewer.store.writer import write_store
from tests.store.samples import SAMPLE

FEW, MANY = 1_000, 1_600  # the fewest fill two batches of rows, all that are held at a time
BYTES_AN_EVENT = 130  # its number and, where it lasted, its id, with a place in a list each; all of it takes a thousand
STREAMED = [name for name in FORMATS if name not in {"pdf", "poster", "png", "svg"}]


def _events(count: int) -> Iterator[Event]:
    """Events with what formats gather on the way: texts of their own, spans, uncertain days, times."""
    for at in range(count):
        month = f"{1850 + at // 24}-{at % 24 // 2 + 1:02}"
        date = f"{month}-28/{month}-28" if at % 2 else f"{month}~"
        texts = {"zh": EventText(f"第{at}条", "概要。" * 9, f"正文，第{at}条。" * 9)}
        yield SAMPLE.events[0]._replace(
            id=f"event-number-{at:06}", date=parse_edtf(date), texts=texts, time="10:00", parent="", figures=()
        )


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreReader]:
    """A store with many events, the first of them more important."""
    path = tmp_path_factory.mktemp("streaming") / "many.sqlite"
    write_store(
        SAMPLE, path, (event._replace(importance=5 if at < FEW else 1) for at, event in enumerate(_events(MANY)))
    )
    with closing(StoreReader(path)) as reader:
        yield reader


@pytest.mark.parametrize("name", STREAMED)
def test_memory_does_not_grow_with_the_list(store: StoreReader, tmp_path: Path, name: str) -> None:
    """Six hundred more events take no more than a number or an id for each."""

    def peak(importance: int) -> int:
        gc.collect()  # or what is left of the list before would go meanwhile
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        export_events(store, str(tmp_path / f"list.{name}"), ExportOptions(EventQuery(min_importance=importance), "zh"))
        return tracemalloc.get_traced_memory()[1] - before

    export_events(store, str(tmp_path / f"list.{name}"), ExportOptions(lang="zh"))  # what is remembered is there
    tracemalloc.start()
    try:
        few, many = peak(5), peak(1)
    finally:
        tracemalloc.stop()
    assert many - few < (MANY - FEW) * BYTES_AN_EVENT

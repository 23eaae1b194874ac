"""A damaged store gives answers of the right kind, or a StoreError: nothing else ever comes out of it."""

import random
import re
import shutil
from contextlib import closing
from pathlib import Path
from typing import get_args

from hypothesis import example, given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event import Event
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead, Grouping
from qtviewer.exchange.export import ExportOptions, export_events
from qtviewer.store.checking import store_problems
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from tests.store.samples import SAMPLE_EVENTS
from tests.store.stores import scratch_folder

PAGE = 4096
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)
QUERIES = (EventQuery(), EventQuery(search="8", first_day=0, places=frozenset({"xiasha"}), min_importance=2))


def _check_head(head: EventHead) -> None:
    assert isinstance(head.title, str)
    assert isinstance(head.category, str)
    assert head.importance in range(1, 6)


def _check_event(event: Event) -> None:
    for text in event.texts.values():
        assert all(isinstance(word, str) for word in text)
    assert event.importance in range(1, 6)
    assert all(isinstance(figure.number, float) for figure in event.figures)


def _ask_everything(store: StoreReader) -> None:
    """Every question the window and the command line ask; each may be answered or refused."""
    for query in QUERIES:
        try:
            assert store.count(query) >= 0
            for head in store.heads(query, "zh"):
                _check_head(head)
            extent = store.extent(query)
            assert extent is None or MIN_DAY <= extent[0] <= extent[1] <= MAX_DAY
            for grouping in GROUPINGS:
                assert all(isinstance(key, str) and n > 0 for key, n in store.count_by(query, grouping).items())
        except StoreError:
            continue
    for event in SAMPLE_EVENTS:
        try:
            found = store.event(event.id)
            if found is not None:
                _check_event(found)
                store.related(found, "en", EventQuery())
        except StoreError:
            continue


def _export_everything(store: StoreReader, folder: Path) -> None:
    for lang, name in (("zh", "list.csv"), ("all", "list.json")):
        try:
            export_events(store, str(folder / name), ExportOptions(lang=lang))
        except ViewerError:
            assert not (folder / name).exists()


def _try_out(path: Path) -> None:
    try:
        assert all(problem.startswith(f"{path}: ") for problem in store_problems(path))
        store = StoreReader(path)
    except StoreError as error:
        assert str(error).startswith(f"{path}: ")  # noqa: PT017 - a refusal is as right as an answer
        return
    with closing(store):
        _ask_everything(store)
        _export_everything(store, path.parent)


def _bytes_of_rows(content: bytearray) -> list[int]:
    """Where the rows stand, apart from the pages of the schema, in which every change is noticed at once."""
    schema = {match.start() // PAGE for match in re.finditer(b"CREATE ", content)}
    return [at for at, byte in enumerate(content) if byte and at // PAGE not in schema]


@given(data=st.data())
@settings(deadline=None, max_examples=100)
def test_overwritten_bytes(sample_store: Path, data: st.DataObject) -> None:
    """A few bytes that mattered are changed anywhere in the file."""
    content = bytearray(sample_store.read_bytes())
    in_use = data.draw(st.sampled_from([_bytes_of_rows(content), [at for at, byte in enumerate(content) if byte]]))
    for at in data.draw(st.lists(st.sampled_from(in_use), min_size=1, max_size=12)):
        content[at] = data.draw(st.integers(0, 255))
    with scratch_folder() as folder:
        path = folder / "events.sqlite"
        path.write_bytes(content)
        _try_out(path)


@example(seed=0, kind="swap")  # a tag is in the table, but not in its index
@example(seed=977737084, kind="swap")  # a reading is no text
@given(seed=st.integers(0, 2**32), kind=st.sampled_from(["noise", "zeros", "swap", "copy", "flip"]))
@settings(deadline=None, max_examples=60)
def test_overwritten_pages(sample_store: Path, seed: int, kind: str) -> None:
    """Whole pages are lost, exchanged, repeated or full of noise, as after a failing disk or an interrupted copy."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret
    content = bytearray(sample_store.read_bytes())
    pages = len(content) // PAGE
    for _ in range(chance.randint(1, 3)):
        one, other = (slice(at * PAGE, (at + 1) * PAGE) for at in (chance.randrange(pages), chance.randrange(pages)))
        match kind:
            case "noise":
                content[one] = chance.randbytes(PAGE)
            case "zeros":
                content[one] = bytes(PAGE)
            case "swap":
                content[one], content[other] = content[other], content[one]
            case "copy":
                content[one] = content[other]
            case _:
                content[one] = bytes(byte ^ (1 << chance.randrange(8)) if byte else 0 for byte in content[one])
    with scratch_folder() as folder:
        path = folder / "events.sqlite"
        path.write_bytes(content)
        _try_out(path)


def test_a_store_that_changes_under_its_reader_is_no_crash(sample_store: Path, tmp_path: Path) -> None:
    """While it is open, the file is replaced and then cut short: answers or StoreError, then closing works."""
    path = Path(shutil.copy(sample_store, tmp_path / "events.sqlite"))
    with closing(StoreReader(path)) as store:
        shutil.copy(sample_store, path)
        _ask_everything(store)
        with path.open("r+b") as file:
            file.truncate(3 * PAGE)
        _ask_everything(store)

"""What is exported and imported again is the same: in an empty store, and as an update of its own."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings

from qtviewer.domain.event import Chronicle
from qtviewer.domain.imported import ImportReport
from qtviewer.exchange.import_file import ImportOptions, open_import
from qtviewer.store.importing import import_events
from qtviewer.store.reader import StoreReader
from qtviewer.store.writer import write_store
from tests.exchange.exported import as_json, exported
from tests.store.samples import SAMPLE
from tests.store.stores import opened, scratch_folder
from tests.store.strategies import chronicles


def imported_into(store: Path, content: bytes, name: str, mode: str) -> ImportReport:
    """Write a file beside a store and import it."""
    path = store.with_name(name)
    path.write_bytes(content)
    return import_events(open_import(path, ImportOptions()), store, mode)  # type: ignore[arg-type]  # parameters are str


@pytest.mark.parametrize("name", ["list.json"])
def test_an_empty_store_takes_everything(name: str, shipped: StoreReader, tmp_path: Path) -> None:
    """Exported in all languages and imported, the shipped chronicle is exported just the same again."""
    store = tmp_path / "events.sqlite"
    report = imported_into(store, exported(shipped, name, "all"), name, "add")
    assert report.problems == ()
    with closing(StoreReader(store)) as copy:
        assert as_json(copy, "all")["events"] == as_json(shipped, "all")["events"]


@pytest.mark.parametrize("lang", ["zh", "en", "all"])
@pytest.mark.parametrize("name", ["list.json", "list.csv"])
def test_a_list_that_nobody_edited_changes_nothing(name: str, lang: str, tmp_path: Path) -> None:
    """In whatever language it was exported, every row is unchanged and the store is not written."""
    store = tmp_path / "events.sqlite"
    write_store(SAMPLE, store)
    with closing(StoreReader(store)) as reader:
        content = exported(reader, name, lang)
    report = imported_into(store, content, name, "update")
    assert (report.problems, report.changed, report.additions) == ((), (), ())
    assert (report.unchanged_count, report.added_count, report.backup) == (len(SAMPLE.events), 0, None)


def test_an_edited_list_tells_what_was_edited(tmp_path: Path) -> None:
    """A spreadsheet program changes a title: one row is changed, in one field, in one language."""
    store = tmp_path / "events.sqlite"
    write_store(SAMPLE, store)
    with closing(StoreReader(store)) as reader:
        content = exported(reader, "list.csv", "zh").decode("utf-8").replace("地铁8号线开工", "地铁8号线动工", 1)
    report = imported_into(store, content.encode(), "list.csv", "update")
    ((number, event_id, fields),) = report.changed
    assert (event_id, fields) == ("metro-begun", ("title_zh",))
    assert content.split("\r\n")[number - 1].startswith("metro-begun,")


def plainly_named(chronicle: Chronicle) -> Chronicle:
    """The chronicle with names that are not blank and mean one thing: an import reads names, not ids."""
    return chronicle._replace(
        sources={key: {lang: f"{key} {lang}" for lang in names} for key, names in chronicle.sources.items()},
        tags=tuple(
            tag._replace(names={lang: f"{tag.id} {lang}" for lang in tag.names}, aliases=()) for tag in chronicle.tags
        ),
    )


@given(chronicle=chronicles().map(plainly_named))
@settings(deadline=None, max_examples=25)
def test_any_events_come_back_or_say_why_not(chronicle: Chronicle) -> None:
    """Words, dates, figures and names of any kind survive JSON; what no import takes is named, and nothing written."""
    with opened(chronicle) as source, scratch_folder() as folder:
        store = folder / "events.sqlite"
        report = imported_into(store, exported(source, "list.json", "all"), "list.json", "add")
        if report.problem_count:
            assert not store.exists()
            assert {problem.reason.split()[0] for problem in report.problems} <= {"holds", "is", "makes", "stands"}
        else:
            with closing(StoreReader(store)) as copy:
                assert _in_order(as_json(copy, "all")) == _in_order(as_json(source, "all"))


def _in_order(exported_events: dict[str, list[dict[str, object]]]) -> list[str]:
    """The events as text, in date order."""
    return [json.dumps(event, ensure_ascii=False, sort_keys=True) for event in exported_events["events"]]

"""What is exported and imported again is the same: in an empty store, and as an update of its own."""

import json
import shutil
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.edtf import format_point
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision
from qtviewer.domain.event import Chronicle, Names
from qtviewer.domain.imported import ChangedEvent, ImportReport
from qtviewer.domain.plain_text import plain_text
from qtviewer.exchange.export import ExportOptions, export_events
from qtviewer.exchange.import_file import ImportOptions, open_import
from qtviewer.store.importing import import_events
from qtviewer.store.reader import StoreReader
from qtviewer.store.writer import write_store
from tests.domain.dates.strategies import date_points
from tests.exchange.exported import EVERYTHING, as_json, exported
from tests.store.samples import SAMPLE, SAMPLE_ERAS, sample_event
from tests.store.stores import scratch_folder, temporary_store
from tests.store.strategies import chronicles


def imported_into(store: Path, content: bytes, name: str, mode: str) -> ImportReport:
    """Write a file beside a store and import it."""
    path = store.with_name(name)
    path.write_bytes(content)
    return import_events(open_import(path, ImportOptions()), store, mode)  # type: ignore[arg-type]  # parameters are str


@pytest.mark.parametrize("name", ["list.json", "list.jsonl", "list.xlsx", "list.csv"])
def test_an_empty_store_takes_everything(name: str, shipped: StoreReader, tmp_path: Path) -> None:
    """Exported in all languages, raw where CSV is, and imported: each language is exported just the same again."""
    store, path = tmp_path / "events.sqlite", tmp_path / name
    export_events(shipped, str(path), ExportOptions(lang="all", raw=name == "list.csv"))
    report = import_events(open_import(path, ImportOptions()), store, "add")
    assert report.problems == ()
    with closing(StoreReader(store)) as copy:
        for lang in ("all", "zh", "en"):
            again, first = as_json(copy, lang), as_json(shipped, lang)
            assert again["events"] == first["events"]
            assert again.get("vocabulary") == first.get("vocabulary")
        assert copy.pinyin == shipped.pinyin != {}
        bases = [[event.date_basis for event in source.events(EVERYTHING)] for source in (copy, shipped)]
        assert bases[0] == bases[1]
        assert len(set(bases[0])) > 1


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


def test_a_spreadsheet_edited_by_staff_tells_what_was_edited(shipped: StoreReader, tmp_path: Path) -> None:
    """Another program changes a title and an importance and saves: two rows are changed, and nothing else is."""
    store, path = tmp_path / "events.sqlite", tmp_path / "list.xlsx"
    shutil.copyfile(shipped.path, store)
    export_events(shipped, str(path), ExportOptions(lang="zh"))
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["events"]
    column = {str(cell.value): at for at, cell in enumerate(sheet[1], 1)}
    sheet.cell(3, column["title"]).value = "改过的标题"
    importance = sheet.cell(7, column["importance"])
    importance.value = 1 if importance.value == 5 else 5
    edited = [str(sheet.cell(row, column["id"]).value) for row in (3, 7)]
    workbook.save(path)
    report = import_events(open_import(path, ImportOptions()), store, "update")
    assert report.problems == ()
    assert report.changed == (ChangedEvent(3, edited[0], ("title_zh",)), ChangedEvent(7, edited[1], ("importance",)))
    assert (report.added_count, report.additions) == (0, ())
    assert report.unchanged_count == shipped.count(EVERYTHING) - 2
    with closing(StoreReader(store)) as copy:
        differing = [
            event["id"]
            for event, before in zip(as_json(copy, "all")["events"], as_json(shipped, "all")["events"], strict=True)
            if event != before
        ]
    assert differing == edited


def plainly_named(chronicle: Chronicle) -> Chronicle:
    """The chronicle with names that are not blank and mean one thing: an import reads names, not ids."""

    def plain(key: str, names: Names) -> Names:
        return {lang: f"{key} {lang}" for lang in names}

    def all_plain(named: Mapping[str, Names]) -> dict[str, Names]:
        return {key: plain(key, names) for key, names in named.items()}

    return chronicle._replace(
        titles=plain("title", chronicle.titles),
        subtitles=plain("subtitle", chronicle.subtitles),
        categories=tuple(each._replace(names=plain(each.id, each.names)) for each in chronicle.categories),
        collections=all_plain(chronicle.collections),
        sources=all_plain(chronicle.sources),
        threads=all_plain(chronicle.threads),
        eras=tuple(era._replace(names=plain(era.id, era.names)) for era in chronicle.eras),
        tags=tuple(tag._replace(names=plain(tag.id, tag.names), aliases=()) for tag in chronicle.tags),
    )


@given(chronicle=chronicles().map(plainly_named))
@settings(deadline=None, max_examples=25)
def test_any_events_come_back_or_say_why_not(chronicle: Chronicle) -> None:
    """Words, dates, figures and names of any kind survive JSON; what no import takes is named, and nothing written."""
    with temporary_store(chronicle) as source, scratch_folder() as folder:
        store = folder / "events.sqlite"
        report = imported_into(store, exported(source, "list.json", "all"), "list.json", "add")
        if report.problem_count:
            assert not store.exists()
            assert {problem.reason.split()[0] for problem in report.problems} <= {"holds", "is", "makes", "stands"}
        else:
            with closing(StoreReader(store)) as copy:
                assert _in_order(as_json(copy, "all")) == _in_order(_without_controls(as_json(source, "all")))
                assert copy.vocabulary.eras == source.vocabulary.eras


@pytest.mark.parametrize("name", ["list.jsonl", "list.xlsx", "list.csv"])
def test_eras_come_back_with_every_vocabulary(name: str, tmp_path: Path) -> None:
    """Names in every language, dates as exactly as known, and colours."""
    store, path = tmp_path / "events.sqlite", tmp_path / name
    with temporary_store(SAMPLE._replace(eras=SAMPLE_ERAS)) as source:
        export_events(source, str(path), ExportOptions(lang="all", raw=True))
    import_events(open_import(path, ImportOptions()), store, "add")
    with closing(StoreReader(store)) as copy:
        assert tuple(copy.vocabulary.eras.values()) == SAMPLE_ERAS


exact_points = date_points().filter(
    lambda point: point.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR) and not point.qualifier
)


@given(ends=st.tuples(exact_points, exact_points))
@settings(deadline=None, max_examples=60)
def test_exact_eras_come_back_from_timelinejs(ends: tuple[DatePoint, DatePoint]) -> None:
    """Years, months and days of any time, before our era too; an update with the list nobody edited changes nothing."""
    start, end = sorted(ends, key=lambda point: (point.first_day, -point.last_day))
    assume(start != end and end.last_day >= start.first_day)
    era = SAMPLE_ERAS[0]._replace(date=EventDate(Precision.INTERVAL, start, end))
    event = sample_event("only", f"{format_point(start)}", "事")
    with temporary_store(SAMPLE._replace(events=(event,), eras=(era,))) as source:
        content = exported(source, "list.timelinejs", "zh")
        report = imported_into(source.path, content, "list.json", "update")
    assert (report.additions, report.vocabulary_changes) == ((), ())


def _without_controls(value: Any) -> Any:
    """What the door of an import makes of the texts in a JSON value."""
    if isinstance(value, dict):
        return {key: _without_controls(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_without_controls(part) for part in value]
    return plain_text(value) if isinstance(value, str) else value


def _in_order(exported_events: dict[str, list[dict[str, object]]]) -> list[str]:
    """The events as text, in date order."""
    return [json.dumps(event, ensure_ascii=False, sort_keys=True) for event in exported_events["events"]]

"""Where a list goes: whole files or none, and one line when it cannot be written."""

import os
import signal
import tempfile
from pathlib import Path

import pytest

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery
from qtviewer.exchange.export import ExportOptions, export_events
from qtviewer.exchange.formats import FORMATS
from qtviewer.store.reader import StoreReader
from tests.exchange.exported import CREATED, EVERYTHING, WRITERS, exported
from tests.store.stores import edited_copy


def _export(source: StoreReader, target: Path | str, file_format: str | None = None) -> None:
    export_events(source, str(target), ExportOptions(EVERYTHING, "zh", file_format, created=CREATED), WRITERS)


def _refusal(source: StoreReader, target: Path | str, file_format: str | None = None) -> str:
    with pytest.raises(ViewerError) as refusal:
        _export(source, target, file_format)
    assert "\n" not in str(refusal.value)
    return str(refusal.value)


@pytest.mark.parametrize("name", ["list.csv", "LIST.CSV", "清单 2021.csv", "a.b.csv"])
def test_the_name_tells_the_format(shipped: StoreReader, tmp_path: Path, name: str) -> None:
    """The suffix counts, in small or capital letters, in folders that do not exist yet."""
    target = tmp_path / "new" / "folder" / name
    _export(shipped, target)
    assert target.read_bytes() == exported(shipped, "list.csv")


def test_a_named_format_counts_more_than_the_suffix(shipped: StoreReader, tmp_path: Path) -> None:
    """`--format json` writes JSON into any file."""
    _export(shipped, tmp_path / "list.csv", "json")
    assert (tmp_path / "list.csv").read_bytes() == exported(shipped, "list.json")


@pytest.mark.parametrize("name", ["list", "list.xls", "csv", ".csv", "list.csv.gz", "-"])
def test_an_unknown_format_is_refused_before_anything_is_made(shipped: StoreReader, tmp_path: Path, name: str) -> None:
    """The message says what was expected; neither file nor folder appears."""
    target = name if name == "-" else tmp_path / "new" / name
    message = _refusal(shipped, target)
    assert message == (
        f"{target}: no format for this name; expected --format or a name ending in "
        ".csv, .xlsx, .json, .jsonl, .ics, .md, .html, .pdf, .timelinejs, .png, .svg, -poster.pdf"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_written_over(shipped: StoreReader, tmp_path: Path) -> None:
    """The folder and what is in it stay, and nothing is left beside it."""
    target = tmp_path / "list.csv"
    target.mkdir()
    (target / "kept.txt").write_text("kept")
    assert _refusal(shipped, target) == f"{target}: cannot be written (a folder is there)"
    assert sorted(tmp_path.rglob("*")) == [target, target / "kept.txt"]


def test_a_file_is_no_folder(shipped: StoreReader, tmp_path: Path) -> None:
    """A target below a file cannot be written, and the file stays as it is."""
    (tmp_path / "file").write_text("kept")
    message = _refusal(shipped, tmp_path / "file" / "list.csv")
    assert message.startswith(f"{tmp_path / 'file' / 'list.csv'}: cannot be written (")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["kept"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_device_is_never_replaced_by_a_file(shipped: StoreReader, tmp_path: Path) -> None:
    """Who may write to the folder of devices must not lose one."""
    target = tmp_path / "pipe.csv"
    os.mkfifo(target)
    assert _refusal(shipped, target) == f"{target}: cannot be written (a device is there)"
    assert target.is_fifo()
    assert list(tmp_path.iterdir()) == [target]


def test_a_name_that_is_too_long(shipped: StoreReader, tmp_path: Path) -> None:
    """The longest name a file system takes works; one letter more is one line."""
    longest = tmp_path / f"{'长' * 83}a.json"
    _export(shipped, longest)
    longest.unlink()
    message = _refusal(shipped, longest.with_name(f"x{longest.name}"))
    assert message.endswith("cannot be written (File name too long)")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [f"list.{name}" for name in FORMATS])
def test_a_failure_on_the_way_leaves_the_old_file(sample_store: Path, tmp_path: Path, name: str) -> None:
    """When an event cannot be read, the list of yesterday is still there, whole."""
    store = edited_copy(sample_store, tmp_path / "edited.sqlite", "UPDATE event SET date = 'x' WHERE id = 'plan'")
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / name).write_text("yesterday")
    reader = StoreReader(store)
    said = "'x' is not a date" if name == "list.html" else "event 'plan'"  # its strip counts dates before events
    assert said in _refusal(reader, folder / name)
    assert said in _refusal(reader, tmp_path / "new" / "folder" / name)
    reader.close()
    assert [path.read_text() for path in folder.iterdir()] == ["yesterday"]
    assert not (tmp_path / "new").exists()


def test_a_link_stays_and_its_file_is_replaced(shipped: StoreReader, tmp_path: Path) -> None:
    """Who links a list into another folder finds the new one through the link."""
    (tmp_path / "real").mkdir()
    real, link = tmp_path / "real" / "list.csv", tmp_path / "link.csv"
    real.write_text("yesterday")
    link.symlink_to(real)
    _export(shipped, link)
    assert link.is_symlink()
    assert real.read_bytes() == exported(shipped, "list.csv")


@pytest.mark.parametrize("file_format", [each for each in FORMATS if each not in {"pdf", "poster", "xlsx"}])
def test_standard_output_gets_the_same_bytes_and_stays_open(
    shipped: StoreReader, capfdbinary: pytest.CaptureFixture[bytes], file_format: str
) -> None:
    """`-` writes what a file would hold, line ends included; what is printed afterwards still appears."""
    _export(shipped, "-", file_format)
    print("after", flush=True)  # noqa: T201 - this is what is tested
    written = capfdbinary.readouterr().out
    assert written == exported(shipped, f"list.{file_format}") + b"after\n"


def test_standard_output_stays_open_after_a_failure(
    sample_store: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A store that cannot be read does not take standard output with it."""
    store = edited_copy(sample_store, tmp_path / "edited.sqlite", "UPDATE event SET date = 'x' WHERE id = 'plan'")
    reader = StoreReader(store)
    assert "event 'plan'" in _refusal(reader, "-", "csv")
    reader.close()
    print("after", flush=True)  # noqa: T201 - this is what is tested
    assert capfdbinary.readouterr().out.endswith(b"after\n")


def test_only_the_events_of_the_query_are_written(shipped: StoreReader) -> None:
    """A filtered list has exactly the events that the same query counts."""
    query = EventQuery(categories=frozenset({"milestone"}), min_importance=4)
    content = exported(shipped, "list.csv", "en", query).decode("utf-8-sig")
    ids = [head.id for head in shipped.heads(query, "en")]
    assert len(ids) > 3
    assert [line.split(",")[0] for line in content.split("\r\n")[1:-1]] == ids


@pytest.mark.parametrize("file_format", ["pdf", "poster", "xlsx"])
def test_standard_output_takes_whole_documents(
    shipped: StoreReader, capfdbinary: pytest.CaptureFixture[bytes], file_format: str
) -> None:
    """Formats that hold the time of their making are as complete there as in a file."""
    query = EventQuery(min_importance=5)
    export_events(shipped, "-", ExportOptions(query, file_format=file_format, created=CREATED), WRITERS)
    written = capfdbinary.readouterr().out
    assert abs(len(written) - len(exported(shipped, f"list.{file_format}", "zh", query))) < 2_000
    assert written.startswith(b"PK" if file_format == "xlsx" else b"%PDF-")


class _CancelledError(Exception):
    """What a window raises when its user has seen enough."""


@pytest.mark.parametrize("file_format", FORMATS)
def test_progress_tells_how_far_it_is_and_can_stop_it(shipped: StoreReader, tmp_path: Path, file_format: str) -> None:
    """The numbers rise to the count; what the callback raises comes out, and the old file is still there, alone."""
    target = tmp_path / f"list.{file_format}"
    target.write_text("yesterday")
    told: list[int] = []

    def stop(done: int) -> None:
        told.append(done)
        if done >= 200:
            raise _CancelledError

    with pytest.raises(_CancelledError):
        export_events(shipped, str(target), ExportOptions(progress=stop), WRITERS)
    assert 200 <= told[-1] <= 300
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {target.name: "yesterday"}
    told.clear()
    export_events(shipped, str(target), ExportOptions(progress=told.append), WRITERS)
    assert told == sorted(told)
    assert told[-1] == shipped.count(EVERYTHING)


@pytest.mark.parametrize("file_format", FORMATS)
def test_no_event_is_a_whole_file_too(shipped: StoreReader, file_format: str) -> None:
    """A query that nothing matches."""
    assert exported(shipped, f"list.{file_format}", "all", EventQuery(search="nothing like this"))


def test_a_read_only_file_is_not_replaced(shipped: StoreReader, tmp_path: Path) -> None:
    """Its folder would allow it, but who protected the file did not mean that."""
    target = tmp_path / "list.csv"
    target.write_text("kept")
    target.chmod(0o444)
    assert _refusal(shipped, target) == f"{target}: cannot be written (the file there is read-only)"
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"list.csv": "kept"}


def test_a_store_that_changes_while_it_is_read_is_an_error(tmp_path: Path, sample_store: Path) -> None:
    """A list that states another count than it has is never written."""
    store = edited_copy(sample_store, tmp_path / "edited.sqlite")

    class _Changing(StoreReader):
        def count(self, query: EventQuery) -> int:
            return super().count(query) + 1

    reader = _Changing(store)
    message = _refusal(reader, tmp_path / "list.csv")
    reader.close()
    assert message == "the store changed while it was read: 7 events, expected 8; try again"
    assert list(tmp_path.iterdir()) == [store]


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_full_disk_is_one_line_and_leaves_nothing(
    shipped: StoreReader, tmp_path: Path, file_format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit on the size of files stands in for a disk that is full: the error of the system is the same in kind."""
    resource = pytest.importorskip("resource", reason="this system has no limits for processes")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        message = _refusal(shipped, tmp_path / f"list.{file_format}")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    place = (
        "the folder for temporary files" if file_format in ("pdf", "poster") else f"{tmp_path / f'list.{file_format}'}:"
    )
    assert message.startswith(f"{place} cannot be written (")
    assert list(tmp_path.iterdir()) == []

"""`qtviewer export` as its users meet it."""

import json
import os
import shutil
from pathlib import Path

import pytest

from qtviewer.exchange.formats import FORMATS, QT_FORMATS
from qtviewer.store.writer import write_store
from tests.commands import Outcome, failure, in_process, in_subprocess
from tests.store.samples import SAMPLE, SAMPLE_ERAS
from tests.test_architecture import loaded_by

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in {"ics", "timelinejs"}])
def test_every_format_is_one_command(capsys: Capture, sample_store: Path, tmp_path: Path, name: str) -> None:
    """By the name of the file, without a word; CSV with its metadata."""
    target = tmp_path / f"list.{name}"
    assert in_process(capsys, "export", target, "--store", sample_store) == Outcome(0, "", "")
    assert target.stat().st_size > 1_000
    assert len(list(tmp_path.iterdir())) == (2 if name == "csv" else 1)


@pytest.mark.parametrize(("name", "lines"), [("ics", 3), ("timelinejs", 2)])
def test_what_a_format_cannot_hold_is_said(
    capsys: Capture, sample_store: Path, tmp_path: Path, name: str, lines: int
) -> None:
    """A line for each kind, with events, on standard error; the list is written all the same."""
    target = tmp_path / f"list.{name}"
    outcome = in_process(capsys, "export", target, "--store", sample_store)
    assert (outcome.status, outcome.output) == (0, "")
    notes = outcome.errors.splitlines()
    assert [note.startswith("qtviewer: note: ") for note in notes] == [True] * lines
    assert any("campus" in note for note in notes)
    assert target.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("list.md",), "eras are left out, for which this format has no place (3: plan-14, district, han)"),
        (("list.csv",), "eras are left out, which only a list in all languages has (3: plan-14, district, han)"),
        (
            ("list.json", "--from", "2021"),
            "eras are left out, which only a list in all languages has (2: plan-14, district)",
        ),
        (("list.csv", "--lang", "all"), ""),
        (("list.json", "--lang", "all"), ""),
        (("-", "--format", "csv", "--lang", "all"), "eras are left out, for which this format has no place (3: "),
        (("list.svg",), ""),
        (("list.timelinejs",), "eras that are still going on end on the day of the export (1: district)"),
    ],
)
def test_eras_that_are_left_out_are_said(capsys: Capture, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    """Those of the time of the events, by every format without a place for them, and lists in one language."""
    store, (target, *options) = tmp_path / "events.sqlite", words
    write_store(SAMPLE._replace(eras=SAMPLE_ERAS), store)
    place = target if target == "-" else tmp_path / target
    errors = in_process(capsys, "export", place, "--store", store, *options).errors
    assert said in errors
    assert bool(said) == ("era" in errors)


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in QT_FORMATS])
def test_only_painted_formats_load_qt(tmp_path: Path, name: str) -> None:
    """Lists are written where no Qt is."""
    words = ["export", str(tmp_path / f"list.{name}"), "--min-importance", "5"]
    assert "PySide6" not in loaded_by(f"from qtviewer.cli.run import run; assert run({words!r}) == 0")


def test_a_pdf_needs_no_display(sample_store: Path, tmp_path: Path) -> None:
    """Whatever the environment says of displays."""
    environment = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "xcb"}
    outcome = in_subprocess("export", tmp_path / "list.pdf", "--store", sample_store, **environment)
    assert outcome == Outcome(0, "", "")


def test_raw_is_for_programs(capsys: Capture, sample_store: Path) -> None:
    """The formula-like title stands as it is, and there is no byte order mark."""
    words = ("export", "-", "--format", "csv", "--store", sample_store)
    assert ",'=走访@企业," in in_process(capsys, *words).output
    raw = in_process(capsys, *words, "--raw").output
    assert raw.startswith("id,title,")
    assert ",=走访@企业," in raw


@pytest.mark.parametrize("how", ["same path", "symbolic link", "hard link"])
def test_the_store_itself_is_never_written_over(capsys: Capture, sample_store: Path, tmp_path: Path, how: str) -> None:
    """By whatever name it is called."""
    store = Path(shutil.copy(sample_store, tmp_path / "events.sqlite"))
    before, target = store.read_bytes(), tmp_path / "other.csv"
    if how == "symbolic link":
        target.symlink_to(store)
    elif how == "hard link":
        os.link(store, target)
    else:
        target = store
    outcome = in_process(capsys, "export", target, "--format", "csv", "--store", store)
    assert failure(outcome) == f"{target}: this is the store itself; expected another file"
    assert store.read_bytes() == before


def test_a_file_and_standard_output_get_the_same(capsys: Capture, sample_store: Path, tmp_path: Path) -> None:
    """Through the one entry, with a query that filters."""
    words = ("--store", sample_store, "--category", "festival", "--lang", "en", "--format", "json")
    in_process(capsys, "export", tmp_path / "list.json", *words)
    printed = in_process(capsys, "export", "-", *words).output
    assert (tmp_path / "list.json").read_text(encoding="utf-8") == printed
    assert [event["id"] for event in json.loads(printed)["events"]] == ["fair", "visit"]

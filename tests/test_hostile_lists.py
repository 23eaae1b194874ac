"""Lists that are broken or mean harm, and places where nothing can be written, as users of `qtviewer` meet them."""

import signal
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qtviewer.exchange.formats import FORMATS
from tests.commands import failure, in_process
from tests.exchange.xlsx.spreadsheets import replace_part, spreadsheet
from tests.store.system_limits import limited_file_size, without_root_privileges

Capture = pytest.CaptureFixture[str]
HEADER = ["id", "title", "date"]


def _csv(title: str, *more: str) -> Callable[[Path], Path]:
    """A list whose second event has a title, and which goes on with other lines."""

    def write(folder: Path) -> Path:
        path = folder / "list.csv"
        path.write_bytes("\n".join(["id,title,date", "a,A,2021", f"b,{title},2021", *more, ""]).encode())
        return path

    return write


def _bytes(content: bytes, name: str = "list.csv") -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return write


def _bomb(folder: Path) -> Path:
    path = spreadsheet(folder / "list.xlsx", [HEADER, ["a", "A", "2021"]])
    return replace_part(path, "xl/worksheets/sheet1.xml", None, b"0" * 50_000_000)


def _huge_cell(folder: Path) -> Path:
    path = spreadsheet(folder / "list.xlsx", [HEADER, ["a", "A", "2021"], ["b", "MARK", "2021"]])
    return replace_part(path, "xl/sharedStrings.xml", b"MARK", b"0123456789" * 1_000_000)


def _formula(folder: Path) -> Path:
    add = lambda _book, sheet: sheet.write_formula(2, 1, '=HYPERLINK("http://example.com")', None, "B")  # noqa: E731
    return spreadsheet(folder / "list.xlsx", [HEADER, ["a", "A", "2021"], ["b", "", "2021"]], add)


HOSTILE = {
    "a zip bomb": (_bomb, "unpacks to 47 MB; refused"),
    "a cell of ten megabytes": (_huge_cell, "row 3, title '01"),
    "a formula": (_formula, "row 3, title '=HYPERLINK"),
    "an open quotation mark": (_csv('"never closed'), "row 3 opens a quotation mark that is never closed"),
    "a NUL byte": (_csv("B\x00"), "row 3, title 'B\\x00' holds a NUL byte"),
    "two encodings": (_bytes("id,title,date\na,地铁,2021\n".encode() + "b,开工,2021\n".encode("gb18030")), "line 3"),
    "a million columns": (_bytes(b"id," * 1_000_000 + b"title\n"), "row 1: has 1,000,001 columns"),
    "an id twice": (_csv("B", "a,C,2022"), "row 4, id 'a' stands in row 2 too"),
    "a circle of parents": (
        _bytes(b"id,title,date,parent\na,A,2021,b\nb,B,2021,a\n"),
        "row 3, parent 'a' makes events parts of themselves: a → b → a",
    ),
    "a script": (_csv("<script>alert(1)</script>"), "row 3, title '<script>"),
    "a script in disguise": (_csv("&lt;script&gt;"), "row 3, title '&lt;script&gt;"),
    "a handler": (_csv("<img src=x onerror=alert(1)>"), "row 3, title '<img"),
    "a link that runs": (_csv("[go](javascript:alert(1))"), "row 3, title '[go](javascript:"),
    "such a link in disguise": (_csv("[go](javascript&colon;alert(1))"), "row 3, title '[go](javascript&colon;"),
    "a script in JSON": (
        _bytes(b'[{"id": "a", "title": "A", "date": "2021", "body": "<iframe src=//x>"}]', "list.json"),
        "row 1, body '<iframe src=//x>'",
    ),
    "JSON without an end": (_bytes(b'{"events": [' + b"[" * 100_000, "list.json"), "list.json: "),
}


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("mode", ["add", "replace"])
def test_what_is_wrong_is_one_line_and_nothing_is_written(
    capsys: Capture, sample_store: Path, tmp_path: Path, kind: str, mode: str
) -> None:
    """The line names the row; the store is as it was, and there is neither a copy of it nor a temporary file."""
    write, complaint = HOSTILE[kind]
    store = tmp_path / "store.sqlite"
    store.write_bytes(sample_store.read_bytes())
    path = write(tmp_path)
    said = failure(in_process(capsys, "import", path, "--store", store, "--mode", mode))
    assert said.startswith(f"{path}: ")
    assert complaint in said
    assert store.read_bytes() == sample_store.read_bytes()
    assert sorted(tmp_path.iterdir()) == sorted([path, store])


def test_a_formula_in_a_text_is_a_text_and_never_runs(capsys: Capture, tmp_path: Path) -> None:
    """It is imported as it stands, and a list for spreadsheets has a mark before it."""
    store, path = tmp_path / "store.sqlite", _csv("=1+1")(tmp_path)
    assert in_process(capsys, "import", path, "--store", store).status == 0
    assert ",'=1+1," in in_process(capsys, "export", "-", "--format", "csv", "--store", store).output


def _refused(capsys: Capture, folder: Path, *words: str | Path) -> str:
    """The one line of a command that leaves a folder as it was."""
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    said = failure(in_process(capsys, *words))
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    return said


@pytest.fixture
def closed(sample_store: Path) -> Iterator[Path]:
    """A folder with a list and a store which everybody may read and nobody may write to."""
    with tempfile.TemporaryDirectory() as name:  # the tests' own folders are closed to others altogether
        folder = Path(name)
        _csv("B")(folder)
        (folder / "store.sqlite").write_bytes(sample_store.read_bytes())
        folder.chmod(0o555)
        with without_root_privileges():
            yield folder
        folder.chmod(0o755)


@pytest.mark.parametrize("name", FORMATS)
def test_a_list_into_a_folder_that_nobody_may_write_to(capsys: Capture, closed: Path, name: str) -> None:
    """The system's own words, after the name of the list."""
    target = closed / f"list.{name}"
    said = _refused(capsys, closed, "export", target, "--format", name, "--store", closed / "store.sqlite")
    assert said == f"{target}: cannot be written (Permission denied)"


@pytest.mark.parametrize("mode", ["add", "update", "replace"])
@pytest.mark.parametrize("name", ["store.sqlite", "new.sqlite"])
def test_an_import_into_a_folder_that_nobody_may_write_to(capsys: Capture, closed: Path, mode: str, name: str) -> None:
    """A store is made beside the one it replaces, as is the copy of that one: so the folder counts."""
    said = _refused(capsys, closed, "import", closed / "list.csv", "--store", closed / name, "--mode", mode)
    assert said.startswith(f"{closed / name}")
    assert said.endswith("(Permission denied)")


@pytest.mark.parametrize("mode", ["add", "update"])
def test_an_import_onto_a_full_disk(capsys: Capture, sample_store: Path, tmp_path: Path, mode: str) -> None:
    """Neither half a store nor half a copy of the old one stays."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    path, store = _csv("B")(tmp_path), tmp_path / "store.sqlite"
    store.write_bytes(sample_store.read_bytes())
    with limited_file_size(50_000):
        said = _refused(capsys, tmp_path, "import", path, "--store", store, "--mode", mode)
    assert said.startswith(f"{store}")


@pytest.mark.parametrize("target", ["the list", "a folder", "a device"])
def test_an_import_onto_what_is_no_store(capsys: Capture, tmp_path: Path, target: str) -> None:
    """The list itself, a folder and a device stay what they are."""
    path = _csv("B")(tmp_path)
    (tmp_path / "folder").mkdir()
    store = {"the list": path, "a folder": tmp_path / "folder", "a device": Path("/dev/full")}[target]
    assert _refused(capsys, tmp_path, "import", path, "--store", store).startswith(f"{store}: ")
    assert not any((tmp_path / "folder").iterdir())

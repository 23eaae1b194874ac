"""`qtviewer import` as its users see it."""

from pathlib import Path

import pytest

from qtviewer.store.checking import store_problems
from tests.commands import failure, in_process, in_subprocess
from tests.store.stores import dump_store

ROWS = "标题,日期,地点\n地铁开通,2021年6月28日,下沙街道\n开工,03/04/2021,\n"


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """A list as an old spreadsheet program saves it."""
    path = tmp_path / "list.csv"
    path.write_bytes(ROWS.encode("gb18030"))
    return path


def test_a_list_becomes_a_store(rows: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says how it read the file, what it did, and what is new; the store can be exported."""
    store = tmp_path / "events.sqlite"
    done = in_process(capsys, "import", rows, "--store", store, "--date-order", "dmy")
    assert (done.status, done.errors) == (0, "")
    assert done.output.splitlines()[:4] == [
        "read as csv, GB18030, comma", "added: 2 (rows 2-3)", "changed: 0", "unchanged: 0",
    ]  # fmt: skip
    assert "new place 'xia-sha-jie-dao' (下沙街道)" in done.output
    assert in_process(capsys, "count", "--store", store).output == "2\n"
    assert all("lacks its title, summary or body" in problem for problem in store_problems(store))


def test_problems_are_told_line_by_line_and_nothing_is_written(
    rows: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """File, row, column, value and reason; the status says that it could not."""
    store = tmp_path / "events.sqlite"
    assert failure(in_process(capsys, "import", rows, "--store", store)) == (
        f"{rows}: row 3, date '03/04/2021' is not a date: day and month could stand in either order; "
        "say which with the date order dmy or mdy"
    )
    assert not store.exists()


def test_a_dry_run_says_what_would_be_done(rows: Path, sample_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The store stays as it is."""
    before = dump_store(sample_store)
    done = in_process(capsys, "import", rows, "--store", sample_store, "--date-order", "mdy", "--dry-run")
    assert "would be added: 2 (rows 2-3)" in done.output
    assert dump_store(sample_store) == before


def test_a_store_has_to_be_named(rows: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The shipped store is not changed by leaving out a word."""
    done = in_process(capsys, "import", rows)
    assert done.status == 2
    assert "--store" in done.errors


def test_the_rest_of_a_report(tmp_path: Path, sample_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An update names what it changed, what it left out and where the old store is."""
    store, path = tmp_path / "events.sqlite", tmp_path / "list.csv"
    store.write_bytes(sample_store.read_bytes())
    path.write_text("id,title,price\nfair,Fair!,5\nplan,Plan,6\n")
    done = in_process(capsys, "import", path, "--store", store, "--mode", "update", "--lang", "en")
    assert "note: columns left out, which no event has: price" in done.output
    assert "changed: 1\n  row 2, fair: title_en\nunchanged: 1 (row 3)\n" in done.output
    assert f"the store as it was: {store}." in done.output


def test_importing_loads_no_window(rows: Path, tmp_path: Path) -> None:
    """As a program of its own, without a display."""
    done = in_subprocess(
        "import", rows, "--store", tmp_path / "s.sqlite", "--date-order", "dmy", QT_QPA_PLATFORM="none"
    )
    assert done.status == 0, done.errors


def test_a_list_without_events_does_not_empty_a_store(
    sample_store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is refused, unless the user says that it is meant; then the store as it was is kept."""
    path, store, before = tmp_path / "list.csv", tmp_path / "store.sqlite", dump_store(sample_store)
    path.write_text("id,title,date\n", encoding="utf-8")
    store.write_bytes(sample_store.read_bytes())
    words = ("import", path, "--store", store, "--mode", "replace")
    assert failure(in_process(capsys, *words)) == (
        f"{path}: holds no event, found a header and nothing below it; --allow-empty reads it as an empty list"
    )
    assert dump_store(store) == before
    assert in_process(capsys, *words, "--allow-empty").status == 0
    assert in_process(capsys, "count", "--store", store).output == "0\n"
    assert len(list(tmp_path.glob("store.sqlite.*.backup"))) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "title,date,category\n" + "".join(f"A{at},2021,kind {at}\n" for at in range(201)),
            "201 categories are too many, expected at most 200",
        ),
        ("title,date,tags\nA,2021," + ";".join(map(str, range(501))), "row 2, tags '0;1;2"),
        (
            'title,date,body\nA,2021,"' + "a\n\n" * 500 + '"',
            "row 2, body has 1,001 lines in 'en', expected at most 1,000",
        ),
        (
            "title,date,figures\nA,2021," + ";".join(f"a: {at}" for at in range(201)),
            "holds 201 figures, expected at most 200",
        ),
    ],
)
def test_more_than_a_window_can_show_is_refused(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Categories, tags, paragraphs and figures without end are told when they come in, not when the window hangs."""
    path, store = tmp_path / "list.csv", tmp_path / "store.sqlite"
    path.write_text(text, encoding="utf-8")
    assert said in failure(in_process(capsys, "import", path, "--store", store))
    assert not store.exists()


def test_an_encoding_can_be_chosen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The report says which was taken; a calendar in an old encoding is read, too."""
    path, calendar = tmp_path / "list.csv", tmp_path / "list.ics"
    path.write_bytes("title,date\n地鐵,2021\n".encode("big5"))
    lines = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", "SUMMARY:Fête", "DTSTART:20210628T093000", "END:VEVENT",
             "END:VCALENDAR", "")  # fmt: skip
    calendar.write_bytes("\r\n".join(lines).encode("latin-1"))
    for file, encoding, title in ((path, "big5", "地鐵"), (calendar, "latin-1", "Fête")):
        store = tmp_path / f"{encoding}.sqlite"
        done = in_process(capsys, "import", file, "--store", store, "--encoding", encoding)
        assert (done.status, "added: 1" in done.output) == (0, True)
        assert title in in_process(capsys, "export", "-", "--format", "csv", "--store", store).output


def test_a_language_has_to_be_one(rows: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It becomes a name in the store."""
    said = failure(in_process(capsys, "import", rows, "--store", tmp_path / "s.sqlite", "--lang", "../x"))
    assert said == "language '../x' is no language code, expected one such as zh or en"

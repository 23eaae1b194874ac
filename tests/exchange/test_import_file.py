"""Any file is read, or refused in one sentence: its format follows from its name."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.imported import ImportedEvent
from qtviewer.exchange.import_file import ImportOptions
from tests.exchange.importing.imported import read_bytes, read_file, read_or_refusal, read_text
from tests.exchange.xlsx.spreadsheets import spreadsheet
from tests.store.stores import scratch_folder

SUFFIXES = ("csv", "tsv", "txt", "xlsx", "json", "timelinejs", "jsonl", "ics")
PIECES = st.sampled_from(
    [
        b"id", b"title", b"date", b",", b"\t", b'"', b"\n", b"\r\n", b"2021-06-28", "标题,日期\n".encode(),
        "标题\n".encode("gb18030"), b"\x00", b"\xff\xfe", b"{", b"}", b"[", b"]", b":", b'"events"', b'"id": "a"',
        b'{"events": [{"title": "a", "date": "2021"}]}', b"BEGIN:VCALENDAR\r\n", b"BEGIN:VEVENT\r\n", b"UID:a\r\n",
        b"DTSTART:20210628\r\n", b"DTSTART;TZID=X:20210628T1\r\n", b"DURATION:P1D\r\n", b"SUMMARY:a\r\n",
        b"END:VEVENT\r\n", b"END:VCALENDAR\r\n", b"PK\x03\x04", b"figures", b"texts", b"places", b"=1", b"<script>",
    ]
)  # fmt: skip


@given(st.sampled_from(SUFFIXES), st.binary(max_size=80) | st.lists(PIECES, max_size=30).map(b"".join))
@settings(deadline=None, max_examples=400)
def test_any_bytes_give_rows_or_a_clear_sentence(suffix: str, content: bytes) -> None:
    """No file does anything else than say what its rows are and what is wrong with them."""
    with scratch_folder() as folder:
        path = folder / f"list.{suffix}"
        path.write_bytes(content)
        read = read_or_refusal(path)
    if isinstance(read, str):
        assert read.startswith(f"{path}: ")
        assert "\n" not in read
        return
    assert all(isinstance(event, ImportedEvent) and event.lang for event in read.events)
    assert all(problem.reason and "Traceback" not in str(problem) for problem in read.problems)


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=40))
@settings(deadline=None, max_examples=60)
def test_a_damaged_spreadsheet_gives_rows_or_a_clear_sentence(at: int, damage: bytes) -> None:
    """Whichever bytes of the archive are overwritten."""
    with scratch_folder() as folder:
        path = spreadsheet(folder / "list.xlsx", [["id", "title", "date"], ["a", "A", "2021"]])
        content = bytearray(path.read_bytes())
        content[at % len(content) : at % len(content) + len(damage)] = damage
        path.write_bytes(content)
        read = read_or_refusal(path)
    assert not isinstance(read, str) or read.startswith(f"{path}: ")


@pytest.mark.parametrize("name", ["list.pdf", "list", "list.xls"])
def test_an_unknown_format_is_told_the_known_ones(name: str, tmp_path: Path) -> None:
    """The names that are read are listed."""
    with pytest.raises(ViewerError, match=r"expected one ending in \.csv, \.tsv"):
        read_bytes(tmp_path, name, b"x")


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("list.csv", "id,title,date\r\n", "a header and nothing below it"),
        ("list.csv", "title,date\n,\n,\n", "a header and nothing below it"),
        ("list.json", '{"events": []}', "an empty list of events"),
        ("list.json", "[]", "an empty list of events"),
        ("list.jsonl", '{"query": {}, "count": 0}\n', "no line with an event"),
    ],
)
def test_a_file_without_events_is_no_empty_list(name: str, content: str, found: str, tmp_path: Path) -> None:
    """It says what was found, unless the user has said that it is meant to be empty."""
    read = read_text(tmp_path, name, content)
    assert read.complaints == [f"holds no event, found {found}; --allow-empty reads it as an empty list"]
    meant = read_text(tmp_path, name, content, ImportOptions(allow_empty=True))
    assert (meant.events, meant.problems) == ([], [])


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """One sentence, as for every other file."""
    with pytest.raises(ViewerError, match=r"none\.csv: cannot be read \(No such file or directory\)"):
        read_file(tmp_path / "none.csv")

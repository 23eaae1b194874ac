"""CSV and TSV of this program and of others: delimiter, encoding, quoting, and everything that is no table."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.plain_text import plain_text
from tests.exchange.importing.imported import read_bytes, read_text
from tests.store.stores import scratch_folder

CHINESE = "标题,日期,地点,类别\n地铁开通,2021年6月28日,钱塘区；下沙,交通\n春节,2022-02-01,,节庆\n"


@pytest.mark.parametrize(("delimiter", "shown"), [(",", "comma"), ("\t", "tab"), (";", "semicolon"), ("|", "bar")])
def test_the_delimiter_is_found(delimiter: str, shown: str, tmp_path: Path) -> None:
    """Whatever stands between the cells, the same events are read and the delimiter is named."""
    read = read_text(tmp_path, "list.csv", CHINESE.replace(",", delimiter))
    assert read.file.delimiter == shown
    assert [event.texts["zh"]["title"] for event in read.events] == ["地铁开通", "春节"]
    assert [format_edtf(event.date) for event in read.events if event.date] == ["2021-06-28", "2022-02-01"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_encoding_gives_the_same_rows(codec: str, tmp_path: Path) -> None:
    """A list saved by an old spreadsheet program says the same as one in UTF-8."""
    read = read_bytes(tmp_path, "list.csv", CHINESE.encode(codec))
    assert read.problems == []
    assert read.events == read_text(tmp_path, "other.csv", CHINESE).events


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tmp_path: Path) -> None:
    """The header is row 1; a cell with line ends is one row, and so is a blank one."""
    read = read_text(tmp_path, "list.csv", 'id,title,date\na,"two\r\nlines",2021\n,,\nb,B,2022\n')
    assert [(event.row, event.id) for event in read.events] == [(2, "a"), (4, "b")]
    assert read.events[0].texts["en"]["title"] == "two\r\nlines"


def test_the_marks_against_formulas_are_taken_off(tmp_path: Path) -> None:
    """What this program wrote as text for spreadsheets is that text again; other apostrophes stay."""
    read = read_text(tmp_path, "list.csv", "id,title,summary,body,date\na,'=1+1,'tis,''-,2021\n")
    words = read.events[0].texts["en"]
    assert (words["title"], words["summary"], words["body"]) == ("=1+1", "'tis", "''-")


def test_lists_for_machines_keep_every_apostrophe(tmp_path: Path) -> None:
    """In the raw form lists are JSON, and a text that begins with an apostrophe is meant to."""
    read = read_text(tmp_path, "list.csv", 'id,title,date,places\na,\'=1+1,2021,"[""x; y""]"\n')
    assert read.events[0].texts["en"]["title"] == "'=1+1"
    assert [list(names.values()) for names in next(iter(read.events[0].tags.values()))] == [["x; y"]]


def test_unknown_columns_are_named_and_left_out(tmp_path: Path) -> None:
    """A price has no place in an event: the report says so."""
    read = read_text(tmp_path, "list.csv", "id,title,date,price\na,A,2021,5\n")
    assert read.file.notes == ["columns left out, which no event has: price"]
    assert len(read.events) == 1


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('id,title,date\na,"never closed,2021\nb,B,2022\n', "row 2 opens a quotation mark that is never closed"),
        ('id,title,date\na,"x"y,2021\n', "row 2 is no CSV"),
        ("id,title,date\na,A,2021,more\n", "row 2 has 4 cells, expected at most the 3 of the header"),
        ("id,title,date\na,A\x00,2021\n", "row 2, title 'A\\x00' holds a NUL byte, expected text"),
        ('id,title,date,texts\na,A,2021,"[1]"\n', "row 2, texts '[1]' does not hold words by language"),
        ("id,title,date,texts\na,A,2021,{\n", "row 2, texts '{' is not JSON"),
        ("id,title,date\na," + "x" * 50_001 + ",2021\n", "has 50,001 characters, expected at most 50,000"),
    ],
)
def test_a_bad_row_is_named(content: str, complaint: str, tmp_path: Path) -> None:
    """Row, column, value and reason, in one sentence."""
    read = read_text(tmp_path, "list.csv", content)
    assert len(read.complaints) == 1
    assert complaint in read.complaints[0]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "is empty"),
        (b"a,b,c\n1,2,3\n", "has no header with columns such as id, date and title"),
        (b"title,\xe6\xa0\x87\xe9\xa2\x98,date\n", "mean the same"),
        (b"id," * 1_000_000 + b"id\n", "expected at most 1,000"),
        (b"x" * 5_000_000, "characters"),
        (b"id,title\n\x81\xff\x98\x8d\n", "expected UTF-8, UTF-16 or GB18030"),
    ],
)
def test_what_is_no_list_of_events_is_refused(content: bytes, complaint: str, tmp_path: Path) -> None:
    """An empty file, another table, a million columns, a line without end: one sentence with the file's name."""
    with pytest.raises(ViewerError, match=complaint) as refusal:
        read_bytes(tmp_path, "list.csv", content)
    assert str(refusal.value).startswith(str(tmp_path / "list.csv"))


cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00<:&"), min_size=1, max_size=12)


@given(st.lists(st.tuples(cells, cells), min_size=1, max_size=5), st.sampled_from(",\t;|"))
@settings(deadline=None, max_examples=60)
def test_texts_survive_any_dialect(rows: list[tuple[str, str]], delimiter: str) -> None:
    """Commas, quotation marks and line ends in cells come through, whatever the delimiter; control characters not."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerow(("id", "title", "summary", "date", "lang", "places"))
    writer.writerows((f"e{at}", title, summary, "2021", "en", "[]") for at, (title, summary) in enumerate(rows))
    with scratch_folder() as folder:
        read = read_text(folder, "list.csv", stream.getvalue())
    texts = [(event.texts["en"]["title"], event.texts["en"]["summary"]) for event in read.events]
    assert texts == [(plain_text(title), plain_text(summary)) for title, summary in rows]

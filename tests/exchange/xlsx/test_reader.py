"""Spreadsheets as people leave them, and files that only pretend to be one."""

from datetime import date, datetime
from pathlib import Path

import pytest
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event import TagKind
from qtviewer.exchange.event_record import COLUMNS
from tests.exchange.importing.imported import read_bytes, read_file, read_or_refusal
from tests.exchange.xlsx.spreadsheets import replace_part, spreadsheet

HEADER = ["id", "title", "date"]


def test_rows_of_text(tmp_path: Path) -> None:
    """Texts come as they are, whatever they begin with; line ends survive, control characters are replaced."""
    rows = [HEADER, ["a", "=1+1", "2021"], [], ["b", "one\r\ntwo\x01", "2022-01"]]
    read = read_file(spreadsheet(tmp_path / "list.xlsx", rows))
    assert [(event.row, event.texts["en"]["title"]) for event in read.events] == [(2, "=1+1"), (4, "one\r\ntwo�")]
    assert read.problems == []


@pytest.mark.parametrize(
    ("number_format", "edtf"),
    [("yyyy-mm-dd", "2021-06-01"), ("mmm-yy", "2021-06"), ('yyyy"年"m"月"', "2021-06"), ("yyyy", "2021")],
)
def test_a_date_is_as_precise_as_its_cell_shows(number_format: str, edtf: str, tmp_path: Path) -> None:
    """2021-06 typed into a spreadsheet becomes its first day, but still shows the month only."""

    def add(workbook: Workbook, sheet: Worksheet) -> None:
        sheet.write_datetime(1, 2, datetime(2021, 6, 1), workbook.add_format({"num_format": number_format}))

    read = read_file(spreadsheet(tmp_path / "list.xlsx", [HEADER, ["a", "A"]], add))
    assert [format_edtf(event.date) for event in read.events if event.date] == [edtf]


def test_numbers_and_times_are_read_as_people_see_them(tmp_path: Path) -> None:
    """A year and an importance typed as numbers, and a time of day."""

    def add(workbook: Workbook, sheet: Worksheet) -> None:
        sheet.write_number(1, 2, 2021)
        sheet.write_number(1, 3, 5)
        sheet.write_datetime(1, 4, datetime(1900, 1, 1, 9, 30).time(), workbook.add_format({"num_format": "hh:mm"}))

    read = read_file(spreadsheet(tmp_path / "list.xlsx", [[*HEADER, "importance", "time"], ["a", "A"]], add))
    (event,) = read.events
    assert event.date is not None
    assert (format_edtf(event.date), event.importance, event.time) == ("2021", 5, "09:30")


def test_formulas_and_moments_are_refused_with_their_cell(tmp_path: Path) -> None:
    """What a spreadsheet computes is not what somebody wrote."""

    def add(workbook: Workbook, sheet: Worksheet) -> None:
        sheet.write_formula(1, 1, '=HYPERLINK("http://x")')
        sheet.write_datetime(2, 2, datetime(2021, 6, 1, 9, 30), workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"}))

    read = read_file(spreadsheet(tmp_path / "list.xlsx", [HEADER, ["a", "", "2021"], ["b", "B"]], add))
    assert [complaint.partition(", expected")[0] for complaint in read.complaints] == [
        "row 2, title '=HYPERLINK(\"http://x\")' is a formula",
        "row 3, date '2021-06-01 09:30' is a date with a time",
    ]


def test_a_title_may_stand_above_the_header(tmp_path: Path) -> None:
    """Spreadsheets often begin with what they are about."""
    read = read_file(
        spreadsheet(tmp_path / "list.xlsx", [["2021年大事记"], [], ["标题", "日期"], ["开通", "2021-06-28"]])
    )
    assert [event.row for event in read.events] == [4]


def test_names_stand_one_a_line_in_our_own_spreadsheets(tmp_path: Path) -> None:
    """There a semicolon is a part of a name; in others it separates names."""
    ours = {"id": "a", "title": "A", "date": "2021", "places": "x; y\nz"}
    read = read_file(spreadsheet(tmp_path / "ours.xlsx", [COLUMNS, [ours.get(column, "") for column in COLUMNS]]))
    assert read.events[0].tags[TagKind.PLACE] == ({"en": "x; y"}, {"en": "z"})
    read = read_file(spreadsheet(tmp_path / "other.xlsx", [list(ours), list(ours.values())]))
    assert read.events[0].tags[TagKind.PLACE] == ({"en": "x"}, {"en": "y"}, {"en": "z"})


def test_long_texts_are_put_together_again(tmp_path: Path) -> None:
    """A text that no cell can hold continues on a sheet of its own; without that sheet its row is refused."""

    def add(workbook: Workbook, _sheet: Worksheet) -> None:
        parts = workbook.add_worksheet("long texts")
        for at, row in enumerate(
            [("id", "column", "part", "text"), ("a", "body", "1", "one "), ("a", "body", "2", "two")]
        ):
            for column, text in enumerate(row):
                parts.write_string(at, column, text)

    rows = [[*HEADER, "body"], ["a", "A", "2021", "one\n[… continued on the sheet “long texts”]"]]
    assert read_file(spreadsheet(tmp_path / "whole.xlsx", rows, add)).events[0].texts["en"]["body"] == "one two"
    assert "is cut" in read_file(spreadsheet(tmp_path / "cut.xlsx", rows)).complaints[0]


def test_rows_go_on_over_several_sheets(tmp_path: Path) -> None:
    """More than a million rows fill the first sheet; a sheet of something else is left alone."""

    def add(workbook: Workbook, _sheet: Worksheet) -> None:
        for name, cells in (("events 3", ["b", "B", "2022"]), ("about", ["c", "C", "2023"])):
            sheet = workbook.add_worksheet(name)
            for column, text in enumerate(HEADER):
                sheet.write_string(0, column, text)
            for column, text in enumerate(cells):
                sheet.write_string(1, column, text)

    read = read_file(spreadsheet(tmp_path / "list.xlsx", [HEADER, ["a", "A", "2021"]], add))
    assert [(event.row, event.id) for event in read.events] == [(2, "a"), (3, "b")]


def test_too_many_columns_and_cells_beyond_the_header_are_refused(tmp_path: Path) -> None:
    """A sheet as wide as a spreadsheet can be is no list of events."""
    with pytest.raises(ViewerError, match="expected at most 1,000"):
        read_file(spreadsheet(tmp_path / "wide.xlsx", [HEADER + [f"c{at}" for at in range(3000)]]))
    read = read_file(spreadsheet(tmp_path / "ragged.xlsx", [HEADER, ["a", "A", "2021", "more"]]))
    assert read.complaints == ["row 2 has 4 cells, expected at most the 3 of the header"]


def test_a_cell_of_ten_megabytes_is_refused(tmp_path: Path) -> None:
    """No program writes it, but a file may hold it."""
    path = spreadsheet(tmp_path / "list.xlsx", [HEADER, ["a", "MARK", "2021"]])
    replace_part(path, "xl/sharedStrings.xml", b"MARK", b"0123456789" * 1_000_000)
    assert "has 10,000,000 characters, expected at most 50,000" in read_file(path).complaints[0]


@pytest.mark.parametrize(
    ("part", "content", "complaint"),
    [
        ("xl/worksheets/sheet1.xml", b"0" * 50_000_000, "unpacks to 47 MB; refused"),
        ("xl/workbook.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "holds a document type"),
        ("xl/worksheets/sheet1.xml", b"<worksheet>", "is a damaged spreadsheet"),
    ],
)
def test_bombs_and_damage_are_refused(part: str, content: bytes, complaint: str, tmp_path: Path) -> None:
    """Archives are looked into before anything is unpacked."""
    path = spreadsheet(tmp_path / "list.xlsx", [HEADER, ["a", "A", "2021"]])
    replace_part(path, part, None, content)
    with pytest.raises(ViewerError, match=complaint):
        read_file(path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"id,title\n", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 99])
def test_what_is_no_spreadsheet_is_refused(content: bytes, tmp_path: Path) -> None:
    """A renamed CSV, an old .xls, an empty file."""
    with pytest.raises(ViewerError, match=r"is no xlsx file|save it as \.xlsx"):
        read_bytes(tmp_path, "list.xlsx", content)


def test_dates_of_other_kinds(tmp_path: Path) -> None:
    """A plain date is read; the calendar of old Macintosh spreadsheets is heeded."""
    path = tmp_path / "mac.xlsx"
    with Workbook(str(path), {"date_1904": True}) as workbook:
        sheet = workbook.add_worksheet()
        for column, text in enumerate(HEADER):
            sheet.write_string(0, column, text)
        sheet.write_string(1, 1, "A")
        sheet.write_datetime(1, 2, date(2021, 6, 28), workbook.add_format({"num_format": "d mmm yyyy"}))
    (event,) = read_file(path).events
    assert event.date is not None
    assert format_edtf(event.date) == "2021-06-28"


@pytest.mark.parametrize("is_without_sheets", [False, True])
def test_a_refused_spreadsheet_is_closed_at_once(is_without_sheets: bool, tmp_path: Path) -> None:
    """Nothing has to be collected before its file can be moved or replaced."""
    path = spreadsheet(tmp_path / "list.xlsx", [["a", "b"]] * 20)
    if is_without_sheets:
        replace_part(path, "xl/workbook.xml", None, b"<workbook/>")
    with pytest.raises(ViewerError):
        read_file(path)
    open_files = [link.readlink() for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    assert path not in open_files


def sheet_with(path: Path, rows: str) -> Path:
    """A spreadsheet with the XML of rows below its header."""
    spreadsheet(path, [HEADER])
    return replace_part(path, "xl/worksheets/sheet1.xml", b"</row>", f"</row>{rows}".encode())


def test_a_styled_last_row_is_no_row(tmp_path: Path) -> None:
    """Whole columns with a colour, down to the last row of a spreadsheet, hold no event."""
    styled = "".join(f'<row r="{row}" s="1"><c r="A{row}" s="1"/><c r="ALL{row}"/></row>' for row in range(3, 30_000))
    rows = f'<row r="2"><c r="B2" t="str"><v>A</v></c></row>{styled}<row r="1048576"><c r="B1048576" s="1"/></row>'
    read = read_file(sheet_with(tmp_path / "list.xlsx", rows))
    assert [(event.row, event.texts["en"]["title"]) for event in read.events] == [(2, "A")]


def test_a_row_without_its_number_follows_the_one_before(tmp_path: Path) -> None:
    """Some programs leave the numbers of rows and cells out."""
    rows = '<row><c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c><c t="str"><v>A</v></c></row>'
    read = read_file(sheet_with(tmp_path / "list.xlsx", rows))
    assert [(event.row, event.id) for event in read.events] == [(2, "ab")]


@pytest.mark.parametrize(
    ("cell", "complaint"),
    [
        ("<c r='B2'><v>1e999</v></c>", "is no number"),
        ("<c r='B2'><v>x</v></c>", "is no number"),
        ("<c r='B2' t='e'><v>#REF!</v></c>", "title '#REF!' is an error of the spreadsheet"),
        ("<c r='B2' t='s'><v>99</v></c>", "is a damaged spreadsheet (IndexError: there is no text 99)"),
        ("<c r='B2' t='s'><v>-1</v></c>", "is a damaged spreadsheet"),
    ],
)
def test_cells_of_no_value_are_told(cell: str, complaint: str, tmp_path: Path) -> None:
    """What no program writes, but a damaged file may hold."""
    assert complaint in read_file(sheet_with(tmp_path / "list.xlsx", f"<row r='2'>{cell}</row>")).complaints[0]


def test_a_row_beyond_the_last_is_refused(tmp_path: Path) -> None:
    """A spreadsheet has 1,048,576 rows."""
    path = sheet_with(tmp_path / "list.xlsx", "<row r='1048577'><c r='B1' t='str'><v>A</v></c></row>")
    assert read_or_refusal(path) == f"{path}: holds a row 1048577, expected at most 1,048,576"


def test_readings_above_characters_are_no_part_of_a_text(tmp_path: Path) -> None:
    """Japanese programs keep them beside each text."""
    path = spreadsheet(tmp_path / "list.xlsx", [HEADER, ["a", "MARK", "2021"]])
    replace_part(path, "xl/sharedStrings.xml", b"<t>MARK</t>", "<t>東</t><rPh sb='0' eb='1'><t>ひ</t></rPh>".encode())
    assert read_file(path).events[0].texts["zh"]["title"] == "東"


@pytest.mark.parametrize(("kind", "edtf"), [(31, "2021-06-28"), (57, "2021-06"), (14, "2021-06-28")])
def test_dates_in_the_formats_of_chinese_versions(kind: int, edtf: str, tmp_path: Path) -> None:
    """They have numbers of their own, which the file does not explain."""
    path = sheet_with(
        tmp_path / "list.xlsx", "<row r='2'><c r='B2' t='str'><v>A</v></c><c r='C2' s='1'><v>44375</v></c></row>"
    )
    styles = f'<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="{kind}"/></cellXfs></styleSheet>'
    replace_part(path, "xl/styles.xml", None, styles.encode())
    (event,) = read_file(path).events
    assert event.date is not None
    assert format_edtf(event.date) == edtf


@pytest.mark.parametrize(
    ("part", "content", "complaint"),
    [
        (
            "xl/worksheets/sheet1.xml",
            "<row><c t='str'><v>a</v></c></row>" * 60_000,
            "repeats cells without end (row 50,001)",
        ),
        ("xl/worksheets/sheet1.xml", f"<row>{'<c><v>1</v></c>' * 900}</row>" * 1_200, "repeats cells without end"),
        ("xl/worksheets/sheet1.xml", "<a>" * 200, "holds elements in elements more than 100 deep"),
        ("xl/sharedStrings.xml", "<si><t>a</t></si>" * 2_000_001, "holds more than 2,000,000 texts"),
        ("xl/styles.xml", f"<cellXfs>{'<xf/>' * 100_001}</cellXfs>", "holds more than 100,000 styles"),
    ],
)
def test_a_small_file_that_is_large_inside_is_refused(part: str, content: str, complaint: str, tmp_path: Path) -> None:
    """A few kilobytes of rows, cells, texts or styles, all alike, would take minutes or gigabytes."""
    path = spreadsheet(tmp_path / "list.xlsx", [HEADER])
    root = {
        "xl/worksheets/sheet1.xml": "<sheetData>",
        "xl/sharedStrings.xml": "<sst>",
        "xl/styles.xml": "<styleSheet>",
    }[part]
    name = root.strip("<>")
    replace_part(path, part, None, f"{root}<row><c t='str'><v>title</v></c></row>{content}</{name}>".encode())
    read = read_or_refusal(path)
    assert complaint in (read if isinstance(read, str) else read.complaints[-1])

"""Exporting from the window: the same lists as from the command line, of what is on the screen."""

import re
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from qtviewer.cli.run import run
from qtviewer.domain.event_query import EventQuery
from qtviewer.resources import shipped_store_path
from qtviewer.store.reader import StoreReader
from qtviewer.ui.files.export_dialog import ExportDialog
from tests.printing.pdf_readers import texts_of
from tests.ui.windows import OpenWindow, click

FESTIVAL = EventQuery(categories=frozenset({"spring-festival"}))
FILTERS = ["--category", "spring-festival"]
TIME = re.compile(rb"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?(\+00:00|Z)?|\d{8}T\d{6}Z")


@pytest.fixture
def dialog(open_window: OpenWindow, qtbot: QtBot) -> ExportDialog:
    """The dialog of a window that shows the Spring Festival, opened by its button."""
    window = open_window(size=(1600, 900), query=FESTIVAL)
    click(window.header.export_button)
    assert window.dialogs.export_dialog is not None
    qtbot.waitUntil(lambda: window.dialogs.export_dialog is not None and not window.dialogs.export_dialog.is_previewing)
    return window.dialogs.export_dialog


def _choose(dialog: ExportDialog, file_format: str, target: Path) -> None:
    dialog.form.format_box.setCurrentIndex(dialog.form.format_box.findData(file_format))
    dialog.form.target_field.setText(str(target))


def _export(dialog: ExportDialog, qtbot: QtBot) -> str:
    click(dialog.form.export_button)
    qtbot.waitUntil(lambda: not dialog.is_busy and not dialog.form.progress_bar.isVisible())
    return dialog.form.message_label.text()


@pytest.mark.parametrize("file_format", ["csv", "json", "jsonl", "ics", "md", "html", "timelinejs", "svg", "png"])
def test_window_and_command_line_write_the_same(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, file_format: str
) -> None:
    """Byte by byte, but for the time at which they were written."""
    one, other = tmp_path / f"window.{file_format}", tmp_path / f"command.{file_format}"
    _choose(dialog, file_format, one)
    assert _export(dialog, qtbot).startswith(f"已写入：{one}")
    assert run(["export", str(other), "--lang", "zh", *FILTERS]) == 0
    if file_format == "png":  # the time is painted
        assert QImage(str(one)).size() == QImage(str(other)).size()
    else:
        assert TIME.sub(b"", one.read_bytes()) == TIME.sub(b"", other.read_bytes())


@pytest.mark.parametrize("name", ["list.xlsx", "list.pdf", "list-poster.pdf"])
def test_window_and_command_line_say_the_same(
    dialog: ExportDialog, qtbot: QtBot, shipped: StoreReader, tmp_path: Path, name: str
) -> None:
    """Where files are packed, their values: every cell, or the text of every page, with the query and the hash."""
    one, other = tmp_path / f"window-{name}", tmp_path / f"command-{name}"
    _choose(dialog, "poster" if "poster" in name else name.rpartition(".")[2], one)
    assert _export(dialog, qtbot).startswith(f"已写入：{one}")
    assert run(["export", str(other), "--lang", "zh", *FILTERS]) == 0
    values = _values(one)
    assert values == _values(other)
    query = "春节故事" if "poster" in name else '{"categories":["spring-festival"]}'  # a wall is read by people only
    for part in (query, shipped.content_hash, str(shipped.count(FESTIVAL))):
        assert all(part in said for said in values)
    for title in (head.title for head in shipped.heads(FESTIVAL, "zh")):
        assert all("".join(title.split()) in said for said in values)


def _values(path: Path) -> list[str]:
    """The cells of a spreadsheet, or a PDF's text by reader, without space and the time of day."""
    if path.suffix == ".pdf":
        said = list(texts_of(path.read_bytes()).values())
    else:
        sheets = openpyxl.load_workbook(path).worksheets
        cells = (str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row)
        said = ["".join("".join(cells).split())]
    return [re.sub(r"\d\d:\d\d(:\d\d)?UTC|T\d\d:\d\d:\d\d", "", each) for each in said]


def test_fields_and_language_are_those_of_the_command_line(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    """Only the ticked columns, in every language of the store."""
    one, other = tmp_path / "window.csv", tmp_path / "command.csv"
    _choose(dialog, "csv", one)
    dialog.form.language_box.setCurrentIndex(dialog.form.language_box.findData("all"))
    for row in range(dialog.form.field_list.count()):
        item = dialog.form.field_list.item(row)
        if item.text() not in {"id", "title", "date"}:
            item.setCheckState(Qt.CheckState.Unchecked)
    _export(dialog, qtbot)
    assert run(["export", str(other), "--lang", "all", "--fields", "id,title,date", *FILTERS]) == 0
    assert one.read_bytes() == other.read_bytes()
    assert one.read_text("utf-8-sig").splitlines()[0] == "id,title,date,title_zh,title_en"


def test_a_list_for_programs_is_that_of_the_command_line(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    """With every value as it is, and all fields, between which there is nothing to choose then."""
    one, other = tmp_path / "window.csv", tmp_path / "command.csv"
    _choose(dialog, "csv", one)
    assert dialog.form.field_list.isVisible()
    dialog.form.raw_check.setChecked(True)
    assert not dialog.form.field_list.isVisible()
    _export(dialog, qtbot)
    assert run(["export", str(other), "--lang", "zh", "--raw", *FILTERS]) == 0
    assert one.read_bytes() == other.read_bytes()


def test_a_picture_has_the_width_that_is_chosen(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    """In pixels or millimetres; only pictures have one, and what is too narrow is said in a sentence."""
    assert not dialog.form.width_box.isVisible()
    _choose(dialog, "png", tmp_path / "list.png")
    assert dialog.form.width_box.suffix() == " px"
    assert not dialog.form.raw_check.isVisible()
    dialog.form.width_box.setValue(2400)
    assert _export(dialog, qtbot).startswith("已写入")
    assert QImage(str(tmp_path / "list.png")).width() == 2400
    _choose(dialog, "poster", tmp_path / "list-poster.pdf")
    assert dialog.form.width_box.suffix() == " mm"
    dialog.form.width_box.setValue(1)
    assert "width 1 is too small" in _export(dialog, qtbot)


def test_it_says_what_will_be_written(dialog: ExportDialog, shipped: StoreReader, qtbot: QtBot) -> None:
    """The query in words with the number of events, and the first rows with the fields that are chosen."""
    assert "春节故事" in dialog.form.summary_label.text()
    assert f"{shipped.count(FESTIVAL)} 条" in dialog.form.summary_label.text()
    heads = shipped.heads(FESTIVAL, "zh", 8)
    assert [row[0] for row in dialog.form.preview_table.texts()] == [head.id for head in heads]
    dialog.form.field_list.item(0).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: not dialog.is_previewing)
    assert [row[0] for row in dialog.form.preview_table.texts()] == [head.title for head in heads]


def test_the_name_follows_the_format(dialog: ExportDialog) -> None:
    """Folder and name stay; only tables have fields to choose."""
    _choose(dialog, "csv", Path("/lists/june.csv"))
    for file_format, name in (("poster", "june-poster.pdf"), ("pdf", "june.pdf"), ("xlsx", "june.xlsx")):
        dialog.form.format_box.setCurrentIndex(dialog.form.format_box.findData(file_format))
        assert dialog.form.target_field.text() == f"/lists/{name}"
        assert dialog.form.field_list.isVisible() is (file_format == "xlsx")


def test_what_a_format_cannot_hold_is_said(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    """The same sentences as on the command line."""
    _choose(dialog, "ics", tmp_path / "list.ics")
    assert "tentative" in _export(dialog, qtbot)


def test_what_cannot_be_written_is_one_sentence(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    """A folder stays a folder, and the store itself is never written over."""
    folder = tmp_path / "list.csv"
    folder.mkdir()
    _choose(dialog, "csv", folder)
    assert _export(dialog, qtbot) == f"{folder}: cannot be written (a folder is there)"
    dialog.form.target_field.setText(str(shipped_store_path()))
    assert _export(dialog, qtbot) == f"{shipped_store_path()}: this is the store itself; expected another file"
    dialog.form.target_field.setText("")
    assert _export(dialog, qtbot) == "请先选择文件。"


@pytest.mark.parametrize("file_format", ["html", "poster"])
def test_an_export_can_be_cancelled(dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, file_format: str) -> None:
    """The file of yesterday stays, whole and alone."""
    target = tmp_path / "list.any"
    target.write_text("yesterday")
    _choose(dialog, file_format, target)
    QTimer.singleShot(0, dialog.form.cancel_button.click)  # in the first turn of the event loop
    dialog.export()
    qtbot.waitUntil(lambda: not dialog.is_busy and bool(dialog.form.message_label.text()))
    assert dialog.form.message_label.text() == "已取消，没有写入任何内容。"
    assert target.read_text() == "yesterday"
    assert dialog.isVisible()
    dialog.cancel()
    assert not dialog.isVisible()

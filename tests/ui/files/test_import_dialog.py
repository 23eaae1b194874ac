"""Importing in the window: look, try, then do; the store as it was stays beside it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from qtviewer.app.window import WindowSession
from qtviewer.domain.event_query import EventQuery
from qtviewer.resources import shipped_store_path
from qtviewer.store.reader import StoreReader
from qtviewer.ui.files.import_dialog import ImportDialog
from tests.store.stores import edited_copy
from tests.ui.windows import OpenWindow, click

GOOD = "id,title,date,category\nbridge,A bridge opens,2021-06-28,bridges\nferry,The last ferry,2021-07,bridges\n"
BAD = "id,title,date,category\nbridge,A bridge opens,someday,bridges\nferry,,2021-07,bridges\n"


@pytest.fixture
def store(sample_store: Path, tmp_path: Path) -> Iterator[StoreReader]:
    """A store that may be changed."""
    with closing(StoreReader(edited_copy(sample_store, tmp_path / "mine.sqlite"))) as reader:
        yield reader


def _opened(open_window: OpenWindow, source: StoreReader, lang: str = "en") -> ImportDialog:
    window = open_window(lang, size=(1600, 900), source=source)
    click(window.header.export_button)
    assert window.dialogs.export_dialog is not None
    click(window.dialogs.export_dialog.form.import_button)
    assert not window.dialogs.export_dialog.isVisible()
    assert window.dialogs.import_dialog is not None
    return window.dialogs.import_dialog


def _look(dialog: ImportDialog, qtbot: QtBot, path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    dialog.form.file_field.setText(str(path))
    dialog.preview()
    qtbot.waitUntil(lambda: not dialog.is_busy)


def _run(dialog: ImportDialog, qtbot: QtBot, *, dry_run: bool) -> None:
    click(dialog.try_button if dry_run else dialog.import_button)
    qtbot.waitUntil(lambda: not dialog.is_busy)


def test_it_shows_how_a_file_is_understood(
    open_window: OpenWindow, store: StoreReader, qtbot: QtBot, tmp_path: Path
) -> None:
    """Format, encoding, delimiter and the first rows."""
    dialog = _opened(open_window, store)
    _look(dialog, qtbot, tmp_path / "new.csv", GOOD)
    assert dialog.form.format_label.text() == "Read as csv, UTF-8, comma"
    assert dialog.form.preview_table.texts()[0] == ["2", "bridge", "2021-06-28", "A bridge opens", "bridges"]


def test_every_problem_has_its_place(open_window: OpenWindow, store: StoreReader, qtbot: QtBot, tmp_path: Path) -> None:
    """Row, column, value and reason; nothing can be carried out, and nothing is written."""
    dialog = _opened(open_window, store)
    before = store.path.read_bytes()
    _look(dialog, qtbot, tmp_path / "new.csv", BAD)
    _run(dialog, qtbot, dry_run=True)
    problems = dialog.form.problem_table.texts()
    assert [row[:3] for row in problems] == [["2", "date", "someday"], ["3", "title", ""]]
    assert all(row[3] for row in problems)
    assert dialog.form.message_label.text() == "2 problems; nothing is written."
    assert not dialog.import_button.isEnabled()
    assert store.path.read_bytes() == before


def test_an_encoding_can_be_chosen(open_window: OpenWindow, store: StoreReader, qtbot: QtBot, tmp_path: Path) -> None:
    """The preview shows which one was found out, and another reads the file anew."""
    dialog = _opened(open_window, store)
    path = tmp_path / "new.csv"
    path.write_bytes("title,date\n地鐵八號線開通全線試乘,2021\n".encode("big5"))
    dialog.form.file_field.setText(str(path))
    dialog.preview()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert "Read as csv, Big5, comma\nthe encoding is a guess" in dialog.form.format_label.text()
    assert dialog.form.preview_table.texts()[0][3] == "地鐵八號線開通全線試乘"
    dialog.form.encoding_box.setCurrentIndex(dialog.form.encoding_box.findData("gb18030"))
    qtbot.waitUntil(lambda: not dialog.is_busy and "GB18030" in dialog.form.format_label.text())
    assert dialog.form.preview_table.texts()[0][3] != "地鐵八號線開通全線試乘"


def test_a_file_without_events_is_a_problem(
    open_window: OpenWindow, store: StoreReader, qtbot: QtBot, tmp_path: Path
) -> None:
    """It is told in the preview and when it is tried; it cannot be imported."""
    dialog = _opened(open_window, store)
    _look(dialog, qtbot, tmp_path / "new.csv", "id,title,date\n")
    assert "holds no event, found a header" in dialog.form.preview_table.texts()[0][3]
    _run(dialog, qtbot, dry_run=True)
    assert "holds no event, found a header" in dialog.form.problem_table.texts()[0][3]
    assert not dialog.import_button.isEnabled()


def test_first_tried_then_done(
    open_window: OpenWindow, store: StoreReader, session: WindowSession, qtbot: QtBot, tmp_path: Path
) -> None:
    """The dry run changes nothing; the real one keeps the old store, and the window shows the new events."""
    dialog = _opened(open_window, store)
    before, count, content_hash = store.path.read_bytes(), store.count(EventQuery()), store.content_hash
    _look(dialog, qtbot, tmp_path / "new.csv", GOOD)
    dialog.form.mode_box.setCurrentIndex(dialog.form.mode_box.findData("update"))
    assert not dialog.import_button.isEnabled()
    _run(dialog, qtbot, dry_run=True)
    assert "would be added: 2 (rows 2-3)" in dialog.form.report.toPlainText()
    assert store.path.read_bytes() == before
    _run(dialog, qtbot, dry_run=False)
    (backup,) = tmp_path.glob("mine.sqlite.*.backup")
    with closing(StoreReader(backup)) as kept:
        assert kept.content_hash == content_hash
    window = session.window
    assert window is not None
    assert window.isVisible()
    assert window.model.total == count + 2
    assert window.model.state.lang == "en"


def test_another_choice_has_to_be_tried_again(
    open_window: OpenWindow, store: StoreReader, qtbot: QtBot, tmp_path: Path
) -> None:
    """What was tried with one mode cannot be carried out with another."""
    dialog = _opened(open_window, store)
    _look(dialog, qtbot, tmp_path / "new.csv", GOOD)
    _run(dialog, qtbot, dry_run=True)
    assert dialog.import_button.isEnabled()
    dialog.form.mode_box.setCurrentIndex(dialog.form.mode_box.findData("replace"))
    assert not dialog.import_button.isEnabled()


def test_what_is_ambiguous_is_asked(open_window: OpenWindow, store: StoreReader, qtbot: QtBot, tmp_path: Path) -> None:
    """03/04/2021 is refused until somebody says how it is meant."""
    dialog = _opened(open_window, store)
    _look(dialog, qtbot, tmp_path / "new.csv", GOOD.replace("2021-06-28", "03/04/2021"))
    _run(dialog, qtbot, dry_run=True)
    assert dialog.form.problem_table.texts()[0][:3] == ["2", "date", "03/04/2021"]
    dialog.form.order_box.setCurrentIndex(dialog.form.order_box.findData("dmy"))
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert dialog.form.preview_table.texts()[0][2] == "2021-04-03"
    _run(dialog, qtbot, dry_run=True)
    assert dialog.import_button.isEnabled()


def test_the_shipped_store_is_never_changed(
    open_window: OpenWindow, session: WindowSession, qtbot: QtBot, tmp_path: Path
) -> None:
    """A new store is made instead, and the window opens it."""
    dialog = _opened(open_window, StoreReader(shipped_store_path()), "zh")  # the window closes it
    assert dialog.form.message_label.text() == "这个库不能更改。请为文件中的事件选择一个新库。"
    assert dialog.form.store_field.text() == ""
    _look(dialog, qtbot, tmp_path / "new.csv", GOOD)
    assert not dialog.try_button.isEnabled()
    dialog.form.store_field.setText(str(tmp_path / "new.sqlite"))
    _run(dialog, qtbot, dry_run=True)
    assert not (tmp_path / "new.sqlite").exists()
    _run(dialog, qtbot, dry_run=False)
    window = session.window
    assert window is not None
    assert window.model.total == 2


def test_a_file_that_cannot_be_read_is_one_sentence(
    open_window: OpenWindow, store: StoreReader, qtbot: QtBot, tmp_path: Path
) -> None:
    """An unknown format names those that are known."""
    dialog = _opened(open_window, store)
    _look(dialog, qtbot, tmp_path / "new.doc", GOOD)
    assert "new.doc: no format for this name; expected one ending in .csv" in dialog.form.message_label.text()

"""The window that takes the place of the main window says what is wrong in its own language."""

import re
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from qtviewer.app.stores import open_source, open_with_query
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.opening import damage_message
from qtviewer.ui.translation import install_translation
from qtviewer.ui.window.failure_sentence import SENTENCES, failure_sentence
from qtviewer.ui.window.failure_window import failure_window

KINDS = ("missing", "empty", "text", "cut", "other", "newer", "older", "tables", "folder", "damaged")


def bad_store(kind: str, good: Path, folder: Path) -> Path:
    """A file that is not a store, or a damaged one."""
    path, contents = folder / "events.sqlite", bytearray(good.read_bytes())
    if kind == "folder":
        path.mkdir()
    changes = {
        "other": (68, b"abcd"),
        "newer": (60, b"\0\0\0\x63"),
        "older": (60, b"\0\0\0\1"),
        "damaged": (100, b"\7"),
    }
    if kind in changes:
        at, found = changes[kind]
        contents[at : at + len(found)] = found
    if kind == "tables":
        contents = contents.replace(b"CREATE TABLE event (", b"CREATE TABLE evemt (")
    whole = {"empty": b"", "text": b"no store\n" * 100, "cut": bytes(contents[:5000])}
    if kind not in ("missing", "folder"):
        path.write_bytes(whole.get(kind, bytes(contents)))
    return path


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_wrong_with_a_store_is_said_in_the_language(
    qtbot: QtBot, sample_store: Path, tmp_path: Path, kind: str, lang: str
) -> None:
    """Of the Chinese sentence only the path, SQLite's reason and the commands are in Latin letters."""
    path = bad_store(kind, sample_store, tmp_path)
    with pytest.raises(ViewerError) as failed:
        open_source(path)
    install_translation(lang)
    window = failure_window(str(failed.value), "light")
    qtbot.addWidget(window)
    sentence = window.findChildren(QLabel)[1].text()
    assert str(path) in sentence
    own = re.sub(r"（[^）]*）|qtviewer|build|import|reindex|SQLite", "", sentence.replace(str(path), ""))
    assert bool(re.search("[a-z]", own)) == (lang == "en")
    assert lang == "zh" or sentence == str(failed.value)


@pytest.mark.parametrize(
    "code", [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT]
)
def test_every_sentence_about_reading_is_known(code: int) -> None:
    """Locked, interrupted, unreadable, damaged."""
    error = sqlite3.DatabaseError("reason")
    error.sqlite_errorcode = code
    install_translation("zh")
    sentence = failure_sentence(f"events.sqlite: {damage_message(error)}")
    assert not re.search("[a-z]", re.sub("events.sqlite|qtviewer reindex|（reason）", "", sentence))


@pytest.mark.parametrize("options", [{"lang": "fr"}, {"selected": "nowhere"}])
def test_what_the_store_lacks_is_said_in_the_language(sample_store: Path, options: dict[str, str]) -> None:
    """A language, or an event."""
    with pytest.raises(ViewerError) as failed:
        open_with_query(sample_store, lambda _source: EventQuery(), options)
    install_translation("zh")
    assert failure_sentence(str(failed.value)).startswith("数据文件中没有")


def test_other_sentences_stay_as_they_are() -> None:
    """As they are, braces and all; every known sentence has names only once."""
    install_translation("zh")
    assert failure_sentence("a {path} of {nothing}: known") == "a {path} of {nothing}: known"
    for sentence in SENTENCES:
        names = re.findall(r"{(\w+)}", sentence)
        assert len(names) == len(set(names))

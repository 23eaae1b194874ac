"""Texts of others open no file: neither as documents nor in labels."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from qtviewer.domain.markdown_subset import escape_markdown, safe_markdown
from qtviewer.ui.look.inert_document import InertDocument
from qtviewer.ui.look.labels import WrappedLabel

SIDE = 400  # pixels of a picture that would make a label high
HOSTILE = [
    "![p]({})",
    "<img src='{}'>",
    "[a]: {}\n![a]",
    "![p](<{}>)",
    "[![p]({})](file:///x)",
    "`a` ![p][]\n\n[p]: {}",
]


@pytest.fixture
def picture(tmp_path: Path, qapp: QApplication) -> Path:
    """A picture on the disk."""
    assert qapp is not None
    path = tmp_path / "picture.png"
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(path))
    return path


def test_a_document_of_qt_would_read_it(picture: Path) -> None:
    """What the wall is for: any path in a text is opened."""
    document = QTextDocument()
    document.setMarkdown(f"![p]({picture})")
    assert document.size().height() > SIDE


@pytest.mark.parametrize("form", HOSTILE)
def test_a_document_reads_nothing(form: str, picture: Path) -> None:
    """Neither as Markdown nor as HTML does a text bring a picture with it."""
    for path in (picture, picture.as_uri()):
        document = InertDocument()
        for show in (document.setMarkdown, document.setHtml):
            show(form.format(path))
            assert document.size().height() < SIDE


@pytest.mark.parametrize("form", HOSTILE)
@pytest.mark.parametrize("text_format", [Qt.TextFormat.MarkdownText, Qt.TextFormat.RichText])
def test_a_label_shows_a_picture_as_text(form: str, text_format: Qt.TextFormat, picture: Path) -> None:
    """Also where somebody forgot to escape it."""
    label = WrappedLabel(form.format(picture), QFont(), text_format)
    assert label.heightForWidth(4 * SIDE) < SIDE


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("*-_[]()!<&\\`#1.:/@w\n "), max_size=60))
@settings(deadline=None, max_examples=300)
def test_qt_finds_no_picture_and_no_link_in_safe_markdown(qapp: QApplication, text: str) -> None:
    """Whatever a text holds; and a title of one line reads as it was written."""
    assert qapp is not None
    for safe in (safe_markdown(text), escape_markdown(text)):
        document = InertDocument()
        document.setMarkdown(safe)
        cursor = QTextCursor(document)
        while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
            assert not cursor.charFormat().isAnchor()
            assert not cursor.charFormat().isImageFormat()


@pytest.mark.parametrize(
    "text",
    ["![p](/dev/zero)", "[l](file:///x)", "www.example.org a@b.org http://x", "<b>&amp;", r"\*", "a_b_ `c` ~~d~~"],
)
def test_what_is_escaped_reads_as_it_was_written(qapp: QApplication, text: str) -> None:
    """The escapes of Markdown are not seen."""
    assert qapp is not None
    document = InertDocument()
    document.setMarkdown(safe_markdown(text))
    assert document.toPlainText() == text

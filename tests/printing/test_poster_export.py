"""The timeline as a poster, read back by readers of its formats: every event is on it, whole."""

import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery
from qtviewer.exchange.export import ExportOptions, export_events
from qtviewer.printing import poster_content, poster_export
from qtviewer.store.reader import StoreReader
from tests.exchange.exported import CREATED, EVERYTHING, WRITERS, exported
from tests.printing.pdf_readers import texts_of

pytestmark = pytest.mark.usefixtures("qapp")
FESTIVAL = EventQuery(categories=frozenset({"milestone", "spring-festival"}))
TEXT = "{http://www.w3.org/2000/svg}text"


def _bare(text: str) -> str:
    return "".join(text.split())


def _titles(source: StoreReader, query: EventQuery, lang: str) -> list[str]:
    return [_bare(head.title) for head in source.heads(query, lang)]


def _svg(source: StoreReader, lang: str, query: EventQuery) -> tuple[ElementTree.Element, str]:
    root = ElementTree.fromstring(exported(source, "list.svg", lang, query))  # noqa: S314 - made here
    return root, _bare("".join("".join(text.itertext()) for text in root.iter(TEXT)))


@pytest.mark.parametrize(("lang", "query"), [("zh", EVERYTHING), ("en", EVERYTHING), ("zh", FESTIVAL)])
def test_the_pdf_poster_is_one_page_with_every_title(shipped: StoreReader, lang: str, query: EventQuery) -> None:
    """For all readers its text is the store's, dates too; it says query, count, hash and source."""
    content = exported(shipped, "list-poster.pdf", lang, query)
    pdf = PdfReader(io.BytesIO(content))
    assert len(pdf.pages) == 1
    dates = [_bare(date_label(event.date, lang)) for event in shipped.events(query)]
    expected = [*_titles(shipped, query, lang), *dates, shipped.content_hash, str(shipped.count(query)), "2026-03-14"]
    for reader, told in texts_of(content).items():
        assert (reader, [text for text in expected if text not in told]) == (reader, [])
        assert not [character for character in told if "\u2e80" <= character <= "\u2fdf"]
    assert round(float(pdf.pages[0].mediabox.width) / 72 * 25.4) == 1_189


@pytest.mark.parametrize(("lang", "query"), [("zh", EVERYTHING), ("en", FESTIVAL)])
def test_the_svg_has_every_title_as_text(shipped: StoreReader, lang: str, query: EventQuery) -> None:
    """It can be edited and searched; its description is the statement of every list."""
    root, told = _svg(shipped, lang, query)
    dates = [_bare(date_label(event.date, lang)) for event in shipped.events(query)]
    assert [text for text in [*_titles(shipped, query, lang), *dates] if text not in told] == []
    assert root.get("width") == "1189mm"
    description = root.findtext("{http://www.w3.org/2000/svg}desc")
    assert description is not None
    statement = json.loads(description)
    assert (statement["count"], statement["content_hash"]) == (shipped.count(query), shipped.content_hash)
    assert shipped.content_hash in told


def test_all_languages_stand_on_one_poster(shipped: StoreReader) -> None:
    """Each card has its title in Chinese and in English."""
    _root, told = _svg(shipped, "all", FESTIVAL)
    for lang in ("zh", "en"):
        assert [title for title in _titles(shipped, FESTIVAL, lang) if title not in told] == []


def test_the_svg_can_be_rendered(shipped: StoreReader) -> None:
    """A renderer finds colours of cards, not an empty sheet."""
    renderer = QSvgRenderer(QByteArray(exported(shipped, "list.svg", "zh", FESTIVAL)))
    assert renderer.isValid()
    image = QImage(renderer.defaultSize() / 8, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert len(_colors(image)) > 20


def test_the_picture_has_the_width_asked_for(shipped: StoreReader, tmp_path: Path) -> None:
    """In pixels; it is not blank, and says what it is in its own fields."""
    target = tmp_path / "list.png"
    export_events(shipped, str(target), ExportOptions(FESTIVAL, "zh", created=CREATED, width=2_400), WRITERS)
    image = QImage(str(target))
    assert image.width() == 2_400
    assert image.height() > 800
    assert len(_colors(image)) > 20
    assert image.text("Title") == "钱塘纪事"
    assert json.loads(image.text("Description"))["content_hash"] == shipped.content_hash


def _colors(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}


@pytest.mark.parametrize(
    ("name", "width", "message"),
    [
        ("list.png", 10, "width 10 is too small; expected 800 to 30000 pixels"),
        ("list.svg", 6_000, "width 6000 is too large; expected 200 to 5000 millimetres"),
        ("list-poster.pdf", -5, "width -5 is too small; expected 200 to 5000 millimetres"),
        ("list.csv", 500, "csv has no width; expected one of png, svg, poster"),
    ],
)
def test_a_width_that_cannot_be_is_one_line(
    shipped: StoreReader, tmp_path: Path, name: str, width: int, message: str
) -> None:
    """And nothing is written."""
    with pytest.raises(ViewerError) as refusal:
        export_events(shipped, str(tmp_path / name), ExportOptions(width=width), WRITERS)
    assert str(refusal.value).startswith(message)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "limit", "message"),
    [
        ("list.png", "_MAX_AREA", "the picture would be 900 × "),
        ("list.svg", "_MAX_MILLIMETRES", "the poster would be "),
    ],
)
def test_a_poster_too_large_to_paint_is_one_line(
    shipped: StoreReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, name: str, limit: str, message: str
) -> None:
    """Before anything is painted, with the size it would have."""
    monkeypatch.setattr(poster_export, limit, 900)
    with pytest.raises(ViewerError) as refusal:
        export_events(shipped, str(tmp_path / name), ExportOptions(width=900), WRITERS)
    assert str(refusal.value).startswith(message)
    assert list(tmp_path.iterdir()) == []


def test_what_a_poster_leaves_out_is_said(
    shipped: StoreReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beyond the limit, the most important stand on it; it and the command say how many there are."""
    monkeypatch.setattr(poster_content, "MAX_CARDS", 50)
    monkeypatch.setattr(poster_content, "_BATCH_SIZE", 50)
    target = tmp_path / "list.svg"
    losses = export_events(shipped, str(target), ExportOptions(EVERYTHING, "en", created=CREATED), WRITERS)
    total = shipped.count(EVERYTHING)
    told = "".join(ElementTree.parse(target).getroot().itertext())  # noqa: S314 - made here
    assert f"Shown are the 50 most important of {total} events." in told
    best = EventQuery(min_importance=5)
    assert [title for title in _titles(shipped, best, "en") if title not in _bare(told)] == []
    assert [len(loss.event_ids) + loss.unnamed_count for loss in losses] == [total - 50]
    assert f"({total - 50}: " in str(losses[0])
    assert set(losses[0].event_ids) < {head.id for head in shipped.heads(EVERYTHING, "en")}

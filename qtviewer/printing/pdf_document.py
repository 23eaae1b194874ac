"""The pages of a chronicle on A4: cover, contents, the events by month, and what the list is on every page."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

from qtviewer.domain.event import name_in_language
from qtviewer.exchange.document_entry import DocumentEntry, document_sections
from qtviewer.exchange.event_histogram import histogram_bars, histogram_buckets
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.export_texts import export_text
from qtviewer.exchange.json.writer import as_json
from qtviewer.printing.pdf_font import document_font
from qtviewer.printing.pdf_html import PdfFonts, entry_html, style_sheet
from qtviewer.ui.look.theme import LIGHT

_DOTS: Final = 288  # an inch
_POINT: Final = _DOTS / 72
_SIDE, _TOP, _BOTTOM = 20.0, 18.0, 16.0  # margins in millimetres
_FOOTER: Final = 30 * _POINT
_BAR_ROOM: Final = 12 * _POINT
_GAP: Final = 14 * _POINT
_LINE: Final = 19 * _POINT  # of the contents
_PARTS: Final = 3  # readings of the events: for their characters, for the page numbers, for the pages


class _Placed(NamedTuple):
    """A piece of the chronicle on its page, counted from 1; `slices` are the pages it takes."""

    page: int
    top: float
    document: QTextDocument
    slices: int
    heading: str
    color: str


class PdfDocument:
    """One PDF file while it is written; lengths are in dots."""

    def __init__(self, job: ExportJob, path: Path) -> None:
        self._job, self._lang = job, job.languages[0]
        self._writer = QPdfWriter(str(path))
        self._writer.setResolution(_DOTS)
        margins = QMarginsF(_SIDE, _TOP, _SIDE, _BOTTOM)
        self._writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins,
                        QPageLayout.Unit.Millimeter)
        )  # fmt: skip
        self._title = name_in_language(job.vocabulary.titles, self._lang)
        self._writer.setTitle(self._title)
        self._writer.setCreator("qtviewer")
        self._width, self._height = float(self._writer.width()), self._writer.height() - _FOOTER

    def write(self) -> None:
        """Read the events three times, so that memory does not grow with them."""
        characters = _characters(self._job, self._about())
        regular = document_font(characters, QFont.Weight.Normal)
        self._style = PdfFonts(regular, document_font(characters, QFont.Weight.Bold), _POINT)
        contents = [(placed.heading, placed.page) for placed in self._placed(1) if placed.heading]
        self._painter = QPainter(self._writer)
        self._painter.setPen(QColor(LIGHT.ink))
        try:
            self._cover()
            before = 1 + self._contents(contents)
            self._chronicle(before)
        finally:
            self._painter.end()

    def _about(self) -> list[str]:
        metadata, colon = self._job.metadata(), export_text("colon", self._lang)
        return [
            self._job.description,
            f"{export_text('query', self._lang)}{colon}{as_json(metadata['query'])}",
            f"{export_text('content_hash', self._lang)}{colon}{metadata['content_hash']}",
            f"{export_text('made', self._lang)}{colon}{self._job.made:%Y-%m-%d %H:%M} UTC",
        ]

    def _placed(self, part: int) -> Iterator[_Placed]:
        page, top = 1, 0.0
        for section in document_sections(self._job, part, _PARTS):
            heading = section.label
            for entry in section.entries:
                document = self._document(entry, heading)
                height = document.size().height()
                if top and top + height > self._height:
                    page, top = page + 1, 0.0
                if height > self._height:
                    document.setPageSize(QSizeF(self._width - _BAR_ROOM, self._height))
                slices = document.pageCount() if height > self._height else 1
                yield _Placed(page, top, document, slices, heading, self._color(entry))
                page, top = (page + slices, 0.0) if slices > 1 else (page, top + height + _GAP)
                heading = ""

    def _document(self, entry: DocumentEntry, heading: str) -> QTextDocument:
        document = QTextDocument()
        document.documentLayout().setPaintDevice(self._writer)
        document.setDocumentMargin(0)
        document.setDefaultFont(self._style.font(10))
        document.setDefaultStyleSheet(style_sheet(self._style))
        document.setHtml(entry_html(entry, heading))
        document.setTextWidth(self._width - _BAR_ROOM)
        return document

    def _color(self, entry: DocumentEntry) -> str:
        return self._job.vocabulary.categories[entry.event.category].color

    def _cover(self) -> None:
        known = self._job.vocabulary
        top = self._line(self._title, 34, self._height * 0.24, bold=True)
        top = self._line(name_in_language(known.subtitles, self._lang), 15, top + 6 * _POINT)
        self._tide(top + 40 * _POINT, 110 * _POINT)
        top = self._height * 0.72
        for line in self._about():
            top = self._line(line, 10, top + 4 * _POINT)

    def _line(self, text: str, size: float, top: float, *, bold: bool = False) -> float:
        """Write a text over the width of the page; where it ends."""
        self._painter.setFont(self._style.font(size, bold=bold))
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere if " " not in text else Qt.TextFlag.TextWordWrap
        box = QRectF(0, top, self._width, self._height)
        drawn = self._painter.drawText(box, int(flags), text)
        return (
            drawn.bottom() if isinstance(drawn, QRectF) else self._painter.boundingRect(box, int(flags), text).bottom()
        )

    def _tide(self, top: float, height: float) -> None:
        bars = histogram_buckets(self._job.source.count_by(self._job.query, "month"))
        for box in histogram_bars(bars) if bars else ():
            color = QColor(LIGHT.tide)
            color.setAlphaF(0.35 if box.is_year else 1.0)
            high, wide = max(box.height * height, _POINT), max((box.right - box.left) * self._width - 1, 2.0)
            self._painter.fillRect(QRectF(box.left * self._width, top + height - high, wide, high), color)

    def _contents(self, headings: Sequence[tuple[str, int]]) -> int:
        """Write the contents, and answer how many pages they take."""
        rows = int((self._height - 3 * _LINE) // _LINE)
        pages = max(-(-len(headings) // rows), 1)
        for page in range(pages):
            self._new_page(2 + page)
            self._line(export_text("contents", self._lang), 20, 0, bold=True)
            for row, (label, number) in enumerate(headings[page * rows : (page + 1) * rows]):
                self._contents_row(label, str(number + 1 + pages), (row + 3) * _LINE)
        return pages

    def _contents_row(self, label: str, number: str, top: float) -> None:
        self._painter.setFont(self._style.font(11))
        box = QRectF(0, top, self._width, _LINE)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignLeft, label)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignRight, number)
        metrics = self._painter.fontMetrics()
        left, right = metrics.horizontalAdvance(label) + 2 * _POINT, metrics.horizontalAdvance(number) + 2 * _POINT
        self._painter.fillRect(
            QRectF(left + 4 * _POINT, top + metrics.ascent(), self._width - left - right - 8 * _POINT, _POINT / 2),
            QColor(LIGHT.line),
        )

    def _chronicle(self, before: int) -> None:
        page = 0
        for placed in self._placed(2):
            for at in range(placed.slices):
                if placed.page + at != page:
                    page = placed.page + at
                    self._new_page(before + page)
                self._piece(placed, at)

    def _piece(self, placed: _Placed, at: int) -> None:
        height = min(placed.document.size().height() - at * self._height, self._height)
        clip = QRectF(0, at * self._height, self._width, height)
        self._painter.fillRect(QRectF(0, placed.top, 2.5 * _POINT, height), QColor(placed.color))
        self._painter.save()
        self._painter.translate(_BAR_ROOM, placed.top - at * self._height)
        placed.document.drawContents(self._painter, clip)
        self._painter.restore()

    def _new_page(self, number: int) -> None:
        self._writer.newPage()
        about = f"{self._title} · {self._job.description} · {self._job.made:%Y-%m-%d}"
        font = self._style.font(8)
        self._painter.setFont(font)
        box = QRectF(0, self._height + _FOOTER - 12 * _POINT, self._width, 12 * _POINT)
        room = int(self._width - 40 * _POINT)
        shown = self._painter.fontMetrics().elidedText(about, Qt.TextElideMode.ElideRight, room)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignLeft, shown)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignRight, str(number))


def _characters(job: ExportJob, about: Iterable[str]) -> set[str]:
    """Every character that the document can show."""
    lang, known = job.languages[0], job.vocabulary
    found = set("0123456789 …•·" + export_text("contents", lang) + "".join(about))
    found.update(name_in_language(known.titles, lang), name_in_language(known.subtitles, lang))
    for section in document_sections(job, 0, _PARTS):
        found.update(section.label)
        for entry in section.entries:
            found.update(entry_html(entry, ""))
    return found

"""Writes the A4 pages of a chronicle: cover, contents, and the events by month with a footer on every page."""

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
from qtviewer.printing.pdf_font import register_document_font
from qtviewer.printing.pdf_html import PdfFonts, entry_html, style_sheet
from qtviewer.ui.look.inert_document import InertDocument
from qtviewer.ui.look.theme import LIGHT

_DOTS_PER_INCH: Final = 288
_POINT: Final = _DOTS_PER_INCH / 72
_SIDE, _TOP, _BOTTOM = 20.0, 18.0, 16.0  # margins in millimetres
_FOOTER: Final = 30 * _POINT
_BAR_COLUMN: Final = 12 * _POINT
_GAP: Final = 14 * _POINT
_CONTENTS_ROW: Final = 19 * _POINT
_READINGS: Final = 3  # of the events: for their characters, for the page numbers, for the pages


class _PlacedEntry(NamedTuple):
    """An entry of the chronicle and its place; `page` counts from 1, `slices` is the number of pages it takes."""

    page: int
    top: float
    document: QTextDocument
    slices: int
    heading: str
    color: str


class PdfDocument:
    """Writes one PDF file; lengths are in dots, 288 an inch."""

    def __init__(self, job: ExportJob, path: Path) -> None:
        self._job, self._lang = job, job.languages[0]
        self._writer = QPdfWriter(str(path))
        self._writer.setResolution(_DOTS_PER_INCH)
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
        """Write all pages; reads the events three times, so that memory does not grow with their number."""
        characters = _characters(self._job, self._description_lines())
        regular = register_document_font(characters, QFont.Weight.Normal)
        self._fonts = PdfFonts(regular, register_document_font(characters, QFont.Weight.Bold), _POINT)
        contents = [(placed.heading, placed.page) for placed in self._placed_entries(1) if placed.heading]
        self._painter = QPainter(self._writer)
        self._painter.setPen(QColor(LIGHT.ink))
        try:
            self._paint_cover()
            pages_before = 1 + self._paint_contents(contents)
            self._paint_chronicle(pages_before)
        finally:
            self._painter.end()

    def _description_lines(self) -> list[str]:
        metadata, colon = self._job.metadata(), export_text("colon", self._lang)
        return [
            self._job.description,
            f"{export_text('query', self._lang)}{colon}{as_json(metadata['query'])}",
            f"{export_text('content_hash', self._lang)}{colon}{metadata['content_hash']}",
            f"{export_text('made', self._lang)}{colon}{self._job.created:%Y-%m-%d %H:%M} UTC",
        ]

    def _placed_entries(self, part: int) -> Iterator[_PlacedEntry]:
        page, top = 1, 0.0
        for section in document_sections(self._job, part, _READINGS):
            heading = section.label
            for entry in section.entries:
                document = self._document(entry, heading)
                height = document.size().height()
                if top and top + height > self._height:
                    page, top = page + 1, 0.0
                if height > self._height:
                    document.setPageSize(QSizeF(self._width - _BAR_COLUMN, self._height))
                slices = document.pageCount() if height > self._height else 1
                yield _PlacedEntry(page, top, document, slices, heading, self._color(entry))
                page, top = (page + slices, 0.0) if slices > 1 else (page, top + height + _GAP)
                heading = ""

    def _document(self, entry: DocumentEntry, heading: str) -> QTextDocument:
        document = InertDocument()
        document.documentLayout().setPaintDevice(self._writer)
        document.setDocumentMargin(0)
        document.setDefaultFont(self._fonts.font(10))
        document.setDefaultStyleSheet(style_sheet(self._fonts))
        document.setHtml(entry_html(entry, heading))
        document.setTextWidth(self._width - _BAR_COLUMN)
        return document

    def _color(self, entry: DocumentEntry) -> str:
        return self._job.vocabulary.categories[entry.event.category].color

    def _paint_cover(self) -> None:
        known = self._job.vocabulary
        top = self._paint_text(self._title, 34, self._height * 0.24, bold=True)
        top = self._paint_text(name_in_language(known.subtitles, self._lang), 15, top + 6 * _POINT)
        self._paint_histogram(top + 40 * _POINT, 110 * _POINT)
        top = self._height * 0.72
        for line in self._description_lines():
            top = self._paint_text(line, 10, top + 4 * _POINT)

    def _paint_text(self, text: str, size: float, top: float, *, bold: bool = False) -> float:
        """Paint a text over the width of the page at a size in points; return the position of its bottom."""
        self._painter.setFont(self._fonts.font(size, bold=bold))
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere if " " not in text else Qt.TextFlag.TextWordWrap
        box = QRectF(0, top, self._width, self._height)
        drawn = self._painter.drawText(box, int(flags), text)
        return (
            drawn.bottom() if isinstance(drawn, QRectF) else self._painter.boundingRect(box, int(flags), text).bottom()
        )

    def _paint_histogram(self, top: float, height: float) -> None:
        buckets = histogram_buckets(self._job.source.count_by(self._job.query, "month"))
        for bar in histogram_bars(buckets) if buckets else ():
            color = QColor(LIGHT.tide)
            color.setAlphaF(0.35 if bar.is_year else 1.0)
            bar_height, bar_width = max(bar.height * height, _POINT), max((bar.right - bar.left) * self._width - 1, 2.0)
            self._painter.fillRect(
                QRectF(bar.left * self._width, top + height - bar_height, bar_width, bar_height), color
            )

    def _paint_contents(self, headings: Sequence[tuple[str, int]]) -> int:
        """Paint the pages of the contents; return how many there are."""
        rows = int((self._height - 3 * _CONTENTS_ROW) // _CONTENTS_ROW)
        pages = max(-(-len(headings) // rows), 1)
        for page in range(pages):
            self._new_page(2 + page)
            self._paint_text(export_text("contents", self._lang), 20, 0, bold=True)
            for row, (label, number) in enumerate(headings[page * rows : (page + 1) * rows]):
                self._paint_contents_row(label, str(number + 1 + pages), (row + 3) * _CONTENTS_ROW)
        return pages

    def _paint_contents_row(self, label: str, number: str, top: float) -> None:
        self._painter.setFont(self._fonts.font(11))
        box = QRectF(0, top, self._width, _CONTENTS_ROW)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignLeft, label)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignRight, number)
        metrics = self._painter.fontMetrics()
        left, right = metrics.horizontalAdvance(label) + 2 * _POINT, metrics.horizontalAdvance(number) + 2 * _POINT
        self._painter.fillRect(
            QRectF(left + 4 * _POINT, top + metrics.ascent(), self._width - left - right - 8 * _POINT, _POINT / 2),
            QColor(LIGHT.line),
        )

    def _paint_chronicle(self, pages_before: int) -> None:
        page = 0
        for placed in self._placed_entries(2):
            for slice_number in range(placed.slices):
                if placed.page + slice_number != page:
                    page = placed.page + slice_number
                    self._new_page(pages_before + page)
                self._paint_slice(placed, slice_number)

    def _paint_slice(self, placed: _PlacedEntry, slice_number: int) -> None:
        height = min(placed.document.size().height() - slice_number * self._height, self._height)
        clip = QRectF(0, slice_number * self._height, self._width, height)
        self._painter.fillRect(QRectF(0, placed.top, 2.5 * _POINT, height), QColor(placed.color))
        self._painter.save()
        self._painter.translate(_BAR_COLUMN, placed.top - slice_number * self._height)
        placed.document.drawContents(self._painter, clip)
        self._painter.restore()

    def _new_page(self, number: int) -> None:
        self._writer.newPage()
        about = f"{self._title} · {self._job.description} · {self._job.created:%Y-%m-%d}"
        font = self._fonts.font(8)
        self._painter.setFont(font)
        box = QRectF(0, self._height + _FOOTER - 12 * _POINT, self._width, 12 * _POINT)
        text_width = int(self._width - 40 * _POINT)
        shown = self._painter.fontMetrics().elidedText(about, Qt.TextElideMode.ElideRight, text_width)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignLeft, shown)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignRight, str(number))


def _characters(job: ExportJob, about: Iterable[str]) -> set[str]:
    """Return every character that the document can show."""
    lang, known = job.languages[0], job.vocabulary
    found = set("0123456789 …•·" + export_text("contents", lang) + "".join(about))
    found.update(name_in_language(known.titles, lang), name_in_language(known.subtitles, lang))
    for section in document_sections(job, 0, _READINGS):
        found.update(section.label)
        for entry in section.entries:
            found.update(entry_html(entry, ""))
    return found

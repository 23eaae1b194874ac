"""Writes the timeline of all events of an export as one picture: PNG, SVG or a PDF poster of one page."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.plain_text import xml_text
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.json.writer import as_json
from qtviewer.exchange.loss import Loss
from qtviewer.printing.offscreen import offscreen_application
from qtviewer.printing.pdf_export import whole_pdf
from qtviewer.printing.pdf_font import register_document_font, remove_document_fonts
from qtviewer.printing.poster_content import PosterContent, poster_content
from qtviewer.printing.poster_painter import PosterPainter
from qtviewer.printing.poster_text import PosterFonts
from qtviewer.ui.look.theme import FONT_FAMILIES

_DOTS_PER_INCH: Final = 254  # a dot is a tenth of a millimetre, the unit in which posters are laid out
_PAPER_WIDTH: Final = 1_189  # millimetres: the longer side of A0
_MIN_MILLIMETRES, _MAX_MILLIMETRES = 200, 5_000  # millimetres; no page of a PDF may be longer
_PICTURE_WIDTH: Final = 4_800  # pixels
_MIN_PIXELS, _MAX_PIXELS = 800, 30_000
_MAX_AREA: Final = 200_000_000  # pixels, 800 MB while it is painted
_UNITS_PER_PIXEL: Final = 2.5  # tenths of a millimetre: text is then as large as in the window


def write_poster(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write the timeline as a PDF of one page, whose text can be searched and copied; return the events left out."""
    offscreen_application()
    content = poster_content(job)
    try:
        characters = content.characters()
        fonts = [register_document_font(characters, weight) for weight in (QFont.Weight.Normal, QFont.Weight.Bold)]
        poster = _paper_poster(job, content, PosterFonts(fonts[0], fonts[1], job.languages[0]))
        with whole_pdf(stream) as path:
            _paint_pdf(poster, path, content.title)
    finally:
        remove_document_fonts()
    return content.losses()


def write_svg(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write the timeline as SVG, with its text as text elements; return the events left out."""
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415 - one more library, for this format alone

    offscreen_application()
    content = poster_content(job)
    poster = _paper_poster(job, content, _screen_fonts(job))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_DOTS_PER_INCH)
    size = QSize(math.ceil(poster.width), math.ceil(poster.height))
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(content.title)
    generator.setDescription(as_json(job.metadata()))
    _paint(poster, generator.__class__.__name__, lambda: QPainter(generator))
    stream.write(xml_text(bytes(buffer.data().data()).decode()).encode())
    return content.losses()


def write_png(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write the timeline as PNG; return the events left out. Raises ViewerError when it would be too large."""
    offscreen_application()
    content = poster_content(job)
    width = _checked_width(job.width or _PICTURE_WIDTH, _MIN_PIXELS, _MAX_PIXELS, "pixels")
    poster = PosterPainter(job, content, _screen_fonts(job), width * _UNITS_PER_PIXEL)
    height = math.ceil(poster.height / _UNITS_PER_PIXEL)
    if height > _MAX_PIXELS or width * height > _MAX_AREA:
        raise ViewerError(f"the picture would be {width:,} × {height:,} pixels, expected at most {_MAX_AREA:,} in all "
                          f"and {_MAX_PIXELS:,} in height; choose fewer events or another width")  # fmt: skip
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(1 / _UNITS_PER_PIXEL)
    image.setText("Title", content.title)
    image.setText("Description", as_json(job.metadata()))
    _paint(poster, "a picture", lambda: QPainter(image))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know files only
    stream.write(data.data())
    return content.losses()


def _screen_fonts(job: ExportJob) -> PosterFonts:
    return PosterFonts(FONT_FAMILIES, FONT_FAMILIES, job.languages[0])


def _paper_poster(job: ExportJob, content: PosterContent, fonts: PosterFonts) -> PosterPainter:
    """Return a poster of the width asked for in millimetres; raise ViewerError when no PDF page can hold it."""
    width = _checked_width(job.width or _PAPER_WIDTH, _MIN_MILLIMETRES, _MAX_MILLIMETRES, "millimetres")
    poster = PosterPainter(job, content, fonts, width * 10.0)
    if poster.height > _MAX_MILLIMETRES * 10:
        raise ViewerError(f"the poster would be {poster.height / 10:,.0f} millimetres high, expected at most "
                          f"{_MAX_MILLIMETRES:,}; choose fewer events or a greater width")  # fmt: skip
    return poster


def _checked_width(width: int, lowest: int, highest: int, unit: str) -> int:
    if not lowest <= width <= highest:
        raise ViewerError(f"width {width} is too {'small' if width < lowest else 'large'}; "
                          f"expected {lowest} to {highest} {unit}")  # fmt: skip
    return width


def _paint_pdf(poster: PosterPainter, path: Path, title: str) -> None:
    writer = QPdfWriter(str(path))
    writer.setResolution(_DOTS_PER_INCH)
    size = QPageSize(QSizeF(poster.width / 10, math.ceil(poster.height / 10)), QPageSize.Unit.Millimeter)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setTitle(title)
    writer.setCreator("qtviewer")
    _paint(poster, "a page", lambda: QPainter(writer))


def _paint(poster: PosterPainter, target: str, begin: Callable[[], QPainter]) -> None:
    painter = begin()
    if not painter.isActive():
        raise ViewerError(f"{target} of this size cannot be painted; choose another width")
    try:
        poster.paint(painter)
    finally:
        painter.end()

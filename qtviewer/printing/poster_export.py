"""The timeline of a list as a picture or as a poster: one sheet with every event on it."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from qtviewer.domain.errors import ViewerError
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.json.writer import as_json
from qtviewer.exchange.loss import Loss
from qtviewer.printing.offscreen import offscreen_application
from qtviewer.printing.pdf_export import copy_whole_pdf
from qtviewer.printing.pdf_font import document_font, forget_document_fonts
from qtviewer.printing.poster_content import PosterContent, poster_content
from qtviewer.printing.poster_painter import PosterFonts, PosterPainter
from qtviewer.ui.look.theme import FONT_FAMILIES

_DOTS: Final = 254  # an inch, so that a dot is the tenth of a millimetre in which posters are laid out
_PAPER_WIDTH: Final = 1_189  # millimetres: the longer side of A0
_NARROWEST, _LARGEST = 200, 5_000  # millimetres; no page of a PDF may be longer
_PICTURE_WIDTH: Final = 4_800  # pixels
_LEAST_PIXELS, _MOST_PIXELS = 800, 30_000
_MOST_AREA: Final = 200_000_000  # pixels, 800 MB while it is painted
_PIXEL: Final = 2.5  # tenths of a millimetre: text is then as large as in the window


def write_poster(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write the timeline as a PDF of one page, whose text can be searched and copied."""
    offscreen_application()
    words = poster_content(job)
    try:
        characters = words.characters()
        fonts = [document_font(characters, weight) for weight in (QFont.Weight.Normal, QFont.Weight.Bold)]
        art = _on_paper(job, words, PosterFonts(fonts[0], fonts[1], job.languages[0]))
        with TemporaryDirectory(prefix="qtviewer-") as folder:
            path = Path(folder) / "poster.pdf"
            _paint_pdf(art, path, words.title)
            copy_whole_pdf(path, stream)
    finally:
        forget_document_fonts()
    return words.losses()


def write_svg(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write the timeline as SVG, with its text as text."""
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415 - one more library, for this format alone

    offscreen_application()
    words = poster_content(job)
    art = _on_paper(job, words, _screen_fonts(job))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_DOTS)
    size = QSize(math.ceil(art.width), math.ceil(art.height))
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(words.title)
    generator.setDescription(as_json(job.metadata()))
    _paint(art, generator.__class__.__name__, lambda: QPainter(generator))
    stream.write(bytes(buffer.data().data()))
    return words.losses()


def write_png(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write the timeline as a picture of pixels."""
    offscreen_application()
    words = poster_content(job)
    width = _checked(job.width or _PICTURE_WIDTH, _LEAST_PIXELS, _MOST_PIXELS, "pixels")
    art = PosterPainter(job, words, _screen_fonts(job), width * _PIXEL)
    height = math.ceil(art.height / _PIXEL)
    if height > _MOST_PIXELS or width * height > _MOST_AREA:
        raise ViewerError(f"the picture would be {width:,} × {height:,} pixels, expected at most {_MOST_AREA:,} in all "
                          f"and {_MOST_PIXELS:,} in height; choose fewer events or another width")  # fmt: skip
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(1 / _PIXEL)
    image.setText("Title", words.title)
    image.setText("Description", as_json(job.metadata()))
    _paint(art, "a picture", lambda: QPainter(image))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know files only
    stream.write(data.data())
    return words.losses()


def _screen_fonts(job: ExportJob) -> PosterFonts:
    return PosterFonts(FONT_FAMILIES, FONT_FAMILIES, job.languages[0])


def _on_paper(job: ExportJob, words: PosterContent, fonts: PosterFonts) -> PosterPainter:
    """A poster of the width asked for in millimetres; ViewerError when it would be too long for any page."""
    width = _checked(job.width or _PAPER_WIDTH, _NARROWEST, _LARGEST, "millimetres")
    art = PosterPainter(job, words, fonts, width * 10.0)
    if art.height > _LARGEST * 10:
        raise ViewerError(f"the poster would be {art.height / 10:,.0f} millimetres high, expected at most "
                          f"{_LARGEST:,}; choose fewer events or a greater width")  # fmt: skip
    return art


def _checked(width: int, least: int, most: int, unit: str) -> int:
    if not least <= width <= most:
        raise ViewerError(f"width {width} is too {'small' if width < least else 'large'}; "
                          f"expected {least} to {most} {unit}")  # fmt: skip
    return width


def _paint_pdf(art: PosterPainter, path: Path, title: str) -> None:
    writer = QPdfWriter(str(path))
    writer.setResolution(_DOTS)
    size = QPageSize(QSizeF(art.width / 10, math.ceil(art.height / 10)), QPageSize.Unit.Millimeter)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setTitle(title)
    writer.setCreator("qtviewer")
    _paint(art, "a page", lambda: QPainter(writer))


def _paint(art: PosterPainter, what: str, begin: Callable[[], QPainter]) -> None:
    painter = begin()
    if not painter.isActive():
        raise ViewerError(f"{what} of this size cannot be painted; choose another width")
    try:
        art.paint(painter)
    finally:
        painter.end()

"""The timeline of a list as a picture or as a poster: one sheet with every event on it."""

import math
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from qtviewer.domain.errors import ViewerError
from qtviewer.exchange.export_job import Listing, Loss
from qtviewer.exchange.json.writer import as_json
from qtviewer.printing.offscreen import offscreen_application
from qtviewer.printing.pdf_export import copy_whole_pdf
from qtviewer.printing.pdf_font import document_font, forget_document_fonts
from qtviewer.printing.poster_content import PosterWords, poster_words
from qtviewer.printing.poster_painter import Fonts, PosterArt
from qtviewer.ui.look.theme import FONT_FAMILIES

_DOTS: Final = 254  # an inch, so that a dot is the tenth of a millimetre in which posters are laid out
_PAPER_WIDTH: Final = 1_189  # millimetres: the longer side of A0
_NARROWEST, _LARGEST = 200, 5_000  # millimetres; no page of a PDF may be longer
_PICTURE_WIDTH: Final = 4_800  # pixels
_LEAST_PIXELS, _MOST_PIXELS = 800, 30_000
_MOST_AREA: Final = 200_000_000  # pixels, 800 MB while it is painted
_PIXEL: Final = 2.5  # tenths of a millimetre: text is then as large as in the window


def write_poster(listing: Listing, stream: BinaryIO) -> Sequence[Loss]:
    """Write the timeline as a PDF of one page, whose text can be searched and copied."""
    offscreen_application()
    words = poster_words(listing)
    try:
        characters = words.characters()
        fonts = [document_font(characters, weight) for weight in (QFont.Weight.Normal, QFont.Weight.Bold)]
        art = _on_paper(listing, words, Fonts(fonts[0], fonts[1], listing.languages[0]))
        with TemporaryDirectory(prefix="qtviewer-") as folder:
            path = Path(folder) / "poster.pdf"
            _paint_pdf(art, path, words.title)
            copy_whole_pdf(path, stream)
    finally:
        forget_document_fonts()
    return words.losses()


def write_svg(listing: Listing, stream: BinaryIO) -> Sequence[Loss]:
    """Write the timeline as SVG, with its text as text."""
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415 - one more library, for this format alone

    offscreen_application()
    words = poster_words(listing)
    art = _on_paper(listing, words, _screen_fonts(listing))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_DOTS)
    size = QSize(math.ceil(art.width), math.ceil(art.height))
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(words.title)
    generator.setDescription(as_json(listing.statement()))
    _paint(art, generator.__class__.__name__, lambda: QPainter(generator))
    stream.write(bytes(buffer.data().data()))
    return words.losses()


def write_png(listing: Listing, stream: BinaryIO) -> Sequence[Loss]:
    """Write the timeline as a picture of pixels."""
    offscreen_application()
    words = poster_words(listing)
    width = _checked(listing.width or _PICTURE_WIDTH, _LEAST_PIXELS, _MOST_PIXELS, "pixels")
    art = PosterArt(listing, words, _screen_fonts(listing), width * _PIXEL)
    height = math.ceil(art.height / _PIXEL)
    if height > _MOST_PIXELS or width * height > _MOST_AREA:
        raise ViewerError(f"the picture would be {width:,} × {height:,} pixels, expected at most {_MOST_AREA:,} in all "
                          f"and {_MOST_PIXELS:,} in height; choose fewer events or another width")  # fmt: skip
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(1 / _PIXEL)
    image.setText("Title", words.title)
    image.setText("Description", as_json(listing.statement()))
    _paint(art, "a picture", lambda: QPainter(image))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know files only
    stream.write(data.data())
    return words.losses()


def _screen_fonts(listing: Listing) -> Fonts:
    return Fonts(FONT_FAMILIES, FONT_FAMILIES, listing.languages[0])


def _on_paper(listing: Listing, words: PosterWords, fonts: Fonts) -> PosterArt:
    """A poster of the width asked for in millimetres; ViewerError when it would be too long for any page."""
    width = _checked(listing.width or _PAPER_WIDTH, _NARROWEST, _LARGEST, "millimetres")
    art = PosterArt(listing, words, fonts, width * 10.0)
    if art.height > _LARGEST * 10:
        raise ViewerError(f"the poster would be {art.height / 10:,.0f} millimetres high, expected at most "
                          f"{_LARGEST:,}; choose fewer events or a greater width")  # fmt: skip
    return art


def _checked(width: int, least: int, most: int, unit: str) -> int:
    if not least <= width <= most:
        raise ViewerError(f"width {width} is too {'small' if width < least else 'large'}; "
                          f"expected {least} to {most} {unit}")  # fmt: skip
    return width


def _paint_pdf(art: PosterArt, path: Path, title: str) -> None:
    writer = QPdfWriter(str(path))
    writer.setResolution(_DOTS)
    size = QPageSize(QSizeF(art.width / 10, math.ceil(art.height / 10)), QPageSize.Unit.Millimeter)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setTitle(title)
    writer.setCreator("qtviewer")
    _paint(art, "a page", lambda: QPainter(writer))


def _paint(art: PosterArt, what: str, begin: Callable[[], QPainter]) -> None:
    painter = begin()
    if not painter.isActive():
        raise ViewerError(f"{what} of this size cannot be painted; choose another width")
    try:
        art.paint(painter)
    finally:
        painter.end()

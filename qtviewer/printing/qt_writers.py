"""The writers of formats that Qt paints."""

from collections.abc import Mapping
from typing import Final

from qtviewer.exchange.export_job import ExportWriter
from qtviewer.printing.pdf_export import write_pdf
from qtviewer.printing.poster_export import write_png, write_poster, write_svg

QT_WRITERS: Final[Mapping[str, ExportWriter]] = {
    "pdf": write_pdf,
    "png": write_png,
    "svg": write_svg,
    "poster": write_poster,
}
"""Writers by format; the formats are `QT_FORMATS`."""

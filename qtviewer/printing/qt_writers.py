"""The formats that Qt paints, by name."""

from collections.abc import Mapping
from typing import Final

from qtviewer.exchange.export_job import Writer
from qtviewer.printing.pdf_export import write_pdf
from qtviewer.printing.poster_export import write_png, write_poster, write_svg

PAINTERS: Final[Mapping[str, Writer]] = {
    "pdf": write_pdf,
    "png": write_png,
    "svg": write_svg,
    "poster": write_poster,
}

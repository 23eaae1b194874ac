"""Writes a chronicle as PDF, whole or not at all."""

import errno
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.loss import Loss
from qtviewer.printing.offscreen import offscreen_application
from qtviewer.printing.pdf_document import PdfDocument
from qtviewer.printing.pdf_font import remove_document_fonts

_END_OF_FILE: Final = b"%%EOF"


def write_pdf(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write the chronicle; text copied or searched in the PDF has the same characters as in the store."""
    offscreen_application()
    with TemporaryDirectory(prefix="qtviewer-") as folder:
        path = Path(folder) / "list.pdf"
        try:
            PdfDocument(job, path).write()
        finally:
            remove_document_fonts()
        copy_whole_pdf(path, stream)
    return ()


def copy_whole_pdf(path: Path, stream: BinaryIO) -> None:
    """Copy a PDF file that Qt wrote; raise OSError when it is incomplete, as on a full disk."""
    with path.open("rb") as file:
        file.seek(-min(path.stat().st_size, 16), os.SEEK_END)
        if _END_OF_FILE not in file.read():  # Qt does not say that a disk is full
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        file.seek(0)
        shutil.copyfileobj(file, stream)

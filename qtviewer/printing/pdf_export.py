"""A chronicle as PDF, whole or not at all."""

import errno
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

from PySide6.QtWidgets import QApplication

from qtviewer.exchange.listing import Listing, Loss
from qtviewer.printing.pdf_book import PdfBook
from qtviewer.printing.pdf_font import forget_document_fonts

_END_OF_FILE: Final = b"%%EOF"


def write_pdf(listing: Listing, stream: BinaryIO) -> Sequence[Loss]:
    """Write the chronicle; its text can be searched and copied as it is in the store."""
    qt_for_files()
    with TemporaryDirectory(prefix="qtviewer-") as folder:
        path = Path(folder) / "list.pdf"
        try:
            PdfBook(listing, path).write()
        finally:
            forget_document_fonts()
        copy_whole_pdf(path, stream)
    return ()


def copy_whole_pdf(path: Path, stream: BinaryIO) -> None:
    """Copy a PDF that Qt wrote; OSError when it ends too soon."""
    with path.open("rb") as file:
        file.seek(-min(path.stat().st_size, 16), os.SEEK_END)
        if _END_OF_FILE not in file.read():  # Qt does not say that a disk is full
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        file.seek(0)
        shutil.copyfileobj(file, stream)


def qt_for_files() -> None:
    """Make what fonts need, where no window is: files need no display."""
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _kept.append(QApplication(sys.argv[:1]))


_kept: Final[list[QApplication]] = []

"""Writes a chronicle as PDF, whole or not at all."""

import errno
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

from qtviewer.domain.errors import ViewerError
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.loss import Loss
from qtviewer.printing.offscreen import offscreen_application
from qtviewer.printing.pdf_document import PdfDocument
from qtviewer.printing.pdf_font import remove_document_fonts

_END_OF_FILE: Final = b"%%EOF"


def write_pdf(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write the chronicle; text copied or searched in the PDF has the same characters as in the store."""
    offscreen_application()
    with whole_pdf(stream) as path:
        try:
            PdfDocument(job, path).write()
        finally:
            remove_document_fonts()
    return ()


@contextmanager
def whole_pdf(stream: BinaryIO) -> Iterator[Path]:
    """Yield the path of an empty file into which Qt writes a PDF; copy that to a stream at the end of the block.

    Qt writes no streams, and does not say that it could not write. Raises ViewerError when the folder for temporary
    files refuses one, and OSError when the stream does.
    """
    with ExitStack() as stack:
        try:
            path = Path(stack.enter_context(TemporaryDirectory(prefix="qtviewer-")), "list.pdf")
            path.touch()
        except OSError as error:
            raise _refusal(error.strerror) from error
        yield path
        file = stack.enter_context(path.open("rb"))
        file.seek(-min(path.stat().st_size, 16), os.SEEK_END)
        if _END_OF_FILE not in file.read():
            raise _refusal(os.strerror(errno.ENOSPC))
        file.seek(0)
        shutil.copyfileobj(file, stream)


def _refusal(reason: str | None) -> ViewerError:
    return ViewerError(f"the folder for temporary files cannot be written ({reason}); set TMPDIR to one that can")

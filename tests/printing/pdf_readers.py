"""PDF files as three readers of other makers find their text; the third only where it is installed."""

import io
import shutil
import subprocess
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]  # it has no types
from pypdf import PdfReader

from tests.store.stores import scratch_folder

_HYPHEN = "\x02"  # what pdfium makes of a hyphen at the end of a line


def texts_of(pdf: bytes) -> dict[str, str]:
    """The text of all pages by reader, without space: a PDF has no spaces between lines."""
    found = {"pypdf": _by_pypdf(pdf), "pdfium": _by_pdfium(pdf)}
    if program := shutil.which("pdftotext"):
        found["pdftotext"] = _by_pdftotext(pdf, program)
    return {reader: "".join(text.split()) for reader, text in found.items()}


def _by_pypdf(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def _by_pdfium(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document).replace(_HYPHEN, "-")
    finally:
        document.close()


def _by_pdftotext(pdf: bytes, program: str) -> str:
    with scratch_folder() as folder:
        path = Path(folder / "list.pdf")
        path.write_bytes(pdf)
        words = [program, "-raw", "-enc", "UTF-8", str(path), "-"]
        return subprocess.run(words, capture_output=True, check=True).stdout.decode()  # noqa: S603 - made here

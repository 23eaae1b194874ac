"""Checks the archive of a spreadsheet before anything in it is unpacked."""

import zipfile
from pathlib import Path
from typing import Final

from qtviewer.exchange.importing.raw_value import UnreadableError

_MAX_SIZE: Final = 2 << 30  # bytes, unpacked: more than the most rows a spreadsheet has
_MAX_SHARED_SIZE: Final = 256 << 20  # bytes of the part that is held in memory whole
_MAX_PARTS: Final = 10_000
_MAX_RATIO: Final = 500  # text packs 10 to 50 times smaller
_UNCHECKED_SIZE: Final = 16 << 20  # bytes of a part that may unpack from any size
_OLD_MAGIC: Final = bytes.fromhex("d0cf11e0a1b11ae1")


def check_archive(path: Path) -> None:
    """Raise UnreadableError when a file is not a spreadsheet, or could unpack to more than memory holds."""
    with path.open("rb") as file:
        if file.read(8) == _OLD_MAGIC:
            raise UnreadableError("is an old or an encrypted spreadsheet; save it as .xlsx without a password")
    try:
        with zipfile.ZipFile(path) as archive:
            _check_parts(archive)
    except UnreadableError:
        raise
    except Exception as error:  # what damage makes the library raise depends on how a part is packed
        raise UnreadableError(f"is no xlsx file ({error})") from error


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > _MAX_PARTS:
        raise UnreadableError(f"holds {len(parts):,} parts, expected at most {_MAX_PARTS:,}")
    if sum(part.file_size for part in parts) > _MAX_SIZE:
        raise UnreadableError(f"unpacks to more than {_MAX_SIZE >> 30} GB, expected a list of events")
    for part in parts:
        if part.file_size > _UNCHECKED_SIZE and part.file_size > _MAX_RATIO * max(part.compress_size, 1):
            raise UnreadableError(f"holds a part {part.filename!r} that unpacks to {part.file_size >> 20} MB; refused")
        if part.filename.endswith("sharedStrings.xml") and part.file_size > _MAX_SHARED_SIZE:
            raise UnreadableError(f"holds more than {_MAX_SHARED_SIZE >> 20} MB of texts, expected CSV for so many")
        if part.filename.endswith((".xml", ".rels")) and _has_document_type(archive, part):
            raise UnreadableError(f"holds a document type in {part.filename!r}, which no spreadsheet has")


def _has_document_type(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Return whether an XML part begins with a document type, which could make it unpack to any size."""
    with archive.open(part) as stream:
        return b"<!" in stream.read(1024).replace(b"<!--", b"")

"""Looking into a spreadsheet file before anything in it is unpacked."""

import zipfile
from pathlib import Path
from typing import Final

from qtviewer.exchange.importing.raw_value import UnreadableError

_LARGEST: Final = 2 << 30  # bytes, unpacked: more than the most rows a spreadsheet has
_LARGEST_SHARED: Final = 512 << 20  # bytes of the part that is held in memory whole
_MOST_PARTS: Final = 10_000
_BOMB_RATIO: Final = 500  # text packs 10 to 50 times smaller
_SMALL: Final = 16 << 20  # bytes that may be as repetitive as they like
_OLD_MAGIC: Final = bytes.fromhex("d0cf11e0a1b11ae1")


def check_archive(path: Path) -> None:
    """UnreadableError when a file is no spreadsheet, or unpacks to far more than it seems to hold."""
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
    if len(parts) > _MOST_PARTS:
        raise UnreadableError(f"holds {len(parts):,} parts, expected at most {_MOST_PARTS:,}")
    if sum(part.file_size for part in parts) > _LARGEST:
        raise UnreadableError(f"unpacks to more than {_LARGEST >> 30} GB, expected a list of events")
    for part in parts:
        if part.file_size > _SMALL and part.file_size > _BOMB_RATIO * max(part.compress_size, 1):
            raise UnreadableError(f"holds a part {part.filename!r} that unpacks to {part.file_size >> 20} MB; refused")
        if part.filename.endswith("sharedStrings.xml") and part.file_size > _LARGEST_SHARED:
            raise UnreadableError(f"holds more than {_LARGEST_SHARED >> 20} MB of texts, expected CSV for so many")
        if part.filename.endswith((".xml", ".rels")) and _has_document_type(archive, part):
            raise UnreadableError(f"holds a document type in {part.filename!r}, which no spreadsheet has")


def _has_document_type(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Return whether an XML part begins with a document type, which could make it unpack to any size."""
    with archive.open(part) as stream:
        return b"<!" in stream.read(1024).replace(b"<!--", b"")

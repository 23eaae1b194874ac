"""Reads the XML parts of a spreadsheet piece by piece, so that none of them is held in memory whole."""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from xml.parsers import expat

from qtviewer.exchange.importing.raw_value import UnreadableError

_CHUNK: Final = 1 << 16  # bytes
_MAX_DEPTH: Final = 100  # elements

Attributes = Mapping[str, str]


class XmlHandler:
    """What is done with the elements of a part; subclasses override what they need.

    Names are without their namespace. `text` collects the characters since `keep_text` was set to True.
    """

    def __init__(self) -> None:
        self.keep_text = False
        self._pieces: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def add_text(self, piece: str) -> None:
        """Keep a piece of text, if it is wanted."""
        if self.keep_text:
            self._pieces.append(piece)

    def take_text(self) -> str:
        """Return the text that was kept, and keep none from now on."""
        text = "".join(self._pieces)
        self._pieces.clear()
        self.keep_text = False
        return text


def read_part(archive: zipfile.ZipFile, part: str, handler: XmlHandler) -> Iterator[None]:
    """Pass the elements of a part to a handler, and yield after every 64 KB; UnreadableError for a document type."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    local_names: dict[str, str] = {}

    def local(name: str) -> str:
        if name not in local_names:
            local_names[name] = name.rpartition(" ")[2]
        return local_names[name]

    depth = 0

    def start(name: str, attributes: Attributes) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise UnreadableError(f"holds elements in elements more than {_MAX_DEPTH} deep in {part!r}")
        handler.start(local(name), attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(local(name))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.add_text
    parser.StartDoctypeDeclHandler = _refuse_document_type(part)
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk)
            yield
        parser.Parse(b"", True)
    yield


def read_whole_part(archive: zipfile.ZipFile, part: str, handler: XmlHandler) -> None:
    """Pass all elements of a part to a handler; do nothing where the archive has no such part."""
    if part in archive.namelist():
        for _ in read_part(archive, part, handler):
            pass


def _refuse_document_type(part: str) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise UnreadableError(f"holds a document type in {part!r}, which no spreadsheet has")

    return refuse

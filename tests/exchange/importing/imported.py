"""Files as an import reads them."""

from pathlib import Path
from typing import NamedTuple

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.imported import ImportedEvent, ImportedFile, ImportProblem
from qtviewer.exchange.import_file import ImportOptions, open_import

PLAIN = ImportOptions()


class Read(NamedTuple):
    """A file that was read to its end."""

    file: ImportedFile
    events: list[ImportedEvent]
    problems: list[ImportProblem]

    @property
    def complaints(self) -> list[str]:
        """The problems as sentences."""
        return [str(problem) for problem in self.problems]


def read_file(path: Path, options: ImportOptions = PLAIN) -> Read:
    """Read a file to its end."""
    file = open_import(path, options)
    rows = list(file.rows)
    return Read(
        file,
        [row for row in rows if isinstance(row, ImportedEvent)],
        [row for row in rows if isinstance(row, ImportProblem)],
    )


def read_or_refusal(path: Path) -> Read | str:
    """A file that was read to its end, or the message of the ViewerError that refuses it; other errors go through."""
    try:
        return read_file(path)
    except ViewerError as error:
        return str(error)


def read_bytes(folder: Path, name: str, content: bytes, options: ImportOptions = PLAIN) -> Read:
    """Write a file and read it to its end."""
    path = folder / name
    path.write_bytes(content)
    return read_file(path, options)


def read_text(folder: Path, name: str, content: str, options: ImportOptions = PLAIN) -> Read:
    """Write a text file as UTF-8 and read it to its end."""
    return read_bytes(folder, name, content.encode(), options)

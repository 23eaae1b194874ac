"""Where in a folder of content something stands; TOML's reader does not tell."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from qtviewer.exchange.content.finding import Finding

_TABLE: Final = re.compile(r"\[{1,2}(chronicle|defaults|category|collection|source|thread|tag|event)\]{1,2}")
_ID: Final = re.compile(r'\s*id\s*=\s*["\']([^"\']*)["\']')


class _Block(NamedTuple):
    """A table of a file: the number of its first line, and its lines with what belongs to it."""

    path: Path
    first: int
    kind: str
    lines: list[str]


class FindingLocator:
    """The file and line of whatever the rules find."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._blocks: dict[tuple[str, str], _Block] = {}
        for path in sorted(folder.glob("*.toml")):
            for block in _blocks(path):
                self._blocks.setdefault((block.kind, _id_of(block)), block)

    def place(self, finding: Finding) -> tuple[str, int]:
        """The line that has the words of a finding, or else the line of the id it is about."""
        block = self._blocks.get((finding.kind, finding.id))
        if block is None:
            return str(self._folder), 0
        holding = (at for at, line in enumerate(block.lines) if finding.excerpt and finding.excerpt in line)
        naming = (at for at, line in enumerate(block.lines) if _ID.match(line))
        return str(block.path), block.first + next(holding, next(naming, 0))


def _blocks(path: Path) -> Iterator[_Block]:
    block = _Block(path, 1, "", [])
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if table := _TABLE.match(line):
            yield block
            block = _Block(path, number, table[1], [])
        block.lines.append(line)
    yield block


def _id_of(block: _Block) -> str:
    return next((match[1] for match in map(_ID.match, block.lines) if match), "")

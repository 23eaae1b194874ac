"""Finds the file and line of a finding, which the TOML parser does not report."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from qtviewer.exchange.content.finding import Finding

_TABLE: Final = re.compile(r"\[{1,2}(chronicle|defaults|category|collection|source|thread|tag|era|event)\]{1,2}")
_ID: Final = re.compile(r'\s*id\s*=\s*["\']([^"\']*)["\']')


class _Block(NamedTuple):
    """The lines of one TOML table, from its header to the next one; `first` is the number of the header line."""

    path: Path
    first: int
    kind: str
    lines: list[str]


class FindingLocator:
    """Locates findings in the TOML files of a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._blocks: dict[tuple[str, str], _Block] = {}
        for path in sorted(folder.glob("*.toml")):
            for block in _blocks(path):
                self._blocks.setdefault((block.kind, _id_of(block)), block)

    def locate(self, finding: Finding) -> tuple[str, int]:
        """Return the file and line number with the excerpt of a finding, or else with its id.

        Returns the folder and 0 when no file has that id.
        """
        block = self._blocks.get((finding.kind, finding.id))
        if block is None:
            return str(self._folder), 0
        with_excerpt = (index for index, line in enumerate(block.lines) if finding.excerpt and finding.excerpt in line)
        with_id = (index for index, line in enumerate(block.lines) if _ID.match(line))
        return str(block.path), block.first + next(with_excerpt, next(with_id, 0))


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

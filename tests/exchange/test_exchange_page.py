"""docs/exchange.md tells the truth about formats and columns."""

import re
from pathlib import Path

from qtviewer.cli import make_parser
from qtviewer.exchange.cells import TRANSLATED
from qtviewer.exchange.formats import FORMATS
from qtviewer.exchange.records import COLUMNS

PAGE = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text(encoding="utf-8")


def _first_cells(heading: str) -> list[str]:
    """What the rows of the table under a heading begin with."""
    part = PAGE.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"^\| `(\w+)`", part, flags=re.MULTILINE)


def test_the_columns_are_those_of_the_lists() -> None:
    """All of them, in their order."""
    assert tuple(_first_cells("Columns")) == COLUMNS
    assert all(f"`{column}_zh`" in PAGE for column in TRANSLATED)


def test_the_formats_are_those_of_the_command() -> None:
    """All of them, and none that the command line does not take."""
    assert tuple(dict.fromkeys(_first_cells("Formats"))) == FORMATS
    for name in FORMATS:
        assert make_parser().parse_args(["export", "list", "--format", name]).format == name

"""docs/exchange.md tells the truth about formats and columns."""

import argparse
import re

import pytest

from qtviewer.cli.filters import add_filter_options
from qtviewer.cli.parser import make_parser
from qtviewer.exchange.event_record import COLUMNS
from qtviewer.exchange.formats import FORMATS
from qtviewer.exchange.table_cells import TRANSLATED_COLUMNS
from tests.places import ROOT

PAGE = (ROOT / "docs" / "exchange.md").read_text(encoding="utf-8")


def _first_cells(heading: str) -> list[str]:
    """What the rows of the table under a heading begin with."""
    part = PAGE.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"^\| `(\w+)`", part, flags=re.MULTILINE)


def test_the_columns_are_those_of_the_lists() -> None:
    """All of them, in their order."""
    assert tuple(_first_cells("Columns")) == COLUMNS
    assert all(f"`{column}_zh`" in PAGE for column in TRANSLATED_COLUMNS)


def test_every_option_of_the_command_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """But for the filters, which the README has; and none is told that the command has not."""
    with pytest.raises(SystemExit):
        make_parser().parse_args(["export", "--help"])
    known = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    filters = argparse.ArgumentParser(add_help=False)
    add_filter_options(filters)
    own = known - set(re.findall(r"--[a-z-]+", filters.format_help())) - {"--help"}
    assert own == set(re.findall(r"`[^`\n]*?(--[a-z]+(?:-[a-z]+)*)", PAGE))


def test_the_formats_are_those_of_the_command() -> None:
    """All of them, and none that the command line does not take."""
    assert tuple(dict.fromkeys(_first_cells("Formats"))) == FORMATS
    for name in FORMATS:
        assert make_parser().parse_args(["export", "list", "--format", name]).format == name

"""The parser of the command line: all commands, or only the one that is used."""

import argparse
from collections.abc import Callable, Collection, Mapping
from typing import Final

from qtviewer import __version__
from qtviewer.cli.kiosk_commands import add_kiosk, add_stats
from qtviewer.cli.list_commands import add_count, add_export, add_import
from qtviewer.cli.options import Commands
from qtviewer.cli.store_commands import add_build, add_check, add_reindex
from qtviewer.cli.window_commands import add_snapshot, add_view

COMMANDS: Final[Mapping[str, Callable[[Commands], None]]] = {
    "view": add_view,
    "kiosk": add_kiosk,
    "snapshot": add_snapshot,
    "count": add_count,
    "export": add_export,
    "import": add_import,
    "build": add_build,
    "check": add_check,
    "reindex": add_reindex,
    "stats": add_stats,
}
"""The function that adds a command to the parser, by its name."""


def make_parser(names: Collection[str] = tuple(COMMANDS)) -> argparse.ArgumentParser:
    """Return a parser of the named commands; of one alone it is made in less time."""
    parser = argparse.ArgumentParser(prog="qtviewer", description="A timeline of dated events.")
    parser.add_argument("--version", action="version", version=f"qtviewer {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, add in COMMANDS.items():
        if name in names:
            add(commands)
    return parser

"""The parser of the command line: all commands, or only the one that is used."""

import argparse
from collections.abc import Callable, Collection, Mapping
from typing import Final

from qtviewer import __version__
from qtviewer.cli.options import Commands

COMMANDS: Final = (
    "view", "kiosk", "snapshot", "count", "export", "import", "build", "check", "reindex", "stats",
)  # fmt: skip
"""The names of the commands, in the order of the help."""


def make_parser(names: Collection[str] = COMMANDS) -> argparse.ArgumentParser:
    """Return a parser of the named commands; loads their modules only, which takes less time than all."""
    parser = argparse.ArgumentParser(prog="qtviewer", description="A timeline of dated events.")
    parser.add_argument("--version", action="version", version=f"qtviewer {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    add_command = _adding_functions(names)
    for name in COMMANDS:
        if name in names:
            add_command[name](commands)
    return parser


def _adding_functions(names: Collection[str]) -> Mapping[str, Callable[[Commands], None]]:
    """Return for each command the function that adds it; loads only the modules of the named ones."""
    found: dict[str, Callable[[Commands], None]] = {}
    if not {"view", "snapshot"}.isdisjoint(names):
        from qtviewer.cli.window_commands import add_snapshot, add_view

        found |= {"view": add_view, "snapshot": add_snapshot}
    if not {"kiosk", "stats"}.isdisjoint(names):
        from qtviewer.cli.kiosk_commands import add_kiosk, add_stats

        found |= {"kiosk": add_kiosk, "stats": add_stats}
    if not {"count", "export", "import"}.isdisjoint(names):
        from qtviewer.cli.event_commands import add_count, add_export, add_import

        found |= {"count": add_count, "export": add_export, "import": add_import}
    if not {"build", "check", "reindex"}.isdisjoint(names):
        from qtviewer.cli.store_commands import add_build, add_check, add_reindex

        found |= {"build": add_build, "check": add_check, "reindex": add_reindex}
    return found

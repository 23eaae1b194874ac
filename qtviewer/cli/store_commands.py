"""`qtviewer build`, `qtviewer check` and `qtviewer reindex`: making and checking stores."""

import argparse
from pathlib import Path

from qtviewer.app import stores
from qtviewer.cli.options import Commands
from qtviewer.cli.output import print_problems
from qtviewer.resources import shipped_store_path


def add_build(commands: Commands) -> None:
    """Add the command `build`."""
    build = commands.add_parser("build", help="make a store from a folder of content")
    build.add_argument("content", type=Path, metavar="CONTENT_DIR")
    build.add_argument("store", type=Path, metavar="STORE")
    build.set_defaults(command=_run_build)


def add_check(commands: Commands) -> None:
    """Add the command `check`."""
    check = commands.add_parser("check", help="say everything that is wrong with a store or a folder of content")
    check.add_argument("store", nargs="?", type=Path, default=shipped_store_path(), metavar="STORE")
    check.set_defaults(command=_run_check)


def add_reindex(commands: Commands) -> None:
    """Add the command `reindex`."""
    reindex = commands.add_parser(
        "reindex", help="make good a store that another program changed, or an older version made"
    )
    reindex.add_argument("store", type=Path, metavar="STORE")
    reindex.set_defaults(command=_run_reindex)


def _run_build(options: argparse.Namespace) -> int:
    stores.build(options.content, options.store)
    return 0


def _run_reindex(options: argparse.Namespace) -> int:
    stores.reindex(options.store)
    return 0


def _run_check(options: argparse.Namespace) -> int:
    return print_problems(stores.content_or_store_problems(options.store))

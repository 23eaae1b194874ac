"""Options that several commands take."""

import argparse
from pathlib import Path
from typing import TypeAlias

from qtviewer.resources import shipped_store_path

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""Where a command adds its parser."""


def add_today(parser: argparse.ArgumentParser) -> None:
    """Let a command take another day than that of the clock as today."""
    parser.add_argument("--today", metavar="DATE", help="what still goes on does so up to this day (default: today)")


def add_store(parser: argparse.ArgumentParser) -> None:
    """Let a command take the store it reads."""
    parser.add_argument("--store", type=Path, default=shipped_store_path(), help="a store (default: the shipped one)")

"""Paths of the files that come with the program, in an installed wheel or in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_IN_WHEEL = _PACKAGE / "shipped"
_ROOT = _IN_WHEEL if _IN_WHEEL.is_dir() else _PACKAGE.parent


def shipped_store_path() -> Path:
    """Return the path of the store that comes with the program."""
    return _ROOT / "data" / "events.sqlite"


def resource_path(*parts: str) -> Path:
    """Return the path of a file in `resources/`, given as folders and name."""
    return _ROOT.joinpath("resources", *parts)

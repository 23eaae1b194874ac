"""The shipped files, in a wheel or in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_IN_WHEEL = _PACKAGE / "shipped"
_ROOT = _IN_WHEEL if _IN_WHEEL.is_dir() else _PACKAGE.parent


def shipped_store_path() -> Path:
    """The store that comes with the program."""
    return _ROOT / "data" / "events.sqlite"


def resource_path(*parts: str) -> Path:
    """A file of `resources/`."""
    return _ROOT.joinpath("resources", *parts)

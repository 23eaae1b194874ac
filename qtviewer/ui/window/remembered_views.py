"""What was in view and selected when each of the last stores was left, kept in the user's settings."""

import json
import math
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from PySide6.QtCore import QSettings

_KEY: Final = "stores"
_MOST_STORES: Final = 50


class RememberedView(NamedTuple):
    """A visible range in day numbers with fractions, and the id of the event that was selected, or an empty text."""

    first: float
    last: float
    selected: str


class ReadableSettings(Protocol):
    """Settings as they are read at a start."""

    def value(self, key: str) -> Any:
        """Return the value of a key, or None when there is none."""


def remembered_view(settings: ReadableSettings, store: Path) -> RememberedView | None:
    """Return what was in view when a store was left, or None when that is not known."""
    return _view_of(_rows(settings).get(_name(store)))


def remember_view(settings: QSettings, store: Path, view: RememberedView) -> None:
    """Write what is in view of a store to the settings; of more than 50 stores the one left first is forgotten."""
    rows = _rows(settings)
    rows.pop(_name(store), None)
    rows[_name(store)] = list(view)
    settings.setValue(_KEY, json.dumps(dict(list(rows.items())[-_MOST_STORES:])))


def _name(store: Path) -> str:
    return str(store.resolve())


def _rows(settings: ReadableSettings) -> dict[str, Any]:
    """Return what the settings hold for each store, the one left last at the end; nothing where that is nonsense."""
    try:
        rows = json.loads(settings.value(_KEY))
    except (TypeError, ValueError, RecursionError):
        return {}
    return rows if isinstance(rows, dict) else {}


def _view_of(row: Any) -> RememberedView | None:
    try:
        first, last, selected = row
        view = RememberedView(float(first), float(last), str(selected))
    except (TypeError, ValueError, OverflowError):
        return None
    return view if view.first < view.last and math.isfinite(view.last - view.first) else None

"""Reads one cell of an imported row: refuses what could harm, then parses it as its column requires."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from qtviewer.domain.dates.date_context import DateOrder
from qtviewer.domain.event import DateBasis, Status
from qtviewer.exchange.importing import field_readers
from qtviewer.exchange.importing.columns import LIST_COLUMNS, TEXT_COLUMNS
from qtviewer.exchange.importing.list_readers import read_figures, read_names
from qtviewer.exchange.importing.raw_value import RefusedCell, RefusedValueError, as_text
from qtviewer.exchange.importing.safety import check_safe, is_suspicious

_TEXT_COLUMNS: Final = frozenset((*TEXT_COLUMNS, "source_section", "source_heading", "source_locator"))
_UNCACHED: Final = _TEXT_COLUMNS | {"id", "figures"}
_MAX_CACHED: Final = 10_000  # values


class CellReader:
    """Reads the cells of one file; caches values that many rows share, which saves most of the work.

    `order` is the order of day and month in dates, `by_line` as in `read_names`.
    """

    def __init__(self, order: DateOrder | None, *, by_line: bool) -> None:
        self._cache: dict[tuple[str, str], Any] = {}
        self._languages: set[str] = {""}
        self._readers: dict[str, Callable[[Any], Any]] = {
            "id": field_readers.read_identifier,
            "time": field_readers.read_clock_time,
            "date_basis": field_readers.enum_reader(DateBasis),
            "status": field_readers.enum_reader(Status),
            "importance": field_readers.read_importance,
            "parent": field_readers.read_identifier,
            "thread": field_readers.read_name,
            "lang": field_readers.read_language,
            "figures": read_figures,
            **dict.fromkeys(
                ("date", "first_date", "last_date"), lambda value: field_readers.read_optional_date(value, order)
            ),
            **dict.fromkeys(("category", "collection", "source"), field_readers.read_optional_name),
            **dict.fromkeys(_TEXT_COLUMNS, as_text),
            **dict.fromkeys(LIST_COLUMNS, lambda value: read_names(value, by_line=by_line)),
        }

    def read(self, column: str, value: Any) -> Any:
        """Return the value of a cell in the type that `ImportedEvent` has for the column, such as title or title@zh.

        Raises RefusedValueError when it is not a value of that column.
        """
        base, _, lang = column.partition("@")
        if lang not in self._languages:
            self._languages.add(field_readers.read_language(lang))
        if isinstance(value, RefusedCell):
            raise RefusedValueError(value.reason)
        if not isinstance(value, str):
            _check_nested(value)
            return self._readers[base](value)
        if base in _UNCACHED:
            if is_suspicious(value):
                check_safe(value)
            return value if base in _TEXT_COLUMNS else self._readers[base](value)
        key = (base, value)
        if key not in self._cache:
            check_safe(value)
            if len(self._cache) >= _MAX_CACHED:
                self._cache.clear()
            self._cache[key] = self._readers[base](value)
        return self._cache[key]


def _check_nested(value: Any) -> None:
    """Raise RefusedValueError for unsafe texts anywhere in lists and objects."""
    if isinstance(value, str):
        if is_suspicious(value):
            check_safe(value)
    elif isinstance(value, Mapping):
        for part in value.values():
            _check_nested(part)
    elif isinstance(value, list | tuple):
        for part in value:
            _check_nested(part)

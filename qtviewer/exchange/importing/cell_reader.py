"""Reads one cell of an imported row: refuses what could harm, then parses it as its column requires."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from qtviewer.domain.dates.date_context import DateOrder
from qtviewer.domain.event import DateBasis, Status
from qtviewer.exchange.importing import field_readers
from qtviewer.exchange.importing.columns import LIST_COLUMNS, TEXT_COLUMNS
from qtviewer.exchange.importing.list_readers import read_figures, read_names
from qtviewer.exchange.importing.raw_value import RefusedCell, RefusedValueError, as_text
from qtviewer.exchange.importing.safety import is_suspicious, safe_text

_TEXT_COLUMNS: Final = frozenset((*TEXT_COLUMNS, "source_section", "source_heading", "source_locator"))
_UNCACHED: Final = _TEXT_COLUMNS | {"id", "figures"}
_MAX_CACHED: Final = 10_000  # values
_MAX_DEPTH: Final = 5  # of lists and objects


class CellReader:
    """Reads the cells of one file; caches values that many rows share, which saves most of the work.

    `order` is the order of day and month in dates, `by_line` as in `read_names`.
    """

    def __init__(self, order: DateOrder | None, *, by_line: bool) -> None:
        self.changed_count = 0
        """How many different texts held control characters, which were replaced."""
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
            "edtf_date": lambda value: field_readers.read_edtf_date(value, order),
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
            return self._readers[base](self._safe_nested(value, _MAX_DEPTH))
        if base in _UNCACHED:
            text = self._safe(value) if is_suspicious(value) else value
            return text if base in _TEXT_COLUMNS else self._readers[base](text)
        key = (base, value)
        if key not in self._cache:
            text = self._safe(value)
            if len(self._cache) >= _MAX_CACHED:
                self._cache.clear()
            self._cache[key] = self._readers[base](text)
        return self._cache[key]

    def _safe(self, value: str) -> str:
        text = safe_text(value)
        self.changed_count += text != value
        return text

    def _safe_nested(self, value: Any, depth: int) -> Any:
        """Return a value with safe texts anywhere in lists and objects; raise RefusedValueError for others.

        Lists and objects may be nested `depth` times.
        """
        if depth < 0:
            raise RefusedValueError(f"holds lists in lists more than {_MAX_DEPTH} deep")
        if isinstance(value, str):
            return self._safe(value) if is_suspicious(value) else value
        if isinstance(value, Mapping):
            return {key: self._safe_nested(part, depth - 1) for key, part in value.items()}
        if isinstance(value, list | tuple):
            return [self._safe_nested(part, depth - 1) for part in value]
        return value

"""One cell of a row: looked into for what could harm, then read as its column demands."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from qtviewer.domain.dates.date_context import DateOrder
from qtviewer.domain.event import DateBasis, Status
from qtviewer.exchange.importing import field_readers
from qtviewer.exchange.importing.columns import LIST_COLUMNS, TEXT_COLUMNS
from qtviewer.exchange.importing.list_readers import read_figures, read_names
from qtviewer.exchange.importing.raw_value import RefusedCell, RefusedValueError, as_text
from qtviewer.exchange.importing.safety import check_safe, is_suspicious

_PLAIN: Final = frozenset((*TEXT_COLUMNS, "source_section", "source_heading", "source_locator"))
_EACH_ITS_OWN: Final = _PLAIN | {"id", "figures"}
_MOST_KNOWN: Final = 10_000  # values that are remembered


class CellReader:
    """Reads the cells of one file and remembers those that many rows share, which is most of the work."""

    def __init__(self, order: DateOrder | None, *, by_line: bool) -> None:
        self._known: dict[tuple[str, str], Any] = {}
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
            **dict.fromkeys(_PLAIN, as_text),
            **dict.fromkeys(LIST_COLUMNS, lambda value: read_names(value, by_line=by_line)),
        }

    def read(self, column: str, value: Any) -> Any:
        """What a cell says; RefusedValueError when it says nothing that an event can hold."""
        base, _, lang = column.partition("@")
        if lang not in self._languages:
            self._languages.add(field_readers.read_language(lang))
        if isinstance(value, RefusedCell):
            raise RefusedValueError(value.reason)
        if not isinstance(value, str):
            _check(value)
            return self._readers[base](value)
        if base in _EACH_ITS_OWN:
            if is_suspicious(value):
                check_safe(value)
            return value if base in _PLAIN else self._readers[base](value)
        key = (base, value)
        if key not in self._known:
            check_safe(value)
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[key] = self._readers[base](value)
        return self._known[key]


def _check(value: Any) -> None:
    """Refuse what could harm in lists of texts and figures."""
    if isinstance(value, str):
        if is_suspicious(value):
            check_safe(value)
    elif isinstance(value, Mapping):
        for part in value.values():
            _check(part)
    elif isinstance(value, list | tuple):
        for part in value:
            _check(part)

"""Reads the header and rows of a table, for CSV and spreadsheets."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from qtviewer.domain.imported import ImportProblem
from qtviewer.exchange.event_record import COLUMNS
from qtviewer.exchange.importing.columns import LIST_COLUMNS, MAX_COLUMNS, TEXT_COLUMNS, column_of
from qtviewer.exchange.importing.raw_value import RawRow, UnreadableError, excerpt_of

_OWN_COLUMNS: Final = COLUMNS[: COLUMNS.index("date_basis")]  # which the oldest lists of this program have


class TableHeader(NamedTuple):
    """The meaning of the columns of a table."""

    columns: tuple[str | None, ...]
    """The column of each position, None where it is unknown."""
    unknown: tuple[str, ...]
    """The header cells that are no columns."""
    is_own_export: bool
    """Whether this program wrote the table."""


def read_header(cells: Sequence[str], row: int) -> TableHeader:
    """Return the columns of a header row; raise UnreadableError when it is not that of a list of events.

    `row` is its number in the file.
    """
    if len(cells) > MAX_COLUMNS:
        raise UnreadableError(f"has {len(cells):,} columns, expected at most {MAX_COLUMNS:,}", row)
    columns = tuple(column_of(cell) for cell in cells)
    known = [column for column in columns if column is not None]
    for column in known:
        if known.count(column) > 1:
            same = [cell for cell, meant in zip(cells, columns, strict=True) if meant == column]
            raise UnreadableError(f"columns {' and '.join(map(repr, same))} mean the same, expected one of them", row)
    if not {column.partition("@")[0] for column in known} & {"id", "date", "title", "first_date"}:
        found = ", ".join(repr(excerpt_of(cell)) for cell in cells[:8] if cell) or "nothing"
        raise UnreadableError(f"has no header with columns such as id, date and title (标题, 日期); found {found}", row)
    unknown = tuple(cell for cell, meant in zip(cells, columns, strict=True) if meant is None and cell.strip())
    return TableHeader(columns, unknown, tuple(cells[: len(_OWN_COLUMNS)]) == _OWN_COLUMNS)


def read_rows(header: TableHeader, records: Iterable[tuple[int, Sequence[Any]]]) -> Iterator[RawRow | ImportProblem]:
    """Yield rows with the values of known columns; skip blank rows, yield a problem for cells beyond the header."""
    width = len(header.columns)
    positions = [(index, column) for index, column in enumerate(header.columns) if column is not None]
    for number, cells in records:
        if len(cells) > width and any(cell not in (None, "") for cell in reversed(cells[width:])):
            yield ImportProblem(number, "", "", f"has {len(cells)} cells, expected at most the {width} of the header")
            continue
        row = {column: cells[index] for index, column in positions if index < len(cells)}
        if any(value not in (None, "") for value in row.values()):
            yield expand_texts(RawRow(number, row))


def is_raw(row: Mapping[str, Any]) -> bool:
    """Return whether a row is from a raw export, in which lists are JSON."""
    return any(
        isinstance(row.get(column), str) and row[column].startswith("[") for column in (*LIST_COLUMNS, "figures")
    )


def expand_texts(row: RawRow) -> RawRow | ImportProblem:
    """Return a row with the texts in its cell "texts" moved to columns for each language, such as title@zh.

    Returns a problem when that cell is not JSON or not an object of texts by language.
    """
    texts = row.cells.get("texts")
    if not texts:
        return row
    if isinstance(texts, str):
        try:
            texts = json.loads(texts)
        except (ValueError, RecursionError) as error:
            return ImportProblem(row.number, "texts", excerpt_of(texts), f"is not JSON ({error})")
    if not isinstance(texts, dict) or not all(isinstance(values, dict) for values in texts.values()):
        return ImportProblem(row.number, "texts", excerpt_of(texts), "does not hold words by language")
    known = (*TEXT_COLUMNS, *LIST_COLUMNS, "figures")
    cells = {
        f"{column}@{lang}": values[column] for lang, values in texts.items() for column in known if column in values
    }
    return RawRow(row.number, {**row.cells, **cells})

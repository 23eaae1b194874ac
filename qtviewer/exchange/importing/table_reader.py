"""A table with a header: which column is which, and its rows; shared by text tables and spreadsheets."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from qtviewer.domain.imported import ImportProblem
from qtviewer.exchange.event_record import COLUMNS
from qtviewer.exchange.importing.columns import LIST_COLUMNS, MAX_COLUMNS, TEXT_COLUMNS, column_of
from qtviewer.exchange.importing.raw_value import RawRow, UnreadableError, excerpt_of


class TableHeader(NamedTuple):
    """The columns of a table by position, None where one means nothing; `is_own_export` when this program wrote it."""

    columns: tuple[str | None, ...]
    unknown: tuple[str, ...]
    is_own_export: bool


def read_header(cells: Sequence[str], row: int) -> TableHeader:
    """The columns that a header names; UnreadableError when they cannot be told or are not those of events."""
    if len(cells) > MAX_COLUMNS:
        raise UnreadableError(f"has {len(cells):,} columns, expected at most {MAX_COLUMNS:,}", row)
    columns = tuple(column_of(cell) for cell in cells)
    known = [column for column in columns if column is not None]
    for column in known:
        if known.count(column) > 1:
            twice = [cell for cell, meant in zip(cells, columns, strict=True) if meant == column]
            raise UnreadableError(f"columns {' and '.join(map(repr, twice))} mean the same, expected one of them", row)
    if not {column.partition("@")[0] for column in known} & {"id", "date", "title", "first_date"}:
        found = ", ".join(repr(excerpt_of(cell)) for cell in cells[:8] if cell) or "nothing"
        raise UnreadableError(f"has no header with columns such as id, date and title (标题, 日期); found {found}", row)
    unknown = tuple(cell for cell, meant in zip(cells, columns, strict=True) if meant is None and cell.strip())
    return TableHeader(columns, unknown, tuple(cells[: len(COLUMNS)]) == COLUMNS)


def read_rows(header: TableHeader, records: Iterable[tuple[int, Sequence[Any]]]) -> Iterator[RawRow | ImportProblem]:
    """Rows with a value for each known column; blank ones are left out, cells beyond the header are problems."""
    width = len(header.columns)
    places = [(at, column) for at, column in enumerate(header.columns) if column is not None]
    for number, cells in records:
        if len(cells) > width and any(cell not in (None, "") for cell in cells[width:]):
            yield ImportProblem(number, "", "", f"has {len(cells)} cells, expected at most the {width} of the header")
            continue
        row = {column: cells[at] for at, column in places if at < len(cells)}
        if any(value not in (None, "") for value in row.values()):
            yield expand_texts(RawRow(number, row))


def is_raw(row: Mapping[str, Any]) -> bool:
    """Whether a row is in the form for machines, in which lists are JSON."""
    return any(
        isinstance(row.get(column), str) and row[column].startswith("[") for column in (*LIST_COLUMNS, "figures")
    )


def expand_texts(row: RawRow) -> RawRow | ImportProblem:
    """A row whose words in every language stand under `texts` has them in columns of their own."""
    texts = row.cells.get("texts")
    if not texts:
        return row
    if isinstance(texts, str):
        try:
            texts = json.loads(texts)
        except (ValueError, RecursionError) as error:
            return ImportProblem(row.number, "texts", excerpt_of(texts), f"is not JSON ({error})")
    if not isinstance(texts, dict) or not all(isinstance(words, dict) for words in texts.values()):
        return ImportProblem(row.number, "texts", excerpt_of(texts), "does not hold words by language")
    known = (*TEXT_COLUMNS, *LIST_COLUMNS, "figures")
    cells = {f"{column}@{lang}": words[column] for lang, words in texts.items() for column in known if column in words}
    return RawRow(row.number, {**row.cells, **cells})

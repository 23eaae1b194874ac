"""Writes CSV (RFC 4180): for spreadsheets, with a byte order mark and without formulas, or raw for programs."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO, Final

from qtviewer.exchange.event_record import ALL_LANGUAGES, COLUMNS, Record
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.loss import Loss
from qtviewer.exchange.table_cells import machine_text, readable_text, table_columns, table_values

TableForm = tuple[Sequence[str], Callable[[Sequence[Record]], Iterable[Sequence[str]]]]
"""The header of a table, and a function from records to rows of cells."""

BYTE_ORDER_MARK: Final = "\ufeff"
_FORMULA_STARTS: Final = frozenset("=+-@\t\r\n\x00＝＋－＠")
_FALSE_CELLS: Final = {type(None): "", list: "", bool: "false", int: "0"}
_DATES: Final = frozenset({"date", "first_date", "last_date"})
_BATCH_SIZE: Final = 500  # rows whose cells are made column by column, which takes half as long as row by row


def write_csv(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write a header and a row for each event; in a raw export every cell holds the value of the JSON export."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    try:
        writer = csv.writer(text)
        if not job.raw:
            text.write(BYTE_ORDER_MARK)
        columns, rows_of = _raw_form(job) if job.raw else _spreadsheet_form(job)
        writer.writerow(columns)
        for batch in _batches(job.records()):
            writer.writerows(rows_of(batch))
    finally:
        text.detach()
    return ()


def _raw_form(job: ExportJob) -> TableForm:
    columns = (*COLUMNS, "texts") if job.lang == ALL_LANGUAGES else COLUMNS
    return columns, lambda batch: ([machine_text(record[column]) for column in columns] for record in batch)


def _spreadsheet_form(job: ExportJob) -> TableForm:
    columns = table_columns(job.lang, job.languages, job.fields)

    def rows_of(batch: Sequence[Record]) -> Iterable[Sequence[str]]:
        rows = [table_values(record, job.languages, job.fields) for record in batch]
        return zip(*map(_spreadsheet_cells, columns, zip(*rows, strict=True)), strict=True)

    return columns, rows_of


def _batches(records: Iterable[Record]) -> Iterator[list[Record]]:
    remaining = iter(records)
    while batch := list(islice(remaining, _BATCH_SIZE)):
        yield batch


def _spreadsheet_cells(column: str, values: Sequence[Any]) -> Sequence[str]:
    """Return the values of a column as texts, with an apostrophe before what a spreadsheet takes for a formula."""
    cells = [
        value if value.__class__ is str else readable_text(value) if value else _FALSE_CELLS[value.__class__]
        for value in values
    ]
    if column in _DATES or _FORMULA_STARTS.isdisjoint({cell[:1] for cell in cells}):
        return cells
    return [f"'{cell}" if cell[:1] in _FORMULA_STARTS else cell for cell in cells]

"""CSV as RFC 4180 has it: for spreadsheets, where Chinese shows and no cell becomes a formula, or raw for machines."""

import csv
import io
from collections.abc import Callable, Sequence
from typing import BinaryIO, Final

from qtviewer.exchange.cells import plain_text, raw_text, table_columns, table_values
from qtviewer.exchange.listing import Listing, Loss
from qtviewer.exchange.records import ALL_LANGUAGES, COLUMNS, Record

BYTE_ORDER_MARK: Final = "\ufeff"
_FORMULA_STARTS: Final = frozenset("=+-@\t\r\n\x00＝＋－＠")
_NOTHING: Final = {type(None): "", list: "", bool: "false", int: "0"}
_DATES: Final = frozenset({"date", "first_date", "last_date"})


def write_csv(listing: Listing, stream: BinaryIO) -> Sequence[Loss]:
    """Write a header and a row for each event; raw, every cell holds the value of the JSON and nothing else."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    try:
        if not listing.raw:
            text.write(BYTE_ORDER_MARK)
        columns, cells_of = _raw_form(listing) if listing.raw else _safe_form(listing)
        writer = csv.writer(text)
        writer.writerow(columns)
        writer.writerows(map(cells_of, listing.records()))
    finally:
        text.detach()
    return ()


def _raw_form(listing: Listing) -> tuple[Sequence[str], Callable[[Record], list[str]]]:
    columns = (*COLUMNS, "texts") if listing.lang == ALL_LANGUAGES else COLUMNS
    return columns, lambda record: [raw_text(record[column]) for column in columns]


def _safe_form(listing: Listing) -> tuple[Sequence[str], Callable[[Record], list[str]]]:
    columns = table_columns(listing.lang, listing.languages, listing.fields)
    is_date = [column in _DATES for column in columns]
    languages, fields = listing.languages, listing.fields

    def cells_of(record: Record) -> list[str]:
        cells = [
            value if value.__class__ is str else plain_text(value) if value else _NOTHING[value.__class__]
            for value in table_values(record, languages, fields)
        ]
        if _FORMULA_STARTS.isdisjoint([cell[:1] for cell in cells]):
            return cells
        return [
            f"'{cell}" if cell[:1] in _FORMULA_STARTS and not date else cell
            for cell, date in zip(cells, is_date, strict=True)
        ]

    return columns, cells_of

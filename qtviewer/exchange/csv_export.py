"""CSV as RFC 4180 has it: for spreadsheets, where Chinese shows and no cell becomes a formula, or raw for machines."""

import csv
import io
import re
from collections.abc import Callable, Sequence
from typing import Any, BinaryIO, Final

from qtviewer.exchange.cells import plain_text, raw_text, table_columns, table_values
from qtviewer.exchange.listing import Listing, Loss
from qtviewer.exchange.records import ALL_LANGUAGES, COLUMNS, Record

BYTE_ORDER_MARK: Final = "\ufeff"
_FORMULA: Final = re.compile(r"[=+\-@\t\r\n\x00＝＋－＠]")
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
    columns = table_columns(listing.lang, listing.languages)
    is_date = [column in _DATES for column in columns]

    def cells_of(record: Record) -> list[str]:
        values = table_values(record, listing.languages)
        return [plain_text(value) if date else _safe(value) for value, date in zip(values, is_date, strict=True)]

    return columns, cells_of


def _safe(value: Any) -> str:
    text = plain_text(value)
    return f"'{text}" if _FORMULA.match(text) else text

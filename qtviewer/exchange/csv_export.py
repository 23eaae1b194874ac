"""CSV as RFC 4180 has it, for spreadsheets: Chinese shows, and no cell becomes a formula."""

import csv
import re
from collections.abc import Iterable
from typing import Any, Final, TextIO

from qtviewer.exchange.records import COLUMNS, Record

BYTE_ORDER_MARK: Final = "\ufeff"
_FORMULA: Final = re.compile(r"[=+\-@\t\r\n\x00＝＋－＠]")
_DATES: Final = frozenset({"date", "first_date", "last_date"})


def write_csv(records: Iterable[Record], stream: TextIO) -> None:
    """Write a header and a row for each event; `stream` must leave line ends alone."""
    stream.write(BYTE_ORDER_MARK)
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for record in records:
        writer.writerow([_cell(column, record[column]) for column in COLUMNS])


def _cell(column: str, value: Any) -> str:
    text = _text(value)
    return f"'{text}" if column not in _DATES and _FORMULA.match(text) else text


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(_text(item) for item in value)
    if isinstance(value, dict):
        return f"{value['label']}: {value['value']} {value['unit']}".strip()
    return str(value)

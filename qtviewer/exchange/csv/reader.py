"""Reads CSV and TSV of any program: detects encoding and delimiter, and reads one row at a time."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple, TextIO

from qtviewer.domain.bounds import MAX_TEXT_LENGTH
from qtviewer.domain.imported import ImportProblem
from qtviewer.exchange.importing.columns import MAX_COLUMNS, column_of
from qtviewer.exchange.importing.encoding_reader import TextEncoding, text_encoding
from qtviewer.exchange.importing.raw_value import RawRow, UnreadableError
from qtviewer.exchange.importing.table_reader import TableHeader, is_raw, read_header, read_rows

_DELIMITERS: Final = {",": "comma", "\t": "tab", ";": "semicolon", "|": "bar"}
_FORMULA_MARK: Final = re.compile(r"'[=+\-@\t\r\n\x00＝＋－＠]")
_MAX_LINE_LENGTH: Final = 80 * MAX_TEXT_LENGTH


class DelimitedFile(NamedTuple):
    """A table of text that is open for reading."""

    encoding: TextEncoding
    delimiter: str
    """As shown to people, such as comma."""
    header: TableHeader
    rows: Iterator[RawRow | ImportProblem]


def read_delimited(path: Path, chosen_encoding: str = "") -> DelimitedFile:
    """Open a table of text; opening it and reading its rows raise UnreadableError when it is not one.

    `chosen_encoding` is one of `ENCODINGS`; empty to find it out.
    """
    encoding = text_encoding(path, chosen_encoding)
    codec = encoding.codec
    with path.open(encoding=codec, newline="") as stream:
        delimiter = _delimiter(stream.readline(_MAX_LINE_LENGTH))
    records = _records(path, codec, delimiter)
    first = next(records, None)
    if first is None:
        raise UnreadableError("is empty, expected a header and rows")
    header = read_header(first[1], first[0])
    return DelimitedFile(
        encoding, _DELIMITERS[delimiter], header, map(_without_formula_marks, read_rows(header, records))
    )


def _delimiter(line: str) -> str:
    """Return the delimiter that makes the most known columns of a header line, the most frequent if several do."""
    counts = {
        delimiter: sum(
            column_of(cell.strip("\"' \r\n\ufeff")) is not None for cell in line.split(delimiter, MAX_COLUMNS)
        )
        for delimiter in _DELIMITERS
    }
    most = max(counts.values())
    frequencies = Counter({delimiter: line.count(delimiter) for delimiter in counts if counts[delimiter] == most})
    return frequencies.most_common(1)[0][0]


def _records(path: Path, codec: str, delimiter: str) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield records with their numbers from 1, the header first; raise UnreadableError for what is not CSV."""
    csv.field_size_limit(_MAX_LINE_LENGTH)
    number = 0
    with closing(path.open(encoding=codec, newline="")) as stream:
        reader = csv.reader(_bounded_lines(stream), delimiter=delimiter, strict=True)
        try:
            for number, record in enumerate(reader, 1):
                yield number, record
        except csv.Error as error:
            raise UnreadableError(_csv_error_reason(str(error)), number + 1) from error
        except UnreadableError as error:
            raise UnreadableError(error.reason, number + 1) from error


def _bounded_lines(stream: TextIO) -> Iterator[str]:
    """Yield the lines of a stream; raise UnreadableError for one so long that it could fill the memory."""
    while line := stream.readline(_MAX_LINE_LENGTH):
        if len(line) == _MAX_LINE_LENGTH:
            raise UnreadableError(f"holds a line of more than {_MAX_LINE_LENGTH:,} characters")
        yield line


def _csv_error_reason(error: str) -> str:
    if "unexpected end of data" in error:
        return "opens a quotation mark that is never closed"
    if "field larger than" in error:
        return (
            f"holds a cell of more than {_MAX_LINE_LENGTH:,} characters, or opens a quotation mark that is never closed"
        )
    return f"is no CSV ({error})"


def _without_formula_marks(row: RawRow | ImportProblem) -> RawRow | ImportProblem:
    """Remove the apostrophes that keep spreadsheets from taking a text for a formula; raw rows have none."""
    if isinstance(row, ImportProblem) or is_raw(row.cells):
        return row
    cells = {
        column: value[1:] if value.startswith("'") and _FORMULA_MARK.match(value) else value
        for column, value in row.cells.items()
    }
    return RawRow(row.number, cells)

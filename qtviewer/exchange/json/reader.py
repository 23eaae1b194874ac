"""Reads JSON and JSON Lines: exports of this program, or lists of events of another."""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final, NamedTuple

from qtviewer.domain.bounds import MAX_TEXT_LENGTH
from qtviewer.domain.imported import ImportProblem
from qtviewer.exchange.importing.columns import MAX_COLUMNS, column_of
from qtviewer.exchange.importing.encoding_reader import TextEncoding, text_encoding
from qtviewer.exchange.importing.raw_value import RawRow, UnreadableError, excerpt_of
from qtviewer.exchange.importing.table_reader import expand_texts

_MAX_SIZE: Final = 256 << 20  # bytes of a JSON document, which is held in memory whole
_MAX_LINE_LENGTH: Final = 320 * MAX_TEXT_LENGTH


class JsonFile(NamedTuple):
    """A JSON or JSON Lines file that is open for reading."""

    encoding: TextEncoding
    vocabulary: Mapping[str, Any]
    """For `read_vocabulary`; empty when the file has none."""
    rows: Iterator[RawRow | ImportProblem]
    unknown: list[str]
    """The names that are no columns, filled while the rows are read."""


def read_json_document(path: Path, chosen_encoding: str) -> tuple[TextEncoding, Any]:
    """Return the encoding and the value of a JSON document; raise UnreadableError when it is too large or not JSON.

    `chosen_encoding` is one of `ENCODINGS`; empty to find it out.
    """
    encoding = text_encoding(path, chosen_encoding)
    if path.stat().st_size > _MAX_SIZE:
        raise UnreadableError(f"is larger than {_MAX_SIZE >> 20} MB, expected JSON Lines or CSV for so many events")
    return encoding, parse_json(path.read_text(encoding=encoding.codec))


def read_json(encoding: TextEncoding, document: Any) -> JsonFile:
    """Return the events of a JSON document; raise UnreadableError when it has no list of them or is not whole."""
    metadata = document if isinstance(document, dict) else {}
    events = metadata.get("events") if isinstance(document, dict) else document
    if not isinstance(events, list):
        raise UnreadableError('holds no list of events, expected {"events": [...]} as qtviewer export writes it')
    count = metadata.get("count")
    if isinstance(count, int) and count != len(events):
        raise UnreadableError(f"says that it has {count} events and has {len(events)}; it is not whole")
    unknown: list[str] = []
    rows = (_row(number, event, unknown) for number, event in enumerate(events, 1))
    return JsonFile(encoding, _vocabulary(metadata), rows, unknown)


def read_json_lines(path: Path, chosen_encoding: str) -> JsonFile:
    """Open JSON Lines; opening and reading rows raise UnreadableError when the file is empty, damaged or not whole.

    `chosen_encoding` is one of `ENCODINGS`; empty to find it out.
    """
    encoding = text_encoding(path, chosen_encoding)
    lines = _lines(path, encoding.codec)
    first = next(lines, None)
    if first is None:
        raise UnreadableError("is empty, expected an event on each line")
    unknown: list[str] = []
    metadata = first[1] if isinstance(first[1], dict) and "query" in first[1] else {}
    rest = lines if metadata else _prepended(first, lines)
    return JsonFile(encoding, _vocabulary(metadata), _counted_rows(rest, metadata.get("count"), unknown), unknown)


def parse_json(text: str) -> Any:
    """Return the value of a JSON text; raise UnreadableError when it is not JSON."""
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise UnreadableError(f"is no JSON (line {error.lineno}, column {error.colno}: {error.msg})") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"is no JSON ({error})") from error


def _lines(path: Path, codec: str) -> Iterator[tuple[int, Any]]:
    with closing(path.open(encoding=codec, newline="\n")) as stream:
        number = 0
        while line := stream.readline(_MAX_LINE_LENGTH):
            number += 1
            if len(line) == _MAX_LINE_LENGTH:
                raise UnreadableError(f"is longer than {_MAX_LINE_LENGTH:,} characters, expected an event", number)
            if line.strip():
                try:
                    yield number, parse_json(line)
                except UnreadableError as error:
                    yield number, error


def _prepended(first: tuple[int, Any], rest: Iterator[tuple[int, Any]]) -> Iterator[tuple[int, Any]]:
    yield first
    yield from rest


def _counted_rows(lines: Iterator[tuple[int, Any]], count: Any, unknown: list[str]) -> Iterator[RawRow | ImportProblem]:
    """Yield the rows; raise UnreadableError at the end when there are not as many as the first line says."""
    found = 0
    for number, event in lines:
        found += 1
        yield _row(number, event, unknown)
    if isinstance(count, int) and count != found:
        raise UnreadableError(f"says that it has {count} events and has {found}; it is not whole")


def _row(number: int, event: Any, unknown: list[str]) -> RawRow | ImportProblem:
    if isinstance(event, UnreadableError):
        return ImportProblem(number, "", "", event.reason)
    if not isinstance(event, dict):
        return ImportProblem(number, "", excerpt_of(event), "is no event, expected an object")
    if len(event) > MAX_COLUMNS:
        return ImportProblem(number, "", "", f"has {len(event):,} columns, expected at most {MAX_COLUMNS:,}")
    cells: dict[str, Any] = {}
    for name, value in event.items():
        column = column_of(name)
        if column is None:
            if name not in unknown and len(unknown) < MAX_COLUMNS:
                unknown.append(name)
        elif column in cells:
            return ImportProblem(number, name, "", "means the same as another column, expected one of them")
        else:
            cells[column] = value
    return expand_texts(RawRow(number, cells))


def _vocabulary(metadata: Mapping[str, Any]) -> Mapping[str, Any]:
    vocabulary = metadata.get("vocabulary", {})
    return vocabulary if isinstance(vocabulary, dict) else {}

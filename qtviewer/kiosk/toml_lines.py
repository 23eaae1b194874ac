"""Reads TOML with the line number of each key, and goes on after errors."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

_PLACE: Final = re.compile(r" ?\(at (?:line (\d+), column (\d+)|end of document)\)")
_MOST_ERRORS: Final = 20


class TomlLines(NamedTuple):
    """A document that was read; line numbers begin at 1.

    values: keys and tables at the top level, without the lines that have errors.
    lines: line number of each key before the first table, and of that table.
    errors: (line number, message), in the order of lines.
    """

    values: Mapping[str, Any]
    lines: Mapping[str, int]
    errors: tuple[tuple[int, str], ...]


def read_toml(text: str) -> TomlLines:
    """Read a document; lines with errors are left out, so that all errors are found, up to 20.

    After 20 errors only these are returned.
    """
    lines = text.removeprefix("\ufeff").split("\n")
    errors: list[tuple[int, str]] = []
    while True:
        try:
            values = tomllib.loads("\n".join(lines))
        except (ValueError, RecursionError) as error:
            line, message = _line_and_message(error, lines)
            errors.append((line, message))
            lines[line - 1] = ""
            if len(errors) == _MOST_ERRORS:
                return TomlLines({}, {}, tuple(errors))
        else:
            return TomlLines(values, _lines_of_keys(lines), tuple(sorted(errors)))


def _line_and_message(error: Exception, lines: list[str]) -> tuple[int, str]:
    """Return the line number of an error of tomllib, and its message without the place."""
    if isinstance(error, RecursionError):
        return _last_statement_line(lines), "too many brackets within brackets"
    match = _PLACE.search(str(error))
    message = _PLACE.sub("", str(error)).strip()
    if match is None or match[1] is None:
        return _last_statement_line(lines), f"{message}, without an end"
    return int(match[1]), f"{message} at column {match[2]}"


def _last_statement_line(lines: list[str]) -> int:
    """Return the line number at which the last statement begins."""
    return list(_statements(lines))[-1][0]


def _lines_of_keys(lines: list[str]) -> dict[str, int]:
    """Return the first line number of each key before the first table, and of that table."""
    found: dict[str, int] = {}
    for line, keys in _statements(lines):
        for key in keys:
            found.setdefault(key, line)
        if lines[line - 1].lstrip().startswith("["):
            break
    return found


def _statements(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number, keys) for each statement; one without an end comes last and has no keys."""
    first_line, statement = 1, ""
    for number, line in enumerate(lines, 1):
        first_line = number if not statement else first_line
        statement += f"{line}\n"
        try:
            keys = list(tomllib.loads(statement))
        except (ValueError, RecursionError):
            continue
        yield first_line, keys
        statement = ""
    if statement:
        yield first_line, []

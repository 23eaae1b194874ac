"""TOML with the lines of its keys, read as far as it can be read."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

_PLACE: Final = re.compile(r" ?\(at (?:line (\d+), column (\d+)|end of document)\)")
_MOST_ERRORS: Final = 20


class TomlLines(NamedTuple):
    """The values of keys that stand before any table, the line of every key, and (line, what is wrong) otherwise."""

    values: Mapping[str, Any]
    lines: Mapping[str, int]
    errors: tuple[tuple[int, str], ...]


def read_toml(text: str) -> TomlLines:
    """Read a document; a line that is no TOML is left out, so that what else is wrong is found, too."""
    lines = text.removeprefix("\ufeff").split("\n")
    errors: list[tuple[int, str]] = []
    while True:
        try:
            values = tomllib.loads("\n".join(lines))
        except (ValueError, RecursionError) as error:
            line, what = _place_of(error, lines)
            errors.append((line, what))
            lines[line - 1] = ""
            if len(errors) == _MOST_ERRORS:
                return TomlLines({}, {}, tuple(errors))
        else:
            return TomlLines(values, _lines_of_keys(lines), tuple(sorted(errors)))


def _place_of(error: Exception, lines: list[str]) -> tuple[int, str]:
    """The line to blame, and what the reader says about it."""
    if isinstance(error, RecursionError):
        return _last_statement(lines), "too many brackets within brackets"
    match = _PLACE.search(str(error))
    what = _PLACE.sub("", str(error)).strip()
    if match is None or match[1] is None:
        return _last_statement(lines), f"{what}, without an end"
    return int(match[1]), f"{what} at column {match[2]}"


def _last_statement(lines: list[str]) -> int:
    """The line at which what has no end begins."""
    return list(_statements(lines))[-1][0]


def _lines_of_keys(lines: list[str]) -> dict[str, int]:
    """The first line of every key that stands before any table, and of every table."""
    found: dict[str, int] = {}
    for line, keys in _statements(lines):
        for key in keys:
            found.setdefault(key, line)
        if lines[line - 1].lstrip().startswith("["):
            break
    return found


def _statements(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """The line at which each statement begins, and its keys; what has no end comes last, without any."""
    begun, statement = 1, ""
    for number, line in enumerate(lines, 1):
        begun = number if not statement else begun
        statement += f"{line}\n"
        try:
            keys = list(tomllib.loads(statement))
        except (ValueError, RecursionError):
            continue
        yield begun, keys
        statement = ""
    if statement:
        yield begun, []

"""Reads names and figures from one cell: as JSON, one a line, or separated by semicolons."""

import re
from collections.abc import Mapping
from typing import Any, Final

from qtviewer.domain.bounds import MAX_FIGURES, MAX_TAGS
from qtviewer.domain.event import FigureText
from qtviewer.domain.imported import ImportedFigures
from qtviewer.exchange.importing.raw_value import RefusedValueError, as_json_list, as_number, as_text, excerpt_of
from qtviewer.exchange.printed_number import printed_numbers

_SEPARATOR: Final = re.compile(r"[;；\n]")
_FIELDS: Final = ("number", "value", "unit", "label")
_EXPECTED: Final = "expected label: value unit, such as 里程: 17.2 公里"


def read_names(value: Any, *, by_line: bool) -> tuple[str, ...]:
    """Return the distinct names in a cell; raise RefusedValueError when it is not a list of names.

    With `by_line` only line breaks separate names, as in spreadsheets of this program; otherwise semicolons as well.
    """
    if value is None:
        return ()
    if isinstance(value, str):
        value = as_json_list(value) if value.startswith("[") else _split(value, by_line=by_line)
    if not isinstance(value, list | tuple):
        raise RefusedValueError("is no list of names")
    if len(value) > MAX_TAGS:
        raise RefusedValueError(f"holds {len(value):,} names, expected at most {MAX_TAGS:,}")
    names = [as_text(name) for name in value]
    if any(not name for name in names):
        raise RefusedValueError("holds an empty name")
    return tuple(dict.fromkeys(names))


def _split(text: str, *, by_line: bool) -> list[str]:
    names = text.splitlines() if by_line else _SEPARATOR.split(text)
    return [name.strip() for name in names if name.strip()]


def read_figures(value: Any) -> ImportedFigures:
    """Return the figures in a cell; raise RefusedValueError when it is not a list of figures.

    A text such as “label: value unit; …” that cannot be read as figures is returned with the reason instead.
    """
    if value is None or value == "":
        return ImportedFigures(())
    if isinstance(value, str) and not value.startswith("["):
        _check_count(len(_SEPARATOR.findall(value)) + 1)
        lines = [line.split(" | ") for line in value.splitlines()]
        if all(len(line) == len(_FIELDS) for line in lines):
            records = [dict(zip(_FIELDS, map(str.strip, line), strict=True)) for line in lines]
            return ImportedFigures(tuple(map(_figure_of, records)))
        return _printed_figures(value)
    listed = as_json_list(value) if isinstance(value, str) else value
    if not isinstance(listed, list):
        raise RefusedValueError("is no list of figures")
    _check_count(len(listed))
    return ImportedFigures(tuple(map(_figure_of, listed)))


def _check_count(count: int) -> None:
    if count > MAX_FIGURES:
        raise RefusedValueError(f"holds {count:,} figures, expected at most {MAX_FIGURES:,}")


def _figure_of(record: Any) -> tuple[float, FigureText]:
    if not isinstance(record, Mapping) or "number" not in record:
        raise RefusedValueError(f"holds {excerpt_of(record)!r}, expected a figure with number, value, unit and label")
    number = as_number(record["number"])
    value, unit, label = (as_text(record.get(field)) for field in _FIELDS[1:])
    return number, FigureText(f"{number:.12g}" if record.get("value") is None else value, unit, label)


def _printed_figures(text: str) -> ImportedFigures:
    try:
        parts = [part for part in _SEPARATOR.split(text) if part.strip()]
        return ImportedFigures(tuple(map(_printed_figure, parts)), text)
    except RefusedValueError as error:
        return ImportedFigures((), text, str(error))


def _printed_figure(text: str) -> tuple[float, FigureText]:
    """Return the figure in “label: value unit”; the unit begins after the first word with a number."""
    label, colon, rest = text.replace("：", ": ").rpartition(": ")
    words = rest.split()
    last = next((index for index, word in enumerate(words) if printed_numbers(word)), None)
    if not colon or last is None:
        raise RefusedValueError(f"holds {excerpt_of(text.strip())!r}, {_EXPECTED}")
    value, unit = " ".join(words[: last + 1]), " ".join(words[last + 1 :])
    return printed_numbers(words[last])[0], FigureText(value, unit, label.strip())

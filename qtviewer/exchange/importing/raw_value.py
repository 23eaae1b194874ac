"""Values of rows as they stand in files: texts, or what JSON and spreadsheets make of numbers and lists."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

_LONGEST_SHOWN: Final = 60


class RefusedValueError(ValueError):
    """A value that cannot be imported; the message is its reason."""


class RefusedCell(NamedTuple):
    """A cell that has no value of its own, as it was found, and why it cannot be imported."""

    found: str
    reason: str


class RawRow(NamedTuple):
    """A row as it stands in a file: its number there, and its values by column, such as title or title@zh."""

    number: int
    cells: Mapping[str, Any]


class UnreadableError(Exception):
    """A file that cannot be read on: where, and why."""

    def __init__(self, reason: str, row: int = 0, column: str = "", value: str = "") -> None:
        super().__init__(reason)
        self.reason, self.row, self.column, self.value = reason, row, column, value


def excerpt_of(value: Any) -> str:
    """A value as it was found, cut short where it is long."""
    text = value if isinstance(value, str) else repr(value)
    text = text.encode("utf-8", "replace").decode()
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def as_text(value: Any) -> str:
    """A text, or a number as people write it; RefusedValueError for anything else."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise RefusedValueError("is no text")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)


def as_number(value: Any) -> float:
    """A finite number; RefusedValueError otherwise."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if isinstance(value, bool) or not math.isfinite(number):
        raise RefusedValueError(f"holds {excerpt_of(value)!r} as the number of a figure, expected a finite number")
    return number


def as_json_list(text: str) -> Sequence[Any]:
    """The list that a cell of a raw table holds; RefusedValueError when it is none."""
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RefusedValueError(f"begins like JSON but is none ({error})") from error
    if not isinstance(values, list):
        raise RefusedValueError("is JSON but no list")
    return values

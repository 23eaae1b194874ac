"""Raw rows and values as files hold them: texts, or the numbers and lists of JSON and spreadsheets."""

import json
import math
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

_MAX_EXCERPT_LENGTH: Final = 60


class RefusedValueError(ValueError):
    """A value that cannot be imported; the message is the reason, without a subject."""


class RefusedCell(NamedTuple):
    """A cell that cannot be imported, such as a formula."""

    found: str
    """The content of the cell, for the message."""
    reason: str


class RawRow(NamedTuple):
    """A row of a file before its values are parsed."""

    number: int
    """The number of the row, line or item in the file, from 1."""
    cells: Mapping[str, Any]
    """Values by column, such as title or title@zh."""


class UnreadableError(Exception):
    """A file that cannot be read at all or any further.

    `reason` is a phrase without a subject; `row` is 0, and `column` and `value` are empty, where they are not known.
    """

    def __init__(self, reason: str, row: int = 0, column: str = "", value: str = "") -> None:
        super().__init__(reason)
        self.reason, self.row, self.column, self.value = reason, row, column, value


def excerpt_of(value: Any) -> str:
    """Return a value as text for a message, truncated to 60 characters."""
    text = value if isinstance(value, str) else repr(value)
    text = text.encode("utf-8", "replace").decode()
    return text if len(text) <= _MAX_EXCERPT_LENGTH else f"{text[:_MAX_EXCERPT_LENGTH]}…"


def as_text(value: Any) -> str:
    """Return a text as it is, a number as people write it, None as ""; raise RefusedValueError for anything else."""
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
    """Return a value as a finite number; raise RefusedValueError when it is none."""
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if isinstance(value, bool) or not math.isfinite(number):
        raise RefusedValueError(f"holds {excerpt_of(value)!r} as the number of a figure, expected a finite number")
    return number


def as_json_list(text: str) -> Sequence[Any]:
    """Return the list in a JSON text; raise RefusedValueError when it is not one."""
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RefusedValueError(f"begins like JSON but is none ({error})") from error
    if not isinstance(values, list):
        raise RefusedValueError("is JSON but no list")
    return values

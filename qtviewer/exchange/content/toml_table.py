"""Typed reading of one TOML table, with errors that name its place."""

import difflib
import math
import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any, Final, TypeVar

from qtviewer.domain.errors import ViewerError

Choice = TypeVar("Choice", bound=StrEnum)
_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REQUIRED: Final = object()
_LONGEST_SHOWN: Final = 80


class ContentError(ViewerError):
    """Content that cannot be read: one sentence per problem."""

    def __init__(self, *problems: str) -> None:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        super().__init__(problems[0] + more)
        self.problems = problems


class TomlTable:
    """The values of a table; every method takes one key out, and `finish` refuses what nobody took."""

    def __init__(self, values: Mapping[str, Any], place: str) -> None:
        self._values = dict(values)
        self._known: list[str] = []
        self.place = place

    def error(self, problem: str) -> ContentError:
        """A problem of this table."""
        return ContentError(f"{self.place}: {problem}")

    def take(self, key: str, kind: type, default: Any = _REQUIRED) -> Any:
        """A value of the given type; ContentError when it is missing without a default, or of another type."""
        self._known.append(key)
        value = self._values.pop(key, default)
        if value is _REQUIRED:
            raise self.error(f"{key!r} is missing")
        is_number = kind is float and isinstance(value, int)
        if value is not default and (isinstance(value, bool) or not (isinstance(value, kind) or is_number)):
            raise self.error(f"{key!r} is {_shown(value)}, expected {_KIND_NAMES[kind]}")
        return value

    def peek_text(self, key: str) -> str:
        """A text if there is one, otherwise nothing: for a look around, without taking it out."""
        value = self._values.get(key)
        return value.strip() if isinstance(value, str) else ""

    def text(self, key: str, default: Any = _REQUIRED) -> str:
        """A text that is not blank, without space around it."""
        value = self.take(key, str, default)
        if value is not default and not value.strip():
            raise self.error(f"{key!r} is empty")
        return str(value).strip()

    def slug(self, key: str, default: Any = _REQUIRED) -> str:
        """An id: lower-case English words and digits, joined by hyphens."""
        value = self.text(key, default)
        if value != default and not _SLUG.fullmatch(value):
            raise self.error(f"{key!r} is {value!r}, expected lower-case letters and digits joined by '-'")
        return value

    def integer(self, key: str, default: int, lowest: int, highest: int) -> int:
        """A whole number within bounds, inclusive."""
        value = self.take(key, int, default)
        if not lowest <= value <= highest:
            raise self.error(f"{key!r} is {_shown(value)}, expected {lowest} to {highest}")
        return int(value)

    def number(self, key: str) -> float:
        """A number, neither infinite nor "not a number"."""
        value = self.take(key, float)
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise self.error(f"{key!r} is {_shown(value)}, expected a finite number")
        return number

    def choice(self, key: str, default: Choice) -> Choice:
        """One of the values of an enumeration."""
        value = self.text(key, default.value)
        try:
            return type(default)(value)
        except ValueError:
            known = [choice.value for choice in type(default)]
            raise self.error(f"{key!r} is {value!r}, {expected_names(value, known)}") from None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, each once, empty when it is not there."""
        values = self.take(key, list, [])
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.error(f"{key!r} is {_shown(values)}, expected a list of texts")
        texts = tuple(value.strip() for value in values)
        if len(set(texts)) < len(texts):
            raise self.error(f"{key!r} names something twice")
        return texts

    def table(self, key: str) -> "TomlTable":
        """A table inside this one."""
        return TomlTable(self.take(key, dict), f"{self.place}, {key}")

    def tables(self, key: str) -> list["TomlTable"]:
        """A list of tables inside this one, empty when it is not there."""
        values = self.take(key, list, [])
        if not all(isinstance(value, dict) for value in values):
            raise self.error(f"{key!r} is not a list of tables")
        return [TomlTable(value, f"{self.place}, {key} {at}") for at, value in enumerate(values, 1)]

    def finish(self) -> None:
        """Refuse keys that mean nothing."""
        for key in self._values:
            raise self.error(f"{key!r} is not known here, {expected_names(key, self._known)}")


_KIND_NAMES: Final = {str: "a text", int: "a whole number", float: "a number", list: "a list", dict: "a table"}


def _shown(value: Any) -> str:
    """A value as it was found, cut short where it is long."""
    try:
        text = repr(value)
    except ValueError:  # Python does not write numbers of thousands of digits
        return "a number without end"
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def expected_names(found: str, known: Collection[str]) -> str:
    """What was expected instead: the nearest known names, or all of them when they are few."""
    near = difflib.get_close_matches(found, known, n=3) or (sorted(known) if len(known) <= 12 else [])
    return "expected one of those declared" if not near else f"expected {' or '.join(map(repr, near))}"

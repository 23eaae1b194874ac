"""Reads typed values from one TOML table, with errors that name its place."""

import difflib
import math
import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from itertools import islice
from typing import Any, Final, TypeVar

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.plain_text import control_character_in
from qtviewer.exchange.importing.raw_value import RefusedValueError
from qtviewer.exchange.importing.safety import safe_text

EnumValue = TypeVar("EnumValue", bound=StrEnum)
_SLUG: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_REQUIRED: Final = object()
_MAX_EXCERPT_LENGTH: Final = 80
_MOST_COMPARED: Final = 30  # names, when one is looked for that is like a wrong one


class ContentError(ViewerError):
    """Content that cannot be read; `problems` holds a sentence for each problem."""

    def __init__(self, *problems: str) -> None:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        super().__init__(problems[0] + more)
        self.problems = problems


class TomlTable:
    """The values of a table that are not read yet.

    Every `take_...` method removes one key and returns its value, or raises ContentError when it is missing without a
    default or not as expected. `refuse_unknown_keys` checks that no key remains. `place` begins every error.
    """

    def __init__(self, values: Mapping[str, Any], place: str) -> None:
        self._values = dict(values)
        self._known: list[str] = []
        self.place = place

    def error(self, problem: str) -> ContentError:
        """Return an error that names the place of this table and a problem."""
        return ContentError(f"{self.place}: {problem}")

    def take(self, key: str, kind: type, default: Any = _REQUIRED) -> Any:
        """Take a value of a type; an integer is accepted for a float."""
        self._known.append(key)
        value = self._values.pop(key, default)
        if value is _REQUIRED:
            raise self.error(f"{key!r} is missing")
        is_number = kind is float and isinstance(value, int)
        if value is not default and (isinstance(value, bool) or not (isinstance(value, kind) or is_number)):
            raise self.error(f"{key!r} is {_excerpt(value)}, expected {_KIND_NAMES[kind]}")
        return value

    def peek_text(self, key: str) -> str:
        """Return a text without taking it, or "" when there is none."""
        value = self._values.get(key)
        return value.strip() if isinstance(value, str) else ""

    def take_text(self, key: str, default: Any = _REQUIRED) -> str:
        """Take a text that is not blank, without the space around it."""
        value = self.take(key, str, default)
        if value is not default and not value.strip():
            raise self.error(f"{key!r} is empty")
        return self._checked(key, str(value).strip())

    def take_slug(self, key: str, default: Any = _REQUIRED) -> str:
        """Take an id: lower-case letters and digits, joined by hyphens."""
        value = self.take_text(key, default)
        if value != default and not _SLUG.fullmatch(value):
            raise self.error(f"{key!r} is {value!r}, expected lower-case letters and digits joined by '-'")
        return value

    def take_integer(self, key: str, default: int, lowest: int, highest: int) -> int:
        """Take a whole number from `lowest` to `highest`, both included."""
        value = self.take(key, int, default)
        if not lowest <= value <= highest:
            raise self.error(f"{key!r} is {_excerpt(value)}, expected {lowest} to {highest}")
        return int(value)

    def take_number(self, key: str) -> float:
        """Take a finite number."""
        value = self.take(key, float)
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise self.error(f"{key!r} is {_excerpt(value)}, expected a finite number")
        return number

    def take_choice(self, key: str, default: EnumValue) -> EnumValue:
        """Take a value of the enumeration that the default belongs to."""
        value = self.take_text(key, default.value)
        try:
            return type(default)(value)
        except ValueError:
            known = [member.value for member in type(default)]
            raise self.error(f"{key!r} is {value!r}, {expected_names(value, known)}") from None

    def take_texts(self, key: str) -> tuple[str, ...]:
        """Take a list of distinct texts, empty when the key is missing."""
        values = self.take(key, list, [])
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.error(f"{key!r} is {_excerpt(values)}, expected a list of texts")
        texts = tuple(self._checked(key, value.strip()) for value in values)
        if len(set(texts)) < len(texts):
            raise self.error(f"{key!r} names something twice")
        return texts

    def _checked(self, key: str, text: str) -> str:
        """Return a text that comes in through the same door as those of lists; raise ContentError for others."""
        try:
            safe_text(text)
        except RefusedValueError as error:
            raise self.error(f"{key!r} {error}") from error
        if control := control_character_in(text):
            raise self.error(f"{key!r} holds the control character {control}, expected text")
        return text

    def take_table(self, key: str) -> "TomlTable":
        """Take a table inside this one."""
        return TomlTable(self.take(key, dict), f"{self.place}, {key}")

    def take_tables(self, key: str) -> list["TomlTable"]:
        """Take a list of tables inside this one, empty when the key is missing."""
        values = self.take(key, list, [])
        if not all(isinstance(value, dict) for value in values):
            raise self.error(f"{key!r} is not a list of tables")
        return [TomlTable(value, f"{self.place}, {key} {number}") for number, value in enumerate(values, 1)]

    def refuse_unknown_keys(self) -> None:
        """Raise ContentError for a key that no method took."""
        for key in self._values:
            raise self.error(f"{key!r} is not known here, {expected_names(key, self._known)}")


_KIND_NAMES: Final = {str: "a text", int: "a whole number", float: "a number", list: "a list", dict: "a table"}


def _excerpt(value: Any) -> str:
    """Return a value for a message, truncated to 80 characters."""
    try:
        text = repr(value)
    except ValueError:  # Python does not write numbers of thousands of digits
        return "a number without end"
    return text if len(text) <= _MAX_EXCERPT_LENGTH else f"{text[:_MAX_EXCERPT_LENGTH]}…"


def expected_names(found: str, known: Collection[str]) -> str:
    """Return the end of a message about an unknown name: the most similar known ones, or all when they are few.

    Of very many, only some that begin alike are compared, as a register may be long and all of its names be wrong.
    """
    if len(known) > _MOST_COMPARED:
        known = _beginning_alike(found, known)
    near = difflib.get_close_matches(found[:_MAX_EXCERPT_LENGTH], known, n=3) or (
        sorted(known) if len(known) <= 12 else []
    )
    return "expected one of those declared" if not near else f"expected {' or '.join(map(repr, near))}"


def _beginning_alike(found: str, known: Collection[str]) -> list[str]:
    """Return at most 30 names that begin as `found` does: all but its end, its first half, or its first two letters."""
    for length in (len(found) - 2, len(found) // 2, 2):
        alike = list(islice((name for name in known if name[:length] == found[:length]), _MOST_COMPARED))
        if alike:
            return alike
    return []

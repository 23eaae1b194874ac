"""Values of records as the text of cells: as people read them, and as machines read them back."""

import json
from collections.abc import Sequence
from operator import itemgetter
from typing import Any, Final

from qtviewer.exchange.event_record import ALL_LANGUAGES, COLUMNS, Record

TRANSLATED_COLUMNS: Final = ("title", "summary", "body", "date_note", "figures")
"""The columns of which a table in all languages has one for each language, such as title_zh."""
_all_values: Final = itemgetter(*COLUMNS)
_as_json: Final = json.JSONEncoder(ensure_ascii=False).encode  # built once, not for every cell


def table_columns(lang: str, languages: Sequence[str], fields: Sequence[str] = ()) -> tuple[str, ...]:
    """The columns of a table, all or some: in all languages, those of each language follow the shared ones."""
    spoken = languages if lang == ALL_LANGUAGES else ()
    return (
        *_only(COLUMNS, fields),
        *(f"{column}_{each}" for each in spoken for column in _only(TRANSLATED_COLUMNS, fields)),
    )


def table_values(record: Record, languages: Sequence[str], fields: Sequence[str] = ()) -> list[Any]:
    """The values of a record in the order of `table_columns`; None where it has no words in a language."""
    values = [record[column] for column in _only(COLUMNS, fields)] if fields else list(_all_values(record))
    if "texts" in record:
        for lang in languages:
            words = record["texts"].get(lang, {})
            values += [words.get(column) for column in _only(TRANSLATED_COLUMNS, fields)]
    return values


def _only(columns: Sequence[str], fields: Sequence[str]) -> Sequence[str]:
    """Those of the columns that are asked for, in the order of lists."""
    return [column for column in columns if column in fields] if fields else columns


def readable_text(value: Any) -> str:
    """A value as people read it: names joined by semicolons, figures as label, value and unit."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join([item if item.__class__ is str else readable_text(item) for item in value])
    if isinstance(value, dict):
        return f"{value['label']}: {value['value']} {value['unit']}".strip()
    return str(value)


def machine_text(value: Any) -> str:
    """A value as machines read it back: a text as it is, nothing as no text, anything else as JSON."""
    if isinstance(value, str):
        return value
    return "" if value is None else _as_json(value)


def multiline_text(value: Any) -> str:
    """A value as people edit it and machines read it back: an item a line, a figure as number | value | unit | label.

    A list with an item that this form would break is JSON, which begins with "[".
    """
    if not isinstance(value, list):
        return machine_text(value)
    rows = [[str(part) for part in item.values()] if isinstance(item, dict) else [item] for item in value]
    text = "\n".join(" | ".join(row) for row in rows)
    return text if _rows_in(text, len(rows[0]) if rows else 0) == rows else machine_text(value)


def _rows_in(text: str, parts: int) -> list[list[str]] | None:
    """The rows a reader finds; None where it reads JSON."""
    if text.startswith("["):
        return None
    lines = text.splitlines() if text else []
    rows = [line.split(" | ") if parts > 1 else [line] for line in lines]
    return [[part.strip() for part in row] for row in rows]

"""The columns of an exported table, and the values of records as the text of its cells."""

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
    """Return the header of a table.

    `lang` is a language code or "all", which adds a column for each of `languages` and each translated column, such as
    title_zh. `fields` are the columns to keep; empty for all.
    """
    extra = languages if lang == ALL_LANGUAGES else ()
    return (
        *_selected(COLUMNS, fields),
        *(f"{column}_{code}" for code in extra for column in _selected(TRANSLATED_COLUMNS, fields)),
    )


def table_values(record: Record, languages: Sequence[str], fields: Sequence[str] = ()) -> list[Any]:
    """Return the values of a record in the order of `table_columns`, with None for texts that it does not have."""
    values = [record[column] for column in _selected(COLUMNS, fields)] if fields else list(_all_values(record))
    if "texts" in record:
        for lang in languages:
            texts = record["texts"].get(lang, {})
            values += [texts.get(column) for column in _selected(TRANSLATED_COLUMNS, fields)]
    return values


def _selected(columns: Sequence[str], fields: Sequence[str]) -> Sequence[str]:
    """Return the columns that are in `fields`, in their own order; all of them when `fields` is empty."""
    return [column for column in columns if column in fields] if fields else columns


def readable_text(value: Any) -> str:
    """Return a value of a record for people: names joined by semicolons, figures as "label: value unit"."""
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
    """Return a value of a record for programs: a text as it is, None as "", anything else as JSON."""
    if isinstance(value, str):
        return value
    return "" if value is None else _as_json(value)


def multiline_text(value: Any) -> str:
    """Return a value of a record in a form that people can edit and an import can read.

    Lists have one item a line, a figure as "number | value | unit | label". A list that would not be read back the same
    is written as JSON, which begins with "[".
    """
    if not isinstance(value, list):
        return machine_text(value)
    rows = [[str(part) for part in item.values()] if isinstance(item, dict) else [item] for item in value]
    text = "\n".join(" | ".join(row) for row in rows)
    return text if _rows_read_back(text, len(rows[0]) if rows else 0) == rows else machine_text(value)


def _rows_read_back(text: str, parts: int) -> list[list[str]] | None:
    """Return the items, each as its parts, that an import finds in a text; None where it takes the text for JSON."""
    if text.startswith("["):
        return None
    lines = text.splitlines() if text else []
    rows = [line.split(" | ") if parts > 1 else [line] for line in lines]
    return [[part.strip() for part in row] for row in rows]

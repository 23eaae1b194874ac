"""The rows of the vocabulary in the tables of a store."""

from collections.abc import Iterable, Mapping
from typing import Any

from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.event import Chronicle, Names

Row = dict[str, Any]
"""Values of a table's row, by column."""


def vocabulary_rows(chronicle: Chronicle) -> dict[str, Iterable[Row]]:
    """Return the rows of the vocabulary by table, with tables after those they refer to."""
    tables: dict[str, Iterable[Row]] = {
        "chronicle_text": [
            {"lang": lang, "title": title, "subtitle": chronicle.subtitles.get(lang, "")}
            for lang, title in chronicle.titles.items()
        ],
        "category": [
            {"id": category.id, "position": position, "color": category.color, "color_dark": category.color_dark}
            for position, category in enumerate(chronicle.categories)
        ],
        "category_text": _name_rows("category", {category.id: category.names for category in chronicle.categories}),
    }
    for table, names in (
        ("collection", chronicle.collections),
        ("source", chronicle.sources),
        ("thread", chronicle.threads),
    ):
        tables[table] = [{"id": key, "position": position} for position, key in enumerate(names)]
        tables[f"{table}_text"] = _name_rows(table, names)
    tables |= _era_tables(chronicle)
    tables["pinyin"] = [{"word": word, "syllables": syllables} for word, syllables in chronicle.pinyin.items()]
    return tables | _tag_tables(chronicle)


def _name_rows(table: str, names: Mapping[str, Names]) -> list[Row]:
    return [
        {table: key, "lang": lang, "name": name}
        for key, by_language in names.items()
        for lang, name in by_language.items()
    ]


def _tag_tables(chronicle: Chronicle) -> dict[str, Iterable[Row]]:
    return {
        "tag": [{"id": tag.id, "position": position, "kind": tag.kind} for position, tag in enumerate(chronicle.tags)],
        "tag_text": _name_rows("tag", {tag.id: tag.names for tag in chronicle.tags}),
        "tag_alias": [{"tag": tag.id, "alias": alias} for tag in chronicle.tags for alias in tag.aliases],
    }


def _era_tables(chronicle: Chronicle) -> dict[str, Iterable[Row]]:
    return {
        "era": [
            {"id": era.id, "position": position, "date": format_edtf(era.date), "color": era.color,
             "color_dark": era.color_dark}
            for position, era in enumerate(chronicle.eras)
        ],
        "era_text": _name_rows("era", {era.id: era.names for era in chronicle.eras}),
    }  # fmt: skip

"""The vocabulary of an export as JSON, with names in every language; `read_vocabulary` reads it."""

from collections.abc import Mapping
from typing import Final

from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.event import Names
from qtviewer.domain.source import Vocabulary
from qtviewer.exchange.event_record import Record

_NAMED: Final = ("collections", "sources", "threads")


def vocabulary_record(vocabulary: Vocabulary, pinyin: Mapping[str, str]) -> Record:
    """Return titles, categories, collections, sources, threads, tags, eras and readings of words as a JSON object."""
    return {
        "chronicle": _titles(vocabulary),
        "categories": [
            {"id": key, "color": category.color, "color_dark": category.color_dark, "names": dict(category.names)}
            for key, category in vocabulary.categories.items()
        ],
        **{kind: [_item(key, names) for key, names in getattr(vocabulary, kind).items()] for kind in _NAMED},
        "tags": [
            {**_item(key, tag.names), "kind": tag.kind.value, "aliases": list(tag.aliases)}
            for key, tag in vocabulary.tags.items()
        ],
        "eras": [
            {"id": key, "date": format_edtf(era.date), "color": era.color, "color_dark": era.color_dark,
             "names": dict(era.names)}
            for key, era in vocabulary.eras.items()
        ],
        "pinyin": dict(pinyin),
    }  # fmt: skip


def _titles(vocabulary: Vocabulary) -> Record:
    return {
        lang: {"title": title, "subtitle": vocabulary.subtitles.get(lang, "")}
        for lang, title in vocabulary.titles.items()
    }


def _item(key: str, names: Names) -> Record:
    return {"id": key, "names": dict(names)}

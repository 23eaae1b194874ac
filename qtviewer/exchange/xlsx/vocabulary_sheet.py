"""The vocabulary as a sheet of a spreadsheet: a row for each name, a column for each language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from qtviewer.domain.event import TagKind
from qtviewer.domain.source import Vocabulary
from qtviewer.exchange.event_record import Record
from qtviewer.exchange.importing.list_readers import read_names
from qtviewer.exchange.table_cells import multiline_text
from qtviewer.exchange.vocabulary_record import vocabulary_record

VOCABULARY_SHEET: Final = "vocabulary"
_NAME: Final = "name_"
_DETAILS: Final = ("color", "color_dark", "aliases", "date", "pinyin")
_KINDS: Final = {
    "categories": "category", "collections": "collection", "sources": "source", "threads": "thread", "eras": "era",
}  # fmt: skip
_LISTS: Final = {kind: name for name, kind in _KINDS.items()} | {kind.value: "tags" for kind in TagKind}
_READING: Final = "reading"
_TITLES: Final = ("title", "subtitle")


def vocabulary_rows(vocabulary: Vocabulary, pinyin: Mapping[str, str]) -> Iterator[Sequence[str]]:
    """Yield a header, then a row for each title, category, collection, source, thread, era, tag and reading."""
    record, languages = vocabulary_record(vocabulary, pinyin), _languages(vocabulary)
    yield ("kind", "id", *(f"{_NAME}{lang}" for lang in languages), *_DETAILS)
    for kind in _TITLES:
        names = {lang: words[kind] for lang, words in record["chronicle"].items()}
        yield _row(kind, {"id": "", "names": names}, languages)
    for name, kind in _KINDS.items():
        for item in record[name]:
            yield _row(kind, item, languages)
    for item in record["tags"]:
        yield _row(item["kind"], item, languages)
    for word, syllables in pinyin.items():
        yield _row(_READING, {"id": word, "names": {}, "pinyin": syllables}, languages)


def _languages(vocabulary: Vocabulary) -> Sequence[str]:
    """Return the languages of the events, then those in which there are only names."""
    kinds = (vocabulary.collections, vocabulary.sources, vocabulary.threads)
    categories = [category.names for category in vocabulary.categories.values()]
    others = [item.names for items in (vocabulary.tags, vocabulary.eras) for item in items.values()]
    all_names = [vocabulary.titles, *categories, *others, *(names for kind in kinds for names in kind.values())]
    return tuple(dict.fromkeys([*vocabulary.languages, *(lang for names in all_names for lang in names)]))


def _row(kind: str, item: Record, languages: Sequence[str]) -> Sequence[str]:
    names = (item["names"].get(lang, "") for lang in languages)
    return (kind, item["id"], *names, *(multiline_text(item.get(detail, "")) for detail in _DETAILS))


def vocabulary_from_rows(rows: Iterable[Sequence[str]]) -> Record:
    """Return the rows of the sheet, header first, in the form that `read_vocabulary` takes; ignore unknown kinds."""
    table = iter(rows)
    header = next(table, ())
    record: Record = {"chronicle": {}}
    for cells in table:
        row = dict(zip(header, cells, strict=False))
        kind = row.get("kind", "")
        names = {column.removeprefix(_NAME): text for column, text in row.items() if column.startswith(_NAME) and text}
        if kind in _TITLES:
            for lang, text in names.items():
                record["chronicle"].setdefault(lang, {"title": ""})[kind] = text
        elif kind == _READING:
            record.setdefault("pinyin", {})[row.get("id", "")] = row.get("pinyin", "")
        elif kind in _LISTS:
            record.setdefault(_LISTS[kind], []).append(_item(kind, row, names))
    return record


def _item(kind: str, row: Mapping[str, str], names: Mapping[str, str]) -> Record:
    item: dict[str, Any] = {"id": row.get("id", ""), "names": names}
    if kind in ("category", "era"):
        item |= {"color": row.get("color", ""), "color_dark": row.get("color_dark", "")}
    if kind == "era":
        item["date"] = row.get("date", "")
    if _LISTS[kind] == "tags":
        return item | {"kind": kind, "aliases": read_names(row.get("aliases", ""), by_line=True)}
    return item

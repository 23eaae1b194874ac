"""The vocabulary merge of an import: finds the ids of names that a file uses, and adds the names a store lacks."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from itertools import islice
from typing import Final, Literal, TypeVar

from qtviewer.domain.bounds import MAX_CATEGORIES
from qtviewer.domain.event import Category, Chronicle, Event, Names, Tag, TagKind, name_in_language
from qtviewer.domain.slug import is_slug, slug_of
from qtviewer.store.era_merge import free_colors, joined_eras

Item = TypeVar("Item")
NamedKind = Literal["category", "collection", "source", "thread"]
"""A kind of vocabulary item that an event has one of; tags have kinds of their own."""
_DEFAULT_CATEGORY_NAMES: Final = {"zh": "事件", "en": "Events"}


class VocabularyMerge:
    """The vocabulary of a store and of an imported file, to which unknown names of the file's events are added.

    `store` and `file` are chronicles of which only the vocabulary is used. Where both have an item with the same id,
    `prefer_file` chooses the file's. `file_name` names the collection and source of events that give none.
    """

    def __init__(self, store: Chronicle, file: Chronicle, file_name: str, *, prefer_file: bool) -> None:
        self._file_name = file_name
        self._titles = _joined_items(store.titles, file.titles, prefer_file=prefer_file)
        self._subtitles = _joined_items(store.subtitles, file.subtitles, prefer_file=prefer_file)
        self._categories = _joined_items(_by_id(store.categories), _by_id(file.categories), prefer_file=prefer_file)
        self._tags = _joined_items(_by_id(store.tags), _by_id(file.tags), prefer_file=prefer_file)
        self._named: dict[NamedKind, dict[str, Names]] = {
            "collection": _joined_items(store.collections, file.collections, prefer_file=prefer_file),
            "source": _joined_items(store.sources, file.sources, prefer_file=prefer_file),
            "thread": _joined_items(store.threads, file.threads, prefer_file=prefer_file),
        }
        self._pinyin = _joined_items(store.pinyin, file.pinyin, prefer_file=prefer_file)
        self._eras = joined_eras(store.eras, file.eras, prefer_file=prefer_file)
        self._file_eras = {era.id for era in file.eras}
        category_names = {key: category.names for key, category in self._categories.items()}
        named: dict[NamedKind, Mapping[str, Names]] = {"category": category_names, **self._named}
        self._ids = {kind: _ids_by_spelling(names) for kind, names in named.items()}
        self._taken = {kind: set(ids.values()) for kind, ids in self._ids.items()}
        self._next_numbers: dict[tuple[str, str], int] = {}
        self._tag_ids: dict[tuple[TagKind, str], str] = {}
        for tag in self._tags.values():
            for spelling in (*tag.names.values(), *tag.aliases, tag.id):
                self._tag_ids.setdefault((tag.kind, spelling), tag.id)
        self._used: defaultdict[str, set[str]] = defaultdict(set)

    def find_or_add(self, kind: NamedKind, word: str, lang: str, *, is_name: bool = False) -> str:
        """Return the id of the item whose id or name (in any language) is `word`; add a new item if there is none.

        `lang` is the language of a new item's name. The name is `word`, or is derived from it if it looks like an id
        and `is_name` is False.
        """
        known = self._ids[kind]
        if word not in known:
            key = word if is_slug(word) else self._unused_id(kind, slug_of(word), self._taken[kind])
            names = {lang: word if is_name or not is_slug(word) else word.replace("-", " ").capitalize()}
            self._add(kind, key, names)
            known[word] = known[key] = key
            self._taken[kind].add(key)
        return known[word]

    def default_id(self, kind: NamedKind, lang: str) -> str:
        """Return the id for events that give none: the category "events", or the file as collection or source."""
        if kind != "category":
            return self.find_or_add(kind, self._file_name, lang, is_name=True)
        if "events" not in self._ids[kind]:
            self._add(kind, "events", _DEFAULT_CATEGORY_NAMES)
            self._ids[kind]["events"] = "events"
            self._taken[kind].add("events")
        return "events"

    def find_or_add_tag(self, kind: TagKind, names: Names) -> str:
        """Return the id of the tag of a kind with one of the names (by language); add a new tag if there is none."""
        for spelling in names.values():
            if (kind, spelling) in self._tag_ids:
                return self._tag_ids[kind, spelling]
        key = self._unused_id("tag", slug_of(next(iter(names.values()))), self._tags)
        self._tags[key] = Tag(key, kind, dict(names))
        for spelling in names.values():
            self._tag_ids[kind, spelling] = key
        return key

    def tag_kind_of(self, tag: str) -> TagKind:
        """Return the kind of the tag with this id; KeyError when there is none."""
        return self._tags[tag].kind

    def mark_used(self, event: Event) -> None:
        """Record the items that an event refers to, and add the languages of its texts to those of the store."""
        for lang in event.texts:
            if lang not in self._titles:
                self._titles[lang] = name_in_language(self._titles, lang) or self._file_name
        for kind in ("category", "collection", "source", "thread"):
            self._used[kind].add(getattr(event, kind))
        self._used["tag"].update(event.tags)

    def merged_chronicle(self, lang: str, *, only_used: bool) -> Chronicle:
        """Return a chronicle without events that has the merged vocabulary, or only the items passed to `mark_used`.

        Of the eras, which no event uses, `only_used` keeps those of the file; those of the store if the file has none.
        `lang` is the language of the title, the file's name, when neither the store nor an event has texts.
        """
        return Chronicle(
            self._titles or {lang: self._file_name},
            self._subtitles,
            tuple(self._kept_items("category", self._categories, only_used=only_used).values()),
            self._kept_items("collection", self._named["collection"], only_used=only_used),
            self._kept_items("source", self._named["source"], only_used=only_used),
            self._kept_items("thread", self._named["thread"], only_used=only_used),
            tuple(self._kept_items("tag", self._tags, only_used=only_used).values()),
            pinyin=self._pinyin,
            eras=tuple(era for era in self._eras if not (only_used and self._file_eras) or era.id in self._file_eras),
        )

    def _add(self, kind: NamedKind, key: str, names: Names) -> None:
        if kind == "category":
            colored = islice(self._categories.values(), MAX_CATEGORIES)  # more of them are refused in the end
            self._categories[key] = Category(key, names, *free_colors(colored))
        else:
            self._named[kind][key] = names

    def _unused_id(self, kind: str, wanted: str, taken: Container[str]) -> str:
        """Return the wanted id, or that with the first number appended, from 2, that is not taken.

        Numbers that were found taken are not tried again, as thousands of names may want one id.
        """
        key, number = wanted, self._next_numbers.get((kind, wanted), 2)
        while key in taken:
            key, number = f"{wanted}-{number}", number + 1
            self._next_numbers[kind, wanted] = number
        return key

    def _kept_items(self, kind: str, items: Mapping[str, Item], *, only_used: bool) -> dict[str, Item]:
        return {key: item for key, item in items.items() if not only_used or key in self._used[kind]}


def _joined_items(store: Mapping[str, Item], file: Mapping[str, Item], *, prefer_file: bool) -> dict[str, Item]:
    """Return the items of the store in its order, then those that only the file has."""
    return {**store, **{key: item for key, item in file.items() if prefer_file or key not in store}}


def _by_id(items: Iterable[Item]) -> dict[str, Item]:
    return {item.id: item for item in items}  # type: ignore[attr-defined]  # categories and tags


def _ids_by_spelling(names: Mapping[str, Names]) -> dict[str, str]:
    """Return which id each id and each name means; an id wins over a name, an earlier name over the same later one."""
    known = {key: key for key in names}
    for key, by_language in names.items():
        for name in by_language.values():
            known.setdefault(name, key)
    return known

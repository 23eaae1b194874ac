"""The vocabulary of a store while events are imported: names become ids, and what is new is added and told."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, Literal, TypeVar

from qtviewer.domain.event import Category, Chronicle, Event, Names, Tag, TagKind, name_in_language
from qtviewer.domain.slug import is_slug, slug_of

Item = TypeVar("Item")
NamedKind = Literal["category", "collection", "source", "thread"]
_EVENTS: Final = {"zh": "事件", "en": "Events"}
_COLORS: Final = (
    ("#0E6E83", "#5CC3D6"), ("#C2571A", "#FFAB73"), ("#2E7D4F", "#7CCB95"), ("#6A4C93", "#B79AE0"),
    ("#8A5A00", "#DDB25A"), ("#2F5DA8", "#8DB4F0"), ("#A03A6B", "#EC8FBB"), ("#B3261E", "#FF8A7A"),
    ("#00788A", "#58C9D6"), ("#4F5D2F", "#B5C788"), ("#5B6B73", "#A9B7BE"),
)  # fmt: skip


class VocabularyMerge:
    """Known names, from a store and from what a file declares; `prefer_file` says whose win where both have an id."""

    def __init__(self, store: Chronicle, file: Chronicle, file_name: str, *, prefer_file: bool) -> None:
        self._file_name = file_name
        self._store = store
        self._titles = _joined(store.titles, file.titles, prefer_file=prefer_file)
        self._subtitles = _joined(store.subtitles, file.subtitles, prefer_file=prefer_file)
        self._categories = _joined(_by_id(store.categories), _by_id(file.categories), prefer_file=prefer_file)
        self._tags = _joined(_by_id(store.tags), _by_id(file.tags), prefer_file=prefer_file)
        self._named: dict[NamedKind, dict[str, Names]] = {
            "collection": _joined(store.collections, file.collections, prefer_file=prefer_file),
            "source": _joined(store.sources, file.sources, prefer_file=prefer_file),
            "thread": _joined(store.threads, file.threads, prefer_file=prefer_file),
        }
        category_names = {key: category.names for key, category in self._categories.items()}
        named: dict[NamedKind, Mapping[str, Names]] = {"category": category_names, **self._named}
        self._ids = {kind: _spellings(names) for kind, names in named.items()}
        self._tag_ids: dict[tuple[TagKind, str], str] = {}
        for tag in self._tags.values():
            for spelling in (*tag.names.values(), *tag.aliases, tag.id):
                self._tag_ids.setdefault((tag.kind, spelling), tag.id)
        self._used: defaultdict[str, set[str]] = defaultdict(set)

    def id_of(self, kind: NamedKind, word: str, lang: str, *, is_name: bool = False) -> str:
        """The id that an id or a name in any language means; an unknown one is added."""
        known = self._ids[kind]
        if word not in known:
            key = word if is_slug(word) else _free(slug_of(word), set(known.values()))
            names = {lang: word if is_name or not is_slug(word) else word.replace("-", " ").capitalize()}
            self._add(kind, key, names)
            known[word] = known[key] = key
        return known[word]

    def default_id(self, kind: NamedKind, lang: str) -> str:
        """The id for events that say none: a category of their own; the file as their collection and source."""
        if kind != "category":
            return self.id_of(kind, self._file_name, lang, is_name=True)
        if "events" not in self._ids[kind]:
            self._add(kind, "events", _EVENTS)
            self._ids[kind]["events"] = "events"
        return "events"

    def tag_id(self, kind: TagKind, names: Names) -> str:
        """The id of a tag by any of its names; an unknown one is added."""
        for spelling in names.values():
            if (kind, spelling) in self._tag_ids:
                return self._tag_ids[kind, spelling]
        key = _free(slug_of(next(iter(names.values()))), self._tags)
        self._tags[key] = Tag(key, kind, dict(names))
        for spelling in names.values():
            self._tag_ids[kind, spelling] = key
        return key

    def kind_of(self, tag: str) -> TagKind:
        """The kind of a tag by its id."""
        return self._tags[tag].kind

    def use(self, event: Event) -> None:
        """Note what an event refers to and which languages it speaks."""
        for lang in event.texts:
            if lang not in self._titles:
                self._titles[lang] = name_in_language(self._titles, lang) or self._file_name
        for kind in ("category", "collection", "source", "thread"):
            self._used[kind].add(getattr(event, kind))
        self._used["tag"].update(event.tags)

    def chronicle(self, lang: str, *, only_used: bool) -> Chronicle:
        """The whole vocabulary, or what the noted events use of it; `lang` is the language of a store without words."""
        return Chronicle(
            self._titles or {lang: self._file_name},
            self._subtitles,
            tuple(self._kept("category", self._categories, only_used=only_used).values()),
            self._kept("collection", self._named["collection"], only_used=only_used),
            self._kept("source", self._named["source"], only_used=only_used),
            self._kept("thread", self._named["thread"], only_used=only_used),
            tuple(self._kept("tag", self._tags, only_used=only_used).values()),
            pinyin=self._store.pinyin,
        )

    def additions(self) -> Iterator[str]:
        """What the store did not know, one phrase each: category 'metro' (Metro)."""
        store = self._store
        yield from _new(
            "category", {key: item.names for key, item in self._categories.items()}, _by_id(store.categories)
        )
        yield from _new("collection", self._named["collection"], store.collections)
        yield from _new("source", self._named["source"], store.sources)
        yield from _new("thread", self._named["thread"], store.threads)
        known = _by_id(store.tags)
        for key, tag in self._tags.items():
            yield from _new(tag.kind.value, {key: tag.names}, known)

    def _add(self, kind: NamedKind, key: str, names: Names) -> None:
        if kind == "category":
            taken = {category.color for category in self._categories.values()}
            free = [pair for pair in _COLORS if pair[0] not in taken] or [_COLORS[len(taken) % len(_COLORS)]]
            self._categories[key] = Category(key, names, *free[0])
        else:
            self._named[kind][key] = names

    def _kept(self, kind: str, items: Mapping[str, Item], *, only_used: bool) -> dict[str, Item]:
        return {key: item for key, item in items.items() if not only_used or key in self._used[kind]}


def _joined(store: Mapping[str, Item], file: Mapping[str, Item], *, prefer_file: bool) -> dict[str, Item]:
    """What the store has, in its order, then what only the file has."""
    return {**store, **{key: item for key, item in file.items() if prefer_file or key not in store}}


def _by_id(items: Iterable[Item]) -> dict[str, Item]:
    return {item.id: item for item in items}  # type: ignore[attr-defined]  # categories and tags


def _spellings(names: Mapping[str, Names]) -> dict[str, str]:
    """Ids by themselves and by their names; an id goes before a name, a name before the same name of a later id."""
    known = {key: key for key in names}
    for key, by_language in names.items():
        for name in by_language.values():
            known.setdefault(name, key)
    return known


def _free(wanted: str, taken: Collection[str]) -> str:
    """An id that nothing else has."""
    key, number = wanted, 2
    while key in taken:
        key, number = f"{wanted}-{number}", number + 1
    return key


def _new(kind: str, names: Mapping[str, Names], known: Collection[str]) -> Iterator[str]:
    for key, by_language in names.items():
        if key not in known:
            yield f"{kind} {key!r} ({' / '.join(dict.fromkeys(by_language.values()))})"

"""The difference between two vocabularies, as phrases for people."""

from collections.abc import Iterator

from qtviewer.domain.event import Chronicle, Names


def added_items(before: Chronicle, after: Chronicle) -> Iterator[str]:
    """Yield a phrase for each item that only the second vocabulary has, such as: category 'metro' (Metro)."""
    known = _named_items(before)
    for (kind, key), (names, _item) in _named_items(after).items():
        if (kind, key) not in known:
            yield _phrase(kind, key, names)


def changed_items(before: Chronicle, after: Chronicle) -> Iterator[str]:
    """Yield a phrase for each item that the second vocabulary has otherwise than the first."""
    known = _named_items(before)
    for (kind, key), (names, item) in _named_items(after).items():
        if (kind, key) in known and known[kind, key][1] != item:
            yield _phrase(kind, key, names)


def _named_items(chronicle: Chronicle) -> dict[tuple[str, str], tuple[Names, object]]:
    """Return the names and the whole of every item by its kind and id."""
    found: dict[tuple[str, str], tuple[Names, object]] = {
        ("category", category.id): (category.names, category) for category in chronicle.categories
    }
    named = {"collection": chronicle.collections, "source": chronicle.sources, "thread": chronicle.threads}
    for kind, names_by_id in named.items():
        found |= {(kind, key): (names, names) for key, names in names_by_id.items()}
    found |= {(tag.kind.value, tag.id): (tag.names, tag) for tag in chronicle.tags}
    found |= {("reading", word): ({"": syllables}, syllables) for word, syllables in chronicle.pinyin.items()}
    return found | {("era", era.id): (era.names, era) for era in chronicle.eras}


def _phrase(kind: str, key: str, names: Names) -> str:
    return f"{kind} {key!r} ({' / '.join(dict.fromkeys(names.values()))})"

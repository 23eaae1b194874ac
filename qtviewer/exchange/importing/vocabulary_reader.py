"""Reads the vocabulary of an export: names in every language, colours, aliases."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeVar

from qtviewer.domain.dates.reader import read_date
from qtviewer.domain.era import check_era_date
from qtviewer.domain.event import Category, Chronicle, Era, Names, Tag, TagKind
from qtviewer.domain.slug import is_slug
from qtviewer.exchange.importing.field_readers import read_language
from qtviewer.exchange.importing.raw_value import RefusedValueError, UnreadableError, excerpt_of
from qtviewer.exchange.importing.safety import safe_text

Item = TypeVar("Item")
_COLOR: Final = re.compile(r"#[0-9A-Fa-f]{6}")
EMPTY_CHRONICLE: Final = Chronicle({}, {})
"""The vocabulary of a file that declares none."""


def read_vocabulary(values: Mapping[str, Any]) -> Chronicle:
    """Return the JSON object that `vocabulary_record` writes as a chronicle without events.

    Raises UnreadableError with the first item that cannot be read.
    """
    texts_by_lang = values.get("chronicle", {})
    named = {kind: dict(_items(values, kind, _named)) for kind in ("collections", "sources", "threads")}
    try:
        return Chronicle(
            _names({lang: texts["title"] for lang, texts in texts_by_lang.items()}),
            _names({lang: texts.get("subtitle", "") for lang, texts in texts_by_lang.items()}),
            tuple(_items(values, "categories", _category)),
            named["collections"],
            named["sources"],
            named["threads"],
            tuple(_items(values, "tags", _tag)),
            pinyin=_pinyin(values.get("pinyin", {})),
            eras=tuple(_items(values, "eras", _era)),
        )
    except (AttributeError, KeyError, TypeError, RefusedValueError) as error:
        raise UnreadableError(f"'vocabulary' has no titles or readings as expected ({error})") from error


def _items(values: Mapping[str, Any], kind: str, read: Callable[[Mapping[str, Any]], Item]) -> Iterable[Item]:
    items = values.get(kind, [])
    for item in items if isinstance(items, list) else [items]:
        try:
            yield read(item)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            reason = f"'vocabulary' holds an item of '{kind}' that cannot be read ({error})"
            raise UnreadableError(reason, value=excerpt_of(item)) from error


def _named(item: Mapping[str, Any]) -> tuple[str, Names]:
    return _id(item["id"]), _names(item["names"])


def _category(item: Mapping[str, Any]) -> Category:
    return Category(*_named(item), *_colors(item))


def _colors(item: Mapping[str, Any]) -> tuple[str, str]:
    colors = str(item["color"]), str(item["color_dark"])
    if not all(map(_COLOR.fullmatch, colors)):
        raise RefusedValueError(f"colours are {colors}, expected #RRGGBB")
    return colors


def _era(item: Mapping[str, Any]) -> Era:
    return Era(*_named(item), check_era_date(read_date(_text(item["date"]))), *_colors(item))


def _tag(item: Mapping[str, Any]) -> Tag:
    key, names = _named(item)
    return Tag(key, TagKind(item["kind"]), names, tuple(map(_text, item.get("aliases", ()))))


def _pinyin(values: Mapping[str, Any]) -> dict[str, str]:
    """Return the readings of words, each with a syllable for each character."""
    readings = {_text(word): _text(syllables) for word, syllables in values.items()}
    for word, syllables in readings.items():
        if not word or len(syllables.split()) != len(word):
            raise RefusedValueError(f"pinyin of {word!r} is {syllables!r}, expected a syllable a character")
    return readings


def _id(value: Any) -> str:
    if not isinstance(value, str) or not is_slug(value):
        raise RefusedValueError(f"{value!r} is no id")
    return value


def _names(values: Mapping[str, Any]) -> Names:
    return {read_language(lang): _text(name) for lang, name in values.items()}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise RefusedValueError(f"{value!r} is no text")
    return safe_text(value)

"""Reads a folder of TOML content as a chronicle; docs/content.md describes the files."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

from qtviewer.domain.bounds import vocabulary_excesses
from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.era import check_era_date
from qtviewer.domain.errors import DateError
from qtviewer.domain.event import Category, Chronicle, Era, Names, Tag, TagKind
from qtviewer.exchange.content.toml_event import LANGUAGES, DeclaredNames, read_date, read_event
from qtviewer.exchange.content.toml_table import ContentError, TomlTable, expected_names

Item = TypeVar("Item")

_COLOR: Final = re.compile(r"#[0-9A-Fa-f]{6}")
_MAX_SIZE: Final = 16 << 20  # bytes of a file, which people write
_LONG_KEY: Final = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}""")
_KINDS: Final = ("category", "collection", "source", "thread", "tag", "era", "event")


def read_content(folder: Path) -> Chronicle:
    """Return the chronicle in the TOML files of a folder.

    Raises ContentError with all problems, each with its file, line and event.
    """
    files = {path: _load_file(path) for path in sorted(folder.glob("*.toml"))} if folder.is_dir() else {}
    if not files:
        raise ContentError(f"{folder}: no content there; expected a folder with .toml files")
    problems: list[str] = []
    chronicle = _read_declarations(files, problems)
    declared = DeclaredNames(chronicle)
    events = tuple(_read_items(_event_tables(files), lambda table: read_event(table, declared), problems))
    problems += _reference_problems(files)
    problems += (f"{folder}: {excess}" for excess in vocabulary_excesses(chronicle))
    if problems:
        raise ContentError(*problems)
    return Chronicle(
        chronicle.titles,
        chronicle.subtitles,
        chronicle.categories,
        chronicle.collections,
        chronicle.sources,
        chronicle.threads,
        chronicle.tags,
        events,
        _read_pinyin(files),
        chronicle.eras,
    )


def _load_file(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(_checked_text(path))
    except (OSError, ValueError, RecursionError) as error:
        raise ContentError(f"{path}: cannot be read as TOML ({error})") from error
    table = TomlTable(values, str(path))
    for key in ("chronicle", "defaults", "pinyin"):
        table.take(key, dict, None)
    for kind in _KINDS:
        table.take_tables(kind)
    table.refuse_unknown_keys()
    return values


def _checked_text(path: Path) -> str:
    """Return the text of a file; raise ContentError where the parser would take the square of its length."""
    if path.stat().st_size > _MAX_SIZE:
        raise ContentError(f"{path}: is larger than {_MAX_SIZE >> 20} MB, expected content that people write")
    text = path.read_text(encoding="utf-8-sig")
    if match := _LONG_KEY.search(text):
        line = text.count("\n", 0, match.start()) + 1
        raise ContentError(f"{path}:{line}: a key of more than 100 parts, expected one such as zh.title")
    return text


def _read_declarations(files: Mapping[Path, dict[str, Any]], problems: list[str]) -> Chronicle:
    titles, subtitles = _read_titles(files)
    named = {
        kind: dict(_read_items(_tables(files, kind), _read_named, problems))
        for kind in ("collection", "source", "thread")
    }
    return Chronicle(
        titles,
        subtitles,
        tuple(_read_items(_tables(files, "category"), _read_category, problems)),
        named["collection"],
        named["source"],
        named["thread"],
        tuple(_read_items(_tables(files, "tag"), _read_tag, problems)),
        eras=tuple(_read_items(_tables(files, "era"), _read_era, problems)),
    )


def _read_items(tables: Iterable[TomlTable], read: Callable[[TomlTable], Item], problems: list[str]) -> Iterator[Item]:
    """Yield the items that can be read, and add the problems of the others to `problems`."""
    for table in tables:
        try:
            item = read(table)
            table.refuse_unknown_keys()
        except ContentError as error:
            problems += error.problems
        else:
            yield item


def _tables(files: Mapping[Path, dict[str, Any]], kind: str) -> Iterator[TomlTable]:
    for path, values in files.items():
        tables = values.get(kind, [])
        lines = _header_line_numbers(kind, path)
        for number, value in enumerate(tables, 1):
            name = value.get("id")
            label = name if isinstance(name, str) else f"number {number}"
            place = f"{path}:{lines[number - 1]}" if len(lines) == len(tables) else str(path)
            yield TomlTable(value, f"{place}: {kind} {label!r}")


def _event_tables(files: Mapping[Path, dict[str, Any]]) -> Iterator[TomlTable]:
    for path, values in files.items():
        defaults = values.get("defaults", {})
        yield from _tables({path: {"event": [defaults | event for event in values.get("event", [])]}}, "event")


def _header_line_numbers(kind: str, path: Path) -> list[int]:
    """Return the line number of every `[[kind]]` in a file, which the TOML parser does not report."""
    header = re.compile(rf"\s*\[\[\s*{kind}\s*\]\]")
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    return [number for number, line in enumerate(lines, 1) if header.match(line)]


def _read_titles(files: Mapping[Path, dict[str, Any]]) -> tuple[Names, Names]:
    found = [(path, values["chronicle"]) for path, values in files.items() if "chronicle" in values]
    if len(found) != 1:
        raise ContentError(f"{next(iter(files)).parent}: {len(found)} [chronicle] tables, expected one")
    table = TomlTable(found[0][1], f"{found[0][0]}: chronicle")
    texts = {lang: table.take_table(lang) for lang in LANGUAGES}
    return (
        {lang: text.take_text("title") for lang, text in texts.items()},
        {lang: text.take_text("subtitle", "") for lang, text in texts.items()},
    )


def _read_pinyin(files: Mapping[Path, dict[str, Any]]) -> dict[str, str]:
    """Return the pinyin of words: syllables separated by spaces, one for each character."""
    pinyin: dict[str, str] = {}
    for path, values in files.items():
        for word, syllables in values.get("pinyin", {}).items():
            if not isinstance(syllables, str) or len(syllables.split()) != len(word):
                raise ContentError(f"{path}: pinyin of {word!r} is {syllables!r}, expected a syllable a character")
            pinyin[word] = syllables
    return pinyin


def _read_names(table: TomlTable) -> Names:
    return {lang: table.take_text(lang) for lang in LANGUAGES}


def _read_named(table: TomlTable) -> tuple[str, Names]:
    return table.take_slug("id"), _read_names(table)


def _read_category(table: TomlTable) -> Category:
    return Category(table.take_slug("id"), _read_names(table), *_read_colors(table))


def _read_colors(table: TomlTable) -> tuple[str, str]:
    """Return the colours on light and on dark ground."""
    colors = table.take_text("color"), table.take_text("color_dark")
    for color in colors:
        if not _COLOR.fullmatch(color):
            raise table.error(f"color {color!r}, expected #RRGGBB")
    return colors


def _read_era(table: TomlTable) -> Era:
    date = read_date(table)
    try:
        check_era_date(date)
    except DateError as error:
        raise table.error(f"'date' is {format_edtf(date)!r}: {error}") from error
    return Era(table.take_slug("id"), _read_names(table), date, *_read_colors(table))


def _read_tag(table: TomlTable) -> Tag:
    kind = table.take_choice("kind", TagKind.TOPIC)
    return Tag(table.take_slug("id"), kind, _read_names(table), table.take_texts("aliases"))


def _reference_problems(files: Mapping[Path, dict[str, Any]]) -> Iterator[str]:
    """Yield a problem for every id that is declared twice and every parent that is not an event."""
    for kind in _KINDS:
        seen: dict[str, str] = {}
        for table in _tables(files, kind):
            key = table.peek_text("id")
            if key in seen:
                yield f"{table.place}: the id is taken by {seen[key]}"
            elif key:
                seen[key] = table.place
    tables = list(_event_tables(files))
    known = {table.peek_text("id") for table in tables}
    for table in tables:
        parent = table.peek_text("parent")
        if parent and parent not in known:
            yield f"{table.place}: its parent {parent!r} is not an event, {expected_names(parent, known)}"

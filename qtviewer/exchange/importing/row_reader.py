"""A row as it stands in a file becomes what it says of an event, or all that is wrong with it."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from qtviewer.domain.dates.date_context import DateOrder
from qtviewer.domain.dates.event_date import EventDate, Precision
from qtviewer.domain.errors import DateError
from qtviewer.domain.event import Names, TagKind
from qtviewer.domain.imported import ImportedEvent, ImportedFigures, ImportProblem
from qtviewer.exchange.importing.cell_reader import CellReader
from qtviewer.exchange.importing.columns import DERIVED_COLUMNS, LIST_COLUMNS, TEXT_COLUMNS, header_of_column
from qtviewer.exchange.importing.raw_value import RawRow, RefusedCell, RefusedValueError, excerpt_of

TAG_KINDS: Final = {
    "people": TagKind.PERSON,
    "organisations": TagKind.ORGANISATION,
    "places": TagKind.PLACE,
    "tags": TagKind.TOPIC,
}
_IGNORED: Final = DERIVED_COLUMNS | {"texts"}
_IGNORED_BESIDE_DATE: Final = _IGNORED | {"first_date", "last_date"}


class RowReader:
    """Reads rows of one file; `lang` is the language of rows that do not say theirs."""

    def __init__(self, order: DateOrder | None, lang: str | None, *, by_line: bool = False) -> None:
        self._lang = lang
        self._cells = CellReader(order, by_line=by_line)

    def read(self, row: RawRow) -> ImportedEvent | list[ImportProblem]:
        """What a row says, or its problems."""
        said: dict[str, Any] = {}
        problems: list[ImportProblem] = []
        ignored = _IGNORED_BESIDE_DATE if row.cells.get("date") else _IGNORED
        for column, value in row.cells.items():
            if column not in ignored:
                try:
                    said[column] = self._cells.read(column, value)
                except RefusedValueError as error:
                    found = value.found if isinstance(value, RefusedCell) else value
                    problems.append(ImportProblem(row.number, header_of_column(column), excerpt_of(found), str(error)))
        if not problems:
            event = self._event(row, said, problems)
        return problems or event

    def _event(self, row: RawRow, said: dict[str, Any], problems: list[ImportProblem]) -> ImportedEvent:
        lang = said.pop("lang", "") or self._lang or _guessed_language(said)
        translated = _by_language(row, said, lang, problems)
        texts = _texts(translated)
        values = {key: said[key] for key in ImportedEvent._fields if key in said}
        try:
            values["date"] = said.get("date") or _span(said.get("first_date"), said.get("last_date"))
        except DateError as error:
            problems.append(ImportProblem(row.number, "first_date", "", f"and last_date make no date: {error}"))
        return ImportedEvent(
            **values
            | {
                "row": row.number,
                "id": said.get("id", ""),
                "lang": lang,
                "texts": texts,
                "tags": {kind: _names(translated[key]) for key, kind in TAG_KINDS.items() if key in translated},
                "figures": {
                    spoken: figures
                    for spoken, figures in translated.get("figures", {}).items()
                    if figures.figures or spoken == lang or spoken in texts
                },
            }
        )


def _guessed_language(said: Mapping[str, Any]) -> str:
    spoken = [column.partition("@")[2] for column in said if "@" in column]
    if spoken and "title" not in said:
        return spoken[0]
    words = "".join(str(said.get(column, "")) for column in ("title", "summary"))
    return "zh" if any("\u3400" <= sign <= "\u9fff" for sign in words) else "en"


def _by_language(
    row: RawRow, said: Mapping[str, Any], lang: str, problems: list[ImportProblem]
) -> dict[str, dict[str, Any]]:
    """What is said in each language, by column; what is said twice has to be the same."""
    found: dict[str, dict[str, Any]] = {}
    for column in (*TEXT_COLUMNS, *LIST_COLUMNS, "figures"):
        if column in said:
            found[column] = {lang: said[column]}
    for column, value in said.items():
        base, _, spoken = column.partition("@")
        if not spoken:
            continue
        first = found.setdefault(base, {}).setdefault(spoken, value)
        if _differ(first, value):
            reason = f"differs from {base}, which is in the same language; change both, or leave one column out"
            problems.append(ImportProblem(row.number, header_of_column(column), excerpt_of(row.cells[column]), reason))
    return found


def _differ(first: Any, second: Any) -> bool:
    if isinstance(first, ImportedFigures) and (first.printed or second.printed):
        return bool(first.printed != second.printed)
    return bool(first != second)


def _texts(translated: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    """EntryText by language and field; a language in which nothing is said is left out."""
    texts: dict[str, dict[str, str]] = {}
    for column in TEXT_COLUMNS:
        for lang, text in translated.get(column, {}).items():
            texts.setdefault(lang, {})[column] = text
    return {lang: words for lang, words in texts.items() if any(words.values())}


@lru_cache(maxsize=4096)  # the same places again and again
def _in_one(lang: str, names: tuple[str, ...]) -> tuple[Names, ...]:
    return tuple({lang: name} for name in names)


def _names(by_language: Mapping[str, tuple[str, ...]]) -> tuple[Names, ...]:
    """Names in every language in which there are as many of them, as translations of each other."""
    lists = iter(by_language.items())
    lang, first = next(lists)
    if len(by_language) == 1:
        return _in_one(lang, first)
    names: list[dict[str, str]] = [{lang: name} for name in first]
    for other, translations in lists:
        if len(translations) == len(names):
            for name, translation in zip(names, translations, strict=True):
                name[other] = translation
    return tuple(names)


def _span(first: EventDate | None, last: EventDate | None) -> EventDate | None:
    """The date in a table with a column for its beginning and one for its end."""
    if first is None or last is None or first == last:
        return first or last
    if first.precision in (Precision.INTERVAL, Precision.WITHIN) or last.precision in (
        Precision.INTERVAL,
        Precision.WITHIN,
    ):
        raise DateError("the first and the last date are spans themselves; expected a column date")
    return EventDate(Precision.INTERVAL, first.start, last.end)

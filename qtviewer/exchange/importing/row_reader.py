"""Parses the raw rows of a file to imported events, or to all problems of a row."""

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
    """Reads the rows of one file.

    `order` is the order of day and month in dates, `lang` the language of rows that do not name theirs (None to guess
    it), `by_line` as in `read_names`.
    """

    def __init__(self, order: DateOrder | None, lang: str | None, *, by_line: bool = False) -> None:
        self._lang = lang
        self._cells = CellReader(order, by_line=by_line)

    @property
    def notes(self) -> list[str]:
        """What was changed in the texts that were read so far, a sentence each."""
        count = self._cells.changed_count
        return [f"texts in which control characters became line ends or �: {count}"] if count else []

    def read(self, row: RawRow) -> ImportedEvent | list[ImportProblem]:
        """Return the event of a row, or the problems that keep it from being imported."""
        values: dict[str, Any] = {}
        problems: list[ImportProblem] = []
        ignored = _IGNORED_BESIDE_DATE if row.cells.get("date") else _IGNORED
        for column, value in row.cells.items():
            if column not in ignored:
                is_own = column == "date" and "precision" in row.cells  # as only lists of this program have it
                try:
                    values[column] = self._cells.read("edtf_date" if is_own else column, value)
                except RefusedValueError as error:
                    found = value.found if isinstance(value, RefusedCell) else value
                    problems.append(ImportProblem(row.number, header_of_column(column), excerpt_of(found), str(error)))
        if not problems:
            event = self._event(row, values, problems)
        return problems or event

    def _event(self, row: RawRow, values: dict[str, Any], problems: list[ImportProblem]) -> ImportedEvent:
        lang = values.pop("lang", "") or self._lang or _guessed_language(values)
        translated = _by_language(row, values, lang, problems)
        texts = _texts(translated)
        fields = {key: values[key] for key in ImportedEvent._fields if key in values}
        try:
            fields["date"] = values.get("date") or _date_between(values.get("first_date"), values.get("last_date"))
        except DateError as error:
            problems.append(ImportProblem(row.number, "first_date", "", f"and last_date make no date: {error}"))
        return ImportedEvent(
            **fields
            | {
                "row": row.number,
                "id": values.get("id", ""),
                "lang": lang,
                "texts": texts,
                "tags": {kind: _names(translated[key]) for key, kind in TAG_KINDS.items() if key in translated},
                "figures": {
                    code: figures
                    for code, figures in translated.get("figures", {}).items()
                    if figures.figures or code == lang or code in texts
                },
            }
        )


def _guessed_language(values: Mapping[str, Any]) -> str:
    languages = [column.partition("@")[2] for column in values if "@" in column]
    if languages and "title" not in values:
        return languages[0]
    return guessed_language("".join(str(values.get(column, "")) for column in ("title", "summary")))


def guessed_language(text: str) -> str:
    """Return "zh" for a text with Chinese characters, "en" for any other."""
    return "zh" if any("\u3400" <= sign <= "\u9fff" for sign in text) else "en"


def _by_language(
    row: RawRow, values: Mapping[str, Any], lang: str, problems: list[ImportProblem]
) -> dict[str, dict[str, Any]]:
    """Return the values of translated columns by column and language.

    Adds a problem where a column without a language and one with the same language differ.
    """
    found: dict[str, dict[str, Any]] = {}
    for column in (*TEXT_COLUMNS, *LIST_COLUMNS, "figures"):
        if column in values:
            found[column] = {lang: values[column]}
    for column, value in values.items():
        base, _, column_lang = column.partition("@")
        if not column_lang:
            continue
        first = found.setdefault(base, {}).setdefault(column_lang, value)
        if _differ(first, value):
            reason = f"differs from {base}, which is in the same language; change both, or leave one column out"
            problems.append(ImportProblem(row.number, header_of_column(column), excerpt_of(row.cells[column]), reason))
    return found


def _differ(first: Any, second: Any) -> bool:
    if isinstance(first, ImportedFigures) and (first.printed or second.printed):
        return bool(first.printed != second.printed)
    return bool(first != second)


def _texts(translated: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    """Return the texts by language and column, without languages in which all are empty."""
    texts: dict[str, dict[str, str]] = {}
    for column in TEXT_COLUMNS:
        for lang, text in translated.get(column, {}).items():
            texts.setdefault(lang, {})[column] = text
    return {lang: fields for lang, fields in texts.items() if any(fields.values())}


@lru_cache(maxsize=4096)  # the same places again and again
def _monolingual(lang: str, names: tuple[str, ...]) -> tuple[Names, ...]:
    return tuple({lang: name} for name in names)


def _names(by_language: Mapping[str, tuple[str, ...]]) -> tuple[Names, ...]:
    """Pair the names in several languages; a language with another number of names than the first is ignored."""
    lists = iter(by_language.items())
    lang, first = next(lists)
    if len(by_language) == 1:
        return _monolingual(lang, first)
    names: list[dict[str, str]] = [{lang: name} for name in first]
    for other, translations in lists:
        if len(translations) == len(names):
            for name, translation in zip(names, translations, strict=True):
                name[other] = translation
    return tuple(names)


def _date_between(first: EventDate | None, last: EventDate | None) -> EventDate | None:
    """Return the date from the columns first_date and last_date; raise DateError when one of them is a span itself."""
    if first is None or last is None or first == last:
        return first or last
    if first.precision in (Precision.INTERVAL, Precision.WITHIN) or last.precision in (
        Precision.INTERVAL,
        Precision.WITHIN,
    ):
        raise DateError("the first and the last date are spans themselves; expected a column date")
    return EventDate(Precision.INTERVAL, first.start, last.end)

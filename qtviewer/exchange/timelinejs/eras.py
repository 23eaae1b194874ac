"""The eras of TimelineJS, which have a beginning, an end and a headline in one language."""

import html
from collections.abc import Collection, Iterable
from typing import Any, Final

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, day_point
from qtviewer.domain.era import check_era_date
from qtviewer.domain.errors import DateError
from qtviewer.domain.event import Era, name_in_language
from qtviewer.domain.imported import ImportProblem
from qtviewer.domain.slug import is_slug, slug_of
from qtviewer.exchange.importing.raw_value import RefusedValueError, as_text, excerpt_of
from qtviewer.exchange.importing.row_reader import guessed_language
from qtviewer.exchange.importing.safety import safe_text
from qtviewer.exchange.timelinejs.dates import date_object, read_date_object
from qtviewer.exchange.timelinejs.slide_text import headline_of

_COARSE: Final = (Precision.DECADE, Precision.CENTURY)


def read_eras(values: Any, lang: str | None) -> tuple[tuple[Era, ...], list[ImportProblem]]:
    """Return the eras of a timeline, without colours, and a problem for each that cannot be read.

    `values` is what stands under "eras", None where nothing does; `lang` is the language of their names, or None to
    guess it.
    """
    eras: dict[str, Era] = {}
    problems: list[ImportProblem] = []
    for number, value in enumerate(values if isinstance(values, list) else [values] if values else [], 1):
        try:
            era = _read_era(value, lang, eras)
        except (RefusedValueError, DateError) as error:
            problems.append(ImportProblem(0, f"era {number}", "", str(error)))
        else:
            eras[era.id] = era
    return tuple(eras.values()), problems


def _read_era(value: Any, lang: str | None, taken: Collection[str]) -> Era:
    if not isinstance(value, dict):
        raise RefusedValueError(f"is {excerpt_of(value)!r}, expected an object")
    name = headline_of(value)
    name = safe_text(name)
    if not name:
        raise RefusedValueError("has no headline, expected a name")
    start, _time = read_date_object(value.get("start_date"), "start_date")
    end = read_date_object(value["end_date"], "end_date")[0] if value.get("end_date") else ".."
    date = check_era_date(parse_edtf(start if start == end else f"{start}/{end}"))
    key = _free_id(as_text(value.get("unique_id")).strip(), name, taken)
    return Era(key, {lang or guessed_language(name): name}, date, "", "")


def _free_id(given: str, name: str, taken: Collection[str]) -> str:
    """Return the given id if it is one, else one made of the name; with a number when another era has it."""
    key = wanted = given if is_slug(given) else slug_of(name)
    number = 2
    while key in taken:
        key, number = f"{wanted}-{number}", number + 1
    return key


def era_objects(eras: Iterable[Era], lang: str, today: int) -> list[dict[str, Any]]:
    """Return eras as TimelineJS takes them, with names in a language; one that is still going on lasts until today."""
    return [
        {
            "unique_id": era.id,
            "start_date": date_object(_beginning(era.date)),
            "end_date": date_object(_end(era.date, today)),
            "text": {"headline": html.escape(name_in_language(era.names, lang))},
        }
        for era in eras
    ]


def _beginning(date: EventDate) -> DatePoint:
    assert date.start is not None  # noqa: S101 - eras have a beginning, see check_era_date
    return date.start


def _end(date: EventDate, today: int) -> DatePoint:
    """Return the end of an era: the last year of a decade or century; for an open end the day until which it lasts."""
    if date.end is None:
        return day_point(date.last_day_on(today))
    if date.end.precision in _COARSE:
        return DatePoint(Precision.YEAR, day_point(date.end.last_day).year)
    return date.end


def era_losses(date: EventDate) -> list[str]:
    """Return what TimelineJS cannot hold of the date of an era, as phrases."""
    losses = []
    if date.end is None:
        losses.append("eras that are still going on end on the day of the export")
    if any(end is not None and end.precision in _COARSE for end in (date.start, date.end)):
        losses.append("eras known to the decade or century have its first and last year")
    if date.approximate:
        losses.append("eras with an approximate or uncertain date have an exact one")
    return losses

"""Labels of queries and their filters: 里程碑 · 2021年6月—9月 · 含“地铁”· 7 条.

`lang` is "zh" for Chinese; any other language gives English.
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY, civil_day
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, day_point
from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.facet_labels import facet_title, fixed_values, value_label
from qtviewer.domain.query.facets import FACET_FIELDS, with_values
from qtviewer.domain.query.periods import ALL_DAYS, Days, days_of_query, with_days
from qtviewer.domain.source import Vocabulary

_MAX_NAMED: Final = 3  # values of one filter
_MAX_EXCLUDED: Final = 2  # categories that are named rather than the others
_MAX_SEARCH_LENGTH: Final = 24  # characters
_FACET_OF_FIELD: Final[dict[str, str]] = {field: facet for facet, field in FACET_FIELDS.items()} | {
    "tags": "tag",
    "threads": "thread",
}
_ORDER: Final = (
    "categories", "days", "places", "people", "organisations", "topics", "tags", "threads", "collections",
    "statuses", "min_importance", "precisions", "search",
)  # fmt: skip


class FilterLabel(NamedTuple):
    """A filter of a query as text for people, and the query without that filter."""

    text: str
    query_without: EventQuery


def filter_labels(query: EventQuery, vocabulary: Vocabulary, lang: str) -> list[FilterLabel]:
    """Return one label for each filter of a query; the values of one filter are joined by "or"."""
    return [label for name in _ORDER for label in _filter_labels(name, query, vocabulary, lang)]


def filter_chips(query: EventQuery, vocabulary: Vocabulary, lang: str) -> list[FilterLabel]:
    """Return the labels of a query's filters; a filter of two or three values has a label for each of them."""
    return [
        chip
        for name in _ORDER
        for chip in (_value_labels(name, query, vocabulary, lang) or _filter_labels(name, query, vocabulary, lang))
    ]


def query_label(query: EventQuery, vocabulary: Vocabulary, lang: str, total: int) -> str:
    """Return all filters of a query and the number of matching events, `total`, in one line."""
    parts = [label.text for label in filter_labels(query, vocabulary, lang)]
    sentence = " · ".join([*parts, event_count_label(total, lang)])
    return sentence.replace("” ·", "”·") if lang == "zh" else sentence  # the quotation mark has room at its side


def event_count_label(total: int, lang: str) -> str:
    """Return a number of events in words: 7 条, 7 events."""
    return f"{total:,} 条" if lang == "zh" else f"{total:,} event{'' if total == 1 else 's'}"


def _filter_labels(name: str, query: EventQuery, vocabulary: Vocabulary, lang: str) -> Iterator[FilterLabel]:
    zh = lang == "zh"
    if name in _FACET_OF_FIELD and getattr(query, name) is not None:
        yield FilterLabel(_set_text(name, query, vocabulary, lang), with_values(query, name, None))
    elif name == "days" and (days := days_of_query(query)) != ALL_DAYS:
        yield FilterLabel(day_range_label(days, lang), with_days(query, ALL_DAYS))
    elif name == "min_importance" and query.min_importance > 1:
        words = value_label("importance", str(query.min_importance), vocabulary, lang)
        yield FilterLabel(words, query._replace(min_importance=1))
    elif name == "search" and (text := " ".join(query.search.split())):
        shown = text if len(text) <= _MAX_SEARCH_LENGTH else f"{text[: _MAX_SEARCH_LENGTH - 1]}…"
        yield FilterLabel(f"含“{shown}”" if zh else f"containing “{shown}”", query._replace(search=""))


def _value_labels(name: str, query: EventQuery, vocabulary: Vocabulary, lang: str) -> list[FilterLabel]:
    """One label for each value of a filter; none for one value, more than three, or a filter with exceptions."""
    chosen: frozenset[Any] = (getattr(query, name) if name in _FACET_OF_FIELD else None) or frozenset()
    if not 1 < len(chosen) <= _MAX_NAMED or _excluded(name, query, vocabulary):
        return []
    return [
        FilterLabel(
            value_label(_FACET_OF_FIELD[name], value, vocabulary, lang), with_values(query, name, chosen - {value})
        )
        for value in _in_order(name, chosen, vocabulary, lang)
    ]


def _set_text(name: str, query: EventQuery, vocabulary: Vocabulary, lang: str) -> str:
    facet, zh = _FACET_OF_FIELD[name], lang == "zh"
    chosen: frozenset[str] = getattr(query, name)
    if not chosen:
        return f"无{facet_title(facet, lang)}" if zh else f"no {facet_title(facet, lang)}"
    if excluded := _excluded(name, query, vocabulary):
        names = [value_label(facet, value, vocabulary, lang) for value in excluded]
        return f"除{'、'.join(names)}外" if zh else f"all but {' and '.join(names)}"
    names = [value_label(facet, value, vocabulary, lang) for value in _in_order(name, chosen, vocabulary, lang)]
    return _alternatives(names, lang)


def _alternatives(names: list[str], lang: str) -> str:
    zh = lang == "zh"
    if len(names) > _MAX_NAMED:
        named = names[: _MAX_NAMED - 1]
        return (
            f"{'、'.join(named)}等{len(names)}项" if zh else f"{', '.join(named)}, and {len(names) - len(named)} more"
        )
    if zh or len(names) == 1:
        return "、".join(names)
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _excluded(name: str, query: EventQuery, vocabulary: Vocabulary) -> list[str]:
    """The categories that are switched off, if they are at most two and fewer than the others."""
    if name != "categories":
        return []
    off = [category for category in vocabulary.categories if category not in (query.categories or ())]
    return off if len(off) <= _MAX_EXCLUDED and 2 * len(off) < len(vocabulary.categories) else []


def _in_order(name: str, chosen: frozenset[str], vocabulary: Vocabulary, lang: str) -> list[str]:
    """Categories and fixed values in their order, others by their names."""
    order = list(vocabulary.categories) if name == "categories" else list(map(str, _fixed(name)))
    known = [value for value in order if value in chosen]
    others = chosen.difference(known)
    return known + sorted(
        others, key=lambda value: (value_label(_FACET_OF_FIELD[name], value, vocabulary, lang), value)
    )


def _fixed(name: str) -> tuple[str, ...]:
    return fixed_values("status") if name == "statuses" else fixed_values("precision") if name == "precisions" else ()


def day_range_label(days: Days, lang: str) -> str:
    """Return the label of a first and last day, Julian day numbers: 2021年6月—9月, June to September 2021.

    MIN_DAY or MAX_DAY stands for an open end: from June 2021.
    """
    first, last = days
    since, until = _ends(first, last)
    if MIN_DAY < first <= last < MAX_DAY:
        if since == until:
            return date_label(EventDate.from_point(since), lang)
        label = date_label(EventDate(Precision.INTERVAL, since, until), lang)
        return label if lang == "zh" else label.replace(" – ", "–").replace("–", " to ")
    begins, ends = (date_label(EventDate.from_point(point), lang) for point in (since, until))
    words = [f"{begins}起" if lang == "zh" else f"from {begins}"] if first > MIN_DAY else []
    words += [f"截至{ends}" if lang == "zh" else f"until {ends}"] if last < MAX_DAY else []
    return ("，" if lang == "zh" else ", ").join(words)


def _ends(first: int, last: int) -> tuple[DatePoint, DatePoint]:
    """The years, else the months, else the days with which a range of days begins and ends."""
    for precision in (Precision.YEAR, Precision.MONTH):
        since, until = _point(first, precision), _point(last, precision)
        if since.first_day == first and until.last_day == last:
            return since, until
    return day_point(first), day_point(last)


def _point(day: int, precision: Precision) -> DatePoint:
    year, month, _day = civil_day(day)
    return DatePoint(precision, year, month if precision is Precision.MONTH else 1)

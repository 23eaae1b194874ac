"""A query in words, Chinese and English: 里程碑 · 2021年6月—9月 · 含“地铁”· 7 条; any language but zh reads English."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY, civil_day
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, point_of
from qtviewer.domain.dates.label import date_label
from qtviewer.domain.dates.periods import ALL_DAYS, Days, stretch_of, with_stretch
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.query.facet_words import facet_title, fixed_values, value_name
from qtviewer.domain.query.facets import VALUE_SETS, with_values
from qtviewer.domain.source import Vocabulary

_MOST_NAMED: Final = 3  # values of one condition
_MOST_EXCLUDED: Final = 2  # categories that are named rather than the others
_LONGEST_SEARCH: Final = 24  # characters
_SETS: Final[dict[str, str]] = {field: facet for facet, field in VALUE_SETS.items()} | {
    "tags": "tag",
    "threads": "thread",
}
_ORDER: Final = (
    "categories", "stretch", "places", "people", "organisations", "topics", "tags", "threads", "collections",
    "statuses", "min_importance", "precisions", "search",
)  # fmt: skip


class Condition(NamedTuple):
    """A condition of a query in words, and the query without it."""

    words: str
    without: EventQuery


def conditions_of(query: EventQuery, vocabulary: Vocabulary, lang: str) -> list[Condition]:
    """Every condition of a query; the values of one are alternatives and stand together."""
    return [condition for name in _ORDER for condition in _conditions(name, query, vocabulary, lang)]


def chips_of(query: EventQuery, vocabulary: Vocabulary, lang: str) -> list[Condition]:
    """Every condition of a query, or each of its values where they are few."""
    return [
        chip
        for name in _ORDER
        for chip in (_values(name, query, vocabulary, lang) or _conditions(name, query, vocabulary, lang))
    ]


def query_words(query: EventQuery, vocabulary: Vocabulary, lang: str, total: int) -> str:
    """All conditions of a query, and how many events match."""
    parts = [condition.words for condition in conditions_of(query, vocabulary, lang)]
    sentence = " · ".join([*parts, count_words(total, lang)])
    return sentence.replace("” ·", "”·") if lang == "zh" else sentence  # the quotation mark has room at its side


def count_words(total: int, lang: str) -> str:
    """A number of events: 7 条, 7 events."""
    return f"{total:,} 条" if lang == "zh" else f"{total:,} event{'' if total == 1 else 's'}"


def _conditions(name: str, query: EventQuery, vocabulary: Vocabulary, lang: str) -> Iterator[Condition]:
    zh = lang == "zh"
    if name in _SETS and getattr(query, name) is not None:
        yield Condition(_set_words(name, query, vocabulary, lang), with_values(query, name, None))
    elif name == "stretch" and (days := stretch_of(query)) != ALL_DAYS:
        yield Condition(stretch_words(days, lang), with_stretch(query, ALL_DAYS))
    elif name == "min_importance" and query.min_importance > 1:
        words = value_name("importance", str(query.min_importance), vocabulary, lang)
        yield Condition(words, query._replace(min_importance=1))
    elif name == "search" and (text := " ".join(query.search.split())):
        shown = text if len(text) <= _LONGEST_SEARCH else f"{text[: _LONGEST_SEARCH - 1]}…"
        yield Condition(f"含“{shown}”" if zh else f"containing “{shown}”", query._replace(search=""))


def _values(name: str, query: EventQuery, vocabulary: Vocabulary, lang: str) -> list[Condition]:
    """The values of a condition one by one; none when there are too many or too few."""
    chosen: frozenset[Any] = (getattr(query, name) if name in _SETS else None) or frozenset()
    if not 1 < len(chosen) <= _MOST_NAMED or _excluded(name, query, vocabulary):
        return []
    return [
        Condition(value_name(_SETS[name], value, vocabulary, lang), with_values(query, name, chosen - {value}))
        for value in _in_order(name, chosen, vocabulary, lang)
    ]


def _set_words(name: str, query: EventQuery, vocabulary: Vocabulary, lang: str) -> str:
    facet, zh = _SETS[name], lang == "zh"
    chosen: frozenset[str] = getattr(query, name)
    if not chosen:
        return f"无{facet_title(facet, lang)}" if zh else f"no {facet_title(facet, lang)}"
    if excluded := _excluded(name, query, vocabulary):
        names = [value_name(facet, value, vocabulary, lang) for value in excluded]
        return f"除{'、'.join(names)}外" if zh else f"all but {' and '.join(names)}"
    names = [value_name(facet, value, vocabulary, lang) for value in _in_order(name, chosen, vocabulary, lang)]
    return _alternatives(names, lang)


def _alternatives(names: list[str], lang: str) -> str:
    zh = lang == "zh"
    if len(names) > _MOST_NAMED:
        named = names[: _MOST_NAMED - 1]
        return (
            f"{'、'.join(named)}等{len(names)}项" if zh else f"{', '.join(named)}, and {len(names) - len(named)} more"
        )
    if zh or len(names) == 1:
        return "、".join(names)
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _excluded(name: str, query: EventQuery, vocabulary: Vocabulary) -> list[str]:
    """The categories that are switched off, where they are fewer than the others."""
    if name != "categories":
        return []
    off = [category for category in vocabulary.categories if category not in (query.categories or ())]
    return off if len(off) <= _MOST_EXCLUDED and 2 * len(off) < len(vocabulary.categories) else []


def _in_order(name: str, chosen: frozenset[str], vocabulary: Vocabulary, lang: str) -> list[str]:
    """Categories and fixed values in their order, others by their names."""
    order = list(vocabulary.categories) if name == "categories" else list(map(str, _fixed(name)))
    known = [value for value in order if value in chosen]
    others = chosen.difference(known)
    return known + sorted(others, key=lambda value: (value_name(_SETS[name], value, vocabulary, lang), value))


def _fixed(name: str) -> tuple[str, ...]:
    return fixed_values("status") if name == "statuses" else fixed_values("precision") if name == "precisions" else ()


def stretch_words(days: Days, lang: str) -> str:
    """Days from first to last: 2021年6月—9月, June to September 2021; either may be an end of the calendar."""
    first, last = days
    since, until = _ends(first, last)
    if MIN_DAY < first <= last < MAX_DAY:
        if since == until:
            return date_label(EventDate.at(since), lang)
        label = date_label(EventDate(Precision.INTERVAL, since, until), lang)
        return label if lang == "zh" else label.replace(" – ", "–").replace("–", " to ")
    begins, ends = (date_label(EventDate.at(point), lang) for point in (since, until))
    words = [f"{begins}起" if lang == "zh" else f"from {begins}"] if first > MIN_DAY else []
    words += [f"截至{ends}" if lang == "zh" else f"until {ends}"] if last < MAX_DAY else []
    return ("，" if lang == "zh" else ", ").join(words)


def _ends(first: int, last: int) -> tuple[DatePoint, DatePoint]:
    """The years, else months, else days that a stretch begins and ends with; an open end is the calendar's."""
    for precision in (Precision.YEAR, Precision.MONTH):
        since, until = _point(first, precision), _point(last, precision)
        if since.first_day == first and until.last_day == last:
            return since, until
    return point_of(first), point_of(last)


def _point(day: int, precision: Precision) -> DatePoint:
    year, month, _day = civil_day(day)
    return DatePoint(precision, year, month if precision is Precision.MONTH else 1)

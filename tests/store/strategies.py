"""Hypothesis strategies for small chronicles and queries with every kind of value that a store may hold."""

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.event_date import EventDate, Precision
from qtviewer.domain.dates.minutes import Minutes, minutes_of_days, minutes_of_event
from qtviewer.domain.event import (
    Category,
    Chronicle,
    DateBasis,
    Era,
    Event,
    EventText,
    Figure,
    FigureText,
    Names,
    Status,
    Tag,
    TagKind,
)
from qtviewer.domain.event_query import EventQuery
from tests.domain.dates.strategies import date_points, day_numbers, event_dates
from tests.store.samples import SAMPLE, sample_event

Value = TypeVar("Value")

_PHRASES = (
    "地铁8号线一期开通", "Metro Line 8", "100% of _all_", "O'Brien \"said\"", "Éclair été", "=1+1", "-5", "＠圆",
    "a\x00b", "😀🚇", "line\r\nend", "; DROP TABLE event", " ", "\u2028",
)  # fmt: skip
_RECENT = (
    "2021-06-28", "2021-06", "2021", "2022-01~", "2022-01-29/2022-01-30", "[2021-12..2022-02]", "2019/..", "../2020",
    "[..2021-03-05]", "202X", "20XX", "-3300~", "2013/2016", "2021?/2022%", "-0044-03-15", "9999", "-9999",
)  # fmt: skip

words = st.sampled_from(_PHRASES) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
slugs = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4})?", fullmatch=True)
dates: st.SearchStrategy[EventDate] = st.sampled_from(_RECENT).map(parse_edtf) | event_dates()
era_dates = dates.filter(lambda date: date.precision is not Precision.WITHIN and date.start is not None)
colors = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)
times = st.sampled_from(["", "00:00", "09:30", "23:59"])
numbers = st.floats(allow_nan=False, allow_infinity=False)


def by_language(languages: Sequence[str], values: st.SearchStrategy[Value]) -> st.SearchStrategy[dict[str, Value]]:
    """Return a strategy for values by language, for one language or more."""
    return st.dictionaries(st.sampled_from(languages), values, min_size=1)


def names_by_id(languages: Sequence[str], minimum: int = 0) -> st.SearchStrategy[dict[str, Names]]:
    """Return a strategy for names by id, up to three of them."""
    return st.dictionaries(slugs, by_language(languages, words), min_size=minimum, max_size=3)


@st.composite
def chronicles(draw: st.DrawFn, most_events: int = 8) -> Chronicle:
    """Draw a chronicle whose events refer only to items of its vocabulary."""
    languages = draw(st.lists(st.sampled_from(["zh", "en", "fr"]), min_size=1, unique=True))
    names = by_language(languages, words)
    aliases = st.lists(words, max_size=2, unique=True).map(tuple)
    tags = draw(st.lists(st.builds(Tag, slugs, st.sampled_from(TagKind), names, aliases), max_size=5, unique_by=_id))
    chronicle = Chronicle(
        titles={lang: draw(words) for lang in languages},
        subtitles={lang: draw(words) for lang in languages},
        categories=tuple(
            draw(
                st.lists(
                    st.builds(Category, slugs, names, colors, colors), min_size=1, max_size=3, unique_by=lambda c: c.id
                )
            )
        ),
        collections=draw(names_by_id(languages, 1)),
        sources=draw(names_by_id(languages, 1)),
        threads=draw(names_by_id(languages)),
        tags=tuple(tags),
        eras=tuple(draw(st.lists(st.builds(Era, slugs, names, era_dates, colors, colors), max_size=3, unique_by=_id))),
    )
    ids = draw(st.lists(slugs, max_size=most_events, unique=True))
    return chronicle._replace(events=tuple(draw(_event(event_id, ids, chronicle)) for event_id in ids))


def _id(item: Tag | Era) -> str:
    return item.id


@st.composite
def _event(draw: st.DrawFn, event_id: str, ids: Sequence[str], chronicle: Chronicle) -> Event:
    languages = tuple(chronicle.titles)
    figure_texts = by_language(languages, st.builds(FigureText, words, words, words))
    tags = [tag.id for tag in chronicle.tags]
    return Event(
        id=event_id,
        date=draw(dates),
        category=draw(st.sampled_from([category.id for category in chronicle.categories])),
        collection=draw(st.sampled_from(sorted(chronicle.collections))),
        texts=draw(by_language(languages, st.builds(EventText, words, words, words, words))),
        time=draw(times),
        date_basis=draw(st.sampled_from(DateBasis)),
        status=draw(st.sampled_from(Status)),
        importance=draw(st.integers(1, 5)),
        parent=draw(st.sampled_from(["", *ids])),
        thread=draw(st.sampled_from(["", *chronicle.threads])),
        source=draw(st.sampled_from(sorted(chronicle.sources))),
        source_section=draw(words),
        source_heading=draw(words),
        tags=tuple(draw(st.permutations(tags)))[: draw(st.integers(0, len(tags)))],
        figures=tuple(draw(st.lists(st.builds(Figure, numbers, figure_texts), max_size=2))),
    )


@st.composite
def queries(draw: st.DrawFn, chronicle: Chronicle) -> EventQuery:
    """Draw a query without a search text; its values are mostly those of a chronicle, sometimes unknown ones."""
    tags = [tag.id for tag in chronicle.tags]
    days = st.none() | day_numbers
    if chronicle.events:
        days |= st.sampled_from([day for e in chronicle.events for day in (e.date.first_day, e.date.last_day)])
    return EventQuery(
        categories=draw(_some_of([category.id for category in chronicle.categories])),
        collections=draw(_some_of(list(chronicle.collections))),
        tags=draw(_some_of(tags)),
        places=draw(_some_of(tags)),
        people=draw(_some_of(tags)),
        organisations=draw(_some_of(tags)),
        topics=draw(_some_of(tags)),
        threads=draw(_some_of(list(chronicle.threads))),
        statuses=draw(st.none() | st.frozensets(st.sampled_from(Status))),
        precisions=draw(st.none() | st.none() | st.frozensets(st.sampled_from(Precision))),
        first_day=draw(days),
        last_day=draw(days),
        min_importance=draw(st.just(1) | st.integers(1, 5)),
        today=draw(todays(chronicle)),
    )


def todays(chronicle: Chronicle) -> st.SearchStrategy[int]:
    """Return a strategy for the day on which a chronicle is asked: any, often one near its events, or none at all."""
    days = st.just(MAX_DAY) | day_numbers
    if chronicle.events:
        begun = st.sampled_from([event.date.first_day for event in chronicle.events])
        days |= st.builds(int.__add__, begun, st.integers(-400, 400))
    return days


def _some_of(ids: Sequence[str]) -> st.SearchStrategy[frozenset[str] | None]:
    """Return a strategy for a set of ids, or in most cases None, so that some events meet all conditions."""
    some = st.frozensets(st.sampled_from([*ids, "not-there"]))
    return st.none() | st.none() | some


@st.composite
def crowded_chronicles(draw: st.DrawFn, most_events: int = 24) -> Chronicle:
    """Draw a chronicle of many events that begin within half a year, with long and open ones at any time."""
    middle = draw(day_numbers.filter(lambda day: MIN_DAY + 90 < day < MAX_DAY - 90))
    close = date_points(st.integers(middle - 90, middle + 90)).map(EventDate.from_point)
    event = st.builds(
        sample_event,
        st.just("event"),
        st.just("2021"),
        st.sampled_from(["地铁开通", "春节走访", "企业复工"]),
        category=st.sampled_from([category.id for category in SAMPLE.categories]),
        thread=st.sampled_from(["", "metro"]),
        tags=st.lists(st.sampled_from([tag.id for tag in SAMPLE.tags]), max_size=2, unique=True).map(tuple),
        importance=st.integers(1, 5),
        status=st.sampled_from(Status),
    )
    drawn = draw(st.lists(st.tuples(event, close | dates, times), max_size=most_events))
    events = [event._replace(id=f"event-{at}", date=date, time=time) for at, (event, date, time) in enumerate(drawn)]
    return SAMPLE._replace(events=tuple(events))


def minute_ranges(chronicle: Chronicle) -> st.SearchStrategy[Minutes]:
    """Return a strategy for a first and a last minute, near events, or of whole days."""
    whole_days = day_ranges(chronicle).map(minutes_of_days)
    if not chronicle.events:
        return whole_days
    begins = [minutes_of_event(event.date, event.time)[0] for event in chronicle.events]
    minutes = st.builds(int.__add__, st.sampled_from(begins), st.integers(-1500, 1500) | st.integers(-1, 1))
    return whole_days | st.tuples(minutes, minutes).map(lambda pair: (min(pair), max(pair)))


def day_ranges(chronicle: Chronicle) -> st.SearchStrategy[tuple[int, int]]:
    """Return a strategy for a first and a last day, often near events, sometimes beyond the calendar."""
    days = day_numbers | st.integers(MIN_DAY - 10**6, MAX_DAY + 10**6)
    if chronicle.events:
        edges = [day for event in chronicle.events for day in (event.date.first_day, event.date.last_day)]
        days |= st.builds(int.__add__, st.sampled_from(edges), st.integers(-70, 70))
    return st.tuples(days, days).map(lambda pair: (min(pair), max(pair)))

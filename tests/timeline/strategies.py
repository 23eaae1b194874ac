"""Strategies for tests of the timeline: events of every kind in each other's way, and views of them."""

import math
from collections.abc import Sequence

from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY, day_number
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, day_point
from qtviewer.domain.dates.minutes import time_of_day
from qtviewer.domain.source import EventHead
from qtviewer.timeline.era_rows import EraDays
from qtviewer.timeline.levels import Level
from qtviewer.timeline.scale import FIRST_TIME, LAST_TIME, MAX_VIEW_DAYS, MIN_VIEW_DAYS, TimeScale
from tests.domain.dates.strategies import event_dates
from tests.timeline.samples import CATEGORIES, METRICS, head, head_on

Situation = tuple[list[EventHead], TimeScale]
"""Events and a view of them."""

DatedSituation = tuple[list[EventHead], TimeScale, int]
"""Events as they are on a day, a view of them, and the day."""

lengths = st.floats(math.log(MIN_VIEW_DAYS), math.log(MAX_VIEW_DAYS)).map(math.exp)
"""Days in view, each order of magnitude as likely as any other."""
widths = st.floats(200, 4000)


def exact_era(key: str, first: int, last: int) -> EraDays:
    """An era from one known day to another one."""
    return EraDays(key, first, last, first, last)


def _era(number: int, first: int, length: int, begins: int, ends: int) -> EraDays:
    return EraDays(f"era-{number}", first, first + length, first + min(begins, length), first + max(length - ends, 0))


eras_anywhere = st.lists(
    st.tuples(st.integers(-500, 500), st.integers(0, 300), st.integers(0, 40), st.integers(0, 40)), max_size=40
).map(lambda drawn: [_era(number, *days) for number, days in enumerate(drawn)])
"""Eras of up to three hundred days within a thousand, in each other's way, whose ends are known to forty days."""


@st.composite
def scales(draw: st.DrawFn) -> TimeScale:
    """Any viewport: anywhere in the calendar, often near the turn of the eras or an end of it."""
    turn_of_eras = float(day_number(1))
    start = draw(
        st.floats(FIRST_TIME, LAST_TIME)
        | st.floats(turn_of_eras - 1000, turn_of_eras + 400)
        | st.sampled_from([FIRST_TIME, turn_of_eras, turn_of_eras - 366, LAST_TIME])
    )
    return TimeScale.spanning(start, start + draw(lengths), draw(widths))


@st.composite
def scales_near(draw: st.DrawFn, heads: Sequence[EventHead]) -> TimeScale:
    """A viewport in which an event may be, with as many days as an event has, or any number."""
    event = draw(st.sampled_from(heads)) if heads else head("none", "2021")
    length = float(event.last_day - event.date.first_day + 1)
    some_lengths = lengths | st.floats(0.1, 30).map(lambda times: times * length) | st.floats(1, 1500)
    days = draw(some_lengths | st.floats(MIN_VIEW_DAYS, 3) if event.time else some_lengths)
    end = draw(st.sampled_from([event.first_minute / 1440, (event.last_minute + 1) / 1440, event.date.first_day]))
    first = end - draw(st.floats(-0.2, 1.2)) * days
    return TimeScale.spanning(first, first + days, draw(widths))


@st.composite
def crowded_dates(draw: st.DrawFn) -> EventDate:
    """Dates of every kind within two years, so that cards are in each other's way."""
    first = draw(st.integers(day_number(2021), day_number(2022, 12, 31)))
    return _some_date(first, draw(st.integers(0, 800) | st.integers(0, 12)), draw(st.integers(0, 10)))


def _some_date(first: int, length: int, kind: int) -> EventDate:
    """A day for kinds 0 to 2 and above 10; a period, an interval or a day within one, or an open interval."""
    start, end = day_point(first), day_point(first + length)
    dates = {
        3: EventDate.from_point(DatePoint(Precision.MONTH, start.year, start.month)),
        4: EventDate.from_point(DatePoint(Precision.YEAR, start.year)),
        5: EventDate(Precision.INTERVAL, start, end),
        6: EventDate(Precision.WITHIN, start, end),
        7: EventDate(Precision.INTERVAL, start, None),
        8: EventDate(Precision.INTERVAL, None, end),
        9: EventDate.from_point(DatePoint(Precision.DECADE, start.year - start.year % 10)),
        10: EventDate.from_point(DatePoint(Precision.CENTURY, start.year - start.year % 100)),
    }
    return dates.get(kind, EventDate.from_point(start))


def dates_of_every_kind(size: int) -> list[EventDate]:
    """Dates around four years, a third of them days, the others periods, intervals and days within one."""
    first = day_number(2018)
    return [
        _some_date(first + at * at * 37 % 1461, (2, 9, 40, 300, 2500)[at % 5] + at, at * 7 % 15) for at in range(size)
    ]


@st.composite
def bursts(draw: st.DrawFn) -> list[EventDate]:
    """Many dates of one stretch of time, days most of them: more than all can have cards."""
    start, span = draw(st.integers(day_number(2020), day_number(2022))), draw(st.sampled_from([1, 3, 40, 400, 3000]))
    size, step, kinds = draw(st.integers(30, 130)), draw(st.integers(1, 97)), draw(st.integers(1, 3))
    return [
        _some_date(start + at * step % span, at * step % 90, at % (kinds * 4) if at % (kinds * 4) < 7 else 0)
        for at in range(size)
    ]


@st.composite
def long_dates(draw: st.DrawFn) -> EventDate:
    """Intervals of days or years, one beside or over the other."""
    first = day_number(2000) + draw(st.integers(0, 9000))
    return _some_date(first, draw(st.integers(1, 9000)), 5)


@st.composite
def head_lists(draw: st.DrawFn, most: int = 30) -> list[EventHead]:
    """Events most of which are crowded together, some in a lane that may be switched off, none in the last lane."""
    some_dates = st.lists(crowded_dates() | crowded_dates() | event_dates(), max_size=most)
    dates = draw(some_dates | some_dates | st.lists(long_dates(), max_size=most))
    for burst in draw(st.lists(bursts(), max_size=2)):
        dates += burst
    seed, longest = draw(st.integers(0, 1000)), draw(st.sampled_from([5, 50]))
    every, minutes = draw(st.sampled_from([(1000, 1), (1, 1), (3, 61), (2, 480), (4, 1439)]))
    categories = draw(st.sampled_from([CATEGORIES[:1], (*CATEGORIES[:2], "switched-off")]))
    return [
        EventHead(
            id=f"event-{number}",
            date=date,
            category=categories[(number * 7 + seed) // 3 % len(categories)],
            importance=(number * 31 + seed) % 11 % 5 + 1,
            title="x" * ((number * 17 + seed) % longest),
            time="" if (number + 1) % every else time_of_day(number * minutes + seed),
            last_day=date.last_day,
        )
        for number, date in enumerate(dates)
    ]


@st.composite
def crowds_between_tiles(draw: st.DrawFn) -> Situation:
    """Events of one lane around a border of two tiles, nearly as long as these some of them, and a view of it."""
    level = Level(draw(st.integers(-9, 7)), 0.0)
    tile = level.tile_at(day_number(2021) + 0.4)
    border, length = level.minutes_of(tile)[0], math.ceil(level.tile_days * 1440)
    longest = max(length // 1440 - 2, 1)
    minutes = st.integers(border - length, border + length) | st.integers(border - length // 5, border + length // 5)
    drawn = draw(st.lists(minutes, min_size=4, max_size=14))
    kinds = st.sampled_from([0, 5, 6])
    dates = [_some_date(minute // 1440, draw(st.integers(0, longest)), draw(kinds)) for minute in drawn]
    heads = [
        EventHead(
            f"event-{at}",
            date,
            "milestone",
            draw(st.integers(1, 5)),
            "x" * draw(st.sampled_from([20, 1, 50])),
            date.last_day,
            time_of_day(minute) if level.exponent < 0 and draw(st.integers(0, 3)) else "",
        )
        for at, (date, minute) in enumerate(zip(dates, drawn, strict=True))
    ]
    pixels_per_day = METRICS.cell_width / level.cell_days * draw(st.floats(1, 1.99))
    width = draw(st.floats(600, 2500))
    scale = TimeScale(border / 1440, min(pixels_per_day, width / MIN_VIEW_DAYS), width)
    return heads, scale.panned(-draw(st.floats(0.2, 0.8) | st.floats(-0.2, 0)) * scale.width)


@st.composite
def situations(draw: st.DrawFn, most: int = 30) -> Situation:
    """Events and a view at or near one of them: any, or a crowd where two tiles meet."""
    if draw(st.booleans()):
        return draw(crowds_between_tiles())
    heads = draw(head_lists(most))
    return heads, draw(scales_near(heads))


@st.composite
def dated_situations(draw: st.DrawFn) -> DatedSituation:
    """Events as they are on a day, which is among them or none at all, a view, and the day."""
    heads, scale = draw(situations())
    today = draw(todays(heads))
    heads = [head_on(today, each) for each in heads]
    return heads, draw(st.just(scale) | scales_near(heads)), today


def todays(heads: Sequence[EventHead]) -> st.SearchStrategy[int]:
    """A day near the beginning of one of the events, or the end of all time."""
    if not heads:
        return st.just(MAX_DAY)
    begun = st.sampled_from([each.date.first_day for each in heads])
    return st.builds(int.__add__, begun, st.integers(-800, 800)) | st.just(MAX_DAY)


magnifications = st.floats(math.log(200 / MAX_VIEW_DAYS), math.log(4000 / MIN_VIEW_DAYS)).map(math.exp)
"""Pixels a day, from the whole calendar on a narrow view to an hour on a wide one."""

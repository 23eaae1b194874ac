"""The events that touch a view are counted, and those that began before it by the period they are known by."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.dates.event_date import EventDate, Precision
from qtviewer.domain.dates.minutes import minutes_of_days
from qtviewer.domain.event_query import EventQuery, query_touching
from qtviewer.domain.source import EventHead
from qtviewer.timeline.view_counts import LaneCounts, count_view, periods_around
from tests.domain.dates.strategies import day_numbers
from tests.store.query_matching import matches
from tests.timeline.judge import PERIODS
from tests.timeline.samples import CATEGORIES, chronicle_of, head, level_of, source_of
from tests.timeline.strategies import DatedSituation, dated_situations, head_lists

many_examples = settings(max_examples=60, deadline=None)


def test_what_touches_a_view_and_what_began_before_it() -> None:
    """By lane; of what began before, what is known only by a period counts for it, the shortest period first."""
    heads = [
        head("day", "2021-06-15"), head("before", "2021-05-31"), head("on", "2021-05-31/2021-06-10"),
        head("month", "2021-06"), head("year", "2021"), head("year-2", "2021~"), head("decade", "202X"),
        head("century", "20XX"), head("within", "[2021-01-01..2021-12-31]"), head("past", "2020"),
        head("other", "2021", "industry"), head("next", "2021-07", "industry"),
    ]  # fmt: skip
    minutes = minutes_of_days((day_number(2021, 6, 10), day_number(2021, 7, 9)))
    counts = count_view(source_of(heads), EventQuery(), minutes, CATEGORIES)
    assert counts.minutes == minutes
    milestone, livelihood, industry = (counts.lanes[category] for category in CATEGORIES)
    assert (milestone.touching, milestone.begun, milestone.within) == (8, 7, 1)
    assert [(format_edtf(EventDate.from_point(period)), size) for period, size in milestone.periods] == [
        ("2021-06", 1), ("2021", 2), ("202X", 1), ("20XX", 1)
    ]  # fmt: skip
    assert (livelihood.touching, livelihood.begun, livelihood.periods) == (0, 0, ())
    assert (industry.touching, industry.begun, [size for _period, size in industry.periods]) == (2, 1, [1])


def test_a_period_that_begins_with_the_view_did_not_begin_before() -> None:
    """On 1 June those of June are in view from their first day on."""
    minutes = minutes_of_days((day_number(2021, 6), day_number(2021, 6, 30)))
    lane = count_view(source_of([head("june", "2021-06")]), EventQuery(), minutes, CATEGORIES).lanes["milestone"]
    assert lane == LaneCounts(1, 0, (), 0)


def test_an_event_with_a_time_touches_a_view_of_hours_only_then() -> None:
    """One without is known by its day only, and is counted for it once its day has begun before the view."""
    heads = [
        head("early", "2021-06-28", time="09:00"), head("within", "2021-06-28", time="14:30"),
        head("late", "2021-06-28", time="18:00"), head("day", "2021-06-28"), head("about", "2021-06-28~"),
        head("going-on", "2021-06-28/2021-06-29", time="09:00"), head("later", "2021-06-28/2021-06-29", time="18:00"),
        head("month", "2021-06", time="09:00"),
    ]  # fmt: skip
    day = day_number(2021, 6, 28) * 1440
    lanes = [
        count_view(source_of(heads), EventQuery(), (day + first, day + last), CATEGORIES).lanes["milestone"]
        for first, last in ((12 * 60, 18 * 60 - 1), (0, 18 * 60), (18 * 60 + 1, 1439))
    ]
    assert [(lane.touching, lane.begun) for lane in lanes] == [(5, 4), (8, 1), (5, 5)]
    assert [[(period.precision, size) for period, size in lane.periods] for lane in lanes] == [
        [(Precision.DAY, 2), (Precision.MONTH, 1)], [(Precision.MONTH, 1)], [(Precision.DAY, 2), (Precision.MONTH, 1)]
    ]  # fmt: skip


@given(situation=dated_situations(), data=st.data())
@many_examples
def test_counts_are_those_of_the_events(situation: DatedSituation, data: st.DataObject) -> None:
    """All of a lane that touch the view, those that began before, and of these the ones known by each period."""
    heads, scale, today = situation
    query = EventQuery(min_importance=data.draw(st.integers(1, 3)), today=today)
    minutes = level_of(scale).touched_minutes(scale)
    counts = count_view(source_of(heads), query, minutes, CATEGORIES)
    first, last = counts.minutes
    for category, lane in counts.lanes.items():
        found = [
            event
            for event in heads
            if event.category == category and event.importance >= query.min_importance
            if event.first_minute <= last and event.last_minute >= first
        ]
        begun = [event.date for event in found if event.first_minute < first]
        assert lane[:2] == (len(found), len(begun))
        assert lane.within == sum(date.precision is Precision.WITHIN for date in begun)
        assert sum(size for _period, size in lane.periods) == sum(date.precision in PERIODS for date in begun)
        for period, size in lane.periods:
            days = period.first_day, period.last_day
            assert size == sum(
                date.precision is period.precision and (date.first_day, date.last_day) == days for date in begun
            )


@given(heads=head_lists(), data=st.data())
@many_examples
def test_a_query_for_what_touches_days_adds_to_the_days_it_has(heads: list[EventHead], data: st.DataObject) -> None:
    """What matches it matches the other query, too, and touches the days, also where both have no day in common."""
    choices = st.sampled_from([day for each in heads for day in (each.date.first_day, each.date.last_day)] or [0])
    first, last = sorted((data.draw(choices), data.draw(choices)))
    since, until = data.draw(st.none() | choices), data.draw(st.none() | choices)
    if since is not None and until is not None:
        since, until = min(since, until), max(since, until)
    query = EventQuery(first_day=since, last_day=until)
    asked = query_touching(query, (first, last))
    for event in chronicle_of(heads).events:
        touches = event.date.first_day <= last and event.date.last_day >= first
        assert matches(event, asked, {}) == (touches and matches(event, query, {}))


@pytest.mark.parametrize(
    ("day", "periods"),
    [
        ((2021, 6, 10), ["2021-06-10", "2021-06", "2021", "202X", "20XX"]),
        ((1900, 1, 1), ["1900-01-01", "1900-01", "1900", "190X", "19XX"]),
        ((5, 1, 1), ["0005-01-01", "0005-01", "0005", "000X", "00XX"]),
    ],
)
def test_the_periods_around_a_day(day: tuple[int, int, int], periods: list[str]) -> None:
    """The day itself, its month, year, decade and century."""
    assert [format_edtf(EventDate.from_point(point)) for point in periods_around(day_number(*day))] == periods


@given(day=day_numbers)
@many_examples
def test_periods_around_a_day_contain_it(day: int) -> None:
    """The shortest first; before the common era those that are dates at all."""
    periods = periods_around(day)
    assert [PERIODS.index(period.precision) for period in periods] == sorted(
        PERIODS.index(period.precision) for period in periods
    )
    assert all(period.first_day <= day <= period.last_day for period in periods)


@given(situation=dated_situations(), data=st.data())
@many_examples
def test_counts_without_some_events_are_those_of_the_others(situation: DatedSituation, data: st.DataObject) -> None:
    """Whichever of those that began before the view have a card; there is a chip for each kind that is left."""
    heads, scale, today = situation
    query, minutes = EventQuery(today=today), level_of(scale).touched_minutes(scale)
    own = [each for each in heads if each.category == CATEGORIES[0]]
    begun = [each for each in own if each.first_minute < minutes[0] <= each.last_minute]
    with_card = data.draw(st.lists(st.sampled_from(begun), unique=True)) if begun else []
    others = [each for each in heads if each not in with_card]
    counts, expected = (count_view(source_of(some), query, minutes, CATEGORIES[:1]) for some in (heads, others))
    rest = counts.lanes[CATEGORIES[0]].without(with_card)
    assert rest == expected.lanes[CATEGORIES[0]]
    assert rest.chips == len({each.date.precision for each in begun if each not in with_card})

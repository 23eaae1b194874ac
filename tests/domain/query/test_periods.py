"""Years and months put together to one stretch of days, and taken out of it again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.facets import is_chosen, with_only_value, with_value_toggled, without_facet
from qtviewer.domain.query.periods import days_of_period, days_of_query, period_of, with_days
from qtviewer.domain.source import Facet
from tests.domain.dates.strategies import day_numbers

years = st.integers(-300, 2100).map(lambda year: f"-{-year:04d}" if year < 0 else f"{year:04d}")
months = st.builds(lambda year, month: f"{year}-{month:02d}", years, st.integers(1, 12))


def asking(text: str) -> EventQuery:
    """The query for a year, a month, or a stretch of them such as 2021-06/2021-09; empty for none."""
    if not text:
        return EventQuery()
    date = parse_edtf(text)
    return with_days(EventQuery(), (date.first_day, date.last_day))


def facet_of(period: str) -> Facet:
    """Whether a period is a year or a month."""
    return "month" if "-" in period[1:] else "year"


def asking_for_years_of(query: EventQuery) -> EventQuery:
    """A query for the whole of the years in which the days of another begin and end."""
    first, last = (days_of_period(period_of(day, months=False)) for day in days_of_query(query))
    return with_days(query, (first[0], last[1]))


@given(day=day_numbers)
def test_a_day_is_in_its_year_and_month(day: int) -> None:
    """Periods are written as EDTF writes them, and begin and end as it says."""
    for monthly in (False, True):
        period = period_of(day, months=monthly)
        first, last = days_of_period(period)
        assert first <= day <= last
        assert (first, last) == (parse_edtf(period).first_day, parse_edtf(period).last_day)


@pytest.mark.parametrize(
    ("before", "clicked", "after"),
    [
        ("", "2021", "2021"),
        ("", "2021-06", "2021-06"),
        ("2021", "2021-06", "2021-06"),
        ("2021-06", "2021-09", "2021-06/2021-09"),
        ("2021-09", "2021-06", "2021-06/2021-09"),
        ("2021-06-28", "2021-07", "2021-06/2021-07"),
        ("2021-06", "2023", "2021/2023"),
        ("2021-01/2021-11", "2021-12", "2021"),
        ("2021-06/2021-09", "2021-06", "2021-07/2021-09"),
        ("2021-06/2021-09", "2021-09", "2021-06/2021-08"),
        ("2021-01/2021-09", "2021-03", "2021-04/2021-09"),
        ("2021-06", "2021-06", "2021"),
        ("2021-06-28", "2021-06", "2021"),
        ("2021-06", "2021", ""),
        ("2021", "2021", ""),
        ("2020/2022", "2022", "2020/2021"),
        ("2020/2022", "2022-03", "2022-03"),
        ("-0044", "-0044-03", "-0044-03"),
        ("2021/..", "2021", "2022/.."),
        ("../2021", "2023", "../2023"),
        ("../2021", "2021", "../2020"),
        ("-9999", "-9998", "../-9998"),
    ],
)
def test_a_click_on_a_year_or_month(before: str, clicked: str, after: str) -> None:
    """Chosen ones make one stretch, a month narrows a year, and what is chosen can be taken out again."""
    assert with_value_toggled(asking(before), facet_of(clicked), clicked) == asking(after)


@given(period=years | months, days=st.none() | st.tuples(day_numbers, day_numbers).map(sorted))
def test_any_click_changes_whether_a_period_is_chosen(period: str, days: list[int] | None) -> None:
    """What was not chosen is, and what was chosen is not, but for months that come to whole years."""
    query = EventQuery(search="地铁")
    if days is not None:
        query = with_days(query, (days[0], days[1]))
    facet = facet_of(period)
    clicked = with_value_toggled(query, facet, period)
    if facet == "year" or clicked != asking_for_years_of(clicked):
        assert is_chosen(clicked, facet, period) != is_chosen(query, facet, period)
    assert clicked != query
    assert without_facet(clicked, facet) == without_facet(query, facet)
    assert is_chosen(with_only_value(query, facet, period), facet, period)


def test_the_ends_of_the_calendar_are_open_ends() -> None:
    """A stretch that reaches to an end of the calendar sets no condition there."""
    assert with_days(EventQuery(first_day=1, last_day=2), (MIN_DAY, MAX_DAY)) == EventQuery()
    assert with_days(EventQuery(), (5, MAX_DAY)) == EventQuery(first_day=5)

"""The busiest year and the best Spring Festival, compared with every year counted."""

from collections import Counter
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import civil_day, day_number
from qtviewer.domain.dates.edtf import format_point
from qtviewer.domain.dates.event_date import DatePoint, Precision
from qtviewer.domain.source import EventHead
from qtviewer.timeline.busiest_years import busiest_festival_year, busiest_year
from tests.timeline.samples import head, source_of

many_examples = settings(max_examples=60, deadline=None)


def on_days(days: Sequence[int]) -> list[EventHead]:
    """An event on each of some days."""
    return [head(f"e-{at}", format_point(DatePoint(Precision.DAY, *civil_day(day)))) for at, day in enumerate(days)]


days_of_decades = st.lists(st.integers(day_number(1995), day_number(2024, 12, 31)), min_size=1, max_size=60)
days_of_ages = st.lists(st.integers(day_number(-3000), day_number(2200)), max_size=8)


@given(days=days_of_decades)
@many_examples
def test_no_year_has_more_than_the_busiest(days: list[int]) -> None:
    """Counted year by year over thirty years."""
    sizes = Counter(civil_day(day).year for day in days)
    best = busiest_year(source_of(on_days(days)))
    assert best is not None
    assert sizes[best] == max(sizes.values())


@given(strays=days_of_ages, year=st.integers(-2000, 2100), size=st.integers(9, 20))
@many_examples
def test_a_crowded_year_is_found_however_long_the_time_around_it(strays: list[int], year: int, size: int) -> None:
    """Buckets of a decade or more hide neither the year with most events nor put another in its place."""
    crowd = [day_number(year, 1 + at % 12, 1 + at) for at in range(size)]
    assert busiest_year(source_of(on_days([*strays, *crowd]))) == year


def test_an_empty_store_has_no_busiest_year() -> None:
    """Nobody can go to a year without events."""
    assert busiest_year(source_of([])) is None


def test_open_ends_make_no_year_busy() -> None:
    """What began at an unknown time does not begin in the first year of the calendar."""
    heads = [head("a", "../2020"), head("b", "../2020-02"), head("c", "2019/..")]
    assert busiest_year(source_of(heads)) == 2019
    assert busiest_year(source_of(heads[:1])) == 2020


@given(days=days_of_decades | days_of_ages, otherwise=st.integers(-500, 2500))
@many_examples
def test_no_festival_has_more_than_the_best(days: list[int], otherwise: int) -> None:
    """Counted January and February by January and February, in the years whose lunar calendar is known."""
    starts = [civil_day(day) for day in days]
    sizes = Counter(start.year for start in starts if start.month <= 2 and 1901 <= start.year <= 2100)
    best = busiest_festival_year(source_of(on_days(days)), otherwise)
    assert 1901 <= best <= 2100
    if sizes:
        assert sizes[best] == max(sizes.values())
    else:
        assert best == min(max(otherwise, 1901), 2100)

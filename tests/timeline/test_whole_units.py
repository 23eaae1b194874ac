"""Events of which only the month, year, decade or century is known are told from lasting ones by their days."""

from qtviewer.domain.dates.day_number import civil_day, day_number
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event_query import EventQuery
from qtviewer.timeline.density_curve import DensityCurve
from qtviewer.timeline.whole_units import unit_counts, wide_units
from tests.timeline.samples import head, source_of


def days_of(edtf: str) -> tuple[int, int]:
    """The first and last day of a date."""
    return parse_edtf(edtf).first_day, parse_edtf(edtf).last_day


UNITS = [days_of(edtf) for edtf in ("2021-01", "2021", "202X", "20XX")]


def even_scale(first: str, last: str) -> DensityCurve:
    """A scale on which all times have the same room."""
    return DensityCurve((float(days_of(first)[0]), days_of(last)[1] + 1.0), (0.0, 1.0), ())


def test_each_event_is_of_the_unit_it_names() -> None:
    """A month, two years, a decade and a century, though all of them begin on New Year's Day or end on its eve."""
    dates = ("2021-01", "2021", "2021", "202X", "20XX")
    source = source_of([head(f"event-{at}", date) for at, date in enumerate(dates)])
    counts = unit_counts(source, EventQuery(), UNITS)["milestone"]
    assert [(count.days, count.size) for count in counts] == list(zip(UNITS, (1, 2, 1, 1), strict=True))


def test_days_at_both_ends_of_a_year_are_not_of_the_year() -> None:
    """What happened on New Year's Day and on its eve is known by its day."""
    source = source_of([head("begins", "2021-01-01"), head("ends", "2021-12-31")])
    assert unit_counts(source, EventQuery(), UNITS) == {}


def test_only_units_with_some_room_are_asked_for() -> None:
    """Of a century those are its decades and itself, of two years their months too; none lies outside the days."""
    century = wide_units(even_scale("1900", "1999"), days_of("19XX"), 0.05)
    assert century == [days_of(f"19{decade}X") for decade in range(10)] + [days_of("19XX")]
    two = wide_units(even_scale("2021", "2022"), (days_of("2021")[0], days_of("2022")[1]), 0.03)
    assert len(two) == 26
    assert wide_units(even_scale("2021", "2022"), days_of("2021-03"), 0.03) == [days_of("2021-03")]


def test_before_the_common_era_there_are_centuries_and_years_but_no_decades() -> None:
    """The second century BCE ends with the year 101 BCE."""
    days = day_number(-399), day_number(-1, 12, 31)
    found = wide_units(DensityCurve((days[0], days[1] + 1.0), (0.0, 1.0), ()), days, 0.01)
    assert [tuple(civil_day(day).year for day in unit) for unit in found] == [(-399, -300), (-299, -200), (-199, -100)]

"""Rows of a list: every event once and in order, and before those of each month its heading."""

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from qtviewer.domain.answers import Listing
from qtviewer.domain.dates.date_order import heading_at
from qtviewer.domain.dates.day_number import day_number
from qtviewer.timeline.list_rows import rows_of

DAYS = st.lists(st.tuples(st.integers(day_number(2019), day_number(2023)), st.integers(0, 3)), max_size=60)


def listing_of(days: list[tuple[int, int]]) -> Listing:
    """A listing of events that begin on some days, known to the month, year, decade or century."""
    ordered = sorted(days)
    return Listing(range(1, len(days) + 1), [day for day, _ in ordered], [known for _, known in ordered])


@given(DAYS)
def test_each_run_of_a_period_has_one_heading(days: list[tuple[int, int]]) -> None:
    """Headings name what follows them, as exactly as it is known, and no two follow each other."""
    listing = listing_of(days)
    rows = rows_of(listing, with_headings=True)
    headings = [rows.heading_at(row) for row in range(len(rows.numbers))]
    assert [number for number in rows.numbers if number > 0] == list(listing.numbers)
    expected = [heading_at(day, unit) for day, unit in zip(listing.days, listing.units, strict=True)]
    assert [heading for heading in headings if heading] == [heading for heading, _ in groupby(expected)]
    heading = None
    for row, number in enumerate(rows.numbers):
        heading = headings[row] or heading
        assert headings[row] or heading == expected[number - 1]


@given(DAYS)
def test_every_event_has_its_row(days: list[tuple[int, int]]) -> None:
    """With headings or without; an event that is not listed has none."""
    listing = listing_of(days)
    for with_headings in (True, False):
        rows = rows_of(listing, with_headings=with_headings)
        for number in listing.numbers:
            row = rows.row_of(number)
            assert row is not None
            assert rows.numbers[row] == number
        assert rows.row_of(len(days) + 1) is None
    assert list(rows_of(listing, with_headings=False).numbers) == list(listing.numbers)

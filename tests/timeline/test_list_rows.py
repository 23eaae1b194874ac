"""Rows of a list: every event once and in order, and before those of each month its heading."""

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import civil_day, day_number
from qtviewer.domain.source import Listing
from qtviewer.timeline.list_rows import Month, rows_of

DAYS = st.lists(st.tuples(st.integers(day_number(2019), day_number(2023)), st.booleans()), max_size=60)


def listing_of(days: list[tuple[int, bool]]) -> Listing:
    """A listing of events that begin on some days, whose months are known or not."""
    ordered = sorted(days)
    return Listing(range(1, len(days) + 1), [day for day, _ in ordered], [known for _, known in ordered])


@given(DAYS)
def test_each_run_of_a_month_has_one_heading(days: list[tuple[int, bool]]) -> None:
    """Headings name what follows them, a year where no month is known, and no two follow each other."""
    listing = listing_of(days)
    rows = rows_of(listing, with_months=True)
    months = [rows.month_at(row) for row in range(len(rows.numbers))]
    assert [number for number in rows.numbers if number > 0] == list(listing.numbers)
    expected = [
        Month(civil_day(day).year, civil_day(day).month if known else 0)
        for day, known in zip(listing.days, listing.has_month, strict=True)
    ]
    assert [month for month in months if month] == [month for month, _ in groupby(expected)]
    heading = None
    for row, number in enumerate(rows.numbers):
        heading = months[row] or heading
        assert months[row] or heading == expected[number - 1]


@given(DAYS)
def test_every_event_has_its_row(days: list[tuple[int, bool]]) -> None:
    """With headings or without; an event that is not listed has none."""
    listing = listing_of(days)
    for with_months in (True, False):
        rows = rows_of(listing, with_months=with_months)
        for number in listing.numbers:
            row = rows.row_of(number)
            assert row is not None
            assert rows.numbers[row] == number
        assert rows.row_of(len(days) + 1) is None
    assert list(rows_of(listing, with_months=False).numbers) == list(listing.numbers)

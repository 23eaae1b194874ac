"""Which dates an era may have, and which days it covers."""

import pytest

from qtviewer.domain.dates.day_number import MAX_DAY, day_number
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.era import check_era_date, era_days
from qtviewer.domain.errors import DateError

TODAY = day_number(2026, 11, 30)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2021/2025", (2021, 1, 1), (2025, 12, 31)),
        ("2021-04-09/2021-06", (2021, 4, 9), (2021, 6, 30)),
        ("199X", (1990, 1, 1), (1999, 12, 31)),
        ("-0043~/0014?", (-43, 1, 1), (14, 12, 31)),
        ("2019/..", (2019, 1, 1), (2026, 11, 30)),
        ("2030-02/..", (2030, 2, 1), (2030, 2, 28)),
    ],
)
def test_an_era_covers_the_days_of_its_date(edtf: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    """From the first day it can mean to the last; one that is going on reaches until today and no further."""
    assert era_days(check_era_date(parse_edtf(edtf)), TODAY) == (day_number(*first), day_number(*last))


@pytest.mark.parametrize(("edtf", "said"), [("../2021", "no beginning"), ("[2021..2022]", "one day that nobody knows")])
def test_a_date_without_a_beginning_is_no_era(edtf: str, said: str) -> None:
    """Neither an open beginning nor one unknown day is a period that could be painted."""
    with pytest.raises(DateError, match=said):
        check_era_date(parse_edtf(edtf))


def test_an_era_until_the_end_of_the_calendar_stays_in_it() -> None:
    """The last day there is."""
    assert era_days(parse_edtf("9999-12/.."), TODAY)[1] == MAX_DAY

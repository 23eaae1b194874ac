"""Which dates an era may have."""

import pytest

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.era import check_era_date
from qtviewer.domain.errors import DateError


@pytest.mark.parametrize("edtf", ["2021/2025", "2021-04-09/2021-06", "199X", "-0043~/0014?", "2019/..", "2030-02/.."])
def test_a_period_with_a_beginning_may_be_an_era(edtf: str) -> None:
    """Of any precision, and with an end or without."""
    assert check_era_date(parse_edtf(edtf)) is parse_edtf(edtf)


@pytest.mark.parametrize(("edtf", "said"), [("../2021", "no beginning"), ("[2021..2022]", "one day that nobody knows")])
def test_a_date_without_a_beginning_is_no_era(edtf: str, said: str) -> None:
    """Neither an open beginning nor one unknown day is a period that could be painted."""
    with pytest.raises(DateError, match=said):
        check_era_date(parse_edtf(edtf))

"""Eras share rows without overlapping, and parts stand below the whole."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from qtviewer.timeline.era_rows import MOST_ROWS, EraDays, EraRow, era_rows
from tests.timeline.strategies import eras_anywhere, exact_era


def ids_of(rows: tuple[EraRow, ...]) -> list[list[str]]:
    """The ids of each row, each with those that it hides."""
    return [["+".join((span.id, *span.hidden)) for span in row.spans] for row in rows]


def test_eras_that_follow_each_other_need_one_row() -> None:
    """One begins on the day after the other ends."""
    assert ids_of(era_rows([exact_era("ming", 0, 9), exact_era("qing", 10, 30), exact_era("yuan", -8, -1)])) == [
        ["yuan", "ming", "qing"]
    ]


def test_parts_stand_below_the_whole() -> None:
    """A reign below its dynasty, a year of it below the reign, also where a row above would have room."""
    eras = [
        exact_era("year", 60, 60),
        exact_era("reign", 52, 70),
        exact_era("dynasty", 40, 80),
        exact_era("other", 0, 50),
    ]
    assert ids_of(era_rows(eras)) == [["other"], ["dynasty"], ["reign+year"]]
    assert ids_of(era_rows(eras, 4)) == [["other"], ["dynasty"], ["reign"], ["year"]]


def test_eras_that_overlap_by_turns_share_two_rows() -> None:
    """Stone, bronze and iron: each begins before the one before has ended."""
    eras = [exact_era("stone", 0, 100), exact_era("bronze", 90, 180), exact_era("iron", 170, 250)]
    assert ids_of(era_rows(eras)) == [["stone", "iron"], ["bronze"]]


def test_the_year_in_which_one_gave_way_to_the_other_belongs_to_both() -> None:
    """Until 1912 and since 1912 follow each other; one that had surely begun before the other could end does not."""
    qing, republic = EraDays("qing", 0, 365, 0, 1), EraDays("republic", 1, 700, 365, 700)
    assert ids_of(era_rows([republic, qing])) == [["qing", "republic"]]
    assert ids_of(era_rows([republic._replace(begun_by=1), qing._replace(lasting_until=2)])) == [["republic"], ["qing"]]


@given(eras=eras_anywhere, most=st.integers(1, MOST_ROWS))
def test_every_era_is_shown_once_or_counted_by_one(eras: list[EraDays], most: int) -> None:
    """Whatever eras there are: none is lost, and only in the last row do eras hide others, which overlap them."""
    rows = era_rows(eras, most)
    assert len(rows) <= most
    shown = [span for row in rows for span in row.spans]
    assert sorted(key for span in shown for key in (span.id, *span.hidden)) == sorted(era.id for era in eras)
    known = {era.id: era for era in eras}
    for row in rows:
        assert row.firsts == tuple(span.first for span in row.spans)
        assert row.lasts == tuple(span.last for span in row.spans)
        for before, after in pairwise(row.spans):
            assert before.last <= after.first or after.follows(before)
        for span in row.spans:
            assert (span.first, span.last) == (known[span.id].first_day, known[span.id].last_day + 1)
            assert not span.hidden or row is rows[-1]
            assert all(known[key].first_day < span.last and known[key].last_day >= span.first for key in span.hidden)


@given(eras=eras_anywhere)
def test_the_order_of_the_eras_does_not_matter(eras: list[EraDays]) -> None:
    """Rows are the same from whichever end the eras are given."""
    assert era_rows(eras) == era_rows(eras[::-1])

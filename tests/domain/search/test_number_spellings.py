"""Numbers in Arabic and in Chinese numerals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtviewer.domain.search.number_spellings import CHINESE_NUMERALS, arabic_spelling, chinese_spellings


@pytest.mark.parametrize(
    ("digits", "spellings"),
    [
        ("8", ("八",)), ("10", ("十", "一〇")), ("21", ("二十一", "二一")), ("110", ("一百一十", "一一〇")),
        ("2021", ("二千〇二十一", "两千〇二十一", "二〇二一")), ("3000", ("三千", "三〇〇〇")),
        ("1010", ("一千〇一十", "一〇一〇")), ("20003", ("二万〇三", "两万〇三", "二〇〇〇三")),
        ("10050000", ("一千〇五万", "一〇〇五〇〇〇〇")), ("100000001", ("一亿〇一", "一〇〇〇〇〇〇〇一")),
        ("007", ("〇〇七",)), ("0", ("〇",)), ("1234567890123", ()),
    ],
)  # fmt: skip
def test_spellings_of_a_number(digits: str, spellings: tuple[str, ...]) -> None:
    """By tens with the zeros that are spoken, with 两, and digit by digit; too long a number has none."""
    assert chinese_spellings(digits) == spellings


@given(st.integers(0, 10**12 - 1))
def test_every_spelling_leads_back(number: int) -> None:
    """What a number is spelt as reads as that number."""
    assert {arabic_spelling(spelling) for spelling in chinese_spellings(str(number))} == {str(number)}


@pytest.mark.parametrize(
    ("numerals", "digits"),
    [
        ("廿一", "21"),
        ("卅", "30"),
        ("两百五十", "250"),
        ("十二万", "120000"),
        ("万", None),
        ("亿亿亿亿", None),
        ("一九四九", "1949"),
    ],
)
def test_numerals_as_digits(numerals: str, digits: str | None) -> None:
    """Short tens and 两 are read; a unit alone is no number."""
    assert arabic_spelling(numerals) == digits


@given(st.text(st.sampled_from(sorted(CHINESE_NUMERALS)), min_size=1, max_size=40))
def test_no_run_of_numerals_is_an_error(numerals: str) -> None:
    """Any run gives digits or nothing."""
    digits = arabic_spelling(numerals)
    assert digits is None or digits.isdigit()

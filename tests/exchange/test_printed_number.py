"""Numbers as they are printed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.exchange.printed_number import is_printed_as, printed_numbers

DIGITS = "零一二三四五六七八九"
COUNTS = st.integers(1, 10**8 - 1)
PREFIXES = st.sampled_from(["", "约", "近", "超过", "第", "不少于"])
SUFFIXES = st.sampled_from(["", "余", "多", "以上", "%", " / 7 / 8", "～800", "个"])


def chinese(number: int) -> str:
    """A number below a hundred million in Chinese numerals."""
    if number >= 10**4:
        rest = number % 10**4
        return chinese(number // 10**4) + "万" + (("零" if rest < 1000 else "") + chinese(rest) if rest else "")
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= unit:
            rest = number % unit
            gap = "零" if rest and rest < unit // 10 else ""
            return DIGITS[number // unit] + sign + (gap + chinese(rest) if rest else "")
    return DIGITS[number]


@settings(deadline=None)
@given(number=COUNTS, prefix=PREFIXES, suffix=SUFFIXES)
def test_digits_are_read_whatever_stands_around_them(number: int, prefix: str, suffix: str) -> None:
    """Words before and after the first number do not change it, nor do separators of thousands."""
    assert printed_numbers(f"{prefix}{number}{suffix}") == (number,)
    assert printed_numbers(f"{prefix}{number:,}{suffix}") == (number,)
    assert is_printed_as(number / 100, f"{prefix}{number / 100:.2f}{suffix}")
    assert not is_printed_as(number + 1, f"{prefix}{number}{suffix}")


@settings(deadline=None)
@given(number=COUNTS)
def test_chinese_numerals_are_read(number: int) -> None:
    """Every numeral below a hundred million means its number."""
    assert printed_numbers(f"近{chinese(number)}个") == (number,)


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        ("3.2万", (3.2, 32000)),
        ("3千万", (3, 3 * 10**7)),
        ("1.2万亿", (1.2, 1.2 * 10**12)),
        ("一亿三千万", (1.3 * 10**8,)),
        ("一万亿", (10**12,)),
        ("百", (100,)),
        ("两万五千", (25000,)),
        ("十强", (10,)),
        ("二〇二一", (2021,)),
        ("半", (0.5,)),
        ("双线", (2,)),
        ("首个", (1,)),
        ("-3.5", (-3.5,)),
        ("2021-2025", (2021,)),
        ("K-780", (780,)),
        ("１２", (12,)),
        ("7斤2两多", (7.2, 7)),
        ("很多", ()),
        ("", ()),
    ],
)
def test_what_a_value_can_mean(value: str, numbers: tuple[float, ...]) -> None:
    """The plainest meaning comes first; a value without a number means none."""
    assert printed_numbers(value) == pytest.approx(numbers)


def test_a_fraction_may_be_rounded() -> None:
    """Two thirds are 0.667 or 0.67, not 0.6."""
    assert all(is_printed_as(number, "超过三分之二") for number in (2 / 3, 0.667, 0.67))
    assert is_printed_as(0.25, "4分之1")
    assert not is_printed_as(0.6, "三分之二")


@settings(deadline=None)
@given(value=st.text(max_size=12) | st.text(alphabet="0123456789零一两十百万亿半双分之斤两,.-", max_size=12))
def test_any_value_can_be_read(value: str) -> None:
    """Whatever is printed, the answer is numbers or none."""
    assert all(isinstance(number, int | float) for number in printed_numbers(value))


@pytest.mark.parametrize("value", ["亿" * 60, "1" * 400, "一分之" + "亿" * 60, "9" * 300 + "亿", "九" * 400])
def test_a_number_that_nobody_can_mean_is_none(value: str) -> None:
    """Neither is it infinite, nor does it end the program."""
    assert printed_numbers(value) == ()

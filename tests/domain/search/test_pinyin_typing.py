"""Letters read as syllables."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin.constants import PINYIN_DICT
from pypinyin.contrib.tone_convert import to_normal

from qtviewer.domain.search.pinyin_typing import may_be_pinyin, syllable_readings, syllables_starting_with

_NO_TYPING = {"ê", "m", "n", "ng", "hm", "hng"}  # sighs


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ditie", ("di", "tie")),
        ("qiantang", ("qian", "tang")),
        ("8haoxian", ("8", "hao", "xian")),
        ("lvse", ("lv", "se")),
    ],
)
def test_letters_fall_into_syllables(typed: str, first: tuple[str, ...]) -> None:
    """The reading with the fewest syllables comes first."""
    assert syllable_readings(typed, is_prefix=False)[0] == first


def test_more_than_one_reading_is_kept() -> None:
    """Xian is a syllable and 西安."""
    assert syllable_readings("xian", is_prefix=False) == [("xian",), ("xi", "an")]


def test_only_an_open_end_may_be_a_beginning() -> None:
    """Dit goes on to di tie while it is typed; as a word that is done it is no pinyin."""
    assert ("di", "t") in syllable_readings("dit", is_prefix=True)
    assert syllable_readings("dit", is_prefix=False) == []
    assert syllable_readings("metro", is_prefix=True) == []


def test_a_beginning_is_completed_to_every_syllable() -> None:
    """T may become twenty syllables, guan itself and guang; what no syllable starts with becomes none."""
    assert len(syllables_starting_with("t")) == 20
    assert syllables_starting_with("guan") == ["guan", "guang"]
    assert syllables_starting_with("8") == syllables_starting_with("dit") == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("dt", True),
        ("d8", True),
        ("d", False),
        ("88", False),
        ("地", False),
        ("d-t", False),
        ("", False),
        ("d" * 81, False),
    ],
)
def test_what_may_be_typed_sounds(typed: str, expected: bool) -> None:
    """Two letters or more, numbers among them, and not endlessly many."""
    assert may_be_pinyin(typed) is expected


def test_all_syllables_of_the_dictionary_can_be_typed() -> None:
    """Every reading of every character is a syllable here."""
    readings = {to_normal(reading) for code, all_of in PINYIN_DICT.items() if 0x4E00 <= code <= 0x9FFF
                for reading in all_of.split(",")}  # fmt: skip
    assert {
        reading for reading in readings if (reading,) not in syllable_readings(reading, is_prefix=False)
    } == _NO_TYPING


@given(st.text("aeiounghdt8", min_size=1, max_size=80), st.booleans())
@settings(deadline=None)
def test_readings_keep_all_letters(typed: str, is_prefix: bool) -> None:
    """However long and ambiguous, letters are read soon, a few times, and none is lost."""
    readings = syllable_readings(typed, is_prefix)
    assert len(readings) <= 4
    assert all("".join(reading) == typed for reading in readings)

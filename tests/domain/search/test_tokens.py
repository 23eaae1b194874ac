"""Texts fall into the tokens that can be found, each in its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.search.tokens import tokenize, tokens_with_positions

any_text = st.text(st.sampled_from("aZ 09,，.１éİßΣÑ地鐵〇“²½ﬁﾞ가я\n\u0301\ufdd0") | st.characters(), max_size=40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地铁8号线一期", ["地", "铁", "8", "号", "线", "一", "期"]),
        ("Metro Line 8 opens", ["metro", "line", "8", "opens"]),
        ("1,218.23 亿元", ["1218", "．", "23", "亿", "元"]),
        ("3,000", ["3000"]), ("12,345,678", ["12345678"]), ("１２，３４５", ["12345"]),
        ("2020,300", ["2020", "，", "300"]), ("1,23", ["1", "，", "23"]), ("3,0000", ["3", "，", "0000"]),
        ("well-known", ["well", "－", "known"]), ("5G", ["5", "g"]), ("Ünïcode Жук", ["unicode", "жук"]),
        ("甲\x00乙", ["甲", "␀", "乙"]), ("😀🚇", ["😀", "🚇"]), ("カタ", ["カ", "タ"]), ("a_b", ["a", "＿", "b"]),
        (" \t\n\u3000", []), ("", []),
    ],
)  # fmt: skip
def test_tokens_of_a_text(text: str, expected: list[str]) -> None:
    """A Chinese character, a word, a number without separators and a symbol are one token each; space is none."""
    assert tokenize(text) == expected


@given(any_text)
@settings(deadline=None, max_examples=400)
def test_both_ways_to_tokens_agree(text: str) -> None:
    """The fast way of the index and the one with places give the same tokens."""
    assert tokenize(text) == [token.text for token in tokens_with_positions(text)]


@given(any_text)
@settings(deadline=None)
def test_places_cover_all_but_space(text: str) -> None:
    """Tokens stand in order, inside the text, and leave out only space."""
    found = tokens_with_positions(text)
    assert all(0 <= token.start < token.end <= len(text) for token in found)
    assert [token.start for token in found] == sorted(token.start for token in found)
    covered = {place for token in found for place in range(token.start, token.end)}
    assert not "".join(character for place, character in enumerate(text) if place not in covered).strip()


def test_places_are_those_of_the_text_before_folding() -> None:
    """Characters that fold to several, accents written apart, and separators of thousands do not shift places."""
    text = "㎡ e\u0301te ３,000號"
    assert [(token.text, text[token.start : token.end]) for token in tokens_with_positions(text)] == [
        ("m", "㎡"), ("2", "㎡"), ("ete", "e\u0301te"), ("3000", "３,000"), ("号", "號"),
    ]  # fmt: skip

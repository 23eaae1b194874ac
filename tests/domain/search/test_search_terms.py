"""What is typed becomes terms, whatever it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.search.search_terms import parse_search
from tests.domain.test_imports import outsiders_loaded_by


def _shown(text: str) -> list[list[str]]:
    """Each term as its phrases, tokens joined, with a star where the last may go on."""
    return [[" ".join(p.tokens) + "*" * p.is_prefix for p in term] for term in parse_search(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地铁", [["地 铁"]]), ("春節", [["春 节"]]), ("塘", [["塘"]]), ("年夜饭 饺子", [["饺 子"], ["年 夜 饭"]]),
        ("8号线", [["8 号 线", "八 号 线"]]), ("八号線", [["八 号 线", "8 号 线"]]),
        ("１２１８.２３", [["1218 ． 23*"]]), ("12", [["12*", "十 二", "一 二"]]), ("8", [["8*"]]), ("一", [["一"]]),
        ("3,000", [["3000*", "三 千", "三 〇 〇 〇"]]), ("3,0", [["3 ， 0*", "30*"]]),
        ("ditie", [["ditie*", "♪di ♪tie*", "♪di ♪ti ♪e*", "♫di ♫it ♫ti ♫ie"]]),
        ("dit", [["dit*", "♪di ♪t*", "♫di ♫it"]]), ("dt", [["dt*", "♫dt"]]), ("d", [["d*"]]),
        ("lǜse", [["luse*", "♪lv ♪se*", "♫lv ♫vs ♫se"]]), ("LÜSE", [["luse*", "♪lv ♪se*", "♫lv ♫vs ♫se"]]),
        ("Big by 8", [["8*"], ["by", "♫by"], ["big", "♫bi ♫ig"]]), ("100%", [["100 ％", "一 百 ％", "一 〇 〇 ％"]]),
        ('"*', [["＂ ＊"]]), ("\x00", [["␀"]]), ("  ", []), ("", []), ("地铁 地铁", [["地 铁"]]),
    ],
)  # fmt: skip
def test_what_is_typed_as_terms(text: str, expected: list[list[str]]) -> None:
    """Chinese is a phrase, words are terms of which the last may go on, letters are sounds too, symbols text."""
    assert _shown(text) == expected


@given(st.text(st.characters() | st.sampled_from("地8八, ．dtü"), max_size=60))
@settings(deadline=None, max_examples=400)
def test_any_text_is_a_plan(text: str) -> None:
    """There is a term for what is not space, each with a phrase of tokens in which nothing is FTS5's syntax."""
    terms = parse_search(text)
    assert bool(terms) == bool(text.strip())
    for token in (token for term in terms for phrase in term for token in phrase.tokens):
        assert token
        assert all(c > "\x7f" or c in "0123456789abcdefghijklmnopqrstuvwxyz" for c in token)


@pytest.mark.parametrize(
    "text", ["x" * 10_000, "长" * 10_000, "一8" * 5_000, "ditie" * 2_000, "a " * 5_000, "1," * 5_000]
)
def test_a_long_text_is_a_plan_of_few_phrases(text: str) -> None:
    """Spellings and readings do not multiply."""
    assert sum(len(term) for term in parse_search(text)) <= 12


def test_what_follows_the_32nd_token_does_not_count() -> None:
    """A pasted page is searched for by how it begins."""
    (term,) = parse_search("".join(map(chr, range(0x6000, 0x6080))))
    assert [len(phrase.tokens) for phrase in term] == [32]


def test_common_searches_load_neither_dictionary() -> None:
    """Simplified Chinese, English, pinyin and numbers are understood without opencc and pypinyin."""
    program = "from qtviewer.domain.search.search_terms import parse_search; [parse_search(t) for t in ({})]"
    assert (
        outsiders_loaded_by(program.format("'地铁8号线', 'Metro line', 'ditie', '１２１８.２３', '“年夜饭”'")) == set()
    )

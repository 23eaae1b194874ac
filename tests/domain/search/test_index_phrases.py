"""A search as phrases of the index finds what the plan of it means."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.search.index_phrases import index_terms, title_index_terms, title_tokens
from qtviewer.domain.search.pinyin import pronounced_runs
from qtviewer.domain.search.search_terms import Phrase, Term, parse_search
from qtviewer.domain.search.sound_tokens import sound_tokens, syllable_tokens

_SYLLABLES = ["di", "tie", "ti", "e", "xi", "an", "xian", "xiang", "qian", "tang", "8"]


def _shown(terms: Iterable[Term]) -> list[list[str]]:
    return [[" ".join(phrase.tokens) + "*" * phrase.is_prefix for phrase in term] for term in terms]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地铁", ["地 铁"]),
        ("dt", ["dt*", "♫dt"]),
        ("tie", ["tie*", "♪tie", "♪ti♪e", "♪ti♪ei", "♪ti♪en", "♪ti♪er", "♪ti♪eng", "♫ti ♫ie"]),
        ("ditan", ["ditan*", "♪di♪tan", "♪di♪tang", "♪di♪ta ♪ta♪na", "♫di ♫it ♫ta ♫an"]),
        ("hao8", ["hao 8*", "hao 八", "♪hao♪8*"]),
    ],
)
def test_sounds_stand_in_pairs_with_all_endings(text: str, expected: list[str]) -> None:
    """A syllable that may go on is each it may become; a number goes on as it is; the rest stays."""
    (shown,) = _shown(index_terms(parse_search(text)))
    assert [phrase for phrase in expected if phrase not in shown] == [], shown


def test_a_syllable_that_is_done_is_itself() -> None:
    """Only the last term of a search may go on."""
    assert _shown(index_terms(parse_search("xin 8")))[1][:2] == ["xin", "♪xin"]


def test_in_titles_words_stand_in_pairs() -> None:
    """A phrase in titles is one of pairs, a word alone is itself, sounds are as anywhere; no other text has these."""
    assert title_tokens(["地", "铁", "8"]) == ["▪地", "▪铁", "▪8", "▪地▪铁", "▪铁▪8"]
    assert _shown(title_index_terms(parse_search("地铁8 dt"))) == [["▪dt*", "♫dt"], ["▪地▪铁 ▪铁▪8", "▪地▪铁 ▪铁▪八"]]
    assert title_tokens([]) == []


def _is_in(phrase: Phrase, tokens: list[str]) -> bool:
    size = len(phrase.tokens)
    return any(
        tokens[at : at + size - 1] == list(phrase.tokens[:-1])
        and (tokens[at + size - 1].startswith if phrase.is_prefix else tokens[at + size - 1].__eq__)(phrase.tokens[-1])
        for at in range(len(tokens) - size + 1)
    )


@given(
    title=st.text(st.sampled_from("地铁西安先想钱塘额8") | st.sampled_from("梯恩"), max_size=8),
    typed=st.lists(st.sampled_from(_SYLLABLES), min_size=1, max_size=3),
    is_prefix=st.booleans(),
    cut=st.integers(1, 5),
)
@settings(deadline=None)  # the dictionary is read in the first example
def test_pairs_find_what_syllables_find(title: str, typed: list[str], cut: int, *, is_prefix: bool) -> None:
    """As phrases of pairs, syllables are found in the same titles as one after the other."""
    typed[-1] = typed[-1][:cut] if is_prefix else typed[-1]
    phrase = Phrase(tuple(syllable_tokens(typed)), is_prefix)
    runs = list(pronounced_runs(title))
    plain = syllable_tokens(sound for run in runs for sound in run.sounds)
    assert any(_is_in(each, sound_tokens(runs)) for each in index_terms([(phrase,)])[0]) == _is_in(phrase, plain)

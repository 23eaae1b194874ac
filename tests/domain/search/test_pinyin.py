"""How texts sound."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.search.pinyin import pronounced_runs
from qtviewer.store.reader import StoreReader


def _sounds(text: str, **overrides: str) -> str:
    return " ".join(sound for run in pronounced_runs(text, overrides) for sound in run.sounds)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("地铁8号线", "di tie 8 hao xian"), ("重庆、重点", "chong qing zhong dian"), ("绿色女儿", "lv se nv er"),
        ("AI赋能", "ai fu neng"), ("號線", "hao xian"), ("Metro Line 8", ""), ("", ""), ("２０２２年", "2022 nian"),
    ],
)  # fmt: skip
def test_a_text_is_heard_by_its_words(text: str, expected: str) -> None:
    """Readings follow words, ü is v, words and numbers between stay; without Chinese characters nothing is heard."""
    assert _sounds(text) == expected


def test_overrides_correct_what_the_dictionary_gets_wrong() -> None:
    """Words that content gives are read its way, the longest first, and all others as before."""
    overrides = {"曾": "zeng", "曾经": "ceng jing", "大月氏": "da rou zhi", "长三角": "chang san jiao"}
    assert _sounds("曾国藩曾经出使大月氏", **overrides) == "zeng guo fan ceng jing chu shi da rou zhi"
    assert _sounds("长三角成长", **overrides) == "chang san jiao cheng zhang"
    assert _sounds("曾国藩") == "ceng guo fan"


def test_titles_sound_as_the_library_has_them(shipped: StoreReader) -> None:
    """Reading by the longest words gives the syllables of the library's own, slower way."""
    for event in shipped.events(EventQuery()):
        for run in re.findall("[\u4e00-\u9fff]+", event.texts["zh"].title):
            assert _sounds(run).split() == lazy_pinyin(run), run


@given(st.text(st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF) | st.sampled_from("地铁8 aＡ，"), max_size=20))
@settings(deadline=None)
def test_every_character_has_one_sound_in_its_place(text: str) -> None:
    """Runs stand in order, with as many sounds as Chinese characters or one for a word or number."""
    end = 0
    for run in pronounced_runs(text):
        assert end <= run.start < run.end
        assert len(run.sounds) in (1, run.end - run.start)
        assert all(run.sounds)
        end = run.end

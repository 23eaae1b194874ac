"""What was searched for is marked where it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.search.highlight import HitFinder, hit_ranges
from qtviewer.domain.search.search_terms import parse_search


def _marked(text: str, search: str, **overrides: str) -> str:
    """A title with brackets around what a search means."""
    for start, end in reversed(hit_ranges(text, parse_search(search), by_sound=True, overrides=overrides)):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("search", "marked"),
    [
        ("地铁", "[地铁]8号线一期开通"), ("8号线", "地铁[8号线]一期开通"), ("八号線", "地铁[8号线]一期开通"),
        ("ditie", "[地铁]8号线一期开通"), ("dit", "[地铁]8号线一期开通"), ("dt", "[地铁]8号线一期开通"),
        ("dt8h", "[地铁8号]线一期开通"), ("8haoxian", "地铁[8号线]一期开通"), ("开通 地", "[地]铁8号线一期[开通]"),
        ("线一 一期", "地铁8号[线一期]开通"), ("铁地", "地铁8号线一期开通"), ("", "地铁8号线一期开通"),
    ],
)  # fmt: skip
def test_a_chinese_title(search: str, marked: str) -> None:
    """Phrases, spellings of numbers, pinyin and initials are marked; what overlaps is marked once."""
    assert _marked("地铁8号线一期开通", search) == marked


@pytest.mark.parametrize(
    ("text", "search", "marked"),
    [
        ("Metro Line 8 opens", "metro li", "[Metro] [Li]ne 8 opens"), ("Metro Line", "line met", "[Met]ro [Line]"),
        ("Timetrot", "met", "Timetrot"), ("达3,000人", "3000", "达[3,000]人"), ("达3,000人", "30", "达[3,000]人"),
        ("第１２１８．２３号", "1218.23", "第[１２１８．２３]号"), ("春節", "春节", "[春節]"), ("㎡", "m", "[㎡]"),
        ("“AI赋能”", "aifn", "“[AI赋能]”"), ("“AI赋能”", "aifuneng", "“[AI赋能]”"), ("e\u0301te", "été", "[e\u0301te]"),
        ("出行：地铁", "xdt", "出[行：地铁]"), ("1218.23", "1218", "[1218].23"),
    ],
)  # fmt: skip
def test_other_titles(text: str, search: str, marked: str) -> None:
    """Ranges are those of the text as it is, whatever folds in it; of a word that goes on, what was typed is marked."""
    assert _marked(text, search) == marked


def test_sounds_are_marked_in_titles_and_names_only() -> None:
    """A body is not found by pinyin, and so not marked by it."""
    assert hit_ranges("地铁", parse_search("ditie")) == []
    assert hit_ranges("地铁", parse_search("ditie"), by_sound=True) == [(0, 2)]


def test_readings_of_the_content_are_marked() -> None:
    """What content says of a word's pinyin holds for marking too."""
    assert _marked("长三角项目", "changsanjiao", 长三角="chang san jiao") == "[长三角]项目"
    assert _marked("长三角项目", "changsanjiao") == "长三角项目"


@given(
    st.text(max_size=30) | st.just("地铁8号线, Metro 3,000"),
    st.text(max_size=6) | st.sampled_from(["dt", "8号", "me", ","]),
)
@settings(deadline=None, max_examples=300)
def test_ranges_are_in_order_and_inside(text: str, search: str) -> None:
    """No range is empty, touches another or leaves the text, and what is searched for in itself is marked whole."""
    ranges = hit_ranges(text, parse_search(search), by_sound=True)
    edges = [edge for found in ranges for edge in found]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(text) for edge in edges)
    marked = {place for start, end in hit_ranges(search, parse_search(search)) for place in range(start, end)}
    assert not "".join(character for place, character in enumerate(search) if place not in marked).strip()


@pytest.mark.parametrize("piece", ["x", "长", "地铁", "a ", "1,", '"', "(", "一8", "ditie", "\x00", "e\u0301", "地 "])
def test_a_search_of_ten_thousand_characters_marks_what_it_begins_with(piece: str) -> None:
    """However long it is, it is no error, and what was looked through once is not looked through again."""
    hits = HitFinder((piece * 10_000)[:10_000])
    text = f"地铁8号线 {piece * 40}"
    ranges = hits.in_title(text)
    assert all(0 <= start < end <= len(text) for start, end in ranges)
    assert hits.in_title(text) is ranges

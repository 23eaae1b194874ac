"""Rules for the signs of content: characters, punctuation, spaces."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.small_chronicles import CLEAN, problems, with_event, with_tag, with_text


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("zh", "地铁8号线（Metro）：3.5%的“增长”"),
        ("zh", "《钱塘·新区》与Q-bay"),
        ("zh", "晚会“百年路 新开篇”"),
        ("zh", "𠮷野家开业"),
        ("en", "It's “open” (Line 8): 6.6%; really!"),
        ("en", "Guangdong–Hong Kong “garden”"),
        ("en", "Persian \u0645\u06cc\u200c\u062e"),
    ],
)
def test_well_set_text_is_no_problem(lang: str, title: str) -> None:
    """Full-width and Latin punctuation, each in its place, are no problem."""
    assert problems(with_text(lang, title=title)) == []


@pytest.mark.parametrize(
    ("lang", "title", "problem"),
    [
        ("zh", "地铁开通!", "'地铁开通!' has half-width punctuation"),
        ("zh", "地铁开通.", "'地铁开通.' has half-width punctuation"),
        ("zh", "1.地铁开通", "'1.地铁开通' has half-width punctuation"),
        ("zh", "年底(12月)开通", "'年底(12月)开通' has half-width punctuation"),
        ("zh", 'A"线"开通', "'A\"线\"开通' has half-width punctuation"),
        ("zh", "地铁8 号线", "'地铁8 号线' has a space between Chinese and digits or Latin letters"),
        ("zh", "地铁\u3000Line", "'地铁\\u3000Line' has a space between Chinese and digits or Latin letters"),
        ("zh", "增长6% 以上", "'增长6% 以上' has a space between Chinese and digits or Latin letters"),
        ("en", "Metro，open", "'Metro，open' has Chinese punctuation"),
        ("en", "“Metro”（Line 8）", "has Chinese punctuation"),
        ("en", "A\u3000B", "has Chinese punctuation"),
        ("zh", "地铁”开通", "has ” without its counterpart"),
        ("zh", "《地铁“开通》”", "has 》 without its counterpart"),
        ("en", 'The "open line', 'has " without its counterpart'),
        ("en", "Line (8", "has ( without its counterpart"),
        ("zh", "地铁\u200b开通", "'地铁\\u200b开通' holds U+200B (zero width space)"),
        ("zh", "⼤地铁开通", "holds U+2F24 (kangxi radical big)"),
        ("zh", "地铁\t开通", "holds U+0009 (a control character)"),
        ("en", "Metro\nopens", "holds U+000A (a control character)"),
        ("en", "Metro\ufffdopens", "holds U+FFFD (replacement character)"),
    ],
)
def test_badly_set_text_is_one_problem(lang: str, title: str, problem: str) -> None:
    """The problem shows the place and names what is wrong there."""
    found = problems(with_text(lang, title=title))
    assert len(found) == 1
    assert found[0].startswith(f"event 'metro-opens', {lang} title: ")
    assert problem in found[0]
    assert ", expected" in found[0]


def test_line_breaks_belong_in_bodies_only() -> None:
    """Paragraphs make a body, but break a summary."""
    assert problems(with_text("zh", body="第一段。\n\n第二段。")) == []
    assert "U+000A" in problems(with_text("zh", summary="第一段，\n第二段。"))[0]


def test_numbered_items_may_have_a_single_bracket() -> None:
    """“1）” at the beginning of a line numbers it; elsewhere it closes what was opened."""
    assert problems(with_text("zh", body="1）开工。\n2）完工。")) == []
    assert "without its counterpart" in problems(with_text("zh", body="开工1）。完工。"))[0]


def test_words_of_the_source_stay_as_printed() -> None:
    """Section, heading and aliases keep the punctuation and spaces of the source, but no invisible characters."""
    assert problems(with_event(source_heading="一 实施 8 号线, 开通!")) == []
    assert problems(with_tag(aliases=("8 号线",))) == []
    assert "U+200B" in problems(with_event(source_section="钱塘\u200b"))[0]


def test_names_are_held_to_the_same_rules() -> None:
    """A tag's name and the chronicle's title are set like the words of events."""
    assert problems(with_tag(names={"zh": "8 号线", "en": "Line 8"}))[0].startswith("tag 'line', zh name: '8 号线' has")
    titled = CLEAN._replace(titles={"zh": "纪事 2021", "en": "Chronicle"})
    assert problems(titled)[0].startswith("chronicle, zh title: '纪事 2021' has a space")


@settings(deadline=None, max_examples=60)
@given(title=st.text(max_size=20), body=st.text(max_size=40), lang=st.sampled_from(["zh", "en"]))
def test_any_text_can_be_checked(title: str, body: str, lang: str) -> None:
    """Whatever was typed, each problem is one line that says what was expected."""
    found = problems(with_text(lang, title=title, summary=body, body=body))
    assert all(", expected " in problem and "\n" not in problem for problem in found)

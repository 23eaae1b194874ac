"""Rules for the texts of content, at their edges."""

import pytest

from tests.exchange.small_chronicles import CLEAN, OPENS, problems, with_event, with_figure, with_text


@pytest.mark.parametrize(
    ("lang", "field", "text"),
    [
        ("zh", "title", "字" * 24),
        ("en", "title", "A" * 60),
        ("zh", "summary", "他说：“开通了！”大家都笑了。"),
        ("zh", "summary", "口号是“开通。出发！”"),
        ("zh", "summary", "《开通！》在这一天首演。"),
        ("zh", "summary", "增长6.6%，达到1218.23亿元。"),
        ("en", "summary", "Dr. J. Wang of No. 2 school saw E. coli at 3 p.m. in St. Louis."),
        ("en", "summary", "They asked “Is it open?” and took a train, 3.5 km long."),
        ("en", "summary", "Growth (see p. 3. It is long) was 6.6%."),
        ("zh", "body", "分为两类：\n\n- 产业\n- 交通"),
        ("zh", "body", "一。二。三。四。五。\n\n分为八类：\n\n" + "\n".join(f"{at}. 项目" for at in range(8))),
        ("en", "body", "One! Two? Three. Four. Five. Six."),
        ("en", "body", "- First item\n- Second item"),
        ("en", "date_note", "“recently” (日前)"),
        ("en", "body", "The character 福 means good fortune. It hangs upside down."),
        ("zh", "title", "LINE FRIENDS"),
    ],
)
def test_what_is_written_as_it_should_be_is_no_problem(lang: str, field: str, text: str) -> None:
    """Quotations, abbreviations, decimals and lists are counted as people count them."""
    assert problems(with_text(lang, **{field: text})) == []


@pytest.mark.parametrize(
    ("lang", "field", "text", "problem"),
    [
        ("zh", "title", "字" * 25, "has 25 characters, expected at most 24"),
        ("en", "title", "A" * 61, "has 61 characters, expected at most 60"),
        ("zh", "title", "", "is empty, expected a text"),
        ("zh", "summary", "线路开通", "ends with '通', expected a full stop"),
        ("zh", "summary", "线路开通。人们说好", "holds 2 sentences, expected one"),
        ("zh", "summary", "他说：“开通。”大家笑了。", "holds 2 sentences, expected one"),
        ("en", "summary", "It opened. People came.", "holds 2 sentences, expected one"),
        ("en", "summary", "Line 8 opened", "ends with 'd', expected a full stop"),
        ("zh", "body", "只有一句。", "holds 1 sentence, expected 2 to 6"),
        ("zh", "body", "一。二。三。四。五。六。七。", "holds 7 sentences, expected 2 to 6"),
        ("zh", "body", "一。二。三。四。五。六。\n\n- 甲\n- 乙", "holds 7 sentences, expected 2 to 6"),
        ("en", "body", "A lead: no list follows.", "holds 1 sentence, expected 2 to 6"),
        ("en", "body", "- The only item", "holds 1 sentence, expected 2 to 6"),
        ("en", "summary", "杭州地铁8号线开通.", "is '杭州地铁8号线开通.', expected English"),
        ("zh", "summary", "It opened。", "is 'It opened。', expected Chinese"),
    ],
)
def test_what_is_not_is_named_with_what_was_expected(lang: str, field: str, text: str, problem: str) -> None:
    """The one problem names event, language and field, what was found and what was expected."""
    assert problems(with_text(lang, **{field: text})) == [f"event 'metro-opens', {lang} {field}: {problem}"]


def test_a_language_that_is_missing_is_named() -> None:
    """A third language of the chronicle must be there in names, texts and figures alike."""
    found = problems(CLEAN._replace(titles={**CLEAN.titles, "de": "Chronik"}))
    for owner in ("tag 'hangzhou': has no name", "event 'metro-built': has no text", "thread 'metro': has no name"):
        assert f"{owner} in 'de', expected one in every language" in found
    assert "event 'metro-opens', figure 1: has no text in 'de', expected one in every language" in found


def test_words_of_other_languages_are_not_counted() -> None:
    """What is right in a language whose rules are not known is left alone."""
    text = OPENS.texts["en"]._replace(title="T" * 80, summary="Eins. Zwei", body="Kurz")
    assert problems(with_event(texts={**OPENS.texts, "de": text})) == []


def test_only_what_must_be_there_must_not_be_empty() -> None:
    """A figure may have no unit and an event no section, heading or date note; a figure needs its label."""
    assert problems(with_figure(3, ("3", ""), ("3", ""))) == []
    assert problems(with_event(source_section="", source_heading="")) == []
    empty = OPENS.figures[0].texts["zh"]._replace(label="")
    figure = OPENS.figures[0]._replace(texts={**OPENS.figures[0].texts, "zh": empty})
    assert problems(with_event(figures=(figure,))) == [
        "event 'metro-opens', zh label of figure 1: is empty, expected a text"
    ]

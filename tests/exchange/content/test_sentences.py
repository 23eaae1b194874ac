"""Counting sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.exchange.content.sentences import BodySize, body_size, is_countable, is_finished, sentence_count

CLAUSES = {
    "zh": ["线路开通", "增长6.6%，很快", "他说“好！”又笑了", "《开通。》上演", "全长（约3.5公里）"],
    "en": ["Line 8 opened", "Growth was 6.6%, or more", "He saw “Go!” on a wall", "No. 2 (p. 3) won", "E. coli grew"],
}


@settings(deadline=None)
@given(data=st.data(), lang=st.sampled_from(["zh", "en"]))
def test_as_many_sentences_as_full_stops_that_end_one(data: st.DataObject, lang: str) -> None:
    """Quotations, decimals and abbreviations end no sentence; every sentence joined to others counts."""
    clauses = data.draw(st.lists(st.sampled_from(CLAUSES[lang]), min_size=1, max_size=8))
    ends = data.draw(st.lists(st.sampled_from("。！？" if lang == "zh" else ".!?"), min_size=8, max_size=8))
    text = ("" if lang == "zh" else " ").join(clause + end for clause, end in zip(clauses, ends, strict=False))
    assert sentence_count(text, lang) == len(clauses)
    assert is_finished(text, lang)
    assert not is_finished(text[:-1] + "，", lang)


@pytest.mark.parametrize(
    ("text", "lang", "count"),
    [
        ("", "zh", 0),
        ("。", "zh", 0),
        ("没有写完", "zh", 1),
        ("真的？！", "zh", 1),
        ("他说：“来了。”", "zh", 1),
        ("他说：“来了。”第二天他走了。", "zh", 2),
        ("“来了！”他说。", "zh", 1),
        ("She said “It is here.” Then she left.", "en", 2),
        ("Mr. Hong and Dr. Li met at St. Paul vs. nobody.", "en", 1),
        ("It has 3 km... and more.", "en", 1),
        ("One.\nTwo.", "en", 2),
    ],
)
def test_sentences_at_the_edges(text: str, lang: str, count: int) -> None:
    """An unfinished sentence counts, an empty one does not; a full stop inside a quotation also ends what is around."""
    assert sentence_count(text, lang) == count


@pytest.mark.parametrize(
    ("body", "size"),
    [
        ("一。二。", BodySize(2, 0, 0)),
        ("一。\n\n二。", BodySize(2, 0, 0)),
        ("分两类：\n\n- 甲。\n- 乙。", BodySize(0, 1, 2)),
        ("先说一句。分两类：\n- 甲\n- 乙\n\n再说一句。", BodySize(2, 1, 2)),
        ("1. 甲\n2. 乙\n   还是乙\n\n完。\n\n* 丙", BodySize(1, 2, 3)),
        ("后面没有列表：", BodySize(1, 0, 0)),
        ("", BodySize(0, 0, 0)),
    ],
)
def test_the_size_of_a_body(body: str, size: BodySize) -> None:
    """What leads to a list belongs to it; sentences inside items do not count."""
    assert body_size(body, "zh") == size


def test_only_known_languages_can_be_counted() -> None:
    """Chinese and English can be counted, others not."""
    assert [lang for lang in ("zh", "en", "de", "") if is_countable(lang)] == ["zh", "en"]

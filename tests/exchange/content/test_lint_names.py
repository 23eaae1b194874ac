"""Rules for names: ids, the register of tags, and spellings."""

import pytest

from qtviewer.domain.event import TagKind
from tests.exchange.small_chronicles import BUILT, CLEAN, OPENS, problems, with_tag, with_text


@pytest.mark.parametrize("event_id", ["metro", "line-8", "gdp-2021-q1", "x" * 60])
def test_english_words_are_a_readable_id(event_id: str) -> None:
    """Words and digits joined by hyphens can be read."""
    assert problems(CLEAN._replace(events=(OPENS._replace(id=event_id, parent=""), BUILT._replace(parent="")))) == []


@pytest.mark.parametrize("event_id", ["2021", "a-1-2", "Metro", "地铁", "metro_8", "-metro", "x" * 61, "metro "])
def test_what_cannot_be_read_is_no_id(event_id: str) -> None:
    """Numbers alone, capitals, other scripts and very long ids are problems."""
    events = (OPENS._replace(id=event_id), BUILT._replace(parent=""))
    (problem,) = problems(CLEAN._replace(events=events))
    assert problem.startswith(f"event {event_id!r}: its id ")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"kind": TagKind.PLACE, "names": {"zh": "杭州", "en": "City"}}, "'杭州' is '杭州'"),
        ({"kind": TagKind.PLACE, "names": {"zh": "城", "en": "hangzhou"}}, "'hangzhou' is 'Hangzhou'"),
        ({"kind": TagKind.PLACE, "aliases": ("临安 府",)}, "'临安 府' is '临安府'"),
        ({"aliases": ("杭 州",)}, "'杭 州' is '杭州'"),
        ({"aliases": ("ＨＡＮＧＺＨＯＵ",)}, "'ＨＡＮＧＺＨＯＵ' is 'Hangzhou'"),
    ],
)
def test_two_tags_must_not_share_a_spelling(changes: dict[str, object], problem: str) -> None:
    """Neither of one kind in any way, nor of two kinds by mere width, spaces or capitals."""
    (found,) = problems(with_tag(**changes))
    assert found == f"tag 'line': {problem} of the tag 'hangzhou', expected one spelling of one tag"


def test_tags_of_two_kinds_may_have_one_name() -> None:
    """A topic may be called exactly like a place, and a tag may list an alias that is its English name."""
    assert problems(with_tag(names={"zh": "杭州市", "en": "Hangzhou"}, aliases=("Hangzhou",))) == []


def test_a_tag_whose_english_is_chinese_is_a_problem() -> None:
    """The English name is not the Chinese one, unless that is in Latin letters anyway."""
    assert problems(with_tag(names={"zh": "线路", "en": "线路"})) == [
        "tag 'line', en name: is '线路', expected English"
    ]
    assert problems(with_tag(names={"zh": "LINE", "en": "LINE"})) == []


@pytest.mark.parametrize(
    "summary",
    [
        "杭州市旧称临安府。",
        "杭州的地铁开始载客。",
        "“临安府”的地铁开始载客。",
        "《临安府志》提到这里。",
        "临安府大街的地铁开始载客。",
    ],
)
def test_these_are_no_other_spellings(summary: str) -> None:
    """The canonical name beside its alias, a shorter form, a quotation and a longer name are left alone."""
    street = OPENS._replace(tags=("hangzhou", "street"))
    tag = CLEAN.tags[0]._replace(id="street", names={"zh": "临安府大街", "en": "Linanfu Street"}, aliases=())
    text = OPENS.texts["zh"]._replace(summary=summary)
    event = street._replace(texts={**OPENS.texts, "zh": text})
    assert problems(CLEAN._replace(tags=(*CLEAN.tags, tag), events=(event, BUILT))) == []


@pytest.mark.parametrize(
    ("field", "words"),
    [("title", "临安府地铁开通"), ("summary", "临安府的地铁开始载客。"), ("body", "线路在临安府。它有三站。")],
)
def test_an_alias_alone_is_a_problem(field: str, words: str) -> None:
    """An event that says an alias and nowhere the name of the register names both."""
    plain = {"title": "地铁开通", "summary": "地铁开始载客。", "body": "线路在东面。它有三站。"}
    assert problems(with_text("zh", **plain)) == []
    assert problems(with_text("zh", **{**plain, field: words})) == [
        "event 'metro-opens', zh: says '临安府' and nowhere '杭州市', expected the name of the register"
    ]


def test_topics_are_subjects_not_spellings() -> None:
    """The alias of a topic may stand in the words: it says what is meant, not who."""
    chronicle = with_tag(names={"zh": "集成电路", "en": "Integrated circuits"}, aliases=("芯片",))
    event = chronicle.events[0]
    texts = {**event.texts, "zh": event.texts["zh"]._replace(title="芯片工厂开通")}
    assert problems(chronicle._replace(events=(event._replace(texts=texts), BUILT))) == []


def test_an_unused_tag_and_a_name_used_twice_are_named() -> None:
    """A tag that no event has, and a thread called like another, are problems of theirs."""
    unused = CLEAN._replace(
        tags=(*CLEAN.tags, CLEAN.tags[0]._replace(id="old", names={"zh": "旧", "en": "Old"}, aliases=()))
    )
    assert problems(unused) == ["tag 'old': no event uses it, expected at least one"]
    twice = CLEAN._replace(collections={**CLEAN.collections, "again": {"zh": "这 一年", "en": "Again"}})
    assert problems(twice) == ["collection 'again': '这 一年' is the name of 'this-year', expected another"]

"""The linter of content as a whole: every rule, the shipped content, the documentation, the command."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from qtviewer.app.stores import content_or_store_problems
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import Chronicle, DateBasis, Status
from qtviewer.exchange.content.lint import RULES, LintRule, lint
from qtviewer.exchange.content.toml_content import read_content
from qtviewer.resources import shipped_store_path
from qtviewer.store.writer import write_store
from tests.exchange.small_chronicles import BUILT, CLEAN, OPENS, in_file, with_event, with_figure, with_tag, with_text
from tests.places import ROOT

FAILING: Mapping[str, Chronicle] = {
    "required_texts_are_not_empty": with_text("en", body=" "),
    "all_languages_are_present": with_event(texts={"zh": OPENS.texts["zh"]}),
    "titles_are_short": with_text("zh", title="长" * 25),
    "summaries_are_one_sentence": with_text("zh", summary="线路开通。人们乘车。"),
    "bodies_have_two_to_six_sentences": with_text("en", body="It is new."),
    "texts_are_in_their_language": with_text("en", title="地铁8号线开通"),
    "characters_are_printable": with_text("zh", title="地铁\u200b开通"),
    "chinese_has_full_width_marks": with_text("zh", title="地铁,开通"),
    "chinese_has_no_spaces": with_text("zh", title="地铁 8号线"),
    "english_has_no_chinese_marks": with_text("en", title="Metro，open"),
    "marks_are_balanced": with_text("zh", title="“地铁开通"),
    "ids_are_unique": CLEAN._replace(events=(OPENS, BUILT, BUILT)),
    "ids_are_readable": with_tag(id="2021-12"),
    "names_are_spelled_one_way": with_tag(kind=CLEAN.tags[0].kind, aliases=("杭州",)),
    "other_names_are_spelled_one_way": CLEAN._replace(collections={**CLEAN.collections, "b": {"en": "THIS YEAR"}}),
    "tags_are_used": with_event(tags=())._replace(events=(OPENS._replace(tags=()), BUILT._replace(tags=()))),
    "events_use_canonical_names": with_text("zh", summary="临安府的地铁开始载客。"),
    "threads_have_events": with_event(thread=""),
    "parents_exist": with_event(parent="metro-planned"),
    "parents_make_a_tree": with_event(parent="metro-built"),
    "highest_importance_is_rare": CLEAN._replace(events=tuple(OPENS._replace(id=f"event-{at}") for at in range(11))),
    "unprinted_dates_have_a_note": with_event(date_basis=DateBasis.INFERRED),
    "events_hold_no_more_than_they_may": with_text("zh", body="字" * 50_001),
    "planned_events_are_not_long_past": with_event(status=Status.PLANNED, date=parse_edtf("2020-12-31")),
    "figures_agree_with_their_numbers": with_figure(4, ("3", "个"), ("3", "hubs")),
    "figures_agree_between_languages": with_figure(3, ("3", "万人"), ("300,000", "people")),
}


def test_every_rule_has_an_example_that_breaks_it() -> None:
    """No rule is left without an example."""
    assert FAILING.keys() == {rule.__name__ for rule in RULES}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_rule_finds_what_breaks_it_and_nothing_else(rule: LintRule) -> None:
    """A rule finds its example, and is content with a chronicle without a problem."""
    assert list(rule(FAILING[rule.__name__]))
    assert list(rule(CLEAN)) == []


def test_problems_come_in_the_order_of_lines_with_their_place() -> None:
    """Line 9 comes before line 10, and every problem begins with its file and line."""
    spoiled = CLEAN._replace(events=tuple(event._replace(parent="nothing") for event in CLEAN.events))
    found = lint(spoiled, in_file("metro.toml", {"metro-opens": 10, "metro-built": 9}))
    assert found == [
        "metro.toml:9: event 'metro-built': its parent 'nothing' is not an event, expected the id of one",
        "metro.toml:10: event 'metro-opens': its parent 'nothing' is not an event, expected the id of one",
    ]


def test_the_shipped_content_and_store_have_no_problem() -> None:
    """What is shipped is what the rules ask for."""
    assert content_or_store_problems(ROOT / "data" / "content") == []
    assert content_or_store_problems(shipped_store_path()) == []


def test_a_store_is_held_to_the_same_rules(tmp_path: Path) -> None:
    """A store with a title that is too long has a problem that names the store and the event."""
    store = tmp_path / "events.sqlite"
    write_store(CLEAN, store)
    assert content_or_store_problems(store) == []
    write_store(FAILING["titles_are_short"], store)
    assert content_or_store_problems(store) == [
        f"{store}: event 'metro-opens', zh title: has 25 characters, expected at most 24",
    ]


def documented_messages() -> list[re.Pattern[str]]:
    """What docs/content.md says that the check says; names, signs and numbers in it stand for any."""
    page = (ROOT / "docs" / "content.md").read_text(encoding="utf-8")
    rows = page.partition("| it says |")[2].partition("|---|---|")[2].splitlines()
    messages = [message for row in rows if row for message in re.findall("`([^`]*)`", row.split("|")[1])]
    return [
        re.compile(".+".join(map(re.escape, re.split(r"'[^']*'|…|\d+|U\+200B \(.*\)|[“]", message))))
        for message in messages
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_documentation_says_how_to_mend_every_problem(rule: LintRule) -> None:
    """What a rule says of its example stands in the table of docs/content.md."""
    said = [finding.message("here") for finding in rule(FAILING[rule.__name__])]
    assert all(any(message.search(sentence) for message in documented_messages()) for sentence in said)


@pytest.fixture
def documented(tmp_path: Path) -> Path:
    """A folder with the examples of docs/content.md, each in a file of its own."""
    page = (ROOT / "docs" / "content.md").read_text(encoding="utf-8")
    for at, example in enumerate(re.findall(r"^```toml\n(.*?)^```", page, re.DOTALL | re.MULTILINE)):
        (tmp_path / f"{at}.toml").write_text(example, encoding="utf-8")
    return tmp_path


def test_the_documented_example_can_be_read(documented: Path) -> None:
    """The events of docs/content.md, with what they refer to, are a chronicle without a problem."""
    assert [event.id for event in read_content(documented).events] == ["metro-line-8-opens", "metro-network-2021"]
    assert content_or_store_problems(documented) == []


def test_a_problem_of_content_names_the_line_of_its_words(documented: Path) -> None:
    """The problem of a title stands on the line of that title; unreadable content is refused before it is linted."""
    file = documented / "0.toml"
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("地铁8号线一期开通", "地铁 8 号线开通"), encoding="utf-8")
    line = good[: good.index('title = "地铁8号线一期开通"')].count("\n") + 1
    assert [problem.partition(": event")[0] for problem in content_or_store_problems(documented)] == [f"{file}:{line}"]
    file.write_text(good.replace("2021-06-28", "2021-06-31"), encoding="utf-8")
    assert all("day 31" in problem for problem in content_or_store_problems(documented))


@pytest.mark.parametrize("sign", ["“", "《", "(", "（", "\n", "亿", "万", ".", ". ", "汉 ", "1,", "1）"])
def test_a_long_text_is_checked_at_once(sign: str) -> None:
    """A hundred thousand signs in a title, a summary, a body and a figure; the square of them would be minutes."""
    text = sign * 100_000
    for content in (with_text("zh", title=text, summary=text, body=text), with_figure(3, (text, text), (text, text))):
        assert all(list(rule(content)) is not None for rule in RULES)

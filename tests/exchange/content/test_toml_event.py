"""Mistakes in events: each names its file, its line and its event, and says what was expected."""

import re
from pathlib import Path

import pytest

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import DateBasis, Event, EventText, Figure, FigureText, Status
from qtviewer.exchange.content.toml_content import read_content
from tests.exchange.content.content_files import EVENTS, problems_of, with_mistake, write_content

MISTAKES = (
    ('date = "2021-06-28"', "", "'date' is missing"),
    ('date = "2021-06-28"', 'date = "2021-06-31"', "'2021-06-31' is not a date: day 31 is not in month 6"),
    ('date = "2021-06-28"', 'date = "2021年6月28日"', "is not a date: expected EDTF such as 2021-06-28"),
    ('date = "2021-06-28"', "date = 2021-06-28", "'date' is datetime.date(2021, 6, 28), expected a text"),
    ('date = "2021-06-28"', "date = 2021", "'date' is 2021, expected a text"),
    ('date = "2021-06-28"', 'date = ""', "'date' is empty"),
    ('time = "09:30"', 'time = "9:30"', "'time' is '9:30', expected HH:MM"),
    ('time = "09:30"', 'time = "24:00"', "'time' is '24:00', expected HH:MM"),
    ('date_basis = "inferred"', 'date_basis = "inferrred"', "'date_basis' is 'inferrred', expected 'inferred'"),
    ("importance = 5", "importance = 6", "'importance' is 6, expected 1 to 5"),
    ("importance = 5", "importance = 0", "'importance' is 0, expected 1 to 5"),
    ("importance = 5", 'importance = "5"', "'importance' is '5', expected a whole number"),
    ("importance = 5", "importance = 4.5", "'importance' is 4.5, expected a whole number"),
    ("importance = 5", "importance = true", "'importance' is True, expected a whole number"),
    ("importance = 5", 'category = "milestones"', "category 'milestones' is not declared, expected 'milestone'"),
    ("importance = 5", 'collection = "this-yaer"', "collection 'this-yaer' is not declared, expected 'this-year'"),
    ("importance = 5", 'source = "magazin"', "source 'magazin' is not declared, expected 'magazine'"),
    (
        'parent = "plan"\nthread = "metro"',
        'parent = "plan"\nthread = "metr"',
        "thread 'metr' is not declared, expected 'metro'",
    ),
    (
        'parent = "plan"\nthread = "metro"',
        'parent = "plan"\nthread = "地铁"',
        "'thread' is '地铁', expected lower-case letters and digits joined by '-'",
    ),
    ('parent = "plan"', 'parent = "plans"', "its parent 'plans' is not an event, expected 'plan'"),
    ('parent = "plan"', "parent = 7", "'parent' is 7, expected a text"),
    ('places = ["下沙街道"]', 'places = ["下沙街"]', "place '下沙街' is not in the register, expected '下沙街道'"),
    ('places = ["下沙街道"]', 'places = ["杭州地铁"]', "place '杭州地铁' is not in the register"),
    ('places = ["下沙街道"]', 'people = ["下沙街道"]', "person '下沙街道' is not in the register"),
    ('places = ["下沙街道"]', 'places = "下沙街道"', "'places' is '下沙街道', expected a list"),
    ('places = ["下沙街道"]', "places = [1]", "'places' is [1], expected a list of texts"),
    ('places = ["下沙街道"]', 'places = ["下沙街道", "下沙街道"]', "'places' names something twice"),
    ('heading = "地铁开通"', 'headline = "地铁开通"', "'headline' is not known here, expected 'heading'"),
    ('heading = "地铁开通"', "heading = 1", "'heading' is 1, expected a text"),
    ('title = "地铁8号线开通"', "", "zh: 'title' is missing"),
    ('title = "地铁8号线开通"', 'title = "  "', "zh: 'title' is empty"),
    ('title = "地铁8号线开通"', 'title = ["地铁"]', "zh: 'title' is ['地铁'], expected a text"),
    ('date_note = "上午"', 'datenote = "上午"', "zh: 'datenote' is not known here, expected 'date_note'"),
    ("[event.en]", "[event.fr]", "'en' is missing"),
    ('summary = "First passengers."', "", "en: 'summary' is missing"),
    ("number = 1218.23", "", "figure 1: 'number' is missing"),
    ("number = 1218.23", 'number = "1218.23"', "figure 1: 'number' is '1218.23', expected a number"),
    ("number = 1218.23", "number = nan", "figure 1: 'number' is nan, expected a finite number"),
    ("number = 1218.23", "number = inf", "figure 1: 'number' is inf, expected a finite number"),
    ("number = 1218.23", "number = -inf", "figure 1: 'number' is -inf, expected a finite number"),
    ("number = 1218.23", "number = 1e999", "figure 1: 'number' is inf, expected a finite number"),
    ("number = 1218.23", f"number = 1{'0' * 400}", "figure 1: 'number' is 1"),
    ("number = 1218.23", "number = true", "figure 1: 'number' is True, expected a number"),
    ('label = "invested"', 'lable = "invested"', "figure 1, en: 'label' is missing"),
    ('unit = "元"', "unit = 3", "figure 1, zh: 'unit' is 3, expected a text"),
    ('en = { unit = "", label = "invested" }', "", "figure 1: 'en' is missing"),
)


@pytest.mark.parametrize(
    ("right", "wrong", "said"), MISTAKES, ids=[wrong[:40] or right for right, wrong, _ in MISTAKES]
)
def test_a_mistake_names_file_line_and_event(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    """One mistake is one problem, found under the event it stands in."""
    events = with_mistake(EVENTS, right, wrong)
    path = write_content(tmp_path, events)
    (problem,) = problems_of(tmp_path)
    match = re.match(rf"{re.escape(str(path))}:(\d+): event 'metro-opens'", problem)
    assert match is not None, problem
    lines = events.splitlines()
    assert lines[int(match[1]) - 1] in ("[[event]]", 'id = "metro-opens"')
    assert int(match[1]) >= lines.index('id = "metro-opens"')
    assert said in problem


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("", "event 'number 2': 'id' is missing"),
        ('id = "Metro Opens"', "'id' is 'Metro Opens', expected lower-case letters and digits joined by '-'"),
        ('id = "地铁"', "'id' is '地铁', expected lower-case letters"),
        ('id = "metro--opens"', "'id' is 'metro--opens', expected lower-case letters"),
        ("id = 8", "'id' is 8, expected a text"),
        ('id = ["metro"]', "'id' is ['metro'], expected a text"),
        ("id = true", "'id' is True, expected a text"),
        ('id = "plan"', "event 'plan': the id is taken by "),
    ],
)
def test_a_bad_id_names_file_and_line_too(tmp_path: Path, wrong: str, said: str) -> None:
    """An event without a proper name is found by its line and its number in the file."""
    events = with_mistake(EVENTS, 'id = "metro-opens"', wrong)
    path = write_content(tmp_path, events)
    (problem,) = problems_of(tmp_path)
    second = [number for number, line in enumerate(events.splitlines(), 1) if line == "[[event]]"][1]
    assert re.match(rf"{re.escape(str(path))}:({second}|{second + 1}): event ", problem), problem
    assert said in problem


def test_every_key_is_read_into_the_event(tmp_path: Path) -> None:
    """Defaults, words, tags and figures arrive where they belong; a figure's value defaults to its number."""
    write_content(tmp_path)
    plan, metro = read_content(tmp_path).events
    assert (plan.status, plan.importance, plan.date_basis) == (Status.PLANNED, 3, DateBasis.PRINTED)
    assert metro == Event(
        id="metro-opens",
        date=parse_edtf("2021-06-28"),
        category="milestone",
        collection="this-year",
        texts={
            "zh": EventText("地铁8号线开通", "首次载客。", "三线换乘。首次载客。", "上午"),
            "en": EventText(
                "Metro Line 8 opens", "First passengers.", "Three lines. First passengers.", "In the morning"
            ),
        },
        time="09:30",
        date_basis=DateBasis.INFERRED,
        importance=5,
        parent="plan",
        thread="metro",
        source="magazine",
        source_section="这一年",
        source_heading="地铁开通",
        tags=("metro-company", "xiasha"),
        figures=(
            Figure(1218.23, {"zh": FigureText("1218.23", "元", "投资"), "en": FigureText("1218.23", "", "invested")}),
        ),
    )


def test_an_event_overrides_the_defaults_of_its_file(tmp_path: Path) -> None:
    """What an event says itself counts more than [defaults]."""
    write_content(
        tmp_path, with_mistake(EVENTS, 'category = "milestone"\n', 'category = "milestone"\nimportance = 1\n')
    )
    assert [event.importance for event in read_content(tmp_path).events] == [1, 5]

"""Rules for events: threads, parents, importance, dates and figures."""

import pytest

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import DateBasis, Figure, Status
from tests.exchange.small_chronicles import BUILT, CLEAN, OPENS, problems, with_event, with_figure


def test_a_thread_needs_two_events() -> None:
    """A thread with one event, or with none, leads nowhere."""
    assert problems(with_event(thread="")) == ["thread 'metro': has 1 event, expected two or more"]
    none = CLEAN._replace(events=tuple(event._replace(thread="") for event in CLEAN.events))
    assert problems(none) == ["thread 'metro': has no event, expected two or more"]


def test_a_circle_of_parents_is_named_once() -> None:
    """Each circle is one problem that shows the way round, whoever hangs on it."""
    chain = {"metro-opens": "metro-c", "metro-built": "metro-opens", "metro-c": "metro-built", "metro-d": "metro-c"}
    events = tuple(OPENS._replace(id=key, parent=parent) for key, parent in chain.items())
    circle = "metro-built → metro-opens → metro-c → metro-built"
    assert problems(CLEAN._replace(events=events)) == [
        f"event 'metro-built': is a part of itself ({circle}), expected another parent"
    ]
    itself = problems(with_event(parent="metro-opens"))
    assert itself == ["event 'metro-opens': is a part of itself (metro-opens → metro-opens), expected another parent"]


def test_importance_five_is_for_ten_events_or_one_in_a_hundred() -> None:
    """The eleventh of a small chronicle is too many, not the eleventh of a large one."""
    many = tuple(OPENS._replace(id=f"metro-{at}", importance=5 if at < 11 else 3) for at in range(1100))
    assert problems(CLEAN._replace(events=many[:10])) == []
    assert problems(CLEAN._replace(events=many[:1099])) == [
        "event 'metro-10': is number 11 of importance 5, expected at most 10"
    ]
    assert problems(CLEAN._replace(events=many)) == []


def test_a_date_that_is_not_printed_needs_a_note_in_every_language() -> None:
    """What is inferred, lunar or contradictory says so; what is printed need not."""
    noted = {lang: text._replace(date_note="除夕" if lang == "zh" else "eve") for lang, text in OPENS.texts.items()}
    assert problems(with_event(date_basis=DateBasis.LUNAR, texts=noted)) == []
    half = {**noted, "en": OPENS.texts["en"]}
    (problem,) = problems(with_event(date_basis=DateBasis.LUNAR, texts=half))
    assert problem.startswith("event 'metro-opens', en date_note: is empty though the date is lunar, expected")


@pytest.mark.parametrize(("date", "is_right"), [("2020", False), ("2021", True), ("2025", True), ("2019/..", True)])
def test_a_plan_lies_ahead(date: str, is_right: bool) -> None:
    """A plan that ended before 2021 is none any more."""
    assert (problems(with_event(status=Status.PLANNED, date=parse_edtf(date))) == []) is is_right
    assert problems(with_event(status=Status.HAPPENED, date=parse_edtf(date))) == []


@pytest.mark.parametrize(
    ("number", "chinese", "english"),
    [
        (1218.23, ("1218.23", "亿元"), ("121.823", "billion yuan")),
        (40, ("约40", "亿元"), ("about 4", "billion yuan")),
        (5000, ("5000余", "家"), ("over 5,000", "firms")),
        (1, ("1 / 7 / 8", "号线"), ("1 / 7 / 8", "lines")),
        (400, ("400～800", "元"), ("400–800", "yuan")),
        (10, ("10%以上", ""), ("over 10", "%")),
        (9, ("第九", "位"), ("ninth", "place")),
        (0.667, ("超过三分之二", ""), ("over two thirds", "")),
        (7.2, ("7斤2两多", ""), ("about 3.6", "kg")),
        (10000, ("上万", "份"), ("over 10,000", "items")),
        (20, ("超20", "万人"), ("over 200,000", "people")),
        (20, ("20万", "人"), ("200,000", "people")),
        (38.57, ("38.57", "亩"), ("2.57", "hectares")),
        (3, ("3", "成"), ("30", "%")),
        (122.4, ("122.4", "万人"), ("about 1.2", "million people")),
    ],
)
def test_figures_that_agree_are_no_problem(number: float, chinese: tuple[str, str], english: tuple[str, str]) -> None:
    """Roundings, numerals, first numbers of several, measures and conversions are understood."""
    assert problems(with_figure(number, chinese, english)) == []


@pytest.mark.parametrize(
    ("number", "chinese", "english", "problem"),
    [
        (45, ("约40", "人"), ("about 45", "people"), "zh value of figure 1: is '约40', expected the number 45"),
        (8, ("很多", "人"), ("8", "people"), "zh value of figure 1: is '很多', expected the number 8"),
        (7, ("1 / 7", "号线"), ("7", "lines"), "zh value of figure 1: is '1 / 7', expected the number 7"),
        (0.6, ("三分之二", ""), ("two thirds", ""), "zh value of figure 1: is '三分之二', expected the number 0.6"),
        (1218.23, ("1218.23", "亿元"), ("1.21823", "billion yuan"),
         "en value of figure 1: comes to 1218230000, expected 121823000000 as in Chinese"),
        (63, ("63", "万人"), ("360,000", "people"),
         "en value of figure 1: comes to 360000, expected 630000 as in Chinese"),
        (1218.23, ("1218.23", "亿元"), ("121.832", "billion yuan"),
         "en value of figure 1: comes to 121832000000, expected 121823000000 as in Chinese"),
        (50, ("约50", "人"), ("about 60", "people"), "en value of figure 1: comes to 60, expected 50 as in Chinese"),
    ],
)  # fmt: skip
def test_figures_that_disagree_are_named(
    number: float, chinese: tuple[str, str], english: tuple[str, str], problem: str
) -> None:
    """The problem names the figure and both values."""
    assert problems(with_figure(number, chinese, english)) == [f"event 'metro-opens', {problem}"]


def test_a_figure_in_other_languages_is_left_alone() -> None:
    """Without Chinese, or without English, there is nothing to compare; only the missing language is named."""
    for lang in ("zh", "en"):
        figure = Figure(3, {lang: OPENS.figures[0].texts[lang]})
        (problem,) = problems(CLEAN._replace(events=(OPENS._replace(figures=(figure,)), BUILT)))
        assert "has no text in" in problem

"""What a store may hold, and how it is told what is too much."""

import pytest

from qtviewer.domain import bounds
from qtviewer.domain.bounds import event_excesses, vocabulary_excesses
from qtviewer.domain.event import Category, Era, Event, EventText, Figure, FigureText
from tests.store.samples import SAMPLE, SAMPLE_ERAS, sample_event

EVENT = sample_event("a", "2021", "题")
LINE, TEXT = "字" * bounds.MAX_LINE_LENGTH, "字" * bounds.MAX_TEXT_LENGTH
PARAGRAPHS = "段\n" * (bounds.MAX_LINES - 1) + "段"
FULL = EVENT._replace(
    texts={"zh": EventText(LINE, TEXT, TEXT, LINE), "en": EventText("T", "S", PARAGRAPHS)},
    tags=tuple(map(str, range(bounds.MAX_TAGS))),
    figures=(Figure(1.0, {"zh": FigureText(LINE, LINE, LINE)}),) * bounds.MAX_FIGURES,
    source_section=LINE,
    source_heading=LINE,
)


def with_text(**fields: str) -> Event:
    """The event with another text."""
    return EVENT._replace(texts={"zh": EVENT.texts["zh"]._replace(**fields)})


@pytest.mark.parametrize(
    ("event", "excess"),
    [
        (with_text(title=LINE + "字"), ("title", "has 2,001 characters in 'zh', expected at most 2,000")),
        (with_text(summary=TEXT + "字"), ("summary", "has 50,001 characters in 'zh', expected at most 50,000")),
        (with_text(body=TEXT + "字"), ("body", "has 50,001 characters in 'zh', expected at most 50,000")),
        (with_text(body=f"{PARAGRAPHS}\n段"), ("body", "has 1,001 lines in 'zh', expected at most 1,000")),
        (with_text(date_note=LINE + "字"), ("date_note", "has 2,001 characters in 'zh', expected at most 2,000")),
        (FULL._replace(tags=(*FULL.tags, "x")), ("tags", "has 501 tags, expected at most 500")),
        (
            FULL._replace(figures=(*FULL.figures, *FULL.figures[:1])),
            ("figures", "has 201 figures, expected at most 200"),
        ),
        (
            EVENT._replace(source_heading=LINE + "字"),
            ("source_heading", "has 2,001 characters, expected at most 2,000"),
        ),
        (
            EVENT._replace(figures=(Figure(1.0, {"zh": FigureText("1", "", LINE + "字")}),)),
            ("figures", "has 2,001 characters in one of them, expected at most 2,000"),
        ),
    ],
)
def test_what_is_too_much_of_an_event_is_told_with_its_field(event: Event, excess: tuple[str, str]) -> None:
    """With what was found and what is expected."""
    assert list(event_excesses(event)) == [excess]


def test_as_much_as_an_event_may_hold_is_not_too_much() -> None:
    """Every field up to its bound."""
    assert list(event_excesses(FULL)) == []


def test_what_is_too_much_of_a_vocabulary_is_told() -> None:
    """Lanes, bands and languages without end, and a name without end."""
    categories = tuple(Category(f"c{at}", {"en": "C"}, "#000000", "#000000") for at in range(201))
    eras = tuple(Era(f"e{at}", {"en": "E"}, SAMPLE_ERAS[0].date, "", "") for at in range(2_001))
    titles = {f"l{at}": "T" for at in range(51)}
    assert list(vocabulary_excesses(SAMPLE)) == []
    assert list(vocabulary_excesses(SAMPLE._replace(categories=categories, eras=eras, titles=titles))) == [
        "201 categories are too many, expected at most 200",
        "2,001 eras are too many, expected at most 2,000",
        "51 languages are too many, expected at most 50",
    ]
    (excess,) = vocabulary_excesses(SAMPLE._replace(threads={"t": {"en": LINE + "字"}}))
    assert excess.startswith("the name '字")
    assert excess.endswith("has 2,001 characters, expected at most 2,000")

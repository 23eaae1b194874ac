"""A chronicle without a problem, and how to spoil it."""

from typing import Any

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import Category, Chronicle, Event, EventText, Figure, FigureText, Tag, TagKind
from qtviewer.exchange.content.finding import Finding
from qtviewer.exchange.content.lint import lint

OPENS = Event(
    id="metro-opens",
    date=parse_edtf("2021-06-28"),
    category="milestone",
    collection="this-year",
    texts={
        "zh": EventText("地铁8号线开通", "杭州市的地铁8号线开始载客。", "线路在钱塘区。它有三个换乘站。"),
        "en": EventText("Metro Line 8 opens", "Line 8 carried its first passengers.", "It is new. It has 3 hubs."),
    },
    importance=5,
    thread="metro",
    source="magazine",
    source_section="钱塘这一年",
    source_heading="地铁专线 开通",
    tags=("hangzhou",),
    figures=(Figure(3, {"zh": FigureText("3", "个", "换乘站"), "en": FigureText("3", "hubs", "on the line")}),),
)
BUILT = OPENS._replace(id="metro-built", parent="metro-opens", importance=3, figures=())
CLEAN = Chronicle(
    titles={"zh": "纪事", "en": "Chronicle"},
    subtitles={"zh": "", "en": "of one year"},
    categories=(Category("milestone", {"zh": "里程碑", "en": "Milestones"}, "#B3261E", "#FF8A7A"),),
    collections={"this-year": {"zh": "这一年", "en": "This year"}},
    sources={"magazine": {"zh": "《钱塘》", "en": "Qiantang"}},
    threads={"metro": {"zh": "地铁", "en": "Metro"}},
    tags=(Tag("hangzhou", TagKind.PLACE, {"zh": "杭州市", "en": "Hangzhou"}, ("杭州", "临安府")),),
    events=(OPENS, BUILT),
)


def with_event(**changes: Any) -> Chronicle:
    """The chronicle with other values of its first event."""
    return CLEAN._replace(events=(OPENS._replace(**changes), BUILT))


def with_text(lang: str, **changes: str) -> Chronicle:
    """The chronicle with other words in its first event."""
    return with_event(texts={**OPENS.texts, lang: OPENS.texts[lang]._replace(**changes)})


def with_figure(number: float, chinese: tuple[str, str], english: tuple[str, str]) -> Chronicle:
    """The chronicle with another figure: its number, and value and unit in Chinese and in English."""
    texts = {"zh": FigureText(*chinese, "换乘站"), "en": FigureText(*english, "on the line")}
    return with_event(figures=(Figure(number, texts),))


def with_tag(**changes: Any) -> Chronicle:
    """The chronicle with one more tag, which the first event has too."""
    tag = Tag("line", TagKind.TOPIC, {"zh": "线路", "en": "Line"})._replace(**changes)
    return with_event(tags=(*OPENS.tags, tag.id))._replace(tags=(*CLEAN.tags, tag))


def problems(chronicle: Chronicle) -> list[str]:
    """What the rules say, without places."""
    return [sentence.removeprefix("here: ") for sentence in lint(chronicle, lambda _finding: ("here", 0))]


def in_file(path: str, lines: dict[str, int]) -> Any:
    """A function that places a finding by its id in one file."""

    def locate(finding: Finding) -> tuple[str, int]:
        return path, lines.get(finding.id, 0)

    return locate

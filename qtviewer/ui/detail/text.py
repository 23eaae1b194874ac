"""What the detail pane says of an event, as plain data."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.dates.label import date_label, weekday_label
from qtviewer.domain.dates.lunar import lunar_label
from qtviewer.domain.event import Event, FigureText, name_in_language
from qtviewer.domain.source import Vocabulary

if TYPE_CHECKING:
    from qtviewer.domain.search.highlight import HitFinder


class Detail(NamedTuple):
    """An event in one language; `date_lines` from the most to the least important, `tags` are names.

    `lang` is the language of its texts, another than the one asked for where it has none in that.
    """

    category: str
    title: str
    date_lines: tuple[str, ...]
    summary: str
    body: str
    figures: tuple[FigureText, ...]
    tags: tuple[str, ...]
    source: str
    thread: str
    lang: str


def detail_of(event: Event, vocabulary: Vocabulary, lang: str, *, with_lunar: bool) -> Detail:
    """The event in a language, or in the first one it has, with or without its lunar date."""
    shown = lang if lang in event.texts else next(iter(event.texts))
    text = event.texts[shown]
    places = (name_in_language(vocabulary.sources[event.source], lang), event.source_section, event.source_heading)
    return Detail(
        category=name_in_language(vocabulary.categories[event.category].names, lang),
        title=text.title,
        date_lines=tuple(_date_lines(event, text.date_note, lang, with_lunar=with_lunar)),
        summary=text.summary,
        body=text.body,
        figures=tuple(figure.texts.get(lang) or next(iter(figure.texts.values())) for figure in event.figures),
        tags=tuple(name_in_language(vocabulary.tags[tag].names, lang) for tag in event.tags),
        source=" · ".join(place for place in places if place),
        thread=name_in_language(vocabulary.threads[event.thread], lang) if event.thread else "",
        lang=shown,
    )


def found_elsewhere(event: Event, detail: Detail, hits: "HitFinder") -> str:
    """The language of a text in which a search found an event, when nothing of what is told was found; else empty."""
    figures = (part for figure in detail.figures for part in (f"{figure.value}{figure.unit}", figure.label))
    is_told = any(map(hits.in_title, (detail.title, *detail.tags))) or any(
        map(hits.in_text, (detail.summary, detail.body, *figures))
    )
    others = () if is_told else event.texts.items()
    found = (
        lang
        for lang, text in others
        if hits.in_title(text.title) or hits.in_text(text.summary) or hits.in_text(text.body)
    )
    return next(found, "")


def _date_lines(event: Event, note: str, lang: str, *, with_lunar: bool) -> Sequence[str]:
    date = event.date
    first = date_label(date, lang)
    if date.precision is Precision.DAY:
        weekday = weekday_label(date.first_day, lang)
        first = f"{first} {weekday}" if lang == "zh" else f"{weekday}, {first}"
        if event.time:
            first = f"{first} {event.time}"
        lunar = lunar_label(date.first_day, lang) if with_lunar else ""
        return [line for line in (first, lunar, note) if line]
    if event.time:
        first = f"{first} {event.time}"
    return [line for line in (first, note) if line]

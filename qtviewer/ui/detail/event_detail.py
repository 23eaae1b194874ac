"""One event in one language, as plain data ready to be shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.dates.label import date_label, weekday_label
from qtviewer.domain.dates.lunar import lunar_label
from qtviewer.domain.event import Event, FigureText, name_in_language
from qtviewer.domain.source import Vocabulary

if TYPE_CHECKING:
    from qtviewer.domain.search.highlight import HitFinder

_FIRST_SURE_WEEKDAY: Final = day_number(1753)  # before it the weekday depends on the calendar that is meant


class EventDetail(NamedTuple):
    """An event as it is shown in one language."""

    category: str  # its name
    title: str
    date_lines: tuple[str, ...]  # date with weekday and time, lunar date, note: the most important first
    summary: str  # Markdown
    body: str  # Markdown, its paragraphs separated by empty lines
    figures: tuple[FigureText, ...]
    tags: tuple[str, ...]  # their names
    source: str  # name, section and heading, joined by points
    thread: str  # its name, or empty
    lang: str  # the language of title, summary and body, which may differ from the one asked for


def detail_of(event: Event, vocabulary: Vocabulary, lang: str, *, with_lunar: bool) -> EventDetail:
    """Return an event in a language, or in the first one that it has; `with_lunar` adds the lunar date."""
    shown = lang if lang in event.texts else next(iter(event.texts))
    text = event.texts[shown]
    places = (name_in_language(vocabulary.sources[event.source], lang), event.source_section, event.source_heading)
    return EventDetail(
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


def hidden_hit_language(event: Event, detail: EventDetail, hits: "HitFinder") -> str:
    """Return the language of a text with a hit when the texts in `detail` have none; empty when there is no such."""
    if _has_hit(detail, hits):
        return ""
    for lang, text in event.texts.items():
        if hits.in_title(text.title) or hits.in_text(text.summary) or hits.in_text(text.body):
            return lang
    return ""


def _has_hit(detail: EventDetail, hits: "HitFinder") -> bool:
    figures = (part for figure in detail.figures for part in (f"{figure.value}{figure.unit}", figure.label))
    return any(map(hits.in_title, (detail.title, *detail.tags))) or any(
        map(hits.in_text, (detail.summary, detail.body, *figures))
    )


def _date_lines(event: Event, note: str, lang: str, *, with_lunar: bool) -> Sequence[str]:
    date = event.date
    if date.precision is Precision.DAY:
        weekday, first = weekday_label(date.first_day, lang), date_label(date, lang)
        if date.first_day >= _FIRST_SURE_WEEKDAY:
            first = f"{first} {weekday}" if lang == "zh" else f"{weekday}, {first}"
        first = f"{first} {event.time}".rstrip()
        lunar = lunar_label(date.first_day, lang) if with_lunar else ""
        return [line for line in (first, lunar, note) if line]
    return [line for line in (date_label(date, lang, event.time), note) if line]

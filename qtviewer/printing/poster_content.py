"""The words of a poster: its cards, and what it says of itself above and below them."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import Event, Names, name_in_language
from qtviewer.domain.query.query_labels import event_count_label
from qtviewer.domain.source import EventHead, head_of
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.export_texts import export_text
from qtviewer.exchange.json.writer import as_json
from qtviewer.exchange.loss import Loss

MOST_CARDS: Final = 1_000
_READ_AT_ONCE: Final = 500
_NAMED: Final = 100  # of the events left out
_MOST_SOURCES: Final = 3


class CardText(NamedTuple):
    """An event on a poster: its head, its date, and its title in each language of the poster."""

    head: EventHead
    date: str
    titles: tuple[str, ...]


class PosterContent(NamedTuple):
    """Everything that is written on a poster; `omitted_ids` are the first of the events that would make it too long.

    `total` is how many events match.
    """

    title: str
    subtitle: str
    query: str
    cards: tuple[CardText, ...]
    names: dict[str, str]
    footer: tuple[str, ...]
    omitted_ids: Sequence[str]
    total: int

    def characters(self) -> set[str]:
        """Every character of it, for a font; those of the axis are the same as in dates."""
        found = set("0123456789 …·年月日公元前BCEJanFebMarAprMayJunJulAugSepOctNovDec,")
        found.update(self.title, self.subtitle, self.query, *self.names.values(), *self.footer)
        for card in self.cards:
            found.update(card.date, *card.titles)
        return found

    def losses(self) -> list[Loss]:
        """What the poster does not show."""
        what = f"a poster shows at most {MOST_CARDS:,} events, the most important; the others were left out"
        unnamed = self.total - len(self.cards) - len(self.omitted_ids)
        return [Loss(what, self.omitted_ids, unnamed)] if self.omitted_ids else []


def poster_content(job: ExportJob) -> PosterContent:
    """What the poster of a list says."""
    lang, known = job.languages[0], job.vocabulary
    cards, omitted_ids = _cards(job)
    metadata, colon = job.metadata(), export_text("colon", lang)
    names = {each.id: "\n".join(_in_all(each.names, job.languages)) for each in known.categories.values()}
    sources = [name_in_language(source, lang) for source in list(known.sources.values())[:_MOST_SOURCES]]
    notes = [export_text("poster_time", lang)]
    if omitted_ids:
        notes.append(export_text("poster_left_out", lang).format(shown=len(cards), total=job.total))
    made = f"{export_text('made', lang)}{colon}{job.made:%Y-%m-%d %H:%M} UTC"
    footer = (
        " ".join(notes),
        f"{export_text('query', lang)}{colon}{as_json(metadata['query'])} · {event_count_label(job.total, lang)}",
        f"{export_text('content_hash', lang)}{colon}{metadata['content_hash']}",
        f"{export_text('source', lang)}{colon}{' · '.join(sources)} · {made}",
    )
    title, subtitle = name_in_language(known.titles, lang), name_in_language(known.subtitles, lang)
    return PosterContent(title, subtitle, job.description, tuple(cards), names, footer, omitted_ids, job.total)


def _cards(job: ExportJob) -> tuple[list[CardText], Sequence[str]]:
    if job.total <= MOST_CARDS:
        return [_card_of(event, job.languages) for event in job.events()], ()
    lang, source = job.languages[0], job.source
    numbers = source.listing(job.query, lang, "importance").numbers
    cards = []
    for at in range(0, MOST_CARDS, _READ_AT_ONCE):
        heads = source.heads_by_number(numbers[at : at + _READ_AT_ONCE], lang)
        cards += [CardText(head, date_label(head.date, lang), (head.title,)) for head in heads.values()]
        if job.progress is not None:
            job.progress(len(cards))
    if job.progress is not None:
        job.progress(job.total)
    others = numbers[MOST_CARDS : MOST_CARDS + _NAMED]
    heads = source.heads_by_number(others, lang)
    return cards, [heads[number].id for number in others]


def _card_of(event: Event, languages: Sequence[str]) -> CardText:
    heads = [head_of(event, lang) for lang in languages]
    titles = tuple(dict.fromkeys(head.title for head in heads))
    return CardText(heads[0], date_label(event.date, languages[0]), titles)


def _in_all(names: Names, languages: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(name_in_language(names, lang) for lang in languages))

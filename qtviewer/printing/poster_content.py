"""Collects the texts of a poster: of its cards, and of the lines above and below the timeline."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import Event, Names, name_in_language
from qtviewer.domain.query.query_labels import event_count_label
from qtviewer.domain.source import EventHead, head_of
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.export_texts import export_text
from qtviewer.exchange.loss import Loss

MAX_CARDS: Final = 1_000
"""The most cards on a poster; of more events the most important are shown."""
_BATCH_SIZE: Final = 500
_MAX_OMITTED_IDS: Final = 100
_MAX_SOURCES: Final = 3


class CardText(NamedTuple):
    """The texts of a card: the date in the first language, and the distinct titles in all languages of the poster."""

    head: EventHead
    date: str
    titles: tuple[str, ...]


class PosterContent(NamedTuple):
    """Everything that is written on a poster."""

    title: str
    subtitle: str
    description: str
    """The query and the number of matching events in words."""
    cards: tuple[CardText, ...]
    names: dict[str, str]
    """The names of categories by id, a line for each language; those of which no event matches are left out."""
    counts: dict[str, str]
    """How many of a category's events are on the poster, in words, by the same ids."""
    eras: dict[str, str]
    """The names of the eras of its time by id, those in several languages one after the other."""
    footer: tuple[str, ...]
    omitted_ids: Sequence[str]
    """The ids of events left out because there are more than MAX_CARDS; the first hundred, the most important first."""
    total: int
    """How many events match the query."""

    def characters(self) -> set[str]:
        """Return every character that the poster can show, its time axis included."""
        found = set("0123456789 …·+年月日公元前BCEJanFebMarAprMayJunJulAugSepOctNovDec,个时期eras")
        found.update(self.title, self.subtitle, self.description, *self.footer)
        found.update(*self.names.values(), *self.counts.values(), *self.eras.values())
        for card in self.cards:
            found.update(card.date, *card.titles)
        return found

    def losses(self) -> list[Loss]:
        """Return the events left out as a loss, or an empty list."""
        description = f"a poster shows at most {MAX_CARDS:,} events, the most important; the others were left out"
        unnamed = self.total - len(self.cards) - len(self.omitted_ids)
        return [Loss(description, self.omitted_ids, unnamed)] if self.omitted_ids else []


def poster_content(job: ExportJob) -> PosterContent:
    """Return the texts of the poster of a job; reads all its events, or the 1,000 most important."""
    lang, known = job.languages[0], job.vocabulary
    cards, omitted_ids = _cards(job)
    colon = export_text("colon", lang)
    totals = job.source.count_by(job.query, "category")
    categories = [category for category in known.categories.values() if totals.get(category.id)]
    names = {category.id: "\n".join(_distinct_names(category.names, job.languages)) for category in categories}
    sources = [name_in_language(source, lang) for source in list(known.sources.values())[:_MAX_SOURCES]]
    notes = [export_text("poster_time", lang)]
    if omitted_ids:
        notes.append(export_text("poster_left_out", lang).format(shown=len(cards), total=job.total))
    made = f"{export_text('made', lang)}{colon}{job.created:%Y-%m-%d %H:%M} UTC"
    footer = (
        " ".join(notes),
        f"{export_text('query', lang)}{colon}{job.description}",
        f"{export_text('content_hash', lang)}{colon}{job.source.content_hash}",
        f"{export_text('source', lang)}{colon}{' · '.join(sources)} · {made}",
    )
    title, subtitle = name_in_language(known.titles, lang), name_in_language(known.subtitles, lang)
    counts = _counts(cards, {category.id: totals[category.id] for category in categories}, lang)
    eras = {era.id: " · ".join(_distinct_names(era.names, job.languages)) for era in job.eras()}
    return PosterContent(
        title, subtitle, job.description, tuple(cards), names, counts, eras, footer, omitted_ids, job.total
    )


def _cards(job: ExportJob) -> tuple[list[CardText], Sequence[str]]:
    if job.total <= MAX_CARDS:
        return [_card_of(event, job.languages, job.query.today) for event in job.events()], ()
    lang, source = job.languages[0], job.source
    numbers = source.listing(job.query, lang, "importance").numbers
    cards = []
    for start in range(0, MAX_CARDS, _BATCH_SIZE):
        heads = source.heads_by_number(numbers[start : start + _BATCH_SIZE], lang, job.query.today)
        cards += [CardText(head, date_label(head.date, lang, head.time), (head.title,)) for head in heads.values()]
        if job.progress is not None:
            job.progress(len(cards))
    if job.progress is not None:
        job.progress(job.total)
    others = numbers[MAX_CARDS : MAX_CARDS + _MAX_OMITTED_IDS]
    heads = source.heads_by_number(others, lang, job.query.today)
    return cards, [heads[number].id for number in others]


def _counts(cards: Sequence[CardText], totals: Mapping[str, int], lang: str) -> dict[str, str]:
    """Return the number of cards of each category in words, with that of its events where it is another."""
    shown = Counter(card.head.category for card in cards)
    return {
        category: event_count_label(total, lang)
        if shown[category] == total
        else export_text("poster_count", lang).format(shown=shown[category], total=total)
        for category, total in totals.items()
    }


def _card_of(event: Event, languages: Sequence[str], today: int) -> CardText:
    heads = [head_of(event, lang, today) for lang in languages]
    titles = tuple(dict.fromkeys(head.title for head in heads))
    return CardText(heads[0], date_label(event.date, languages[0], event.time), titles)


def _distinct_names(names: Names, languages: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(name_in_language(names, lang) for lang in languages))

"""The words of a poster: its cards, and what it says of itself above and below them."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import Event, Names, name_in_language
from qtviewer.domain.query.labels import event_count_label
from qtviewer.domain.source import EventHead, head_of
from qtviewer.exchange.export_job import Listing, Loss
from qtviewer.exchange.export_texts import phrase
from qtviewer.exchange.json.writer import as_json

MOST_CARDS: Final = 1_000
_READ_AT_ONCE: Final = 500
_NAMED: Final = 100  # of the events left out
_MOST_SOURCES: Final = 3


class CardWords(NamedTuple):
    """An event on a poster: its head, its date, and its title in each language of the poster."""

    head: EventHead
    date: str
    titles: tuple[str, ...]


class PosterWords(NamedTuple):
    """Everything that is written on a poster; `left_out` are the first of the events that would make it too long.

    `total` is how many events match.
    """

    title: str
    subtitle: str
    query: str
    cards: tuple[CardWords, ...]
    names: dict[str, str]
    footer: tuple[str, ...]
    left_out: Sequence[str]
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
        unnamed = self.total - len(self.cards) - len(self.left_out)
        return [Loss(what, self.left_out, unnamed)] if self.left_out else []


def poster_words(listing: Listing) -> PosterWords:
    """What the poster of a list says."""
    lang, known = listing.languages[0], listing.vocabulary
    cards, left_out = _cards(listing)
    statement, colon = listing.statement(), phrase("colon", lang)
    names = {each.id: "\n".join(_in_all(each.names, listing.languages)) for each in known.categories.values()}
    sources = [name_in_language(source, lang) for source in list(known.sources.values())[:_MOST_SOURCES]]
    notes = [phrase("poster_time", lang)]
    if left_out:
        notes.append(phrase("poster_left_out", lang).format(shown=len(cards), total=listing.total))
    made = f"{phrase('made', lang)}{colon}{listing.made:%Y-%m-%d %H:%M} UTC"
    footer = (
        " ".join(notes),
        f"{phrase('query', lang)}{colon}{as_json(statement['query'])} · {event_count_label(listing.total, lang)}",
        f"{phrase('content_hash', lang)}{colon}{statement['content_hash']}",
        f"{phrase('source', lang)}{colon}{' · '.join(sources)} · {made}",
    )
    title, subtitle = name_in_language(known.titles, lang), name_in_language(known.subtitles, lang)
    return PosterWords(title, subtitle, listing.in_words, tuple(cards), names, footer, left_out, listing.total)


def _cards(listing: Listing) -> tuple[list[CardWords], Sequence[str]]:
    if listing.total <= MOST_CARDS:
        return [_card_of(event, listing.languages) for event in listing.events()], ()
    lang, source = listing.languages[0], listing.source
    numbers = source.listing(listing.query, lang, "importance").numbers
    cards = []
    for at in range(0, MOST_CARDS, _READ_AT_ONCE):
        heads = source.heads_by_number(numbers[at : at + _READ_AT_ONCE], lang)
        cards += [CardWords(head, date_label(head.date, lang), (head.title,)) for head in heads.values()]
        if listing.progress is not None:
            listing.progress(len(cards))
    if listing.progress is not None:
        listing.progress(listing.total)
    others = numbers[MOST_CARDS : MOST_CARDS + _NAMED]
    heads = source.heads_by_number(others, lang)
    return cards, [heads[number].id for number in others]


def _card_of(event: Event, languages: Sequence[str]) -> CardWords:
    heads = [head_of(event, lang) for lang in languages]
    titles = tuple(dict.fromkeys(head.title for head in heads))
    return CardWords(heads[0], date_label(event.date, languages[0]), titles)


def _in_all(names: Names, languages: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(name_in_language(names, lang) for lang in languages))

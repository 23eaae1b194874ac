"""Lint rules for texts: present in every language, in that language, and not too long."""

import re
from collections.abc import Iterator
from typing import Final

from qtviewer.domain.event import Chronicle
from qtviewer.exchange.content.finding import HAN, ContentText, Finding, content_texts, named_items
from qtviewer.exchange.content.sentences import body_size, is_countable, is_finished, sentence_count

MAX_TITLE_LENGTHS: Final = {"zh": 24, "en": 60}
_MAY_BE_EMPTY: Final = re.compile(r"section|heading|subtitle|date_note|unit of figure \d+")
_CHINESE: Final = re.compile(f"[{HAN}]")
_LATIN: Final = re.compile("[A-Za-z]")


def required_texts_are_not_empty(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each empty text that has to be given."""
    for content in content_texts(chronicle):
        if not content.text.strip() and not _MAY_BE_EMPTY.fullmatch(content.field):
            yield content.finding("is empty, expected a text")


def all_languages_are_present(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each name, text or figure that is missing in a language of the chronicle."""
    for lang in chronicle.titles:
        for kind, key, names in named_items(chronicle):
            if lang not in names:
                yield Finding(kind, key, f"has no name in {lang!r}, expected one in every language")
        for event in chronicle.events:
            if lang not in event.texts:
                yield Finding("event", event.id, f"has no text in {lang!r}, expected one in every language")
            for number, figure in enumerate(event.figures, 1):
                if lang not in figure.texts:
                    problem = f"has no text in {lang!r}, expected one in every language"
                    yield Finding("event", event.id, problem, f"figure {number}")


def titles_are_short(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each title that is too long for a card."""
    for content in _event_fields(chronicle, "title"):
        most = MAX_TITLE_LENGTHS.get(content.lang, len(content.text))
        if len(content.text) > most:
            yield content.finding(f"has {len(content.text)} characters, expected at most {most}")


def summaries_are_one_sentence(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each summary that is not exactly one finished sentence."""
    for content in _event_fields(chronicle, "summary"):
        if not is_countable(content.lang) or not content.text.strip():
            continue
        if (found := sentence_count(content.text, content.lang)) != 1:
            yield content.finding(f"holds {found} sentences, expected one")
        elif not is_finished(content.text, content.lang):
            yield content.finding(f"ends with {content.text[-1]!r}, expected a full stop")


def bodies_have_two_to_six_sentences(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each body with fewer than two or more than six sentences.

    Each item of a list counts as a sentence towards the two, a whole list as one towards the six.
    """
    for content in _event_fields(chronicle, "body"):
        if not is_countable(content.lang) or not content.text.strip():
            continue
        size = body_size(content.text, content.lang)
        if size.sentences + size.items < 2:
            yield content.finding("holds 1 sentence, expected 2 to 6")
        elif size.sentences + size.lists > 6:
            yield content.finding(f"holds {size.sentences + size.lists} sentences, expected 2 to 6")


def texts_are_in_their_language(chronicle: Chronicle) -> Iterator[Finding]:
    """Yield a finding for each English text that is mostly Chinese, and each Chinese one without Chinese."""
    for content in content_texts(chronicle):
        chinese, latin = len(_CHINESE.findall(content.text)), len(_LATIN.findall(content.text))
        if content.lang == "en" and chinese > latin:
            yield content.finding(f"is {_beginning(content.text)!r}, expected English")
        elif content.lang == "zh" and content.field in ("summary", "body") and latin and not chinese:
            yield content.finding(f"is {_beginning(content.text)!r}, expected Chinese")


def _event_fields(chronicle: Chronicle, field: str) -> Iterator[ContentText]:
    return (content for content in content_texts(chronicle) if content.kind == "event" and content.field == field)


def _beginning(text: str) -> str:
    return text if len(text) <= 24 else text[:24].rstrip() + "…"

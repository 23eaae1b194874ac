"""Rules for the texts of content: that they are there, in their language, and no longer than they should be."""

import re
from collections.abc import Iterator
from typing import Final

from qtviewer.domain.event import Chronicle
from qtviewer.exchange.content.finding import HAN, ContentText, Finding, content_texts, named_items
from qtviewer.exchange.content.sentences import body_size, is_countable, is_finished, sentence_count

TITLE_LENGTHS: Final = {"zh": 24, "en": 60}
_MAY_BE_EMPTY: Final = re.compile(r"section|heading|subtitle|date_note|unit of figure \d+")
_CHINESE: Final = re.compile(f"[{HAN}]")
_LATIN: Final = re.compile("[A-Za-z]")


def nothing_is_empty(chronicle: Chronicle) -> Iterator[Finding]:
    """Every text that must be there is there."""
    for words in content_texts(chronicle):
        if not words.text.strip() and not _MAY_BE_EMPTY.fullmatch(words.field):
            yield words.finding("is empty, expected a text")


def every_language_is_there(chronicle: Chronicle) -> Iterator[Finding]:
    """Names, texts and figures are there in every language of the chronicle."""
    for lang in chronicle.titles:
        for kind, key, names in named_items(chronicle):
            if lang not in names:
                yield Finding(kind, key, f"has no name in {lang!r}, expected one in every language")
        for event in chronicle.events:
            if lang not in event.texts:
                yield Finding("event", event.id, f"has no text in {lang!r}, expected one in every language")
            for at, figure in enumerate(event.figures, 1):
                if lang not in figure.texts:
                    problem = f"has no text in {lang!r}, expected one in every language"
                    yield Finding("event", event.id, problem, f"figure {at}")


def titles_are_short(chronicle: Chronicle) -> Iterator[Finding]:
    """A title fits on its card."""
    for words in _of_events(chronicle, "title"):
        most = TITLE_LENGTHS.get(words.lang, len(words.text))
        if len(words.text) > most:
            yield words.finding(f"has {len(words.text)} characters, expected at most {most}")


def summaries_are_one_sentence(chronicle: Chronicle) -> Iterator[Finding]:
    """A summary is one finished sentence."""
    for words in _of_events(chronicle, "summary"):
        if not is_countable(words.lang) or not words.text.strip():
            continue
        if (found := sentence_count(words.text, words.lang)) != 1:
            yield words.finding(f"holds {found} sentences, expected one")
        elif not is_finished(words.text, words.lang):
            yield words.finding(f"ends with {words.text[-1]!r}, expected a full stop")


def bodies_have_two_to_six_sentences(chronicle: Chronicle) -> Iterator[Finding]:
    """A body explains more than its summary and stays short.

    Each item of a list makes the body longer when it may be too short, and the whole list counts as one sentence when
    it may be too long.
    """
    for words in _of_events(chronicle, "body"):
        if not is_countable(words.lang) or not words.text.strip():
            continue
        size = body_size(words.text, words.lang)
        if size.sentences + size.items < 2:
            yield words.finding("holds 1 sentence, expected 2 to 6")
        elif size.sentences + size.lists > 6:
            yield words.finding(f"holds {size.sentences + size.lists} sentences, expected 2 to 6")


def languages_are_what_they_say(chronicle: Chronicle) -> Iterator[Finding]:
    """English is not a copy of the Chinese, nor Chinese of the English."""
    for words in content_texts(chronicle):
        chinese, latin = len(_CHINESE.findall(words.text)), len(_LATIN.findall(words.text))
        if words.lang == "en" and chinese > latin:
            yield words.finding(f"is {_beginning(words.text)!r}, expected English")
        elif words.lang == "zh" and words.field in ("summary", "body") and latin and not chinese:
            yield words.finding(f"is {_beginning(words.text)!r}, expected Chinese")


def _of_events(chronicle: Chronicle, field: str) -> Iterator[ContentText]:
    return (words for words in content_texts(chronicle) if words.kind == "event" and words.field == field)


def _beginning(text: str) -> str:
    return text if len(text) <= 24 else text[:24].rstrip() + "…"

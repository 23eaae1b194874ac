"""A chronicle as Markdown: a heading for each month, and each event with its figures and its source."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from qtviewer.domain.event import name_in_language
from qtviewer.exchange.body_markup import body_markdown, plain_markdown
from qtviewer.exchange.document_entry import Entry, Words, sections
from qtviewer.exchange.export_job import Listing, Loss
from qtviewer.exchange.export_texts import phrase
from qtviewer.exchange.json.writer import as_json


def write_markdown(listing: Listing, stream: BinaryIO) -> Sequence[Loss]:
    """Write the chronicle; nothing in a text becomes markup but the paragraphs, lists and emphasis of bodies."""
    for block in _blocks(listing):
        stream.write(f"{block}\n\n".encode())
    stream.write(f"{phrase('made', listing.languages[0])} {listing.made.isoformat()}\n".encode())
    return ()


def _blocks(listing: Listing) -> Iterator[str]:
    lang, statement, known = listing.languages[0], listing.statement(), listing.vocabulary
    yield f"# {plain_markdown(name_in_language(known.titles, lang))}"
    if subtitle := plain_markdown(name_in_language(known.subtitles, lang)):
        yield subtitle
    colon = phrase("colon", lang)
    yield "\n".join(
        (
            f"- {plain_markdown(listing.in_words)}",
            f"- {phrase('query', lang)}{colon}{plain_markdown(as_json(statement['query']))}",
            f"- {phrase('content_hash', lang)}{colon}{statement['content_hash']}",
        )
    )
    for section in sections(listing):
        yield f"## {section.label}"
        for entry in section.entries:
            yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield f"### {plain_markdown(entry.title)}"
    for words in entry.words:
        yield from (block for block in _words(words) if block)


def _words(words: Words) -> Iterator[str]:
    colon = phrase("colon", words.lang)
    yield f"**{words.date}** · {plain_markdown(words.category)}"
    yield plain_markdown(words.summary)
    yield body_markdown(words.body)
    yield "\n".join(
        f"- {plain_markdown(f'{figure.label}{colon}{figure.value} {figure.unit}'.strip())}" for figure in words.figures
    )
    yield plain_markdown(words.date_note)
    yield plain_markdown(f"{phrase('source', words.lang)}{colon}{words.source}" if words.source else "")

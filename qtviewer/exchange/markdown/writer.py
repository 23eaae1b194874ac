"""A chronicle as Markdown: a heading for each month, and each event with its figures and its source."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from qtviewer.domain.event import name_in_language
from qtviewer.exchange.body_markup import body_to_markdown, escape_markdown
from qtviewer.exchange.document_entry import DocumentEntry, EntryText, document_sections
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.export_texts import export_text
from qtviewer.exchange.json.writer import as_json
from qtviewer.exchange.loss import Loss


def write_markdown(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write the chronicle; nothing in a text becomes markup but the paragraphs, lists and emphasis of bodies."""
    for block in _blocks(job):
        stream.write(f"{block}\n\n".encode())
    stream.write(f"{export_text('made', job.languages[0])} {job.made.isoformat()}\n".encode())
    return ()


def _blocks(job: ExportJob) -> Iterator[str]:
    lang, metadata, known = job.languages[0], job.metadata(), job.vocabulary
    yield f"# {escape_markdown(name_in_language(known.titles, lang))}"
    if subtitle := escape_markdown(name_in_language(known.subtitles, lang)):
        yield subtitle
    colon = export_text("colon", lang)
    yield "\n".join(
        (
            f"- {escape_markdown(job.description)}",
            f"- {export_text('query', lang)}{colon}{escape_markdown(as_json(metadata['query']))}",
            f"- {export_text('content_hash', lang)}{colon}{metadata['content_hash']}",
        )
    )
    for section in document_sections(job):
        yield f"## {section.label}"
        for entry in section.entries:
            yield from _entry(entry)


def _entry(entry: DocumentEntry) -> Iterator[str]:
    yield f"### {escape_markdown(entry.title)}"
    for words in entry.texts:
        yield from (block for block in _words(words) if block)


def _words(words: EntryText) -> Iterator[str]:
    colon = export_text("colon", words.lang)
    yield f"**{words.date}** · {escape_markdown(words.category)}"
    yield escape_markdown(words.summary)
    yield body_to_markdown(words.body)
    yield "\n".join(
        f"- {escape_markdown(f'{figure.label}{colon}{figure.value} {figure.unit}'.strip())}" for figure in words.figures
    )
    yield escape_markdown(words.date_note)
    yield escape_markdown(f"{export_text('source', words.lang)}{colon}{words.source}" if words.source else "")

"""Writes a chronicle as Markdown: a heading for each month or year, and each event with its figures and source."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from qtviewer.domain.event import name_in_language
from qtviewer.domain.markdown_subset import escape_markdown, safe_markdown
from qtviewer.domain.plain_text import xml_text
from qtviewer.exchange.document_entry import DocumentEntry, EntryText, document_sections
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.export_texts import export_text
from qtviewer.exchange.json.writer import as_json
from qtviewer.exchange.loss import Loss


def write_markdown(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write the chronicle; of the texts only the paragraphs, lists and emphasis of bodies become markup."""
    for block in _blocks(job):
        stream.write(f"{xml_text(block)}\n\n".encode())
    stream.write(f"{export_text('made', job.languages[0])} {job.created.isoformat()}\n".encode())
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
            yield from _entry_blocks(entry)


def _entry_blocks(entry: DocumentEntry) -> Iterator[str]:
    yield f"### {escape_markdown(entry.title)}"
    for text in entry.texts:
        yield from (block for block in _text_blocks(text) if block)


def _text_blocks(text: EntryText) -> Iterator[str]:
    colon = export_text("colon", text.lang)
    yield f"**{text.date}** · {escape_markdown(text.category)}"
    yield escape_markdown(text.summary)
    yield safe_markdown(text.body)
    yield "\n".join(
        f"- {escape_markdown(f'{figure.label}{colon}{figure.value} {figure.unit}'.strip())}" for figure in text.figures
    )
    yield escape_markdown(text.date_note)
    yield escape_markdown(f"{export_text('source', text.lang)}{colon}{text.source}" if text.source else "")

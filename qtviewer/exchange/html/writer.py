"""A chronicle as one HTML file that needs no other: a strip of time, a filter, light, dark and print."""

import base64
import hashlib
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import BinaryIO, Final

from qtviewer.domain.event import Category, name_in_language
from qtviewer.exchange.body_markup import body_to_html, text_to_html
from qtviewer.exchange.document_entry import DocumentEntry, EntryText, document_sections
from qtviewer.exchange.event_histogram import histogram_buckets
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.export_texts import export_text
from qtviewer.exchange.html.histogram_svg import histogram_svg, section_id
from qtviewer.exchange.json.writer import as_json
from qtviewer.exchange.loss import Loss

_COLOR: Final = re.compile("#[0-9A-Fa-f]{6}")


def write_html(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write the chronicle; nothing in a text becomes markup but the paragraphs, lists and emphasis of bodies."""
    for piece in _pieces(job):
        stream.write(f"{piece}\n".encode())
    return ()


def _pieces(job: ExportJob) -> Iterator[str]:
    script = _shipped("chronicle_page.js")
    yield _head(job, script)
    yield _header(job)
    yield _form(job)
    yield "<main>"
    if not job.total:
        yield f"<p>{export_text('nothing', job.languages[0])}</p>"
    classes = {key: f"c{at}" for at, key in enumerate(job.vocabulary.categories)}
    for section in document_sections(job):
        yield f'<section id="{section_id(section.period)}"><h2>{html.escape(section.label)}</h2>'
        for entry in section.entries:
            yield _article(entry, classes[entry.event.category])
        yield "</section>"
    yield "</main>"
    yield _footer(job)
    yield f"<script>{script}</script>"
    yield "</body></html>"


def _head(job: ExportJob, script: str) -> str:
    style = _shipped("chronicle_page.css") + _colors(job.vocabulary.categories.values())
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none';"
        " form-action 'none'"
    )
    lang, metadata = job.languages[0], job.metadata()
    stated = {"query": as_json(metadata["query"]), "count": str(job.total), "content": metadata["content_hash"]}
    meta = "".join(f'<meta name="qtviewer-{name}" content="{html.escape(text)}">' for name, text in stated.items())
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(lang)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy, quote=False)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"{meta}<title>{html.escape(name_in_language(job.vocabulary.titles, lang))}</title>"
        f"<style>{style}</style></head><body>"
    )


def _shipped(name: str) -> str:
    return files("qtviewer.exchange.html").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """What a Content-Security-Policy calls a text that it allows."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _colors(categories: Iterable[Category]) -> str:
    """The colours of the categories, on light ground and on dark; what is no colour is left out."""
    light: list[str] = []
    dark: list[str] = []
    for at, category in enumerate(categories):
        for rules, color in ((light, category.color), (dark, category.color_dark)):
            if _COLOR.fullmatch(color):
                rules.append(f".c{at} {{ border-left-color: {color}; }}")
    return f"\n{' '.join(light)}\n@media (prefers-color-scheme: dark) {{ {' '.join(dark)} }}\n"


def _header(job: ExportJob) -> str:
    lang, known = job.languages[0], job.vocabulary
    bars = histogram_buckets(job.source.count_by(job.query, "month"))
    return (
        f"<header><h1>{html.escape(name_in_language(known.titles, lang))}</h1>"
        f'<p class="subtitle">{html.escape(name_in_language(known.subtitles, lang))}</p>'
        f"{histogram_svg(bars, lang, export_text('timeline', lang))}</header>"
    )


def _form(job: ExportJob) -> str:
    lang = job.languages[0]
    choices = "".join(
        f'<option value="c{at}">{html.escape(name_in_language(category.names, lang))}</option>'
        for at, category in enumerate(job.vocabulary.categories.values())
    )
    label = export_text("filter", lang)
    return (
        f'<form><input type="search" placeholder="{label}" aria-label="{label}"><select aria-label="{label}">'
        f'<option value="">{export_text("all_categories", lang)}</option>{choices}</select>'
        f"<output>{job.total}</output></form>"
    )


def _article(entry: DocumentEntry, css_class: str) -> str:
    spoken = "".join(_words(words) for words in entry.texts)
    return (
        f'<article class="{css_class}" id="{html.escape(f"e-{entry.event.id}")}">'
        f"<h3>{html.escape(entry.title)}</h3>{spoken}</article>"
    )


def _words(words: EntryText) -> str:
    colon = export_text("colon", words.lang)
    figures = "".join(
        f"<li>{text_to_html(figure.label)} <b>{text_to_html(figure.value)}</b> {text_to_html(figure.unit)}</li>"
        for figure in words.figures
    )
    source = f"{export_text('source', words.lang)}{colon}{words.source}" if words.source else ""
    return (
        f'<div class="lang" lang="{html.escape(words.lang)}">'
        f'<p><span class="date">{html.escape(words.date)}</span> · {html.escape(words.category)}</p>'
        f'<p class="summary">{text_to_html(words.summary)}</p>{body_to_html(words.body)}'
        + (f'<ul class="figures">{figures}</ul>' if figures else "")
        + (f'<p class="note">{text_to_html(words.date_note)}</p>' if words.date_note else "")
        + (f'<p class="source">{text_to_html(source)}</p>' if source else "")
        + "</div>"
    )


def _footer(job: ExportJob) -> str:
    lang, metadata = job.languages[0], job.metadata()
    colon = export_text("colon", lang)
    lines = (
        job.description,
        f"{export_text('query', lang)}{colon}{as_json(metadata['query'])}",
        f"{export_text('content_hash', lang)}{colon}{metadata['content_hash']}",
        f"{export_text('made', lang)}{colon}{job.made.isoformat()}",
    )
    return f"<footer>{''.join(f'<p>{html.escape(line)}</p>' for line in lines)}</footer>"

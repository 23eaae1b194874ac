"""Writes a chronicle as one HTML file without others: histogram, filter, and styles for light, dark and print."""

import base64
import hashlib
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import BinaryIO, Final

from qtviewer.domain.event import Category, name_in_language
from qtviewer.domain.plain_text import xml_text
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
    """Write the chronicle; of the texts only the paragraphs, lists and emphasis of bodies become markup."""
    for part in _html_parts(job):
        stream.write(f"{xml_text(part)}\n".encode())
    return ()


def _html_parts(job: ExportJob) -> Iterator[str]:
    script = _packaged_text("chronicle_page.js")
    yield _head(job, script)
    yield _header(job)
    yield _form(job)
    yield "<main>"
    if not job.total:
        yield f"<p>{export_text('nothing', job.languages[0])}</p>"
    classes = {key: f"c{index}" for index, key in enumerate(job.vocabulary.categories)}
    linked: set[str] = set()  # a century and its first year are counted together, and linked to the first of them
    for section in document_sections(job):
        anchor = "" if section.period in linked else f' id="{section_id(section.period)}"'
        linked.add(section.period)
        yield f"<section{anchor}><h2>{html.escape(section.label)}</h2>"
        for entry in section.entries:
            yield _article(entry, classes[entry.event.category])
        yield "</section>"
    yield "</main>"
    yield _footer(job)
    yield f"<script>{script}</script>"
    yield "</body></html>"


def _head(job: ExportJob, script: str) -> str:
    style = _packaged_text("chronicle_page.css") + _category_css(job.vocabulary.categories.values())
    policy = (
        f"default-src 'none'; style-src '{_csp_hash(style)}'; script-src '{_csp_hash(script)}'; base-uri 'none';"
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


def _packaged_text(name: str) -> str:
    return files("qtviewer.exchange.html").joinpath(name).read_text(encoding="utf-8")


def _csp_hash(text: str) -> str:
    """Return the source expression by which a Content-Security-Policy allows a style or script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _category_css(categories: Iterable[Category]) -> str:
    """Return CSS rules for the colours of categories on light and dark ground; ignore what is no #RRGGBB."""
    light: list[str] = []
    dark: list[str] = []
    for index, category in enumerate(categories):
        for rules, color in ((light, category.color), (dark, category.color_dark)):
            if _COLOR.fullmatch(color):
                rules.append(f".c{index} {{ border-left-color: {color}; }}")
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
        f'<option value="c{index}">{html.escape(name_in_language(category.names, lang))}</option>'
        for index, category in enumerate(job.vocabulary.categories.values())
    )
    label = export_text("filter", lang)
    return (
        f'<form><input type="search" placeholder="{label}" aria-label="{label}"><select aria-label="{label}">'
        f'<option value="">{export_text("all_categories", lang)}</option>{choices}</select>'
        f"<output>{job.total}</output></form>"
    )


def _article(entry: DocumentEntry, css_class: str) -> str:
    texts = "".join(_language_block(text) for text in entry.texts)
    return (
        f'<article class="{css_class}" id="{html.escape(f"e-{entry.event.id}")}">'
        f"<h3>{html.escape(entry.title)}</h3>{texts}</article>"
    )


def _language_block(text: EntryText) -> str:
    colon = export_text("colon", text.lang)
    figures = "".join(
        f"<li>{text_to_html(figure.label)} <b>{text_to_html(figure.value)}</b> {text_to_html(figure.unit)}</li>"
        for figure in text.figures
    )
    source = f"{export_text('source', text.lang)}{colon}{text.source}" if text.source else ""
    return (
        f'<div class="lang" lang="{html.escape(text.lang)}">'
        f'<p><span class="date">{html.escape(text.date)}</span> · {html.escape(text.category)}</p>'
        f'<p class="summary">{text_to_html(text.summary)}</p>{body_to_html(text.body)}'
        + (f'<ul class="figures">{figures}</ul>' if figures else "")
        + (f'<p class="note">{text_to_html(text.date_note)}</p>' if text.date_note else "")
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
        f"{export_text('made', lang)}{colon}{job.created.isoformat()}",
    )
    return f"<footer>{''.join(f'<p>{html.escape(line)}</p>' for line in lines)}</footer>"

"""A chronicle as one HTML file that needs no other: a strip of time, a filter, light, dark and print."""

import base64
import hashlib
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import BinaryIO, Final

from qtviewer.domain.event import Category, name_in_language
from qtviewer.exchange.body_markup import body_html, text_html
from qtviewer.exchange.document_entry import Entry, Words, sections
from qtviewer.exchange.export_job import Listing, Loss
from qtviewer.exchange.export_texts import phrase
from qtviewer.exchange.html.histogram_svg import bars_of, section_id, strip
from qtviewer.exchange.json.writer import as_json

_COLOR: Final = re.compile("#[0-9A-Fa-f]{6}")


def write_html(listing: Listing, stream: BinaryIO) -> Sequence[Loss]:
    """Write the chronicle; nothing in a text becomes markup but the paragraphs, lists and emphasis of bodies."""
    for piece in _pieces(listing):
        stream.write(f"{piece}\n".encode())
    return ()


def _pieces(listing: Listing) -> Iterator[str]:
    script = _shipped("chronicle_page.js")
    yield _head(listing, script)
    yield _header(listing)
    yield _form(listing)
    yield "<main>"
    if not listing.total:
        yield f"<p>{phrase('nothing', listing.languages[0])}</p>"
    classes = {key: f"c{at}" for at, key in enumerate(listing.vocabulary.categories)}
    for section in sections(listing):
        yield f'<section id="{section_id(section.period)}"><h2>{html.escape(section.label)}</h2>'
        for entry in section.entries:
            yield _article(entry, classes[entry.event.category])
        yield "</section>"
    yield "</main>"
    yield _footer(listing)
    yield f"<script>{script}</script>"
    yield "</body></html>"


def _head(listing: Listing, script: str) -> str:
    style = _shipped("chronicle_page.css") + _colors(listing.vocabulary.categories.values())
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; base-uri 'none';"
        " form-action 'none'"
    )
    lang, statement = listing.languages[0], listing.statement()
    stated = {"query": as_json(statement["query"]), "count": str(listing.total), "content": statement["content_hash"]}
    meta = "".join(f'<meta name="qtviewer-{name}" content="{html.escape(text)}">' for name, text in stated.items())
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(lang)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{html.escape(policy, quote=False)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"{meta}<title>{html.escape(name_in_language(listing.vocabulary.titles, lang))}</title>"
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


def _header(listing: Listing) -> str:
    lang, known = listing.languages[0], listing.vocabulary
    bars = bars_of(listing.source.count_by(listing.query, "month"))
    return (
        f"<header><h1>{html.escape(name_in_language(known.titles, lang))}</h1>"
        f'<p class="subtitle">{html.escape(name_in_language(known.subtitles, lang))}</p>'
        f"{strip(bars, lang, phrase('timeline', lang))}</header>"
    )


def _form(listing: Listing) -> str:
    lang = listing.languages[0]
    choices = "".join(
        f'<option value="c{at}">{html.escape(name_in_language(category.names, lang))}</option>'
        for at, category in enumerate(listing.vocabulary.categories.values())
    )
    label = phrase("filter", lang)
    return (
        f'<form><input type="search" placeholder="{label}" aria-label="{label}"><select aria-label="{label}">'
        f'<option value="">{phrase("all_categories", lang)}</option>{choices}</select>'
        f"<output>{listing.total}</output></form>"
    )


def _article(entry: Entry, css_class: str) -> str:
    spoken = "".join(_words(words) for words in entry.words)
    return (
        f'<article class="{css_class}" id="{html.escape(f"e-{entry.event.id}")}">'
        f"<h3>{html.escape(entry.title)}</h3>{spoken}</article>"
    )


def _words(words: Words) -> str:
    colon = phrase("colon", words.lang)
    figures = "".join(
        f"<li>{text_html(figure.label)} <b>{text_html(figure.value)}</b> {text_html(figure.unit)}</li>"
        for figure in words.figures
    )
    source = f"{phrase('source', words.lang)}{colon}{words.source}" if words.source else ""
    return (
        f'<div class="lang" lang="{html.escape(words.lang)}">'
        f'<p><span class="date">{html.escape(words.date)}</span> · {html.escape(words.category)}</p>'
        f'<p class="summary">{text_html(words.summary)}</p>{body_html(words.body)}'
        + (f'<ul class="figures">{figures}</ul>' if figures else "")
        + (f'<p class="note">{text_html(words.date_note)}</p>' if words.date_note else "")
        + (f'<p class="source">{text_html(source)}</p>' if source else "")
        + "</div>"
    )


def _footer(listing: Listing) -> str:
    lang, statement = listing.languages[0], listing.statement()
    colon = phrase("colon", lang)
    lines = (
        listing.in_words,
        f"{phrase('query', lang)}{colon}{as_json(statement['query'])}",
        f"{phrase('content_hash', lang)}{colon}{statement['content_hash']}",
        f"{phrase('made', lang)}{colon}{listing.made.isoformat()}",
    )
    return f"<footer>{''.join(f'<p>{html.escape(line)}</p>' for line in lines)}</footer>"

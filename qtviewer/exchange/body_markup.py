"""Converts texts to HTML in which only paragraphs, lists, bold, italic and links to web pages are markup."""

import html
import re
from typing import Final

from qtviewer.domain.markdown_subset import (
    ADDRESS,
    EMPHASIS,
    EMPHASIS_END,
    STRONG,
    STRONG_END,
    Block,
    blocks_of,
    marked_line,
)

_END_OF_SENTENCE: Final = ".,;:!?"
_HTML_OF_MARKS: Final = str.maketrans(
    {STRONG: "<strong>", STRONG_END: "</strong>", EMPHASIS: "<em>", EMPHASIS_END: "</em>"}
)
_NO_PART_OF_ADDRESS: Final = re.compile(rb"[^A-Za-z0-9\-._~:/?#@!$&+,;=\[\]%]|%(?![0-9A-Fa-f]{2})")


def text_to_html(text: str) -> str:
    """Return plain text as HTML: special characters escaped, http and https addresses as links."""
    pieces, end = [], 0
    for match in re.finditer(ADDRESS, text):
        address = _without_end_of_sentence(match[0])
        link = f'<a href="{html.escape(encoded_address(address))}" rel="noopener noreferrer">{html.escape(address)}</a>'
        pieces += [html.escape(text[end : match.start()]), link]
        end = match.start() + len(address)
    return "".join(pieces) + html.escape(text[end:])


def encoded_address(address: str) -> str:
    """Return a web address with its brackets and all signs that are no part of addresses percent-encoded, as UTF-8."""
    raw = _NO_PART_OF_ADDRESS.sub(lambda sign: b"%%%02X" % ord(sign[0]), address.encode("utf-8", "replace"))
    return raw.decode("ascii")


def _without_end_of_sentence(address: str) -> str:
    """Return an address without the signs after it: points, and closing brackets that were opened before it."""
    surplus = address.count(")") - address.count("(")
    end = len(address)
    while address[end - 1] in _END_OF_SENTENCE or (address[end - 1] == ")" and surplus > 0):
        surplus -= address[end - 1] == ")"
        end -= 1
    return address[:end]


def body_to_html(body: str) -> str:
    """Return the body of an event as HTML paragraphs and lists."""
    return "".join(map(_block_html, blocks_of(body)))


def _block_html(block: Block) -> str:
    lines = [text_to_html(marked_line(line)).translate(_HTML_OF_MARKS) for line in block.lines]
    if block.kind == "p":
        return f"<p>{lines[0]}</p>"
    return f"<{block.kind}>{''.join(f'<li>{line}</li>' for line in lines)}</{block.kind}>"

"""Converts the Markdown subset of event bodies (paragraphs, lists, bold, italic) to safe HTML and safe Markdown."""

import html
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

_STRONG: Final = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_EMPHASIS: Final = re.compile(r"(?<!\*)\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?!\*)")
_ITEM: Final = re.compile(r"\s{0,3}(?:[-*+]|(\d{1,9})[.)])\s+(.*)")
_LINK: Final = re.compile(r"https?://[^\s<>\"'“”‘’，。；、）】》]+")
_SPECIAL: Final = re.compile(r"([\\`\[\]<>&_#|~])")
_LINE_START: Final = re.compile(r"^(\s*)(?:([-+=>*])|(\d{1,9})([.)]))(?=\s|$|[-=*])", re.MULTILINE)


def text_to_html(text: str) -> str:
    """Return plain text as HTML: special characters escaped, http and https addresses as links."""
    pieces, end = [], 0
    for match in _LINK.finditer(text):
        address = match[0].rstrip(".,;:!?)")
        link = f'<a href="{html.escape(address)}" rel="noopener noreferrer">{html.escape(address)}</a>'
        pieces += [html.escape(text[end : match.start()]), link]
        end = match.start() + len(address)
    return "".join(pieces) + html.escape(text[end:])


def body_to_html(body: str) -> str:
    """Return the body of an event as HTML paragraphs and lists."""
    return "".join(_block_html(tag, lines) for tag, lines in _blocks(body))


def _block_html(tag: str, lines: list[str]) -> str:
    if tag == "p":
        return f"<p>{_inline_html(' '.join(lines))}</p>"
    return f"<{tag}>{''.join(f'<li>{_inline_html(line)}</li>' for line in lines)}</{tag}>"


def _blocks(body: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the blocks of a body as an HTML tag ("p", "ul" or "ol") and the lines or list items in it."""
    for is_blank, block in groupby(body.splitlines(), key=lambda line: not line.strip()):
        if is_blank:
            continue
        for tag, lines in groupby(block, key=_block_tag):
            items = list(lines)
            yield tag, [_item_text(line) for line in items] if tag != "p" else [line.strip() for line in items]


def _block_tag(line: str) -> str:
    match = _ITEM.fullmatch(line)
    return "p" if match is None else "ol" if match[1] else "ul"


def _item_text(line: str) -> str:
    match = _ITEM.fullmatch(line)
    return match[2] if match else line


def _inline_html(text: str) -> str:
    return _EMPHASIS.sub(r"<em>\1</em>", _STRONG.sub(r"<strong>\1</strong>", text_to_html(text)))


def escape_markdown(text: str) -> str:
    """Return plain text as one line of Markdown in which nothing is markup."""
    escaped = _SPECIAL.sub(r"\\\1", " ".join(text.split())).replace("*", r"\*")
    return _LINE_START.sub(_escaped_start, escaped)


def body_to_markdown(body: str) -> str:
    """Return the body of an event as Markdown in which only paragraphs, lists, bold and italic are markup."""
    return "\n\n".join(
        "\n".join(f"- {_SPECIAL.sub(_ESCAPE, line)}" if tag == "ul" else f"{number}. {_SPECIAL.sub(_ESCAPE, line)}"
                  for number, line in enumerate(lines, 1))
        if tag != "p" else _LINE_START.sub(_escaped_start, _SPECIAL.sub(_ESCAPE, " ".join(lines)))
        for tag, lines in _blocks(body)
    )  # fmt: skip


_ESCAPE: Final = r"\\\1"


def _escaped_start(match: re.Match[str]) -> str:
    space, sign, number, point = match.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{point}"

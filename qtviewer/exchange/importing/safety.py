"""Refuses texts that would run something where they are shown, and converts HTML to harmless Markdown."""

import html
import re
from html.parser import HTMLParser
from typing import Final

from qtviewer.domain.plain_text import CONTROL_CHARACTERS, plain_text
from qtviewer.exchange.importing.raw_value import RefusedValueError

MAX_TEXT_LENGTH: Final = 1_000_000
"""The most characters of one value."""
_SUSPICIOUS: Final = re.compile(rf"[<:&\ud800-\udfff{CONTROL_CHARACTERS}]")
_ACTIVE_TAG: Final = re.compile(
    r"<\s*/?\s*(?:script|iframe|object|embed|applet|frameset|frame|meta|link|base|style|form|svg|math)\b"
    r"|<[a-z][^>]*[\s/\"']on[a-z]+\s*=",
    re.I,
)
_INVISIBLE: Final = re.compile(r"[\x00-\x20\u200b-\u200d\ufeff]+")
_ACTIVE_LINK: Final = re.compile(
    r"(?:[(<\"'=\[]|\]:)(?:(?:java|vb|live)script:\S|data:(?:text/html|image/svg|application/xhtml))", re.I
)
_MARKUP: Final = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:#\d+|#x[0-9a-f]+|[a-z]+);|<!--", re.I)
_BARE_LINK: Final = re.compile(r"\s*(?:java|vb|live)script:[!-~]+\s*", re.I)
_BLOCK_TAGS: Final = frozenset(
    {"p", "div", "br", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote"}
)
_HIDDEN_TAGS: Final = frozenset({"script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math"})
_EMPHASIS_MARKS: Final = {"b": "**", "strong": "**", "i": "*", "em": "*"}


def is_suspicious(text: str) -> bool:
    """Return whether a text has to be checked with `safe_text`; a quick test that most texts pass."""
    return len(text) > MAX_TEXT_LENGTH or _SUSPICIOUS.search(text) is not None


def safe_text(text: str) -> str:
    """Return a text as it can be stored: with line ends and U+FFFD for control characters.

    The one door for texts that come in. Raises RefusedValueError when a text is too long, holds a NUL byte or half a
    character, or would run something where it is shown. Takes time in proportion to the length.
    """
    if len(text) > MAX_TEXT_LENGTH:
        raise RefusedValueError(f"has {len(text):,} characters, expected at most {MAX_TEXT_LENGTH:,}")
    if "\x00" in text:
        raise RefusedValueError("holds a NUL byte, expected text")
    if re.search(r"[\ud800-\udfff]", text):
        raise RefusedValueError("holds half a character, expected text")
    for form in {text, html.unescape(text)}:
        if match := _ACTIVE_TAG.search(form):
            raise RefusedValueError(f"holds {match[0]!r}, which could run a program; expected text without it")
        if match := _ACTIVE_LINK.search(_INVISIBLE.sub("", form)) or _BARE_LINK.fullmatch(form):
            raise RefusedValueError(f"holds a link {match[0]!r}, which runs a program; expected http or https")
    return plain_text(text)


def html_to_markdown(source: str) -> str:
    """Return HTML as Markdown with paragraphs, lists, bold and italic; links keep their text, scripts are left out."""
    if not _MARKUP.search(source):
        return source
    converter = _MarkdownConverter()
    converter.feed(source)
    converter.close()
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(converter.pieces))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


class _MarkdownConverter(HTMLParser):
    """Collects the text of HTML as pieces of Markdown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden_depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block or emphasis; attributes are ignored."""
        self._hidden_depth += tag in _HIDDEN_TAGS
        self._add_markup(tag)
        if tag == "li":
            self.pieces.append("- ")

    def handle_endtag(self, tag: str) -> None:
        """End a block or emphasis."""
        self._hidden_depth = max(0, self._hidden_depth - (tag in _HIDDEN_TAGS))
        self._add_markup(tag)

    def handle_data(self, data: str) -> None:
        """Keep text that is not in a hidden tag."""
        if not self._hidden_depth:
            self.pieces.append(data)

    def _add_markup(self, tag: str) -> None:
        if tag in _BLOCK_TAGS:
            self.pieces.append("\n" if tag in ("br", "li", "tr") else "\n\n")
        elif tag in _EMPHASIS_MARKS and not self._hidden_depth:
            self.pieces.append(_EMPHASIS_MARKS[tag])

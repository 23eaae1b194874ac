"""What a text from outside may do to those who read it later, and taking it out of the forms that are HTML."""

import html
import re
from html.parser import HTMLParser
from typing import Final

from qtviewer.exchange.importing.raw_value import RefusedValueError

MAX_TEXT_LENGTH: Final = 1_000_000
"""Characters of one value; a longer one is no text of an event."""
_SUSPICIOUS: Final = re.compile(r"[<:&\x00\ud800-\udfff]")
_ACTIVE_TAG: Final = re.compile(
    r"<\s*/?\s*(?:script|iframe|object|embed|applet|frameset|frame|meta|link|base|style|form|svg|math)\b"
    r"|<[a-z][^>]*[\s/\"']on[a-z]+\s*=",
    re.I,
)
_SPACED_OUT: Final = re.compile(r"[\x00-\x20\u200b-\u200d\ufeff]+")
_ACTIVE_LINK: Final = re.compile(
    r"(?:[(<\"'=\[]|\]:)(?:(?:java|vb|live)script:\S|data:(?:text/html|image/svg|application/xhtml))", re.I
)
_MARKUP: Final = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:#\d+|#x[0-9a-f]+|[a-z]+);|<!--", re.I)
_BARE_LINK: Final = re.compile(r"\s*(?:java|vb|live)script:[!-~]+\s*", re.I)
_BLOCKS: Final = frozenset({"p", "div", "br", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote"})
_UNSPOKEN: Final = frozenset({"script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math"})
_MARKS: Final = {"b": "**", "strong": "**", "i": "*", "em": "*"}


def is_suspicious(text: str) -> bool:
    """Whether a text needs a closer look: a quick test for whole rows."""
    return len(text) > MAX_TEXT_LENGTH or _SUSPICIOUS.search(text) is not None


def check_safe(text: str) -> None:
    """RefusedValueError when a text cannot be stored or would run something where it is shown."""
    if len(text) > MAX_TEXT_LENGTH:
        raise RefusedValueError(f"has {len(text):,} characters, expected at most {MAX_TEXT_LENGTH:,}")
    if "\x00" in text:
        raise RefusedValueError("holds a NUL byte, expected text")
    if re.search(r"[\ud800-\udfff]", text):
        raise RefusedValueError("holds half a character, expected text")
    for form in {text, html.unescape(text)}:
        if match := _ACTIVE_TAG.search(form):
            raise RefusedValueError(f"holds {match[0]!r}, which could run a program; expected text without it")
        if match := _ACTIVE_LINK.search(_SPACED_OUT.sub("", form)) or _BARE_LINK.fullmatch(form):
            raise RefusedValueError(f"holds a link {match[0]!r}, which runs a program; expected http or https")


def html_to_markdown(source: str) -> str:
    """HTML as the Markdown this program shows: paragraphs, bold, italic; links by their words; nothing that runs."""
    if not _MARKUP.search(source):
        return source
    reader = _TextReader()
    reader.feed(source)
    reader.close()
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", "".join(reader.pieces))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


class _TextReader(HTMLParser):
    """Gathers what HTML says."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unspoken = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a block or a mark; `attrs` say nothing that is kept."""
        self._unspoken += tag in _UNSPOKEN
        self._mark(tag)
        if tag == "li":
            self.pieces.append("- ")

    def handle_endtag(self, tag: str) -> None:
        """Close a block or a mark."""
        self._unspoken = max(0, self._unspoken - (tag in _UNSPOKEN))
        self._mark(tag)

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if not self._unspoken:
            self.pieces.append(data)

    def _mark(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n" if tag in ("br", "li", "tr") else "\n\n")
        elif tag in _MARKS and not self._unspoken:
            self.pieces.append(_MARKS[tag])

"""Converts the HTML of calendars and timelines to harmless Markdown, in time in proportion to its length."""

import html
import re
from typing import Final

_MARKUP: Final = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|&(?:#\d+|#x[0-9a-f]+|[a-z]+);|<!--", re.I)
# Every repetition is bounded, so that no sign is read again more often than that.
_TAG: Final = re.compile(
    r"""<!--|<[!?][^<>]{0,2000}>|<(/?)([a-z][a-z0-9]{0,20})(?=[\s/>])(?:[^<>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,2000}>""",
    re.I,
)
_ENDLESS_REFERENCE: Final = re.compile(r"&#(?:[0-9]{8}|x[0-9a-f]{8})[0-9a-f]*;?", re.I)
_BLOCK_TAGS: Final = frozenset(
    {"p", "div", "br", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote"}
)
_SHORT_BREAKS: Final = frozenset({"br", "li", "tr"})
_PROGRAM_TAGS: Final = frozenset({"script", "style"})  # what is in them is no HTML
_HIDDEN_TAGS: Final = frozenset({"iframe", "object", "template", "noscript", "svg", "math"})
_EMPHASIS_MARKS: Final = {"b": "**", "strong": "**", "i": "*", "em": "*"}


def html_to_markdown(source: str) -> str:
    """Return HTML as Markdown with paragraphs, lists, bold and italic; links keep their text, scripts are left out.

    A text without any markup is returned as it is.
    """
    if not _MARKUP.search(source):
        return source
    text = re.sub(r"[ \t]*+\n[ \t]*+", "\n", "".join(_pieces(source)))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def unescaped_html(text: str) -> str:
    """Return a text with its character references as characters; numbers of no character become U+FFFD."""
    return html.unescape(_ENDLESS_REFERENCE.sub("\ufffd", text))


def _pieces(source: str) -> list[str]:
    """Return the parts of the Markdown, one for each tag and each text between tags."""
    pieces: list[str] = []
    end = hidden = 0
    while match := _TAG.search(source, end):
        if not hidden:
            pieces.append(unescaped_html(source[end : match.start()]))
        is_end, tag = bool(match[1]), (match[2] or "").lower()
        end = _end_of_skipped(source, match, tag)
        if tag in _HIDDEN_TAGS and not match[0].endswith("/>"):
            hidden = max(0, hidden + (-1 if is_end else 1))
        elif not hidden:
            pieces.append(_markdown_of(tag, is_end=is_end))
    return pieces if hidden else [*pieces, unescaped_html(source[end:])]


def _end_of_skipped(source: str, match: re.Match[str], tag: str) -> int:
    """Return where the text after a tag begins: after the whole of a comment, script or style, else after the tag."""
    if match[0] == "<!--":
        closing, length = source.find("-->", match.end()), len("-->")
    elif tag in _PROGRAM_TAGS and not match[1]:
        found = re.compile(f"</{tag}", re.I).search(source, match.end())
        closing, length = (found.start(), 0) if found else (-1, 0)
    else:
        return match.end()
    return len(source) if closing < 0 else closing + length


def _markdown_of(tag: str, *, is_end: bool) -> str:
    if tag in _BLOCK_TAGS:
        line_ends = "\n" if tag in _SHORT_BREAKS else "\n\n"
        return f"{line_ends}- " if tag == "li" and not is_end else line_ends
    return _EMPHASIS_MARKS.get(tag, "")

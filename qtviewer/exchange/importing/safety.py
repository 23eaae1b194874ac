"""The one door for texts that come in: refuses those that would run something where they are shown."""

import re
from typing import Final

from qtviewer.domain.bounds import MAX_TEXT_LENGTH
from qtviewer.domain.plain_text import CONTROL_CHARACTERS, plain_text
from qtviewer.exchange.importing.html_text import unescaped_html
from qtviewer.exchange.importing.raw_value import RefusedValueError

_SUSPICIOUS: Final = re.compile(rf"[<:&\ud800-\udfff{CONTROL_CHARACTERS}]")
_ACTIVE_TAG: Final = re.compile(
    r"<\s*+/?\s*+(?:script|iframe|object|embed|applet|frameset|frame|meta|link|base|style|form|svg|math)\b", re.I
)
_TAG_PART: Final = re.compile(r"(?P<begin><[a-z])|(?P<end>>)|[\s/\"']on[a-z]++\s*+=", re.I)
_INVISIBLE: Final = re.compile(r"[\x00-\x20\u200b-\u200d\ufeff]+")
_ACTIVE_LINK: Final = re.compile(
    r"(?:[(<\"'=\[]|\]:)(?:(?:java|vb|live)script:\S|data:(?:text/html|image/svg|application/xhtml))", re.I
)
_BARE_LINK: Final = re.compile(r"\s*(?:java|vb|live)script:[!-~]+\s*", re.I)
_MAX_EXCERPT_LENGTH: Final = 60


def is_suspicious(text: str) -> bool:
    """Return whether a text has to be checked with `safe_text`; a quick test that most texts pass."""
    return len(text) > MAX_TEXT_LENGTH or _SUSPICIOUS.search(text) is not None


def safe_text(text: str) -> str:
    """Return a text as it can be stored: with line ends and U+FFFD for control characters.

    Raises RefusedValueError when a text is too long, holds a NUL byte or half a character, or would run something where
    it is shown. Takes time in proportion to the length.
    """
    if len(text) > MAX_TEXT_LENGTH:
        raise RefusedValueError(f"has {len(text):,} characters, expected at most {MAX_TEXT_LENGTH:,}")
    if "\x00" in text:
        raise RefusedValueError("holds a NUL byte, expected text")
    if re.search(r"[\ud800-\udfff]", text):
        raise RefusedValueError("holds half a character, expected text")
    for form in {text, unescaped_html(text)}:
        if tag := _active_tag(form):
            raise RefusedValueError(f"holds {tag!r}, which could run a program; expected text without it")
        if match := _ACTIVE_LINK.search(_INVISIBLE.sub("", form)) or _BARE_LINK.fullmatch(form):
            link = match[0][:_MAX_EXCERPT_LENGTH]
            raise RefusedValueError(f"holds a link {link!r}, which runs a program; expected http or https")
    return plain_text(text)


def _active_tag(text: str) -> str:
    """Return the beginning of the first tag that runs something, or of the first tag with a handler; "" without one."""
    if match := _ACTIVE_TAG.search(text):
        return match[0][:_MAX_EXCERPT_LENGTH]
    begin = -1
    for part in _TAG_PART.finditer(text):
        if part["begin"]:
            begin = part.start() if begin < 0 else begin
        elif part["end"]:
            begin = -1
        elif begin >= 0:
            return text[begin : part.end()][:_MAX_EXCERPT_LENGTH]
    return ""

"""What a visitor takes along: the text or address of an event, and the QR code that holds it without a network."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import Event, Names, name_in_language

MOST_BYTES: Final = 321
"""UTF-8 bytes that a QR code of version 11 holds at error level L, some 105 Chinese characters."""
LARGEST_VERSION: Final = 11
QUIET_ZONE: Final = 4
"""Light modules around a code, without which scanners do not find it."""
MOST_MODULES: Final = 4 * LARGEST_VERSION + 17 + 2 * QUIET_ZONE
"""Modules that the side of the largest code has, with the quiet zone."""

_SENTENCE_END: Final = re.compile(r"[。！？…][”’」』）]*|[.!?][”’)\"']*(?=\s|$)")
_ELLIPSIS: Final = "…"


def qr_content(event: Event, sources: Mapping[str, Names], lang: str, qr_url: str = "") -> str:
    """What the QR code of an event says: the address of a template, or title, date, summary and source as lines.

    A summary that is too long ends with a sentence that fits; a title that is too long by itself is cut.
    """
    if qr_url:
        return qr_url.replace("{id}", quote(event.id, safe="")).replace("{lang}", quote(lang, safe=""))
    text = event.texts.get(lang) or next(iter(event.texts.values()))
    source = _fitting(name_in_language(sources.get(event.source, {}), lang), MOST_BYTES // 4)
    label = date_label(event.date, lang)
    title = _fitting(text.title, MOST_BYTES - _length(label, source))
    summary = _whole_sentences(text.summary, MOST_BYTES - _length(title, label, source))
    return "\n".join(filter(None, (title, label, summary, source)))


def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The dark and light modules of a QR code, row by row, with the quiet zone; ValueError when it is too long."""
    import segno  # noqa: PLC0415 - only who looks at an event needs it

    # Bytes, since a scanner may take Japanese double bytes for something else, and UTF-8 for what they are. Level L,
    # raised where the version allows: nothing soils or tears what a screen shows, and fewer modules are larger ones.
    code = segno.make_qr(text, error="l", mode="byte", encoding="utf-8")
    if int(code.version) > LARGEST_VERSION:
        raise ValueError(f"{len(text.encode())} bytes are more than a QR code of version {LARGEST_VERSION} holds")
    return tuple(tuple(bool(module) for module in row) for row in code.matrix_iter(border=QUIET_ZONE))


def _length(*lines: str) -> int:
    """Bytes of lines, each with its end."""
    return sum(len(line.encode()) + 1 for line in lines)


def _fitting(text: str, most: int) -> str:
    """A text of at most so many bytes, cut between characters."""
    if len(text.encode()) <= most:
        return text
    room = most - len(_ELLIPSIS.encode())
    return text.encode()[:room].decode(errors="ignore").rstrip() + _ELLIPSIS if room > 0 else ""


def _whole_sentences(text: str, most: int) -> str:
    """As many of the first sentences as fit; where none does, a piece of the first."""
    if len(text.encode()) <= most:
        return text
    ends = (match.end() for match in _SENTENCE_END.finditer(text))
    fitting = [end for end in ends if len(text[:end].encode()) <= most]
    return text[: fitting[-1]] if fitting else _fitting(text, most)

"""The content of an event's QR code, a text or an address, and the modules of the code."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import Event, Names, name_in_language

MOST_BYTES: Final = 321
"""UTF-8 bytes that the largest code holds at error level L, some 105 Chinese characters."""
LARGEST_VERSION: Final = 11
"""Version of the largest code."""
QUIET_ZONE: Final = 4
"""Width in modules of the light edge around a code, without which scanners do not find it."""
MOST_MODULES: Final = 4 * LARGEST_VERSION + 17 + 2 * QUIET_ZONE
"""Width of the largest code in modules, with the quiet zone."""

_SENTENCE_END: Final = re.compile(r"[。！？…][”’」』）]*|[.!?][”’)\"']*(?=\s|$)")
_ELLIPSIS: Final = "…"


def qr_content(event: Event, sources: Mapping[str, Names], lang: str, qr_url: str = "") -> str:
    """Return title, date, summary and source of an event in a language, a line each, or the address if there is one.

    sources: names of the store's sources by id and language.
    qr_url: address with {id} and {lang}; empty for the text.

    The text has at most MOST_BYTES bytes: a summary that is too long ends after the last sentence that fits, a title
    that is too long is truncated.
    """
    if qr_url:
        return qr_url.replace("{id}", quote(event.id, safe="")).replace("{lang}", quote(lang, safe=""))
    text = event.texts.get(lang) or next(iter(event.texts.values()))
    source = _truncated(name_in_language(sources.get(event.source, {}), lang), MOST_BYTES // 4)
    label = date_label(event.date, lang, event.time)
    title = _truncated(text.title, MOST_BYTES - _bytes_of(label, source))
    summary = _first_sentences(text.summary, MOST_BYTES - _bytes_of(title, label, source))
    return "\n".join(filter(None, (title, label, summary, source)))


def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a text's QR code, row by row, with the quiet zone; True is dark.

    Raises ValueError if the text needs a larger version than LARGEST_VERSION.
    """
    import segno  # noqa: PLC0415 - not needed until an event is shown

    # Byte mode in UTF-8, as scanners may misread Kanji mode. Level L, which segno raises where the version allows it:
    # a code on a screen is neither soiled nor torn, and fewer modules are larger.
    code = segno.make_qr(text, error="l", mode="byte", encoding="utf-8")
    if int(code.version) > LARGEST_VERSION:
        raise ValueError(f"{len(text.encode())} bytes are more than a QR code of version {LARGEST_VERSION} holds")
    return tuple(tuple(bool(module) for module in row) for row in code.matrix_iter(border=QUIET_ZONE))


def _bytes_of(*lines: str) -> int:
    """Return the number of bytes of lines with their line breaks."""
    return sum(len(line.encode()) + 1 for line in lines)


def _truncated(text: str, most_bytes: int) -> str:
    """Return a text, truncated after a whole character and with an ellipsis if it has more than `most_bytes` bytes."""
    if len(text.encode()) <= most_bytes:
        return text
    kept = most_bytes - len(_ELLIPSIS.encode())
    return text.encode()[:kept].decode(errors="ignore").rstrip() + _ELLIPSIS if kept > 0 else ""


def _first_sentences(text: str, most_bytes: int) -> str:
    """Return as many of the first sentences as fit, or the beginning of the first one if none does."""
    if len(text.encode()) <= most_bytes:
        return text
    ends = (match.end() for match in _SENTENCE_END.finditer(text))
    fitting = [end for end in ends if len(text[:end].encode()) <= most_bytes]
    return text[: fitting[-1]] if fitting else _truncated(text, most_bytes)

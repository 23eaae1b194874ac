"""What is wrong with a store, in the language of the window: errors of the store itself are told in English."""

import re
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT: Final = "StoreErrors"
_MARKED: Final = (
    QT_TRANSLATE_NOOP("StoreErrors", "{path}: damaged store ({reason}); restore it from a copy or build it anew"),
    QT_TRANSLATE_NOOP("StoreErrors", "{path}: no such file; expected a store made by qtviewer build or import"),
    QT_TRANSLATE_NOOP("StoreErrors", "{path}: the file is empty; expected a store made by qtviewer build or import"),
    QT_TRANSLATE_NOOP("StoreErrors", "{path}: not a SQLite file; expected a store made by qtviewer build or import"),
    QT_TRANSLATE_NOOP("StoreErrors", "{path}: cut short, {size} of {whole} bytes; restore it from a copy"),
    QT_TRANSLATE_NOOP("StoreErrors", "{path}: a SQLite file of another application; expected a store made by qtviewer"),
    QT_TRANSLATE_NOOP("StoreErrors", "{path}: a folder; expected a store"),
    QT_TRANSLATE_NOOP("StoreErrors", "{path}: no ordinary file; expected a store"),
    QT_TRANSLATE_NOOP("StoreErrors", "{path}: cannot be read ({reason}); expected a store"),
    QT_TRANSLATE_NOOP("StoreErrors", "{path}: cannot be read ({reason})"),
    QT_TRANSLATE_NOOP("StoreErrors", "{path}: another program changed it since it was opened; open it again"),
    QT_TRANSLATE_NOOP(
        "StoreErrors", "{path}: locked by another program, which is writing it; try again when it has done so"
    ),
    QT_TRANSLATE_NOOP(
        "StoreErrors",
        "{path}: another program was interrupted while writing it; "
        "qtviewer reindex takes back what it had not finished",
    ),
    QT_TRANSLATE_NOOP("StoreErrors", "{path}: its tables are not those of a store of version {version}; build it anew"),
    QT_TRANSLATE_NOOP("StoreErrors", "{path}: made by a newer qtviewer (version {found}; this one reads {version})"),
    QT_TRANSLATE_NOOP(
        "StoreErrors",
        "{path}: made by an older qtviewer (version {found}; this one reads {version}); "
        "make it anew with qtviewer reindex, which keeps the old file",
    ),
    QT_TRANSLATE_NOOP("StoreErrors", "language '{found}' is not in the store; expected {expected}"),
    QT_TRANSLATE_NOOP("StoreErrors", "event '{found}' is not in the store; {nearest}"),
)
SENTENCES: Final = tuple(map(str, _MARKED))
"""The sentences of the store that a window may show, with names in the place of what differs."""


def failure_sentence(message: str) -> str:
    """Return an error's message in the language of the window, as it is where it is none of the known sentences."""
    return next(_translations(message), message)


def _translations(message: str) -> Iterator[str]:
    for sentence in SENTENCES:
        if match := re.fullmatch(_pattern(sentence), message, re.DOTALL):
            yield QCoreApplication.translate(_CONTEXT, sentence).format(**match.groupdict())


def _pattern(sentence: str) -> str:
    """Return a regular expression for a sentence, with a group for each of its names."""
    return re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.*)", re.escape(sentence))

"""The names of the export formats, and what each of them supports."""

from typing import Final

FORMATS: Final = (
    "csv", "xlsx", "json", "jsonl", "ics", "md", "html", "pdf", "timelinejs", "png", "svg", "poster",
)  # fmt: skip
FILE_ENDINGS: Final = {name: "-poster.pdf" if name == "poster" else f".{name}" for name in FORMATS}
"""The end of file names, by format."""
QT_FORMATS: Final = ("pdf", "png", "svg", "poster")
"""Formats that Qt paints; their writers are in `qtviewer.printing`."""
FORMATS_WITH_ERAS: Final = ("timelinejs", "png", "svg", "poster")
"""Formats that always have the eras of the time of their events."""
FORMATS_WITH_VOCABULARY: Final = ("csv", "xlsx", "json", "jsonl")
"""Formats that have the whole vocabulary, eras too, of a list in all languages."""
FORMATS_WITH_WIDTH: Final = ("png", "svg", "poster")
"""Formats that have a width: in pixels for png, otherwise in millimetres."""
FORMATS_WITH_FIELDS: Final = ("csv", "xlsx")
"""Formats in which the columns can be chosen."""
STANDARD_OUTPUT: Final = "-"
"""The target that stands for standard output instead of a file."""
ENCODINGS: Final = (
    "utf-8", "utf-16", "gb18030", "big5", "shift-jis", "euc-jp", "euc-kr", "latin-1", "windows-1251",
)  # fmt: skip
"""The encodings of a text that an import can be told."""

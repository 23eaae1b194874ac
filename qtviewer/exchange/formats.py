"""The formats a list of events can be exported to; the name of a format is also the suffix of its files."""

from typing import Final

FORMATS: Final = (
    "csv", "xlsx", "json", "jsonl", "ics", "md", "html", "pdf", "timelinejs", "png", "svg", "poster",
)  # fmt: skip
FILE_ENDINGS: Final = {name: "-poster.pdf" if name == "poster" else f".{name}" for name in FORMATS}
"""How the names of files in a format end."""
QT_FORMATS: Final = ("pdf", "png", "svg", "poster")
FORMATS_WITH_WIDTH: Final = ("png", "svg", "poster")
"""Formats that have a width: in pixels for png, otherwise in millimetres."""
FORMATS_WITH_FIELDS: Final = ("csv", "xlsx")
"""Formats of which single columns can be had."""
STANDARD_OUTPUT: Final = "-"

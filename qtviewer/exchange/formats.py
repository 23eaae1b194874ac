"""The formats a list of events can be exported to; the name of a format is also the suffix of its files."""

from typing import Final

FORMATS: Final = ("csv", "xlsx", "json", "jsonl", "ics", "md", "html", "pdf", "timelinejs")
STANDARD_OUTPUT: Final = "-"

"""The table of the full-text index, by itself: whoever opens a store needs it, only who searches needs the rest."""

from pathlib import Path
from typing import Final

SEARCH_SCHEMA: Final = Path(__file__).with_name("search.sql").read_text(encoding="utf-8")
SEARCH_TABLE: Final = next(line for line in SEARCH_SCHEMA.splitlines() if line.startswith("CREATE VIRTUAL TABLE"))

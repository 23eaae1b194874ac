"""The SQL that creates the search index; apart from `search_index`, so that opening a store imports no more."""

from pathlib import Path
from typing import Final

SEARCH_SCHEMA: Final = Path(__file__).with_name("search.sql").read_text(encoding="utf-8")
SEARCH_TABLE: Final = next(line for line in SEARCH_SCHEMA.splitlines() if line.startswith("CREATE VIRTUAL TABLE"))

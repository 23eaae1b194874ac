"""What a CSV file cannot say of itself, in a file beside it that the W3C calls its metadata."""

import json
from pathlib import Path

from qtviewer.exchange.listing import Listing


def metadata_path(target: Path) -> Path:
    """Where programs look for the metadata of a CSV file: list.csv-metadata.json for list.csv."""
    return target.with_name(f"{target.name}-metadata.json")


def csv_metadata(listing: Listing, name: str) -> str:
    """Metadata of the CSV file `name`: its query, count and content hash."""
    document = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": name,
        "dc:title": listing.vocabulary.titles.get(listing.languages[0], ""),
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "header": True},
        "notes": [listing.statement()],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"

"""The metadata file beside an exported CSV file, as the W3C's CSV on the Web defines it."""

import json
from pathlib import Path

from qtviewer.exchange.event_record import Record
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.json.writer import full_metadata


def metadata_path(target: Path) -> Path:
    """Return the path of the metadata of a CSV file: list.csv-metadata.json for list.csv."""
    return target.with_name(f"{target.name}-metadata.json")


def csv_metadata(job: ExportJob, name: str) -> str:
    """Return the metadata of the CSV file `name` as JSON: query, count, content hash, and for "all" vocabulary."""
    document = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": name,
        "dc:title": job.vocabulary.titles.get(job.languages[0], ""),
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "header": True},
        "notes": [full_metadata(job)],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def read_csv_vocabulary(path: Path) -> Record:
    """Return the vocabulary in the metadata of a CSV file, empty when there is none or it is damaged."""
    try:
        document = json.loads(metadata_path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    notes = document.get("notes") if isinstance(document, dict) and document.get("url") == path.name else None
    found = notes[0].get("vocabulary") if isinstance(notes, list) and notes and isinstance(notes[0], dict) else None
    return found if isinstance(found, dict) else {}

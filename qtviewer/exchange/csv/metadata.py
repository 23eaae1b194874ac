"""What a CSV file cannot say of itself, in a file beside it that the W3C calls its metadata."""

import json
from pathlib import Path

from qtviewer.exchange.event_record import Record
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.json.writer import full_metadata


def metadata_path(target: Path) -> Path:
    """Where programs look for the metadata of a CSV file: list.csv-metadata.json for list.csv."""
    return target.with_name(f"{target.name}-metadata.json")


def csv_metadata(job: ExportJob, name: str) -> str:
    """Metadata of the CSV file `name`: its query, count and content hash, in all languages its vocabulary."""
    document = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": name,
        "dc:title": job.vocabulary.titles.get(job.languages[0], ""),
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "header": True},
        "notes": [full_metadata(job)],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def read_csv_vocabulary(path: Path) -> Record:
    """The vocabulary in the metadata of a CSV file, empty where there is none; a damaged file is as good as none."""
    try:
        document = json.loads(metadata_path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    notes = document.get("notes") if isinstance(document, dict) and document.get("url") == path.name else None
    found = notes[0].get("vocabulary") if isinstance(notes, list) and notes and isinstance(notes[0], dict) else None
    return found if isinstance(found, dict) else {}

"""Writes JSON as one document, and JSON Lines; writes one event at a time."""

import json
from collections.abc import Sequence
from functools import partial
from typing import Any, BinaryIO, Final

from qtviewer.exchange.event_record import ALL_LANGUAGES, Record
from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.loss import Loss
from qtviewer.exchange.vocabulary_record import vocabulary_record

_LIST_START: Final = ',\n"events": ['


def write_json(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write `{"query", "count", "content_hash", "events"}`, with "vocabulary" before the events for "all" languages."""
    stream.write((_dumps(full_metadata(job))[:-1] + _LIST_START).encode())
    separator = "\n"
    for record in job.records():
        stream.write((separator + _dumps(record)).encode())
        separator = ",\n"
    stream.write(b"\n]}\n")
    return ()


def write_jsonl(job: ExportJob, stream: BinaryIO) -> Sequence[Loss]:
    """Write a line with query, count, content hash and for "all" languages vocabulary, then a line for each event."""
    stream.write(f"{_dumps(full_metadata(job))}\n".encode())
    for record in job.records():
        stream.write(f"{_dumps(record)}\n".encode())
    return ()


def full_metadata(job: ExportJob) -> Record:
    """Return the metadata of a job, with the vocabulary when it is for "all" languages."""
    if job.lang != ALL_LANGUAGES:
        return job.metadata()
    return {**job.metadata(), "vocabulary": vocabulary_record(job.vocabulary, job.source.pinyin)}


_dumps = partial(json.dumps, ensure_ascii=False)


def as_json(value: Any) -> str:
    """Return a value as JSON on one line, with Chinese characters unescaped."""
    return _dumps(value)

"""JSON: the query, the count and the events, written one at a time."""

import json
from collections.abc import Iterable
from typing import TextIO

from qtviewer.domain.query import EventQuery
from qtviewer.exchange.records import Record


def write_json(records: Iterable[Record], query: EventQuery, stream: TextIO) -> None:
    """Write `{"query", "events", "count"}`; the count stands last because it is known last."""
    stream.write(f'{{"query": {json.dumps(query_record(query), ensure_ascii=False)},\n"events": [')
    count = 0
    for record in records:
        stream.write(",\n" if count else "\n")
        json.dump(record, stream, ensure_ascii=False)
        count += 1
    stream.write(f'\n],\n"count": {count}}}\n')


def query_record(query: EventQuery) -> Record:
    """The conditions that are set, by name."""
    record: Record = {}
    default = EventQuery()
    for name, value in query._asdict().items():
        if value != getattr(default, name):
            record[name] = sorted(value) if isinstance(value, frozenset) else value
    return record

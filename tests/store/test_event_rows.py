"""Rows that make no sense are refused by name, and do not spoil the others."""

from contextlib import closing
from pathlib import Path

import pytest

from qtviewer.domain.event_query import EventQuery
from qtviewer.exchange.export import ExportOptions, export_events
from qtviewer.store.opening import StoreError
from qtviewer.store.reader import StoreReader
from tests.store.samples import SAMPLE_EVENTS
from tests.store.stores import edited_copy

UNREADABLE_ROWS = {
    "a bad date": "UPDATE event SET date = '2021-02-30' WHERE id = 'fair'",
    "no date": "UPDATE event SET date = '' WHERE id = 'fair'",
    "an unknown status": "UPDATE event SET status = 'cancelled' WHERE id = 'fair'",
    "an unknown basis": "UPDATE event SET date_basis = 'guessed' WHERE id = 'fair'",
    "importance 9": "UPDATE event SET importance = 9 WHERE id = 'fair'",
    "an unknown category": "UPDATE event SET category = 'none' WHERE id = 'fair'",
    "an unknown source": "UPDATE event SET source = 'none' WHERE id = 'fair'",
    "an unknown thread": "UPDATE event SET thread = 'none' WHERE id = 'fair'",
    "an unknown tag": "INSERT INTO event_tag VALUES ('fair', 'none', 9)",
    "no words": "DELETE FROM event_text WHERE event = 'fair'",
    "broken characters": "UPDATE event_text SET title = CAST(x'e99285ff' AS TEXT) WHERE event = 'fair'",
}


@pytest.mark.parametrize("kind", UNREADABLE_ROWS)
def test_a_row_that_cannot_be_read_is_named(sample_store: Path, tmp_path: Path, kind: str) -> None:
    """An event that does not make sense gives one line with the file, and the event where SQLite lets it be known."""
    path = edited_copy(sample_store, tmp_path / "edited.sqlite", UNREADABLE_ROWS[kind])
    with closing(StoreReader(path)) as store:
        with pytest.raises(StoreError) as refusal:
            list(store.events(EventQuery()))
        with pytest.raises(StoreError):
            export_events(store, str(tmp_path / "list.csv"), ExportOptions())
        other = store.event("metro-opens") if kind != "broken characters" else None
    message = str(refusal.value)
    assert message.startswith(f"{path}: damaged store (")
    assert message.endswith("; restore it from a copy or build it anew")
    assert "'fair'" in message or kind == "broken characters"
    assert "\n" not in message
    assert not (tmp_path / "list.csv").exists()
    assert other in (*SAMPLE_EVENTS, None), "one bad row does not spoil the others"

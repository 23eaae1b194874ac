"""A query of one store, asked of another that does not have all of its names."""

from typing import Any

import pytest

from qtviewer.domain.event import Status
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.known_names import without_unknown
from tests.store.memory_source import MemorySource
from tests.store.samples import SAMPLE

SOURCE = MemorySource(SAMPLE)


@pytest.mark.parametrize("field", ["categories", "collections", "tags", "places", "people", "topics", "threads"])
def test_a_filter_with_a_name_that_is_not_there_is_left_out(field: str) -> None:
    """The others stay as they are."""
    others = EventQuery(search="地铁", statuses=frozenset({Status.HAPPENED}), min_importance=2)
    chosen: dict[str, Any] = {field: frozenset({"none"})}
    assert without_unknown(others._replace(**chosen), SOURCE) == others


def test_names_that_are_there_stay() -> None:
    """Also an empty set, which matches nothing."""
    query = EventQuery(categories=frozenset({"history"}), places=frozenset({"xiasha"}), threads=frozenset())
    assert without_unknown(query, SOURCE) == query

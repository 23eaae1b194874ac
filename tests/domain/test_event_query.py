"""The one filter object."""

import pytest

from qtviewer.domain.event import Status
from qtviewer.domain.event_query import EventQuery


def test_an_empty_query_sets_no_condition() -> None:
    """Without arguments every event is meant: no set, no day, no text, any importance."""
    query = EventQuery()
    sets = (query.categories, query.collections, query.tags, query.places, query.threads, query.statuses)
    assert sets == (None,) * 6
    assert (query.first_day, query.last_day, query.search, query.min_importance) == (None, None, "", 1)


def test_equal_conditions_are_equal_queries() -> None:
    """Queries are values: answers can be kept by query, whatever order its alternatives were chosen in."""
    one = EventQuery(categories=frozenset(["milestone", "industry"]), statuses=frozenset([Status.PLANNED]))
    other = EventQuery(categories=frozenset(["industry", "milestone"]), statuses=frozenset([Status.PLANNED]))
    assert {one: "answer"}[other] == "answer"
    assert one != EventQuery(categories=frozenset(["industry"]), statuses=frozenset([Status.PLANNED]))


def test_no_alternative_is_not_no_condition() -> None:
    """An empty set, where nothing can match, is another query than none, where everything does."""
    assert EventQuery(tags=frozenset()) != EventQuery()


def test_a_query_cannot_be_changed() -> None:
    """A query that a worker holds stays as it was asked."""
    with pytest.raises(AttributeError):
        setattr(EventQuery(), "search", "地铁")  # noqa: B010 - mypy would refuse the assignment

"""Where nothing matches, what to take away."""

import pytest

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.filter_relaxation import filter_relaxations
from qtviewer.domain.query.query_labels import filter_labels
from qtviewer.store.reader import StoreReader
from tests.store.samples import SAMPLE
from tests.store.stores import temporary_store

NOTHING = EventQuery(categories=frozenset({"festival"}), search="地铁", people=frozenset({"li-ming"}))


def test_conditions_are_offered_by_what_they_would_give(shipped: StoreReader) -> None:
    """Each with the number of events without it, the most first; those that alone change nothing are not offered."""
    query = EventQuery(categories=frozenset({"outreach"}), search="地铁", min_importance=5)
    assert shipped.count(query) == 0
    offers = filter_relaxations(shipped, filter_labels(query, shipped.vocabulary, "zh"), lambda: False)
    assert [offer.total for offer in offers] == sorted((offer.total for offer in offers), reverse=True)
    assert offers
    for offer in offers:
        assert shipped.count(offer.filter_label.query_without) == offer.total > 0


def test_one_of_three_conditions_is_to_blame() -> None:
    """Without the search one event is left; without another one, none."""
    with temporary_store(SAMPLE) as sample:
        [offer] = filter_relaxations(sample, filter_labels(NOTHING, sample.vocabulary, "en"), lambda: False)
    assert offer.filter_label.text == "containing “地铁”"
    assert offer.total == 1


def test_an_answer_that_nobody_waits_for_is_an_error(shipped: StoreReader) -> None:
    """So that a newer question need not wait for the end of an older one."""
    conditions = filter_labels(EventQuery(search="钱塘"), shipped.vocabulary, "en") * 10_000
    with pytest.raises(ViewerError):
        filter_relaxations(shipped, conditions, lambda: True)

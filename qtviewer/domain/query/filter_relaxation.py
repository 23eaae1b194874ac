"""What to do about a query that nothing matches: which of its conditions, taken away, would let how many through."""

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import NamedTuple

from qtviewer.domain.query.words import Condition
from qtviewer.domain.source import EventSource


class Offer(NamedTuple):
    """A condition to take away, and how many events match without it."""

    condition: Condition
    total: int


def loosened(source: EventSource, conditions: Sequence[Condition], is_unwanted: Callable[[], bool]) -> list[Offer]:
    """The conditions without which something matches, the most generous first; may be asked from another thread."""
    with closing(source.beside(is_unwanted)) as beside:
        offers = [Offer(condition, beside.count(condition.without)) for condition in conditions]
    return sorted((offer for offer in offers if offer.total), key=lambda offer: -offer.total)

"""The losses of an export: contents that its format cannot hold, one loss for each kind, with the events concerned."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

_MAX_IDS: Final = 100  # events that a loss names
_MAX_IDS_IN_SENTENCE: Final = 3


class Loss(NamedTuple):
    """One kind of thing that a format could not hold as it is."""

    description: str
    """What is lost or changed, as a phrase without its final full stop."""
    event_ids: Sequence[str]
    """The first events concerned, at most a hundred, in the order of the export."""
    unnamed_count: int = 0
    """How many more events are concerned."""

    def __str__(self) -> str:
        """Return the loss as one phrase with the number of events and the first three of them."""
        count = len(self.event_ids) + self.unnamed_count
        more = ", …" if count > _MAX_IDS_IN_SENTENCE else ""
        return f"{self.description} ({count}: {', '.join(self.event_ids[:_MAX_IDS_IN_SENTENCE])}{more})"


class LossCollector:
    """Collects losses while a list of any length is written; keeps at most a hundred ids of each kind."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._event_ids: dict[str, list[str]] = {}

    def add(self, description: str, event_id: str) -> None:
        """Add one event to the loss with this description."""
        self._counts[description] += 1
        if self._counts[description] <= _MAX_IDS:
            self._event_ids.setdefault(description, []).append(event_id)

    def losses(self) -> Sequence[Loss]:
        """Return one loss for each description, in the order in which they were first added."""
        return [Loss(kind, ids, self._counts[kind] - len(ids)) for kind, ids in self._event_ids.items()]

"""Cards and how large they are."""

from typing import NamedTuple, Protocol

from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.source import EventHead


class CardMetrics(NamedTuple):
    """Sizes in pixels; a cell holds one cluster and the gap after it.

    A lane has `lane_heading_height` pixels for its name above its cards.
    """

    height: float
    gap: float
    max_width: float
    cluster_width: float
    lane_padding: float
    min_lane_height: float
    lane_heading_height: float = 0.0

    @property
    def cell_width(self) -> float:
        """The least width of a cell."""
        return self.cluster_width + self.gap


class CardSizes(Protocol):
    """How large cards are, as whoever paints them measures it."""

    @property
    def metrics(self) -> CardMetrics:
        """What all cards have in common."""

    def width_of(self, head: EventHead, *, with_year: bool) -> float:
        """Natural width of an event's card, in pixels, with or without the year in its date."""


class Card(NamedTuple):
    """One event, or a cluster of several, of which `heads` are those at hand, the most important first.

    The card is `width` pixels wide and may move between the times `first` and `last`: what its date leaves open, or
    the cell of a cluster. It `spans` when it lasted all that time. `days` are those in which the events of a cluster
    begin, `apart` the ids of events that begin then too but have cards of their own.
    """

    category: str
    heads: tuple[EventHead, ...]
    size: int
    first: float
    last: float
    width: float
    is_span: bool = False
    with_year: bool = False
    days: tuple[int, int] = (0, 0)
    excluded_ids: frozenset[str] = frozenset()

    @property
    def is_cluster(self) -> bool:
        """Whether it stands for several events."""
        return self.size > 1

    def represents(self, event: EventHead) -> bool:
        """Whether an event of its category is its own, or one of those it counts."""
        return self.contains_event(event) or any(head.id == event.id for head in self.heads)

    def contains_event(self, event: EventHead) -> bool:
        """Whether it is a cluster and an event of its category is one of those in it."""
        return (
            self.is_cluster
            and self.days[0] <= event.date.first_day <= self.days[1]
            and event.id not in self.excluded_ids
        )

    @property
    def key(self) -> tuple[str, str, int, bool, tuple[int, int]]:
        """What tells it from other cards."""
        return self.category, self.heads[0].id if self.heads else "", self.size, self.with_year, self.days


def rank_key(head: EventHead) -> tuple[int, bool, int, str]:
    """What goes first where there is not room for all: importance, then a known day, then the earlier."""
    return -head.importance, head.date.precision is not Precision.DAY, head.date.first_day, head.id


def event_card(head: EventHead, width: float, *, with_year: bool) -> Card:
    """The card of an event of its own, in what room its date leaves it."""
    date = head.date
    spans = date.precision is Precision.INTERVAL
    return Card(head.category, (head,), 1, float(date.first_day), date.last_day + 1.0, width, spans, with_year)

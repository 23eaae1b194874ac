"""The card of an event, the cluster of several, and the sizes they are laid out with."""

from typing import NamedTuple, Protocol

from qtviewer.domain.answers import BeginSpan
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.dates.minutes import Minutes
from qtviewer.domain.source import EventHead
from qtviewer.timeline.levels import CardDate, Level
from qtviewer.timeline.scale import time_of_minute


class CardMetrics(NamedTuple):
    """Sizes in pixels that all cards and lanes share."""

    height: float
    """Height of a card."""
    gap: float
    """Free space between two cards, beside or below each other."""
    max_width: float
    """Width that no card of an event exceeds."""
    cluster_width: float
    """Width of a cluster."""
    lane_padding: float
    """Free space above the first and below the last row of a lane."""
    min_lane_height: float
    """Height that no lane goes below."""
    lane_heading_height: float = 0.0
    """Height kept free above the cards of a lane for its name."""
    label_height: float = 0.0
    """Height of the name of a lane and what is free above and below it, where the names stand beside the lanes."""
    label_line_height: float = 0.0
    """Height of a line below the name of a lane, where the names stand beside the lanes."""
    bar_height: float = 26.0
    """Height of a span bar."""
    bar_gap: float = 4.0
    """Free space between two rows of span bars."""
    cluster_height: float = 22.0
    """Height of a cluster."""
    chip_height: float = 22.0
    """Height of a chip that counts events without a card."""
    empty_line_height: float = 28.0
    """Height of the line that names the categories without events in view."""

    @property
    def cell_width(self) -> float:
        """Least width of a cell: a cluster and the gap after it."""
        return self.cluster_width + self.gap


class CardSizes(Protocol):
    """Measures cards; implemented where they are painted."""

    @property
    def metrics(self) -> CardMetrics:
        """Sizes that all cards share."""

    def width_of(self, head: EventHead, card_date: CardDate) -> float:
        """Return the natural width of an event's card in pixels, with what its date says."""


def card_width(head: EventHead, sizes: CardSizes, card_date: CardDate) -> float:
    """Return the width in pixels that the text of an event's card takes, at most the greatest that cards have."""
    return min(sizes.width_of(head, card_date), sizes.metrics.max_width)


CardKey = tuple[str, str, int, CardDate, Minutes]
"""What tells cards from each other; see `Card.key`."""


class Card(NamedTuple):
    """The card of one event, or a cluster. Times are Julian day numbers with fractions."""

    category: str
    heads: tuple[EventHead, ...]
    """The event; for a cluster those of its events that are loaded, the most important first, possibly none."""
    size: int
    """Number of events it stands for."""
    first: float
    """Time of its left edge: the first that the date can mean, or at which an event of a cluster begins."""
    last: float
    """Time after the last that the date can mean, or at which an event of a cluster may begin."""
    width: float
    """Width in pixels that its text takes."""
    is_span: bool = False
    """Whether the event lasted from `first` to `last`, so that just this time is filled."""
    date: CardDate = CardDate.DAY
    """What its date says."""
    minutes: Minutes = (0, 0)
    """First and last minute in which the events of a cluster begin."""
    excluded_ids: frozenset[str] = frozenset()
    """Events that begin within `minutes` too, but have cards of their own."""
    is_part: bool = False
    """Whether it is a cluster with only those of its events that are in view, of which there may be one."""
    begins: tuple[float, ...] = ()
    """Times at which the events of a cluster begin, in order; empty where not all of them are loaded."""

    @property
    def is_cluster(self) -> bool:
        """Whether it stands for several events, or for the only one in view of several."""
        return self.size > 1 or self.is_part

    def represents(self, event: EventHead) -> bool:
        """Return whether an event of the card's category is shown by it or contained in it."""
        return self.contains_event(event) or any(head.id == event.id for head in self.heads)

    def contains_event(self, event: EventHead) -> bool:
        """Return whether this is a cluster that contains an event of its category."""
        begins_within = self.minutes[0] <= event.first_minute <= self.minutes[1]
        return self.is_cluster and begins_within and event.id not in self.excluded_ids

    @property
    def key(self) -> CardKey:
        """The same value for cards that show the same, wherever they stand."""
        return self.category, self.heads[0].id if self.heads else "", self.size, self.date, self.minutes


def rank_key(head: EventHead) -> tuple[int, bool, int, str]:
    """Return a sort key that puts first what gets a card first: more important, exact to the day, earlier."""
    return -head.importance, head.date.precision is not Precision.DAY, head.first_minute, head.id


def span_width(length: float, text_width: float) -> float:
    """Return the width of a span in pixels: its text stands in the filled part or, if that is too short, beside it."""
    return length if length >= text_width else length + text_width


def shown_times(head: EventHead, level: Level) -> tuple[float, float]:
    """Return the first time that the date of an event can mean, as it stands at a level, and that after the last."""
    first, last = level.shown_minutes((head.first_minute, head.last_minute))
    return time_of_minute(first), time_of_minute(last + 1)


def event_card(head: EventHead, width: float, level: Level) -> Card:
    """Return the card of one event at a level, whose text is `width` pixels wide."""
    is_span = head.date.precision is Precision.INTERVAL
    return Card(head.category, (head,), 1, *shown_times(head, level), width, is_span, level.card_date)


def cluster_times(span: BeginSpan) -> tuple[float, float]:
    """Return the first and the last time of a cluster of events that begin in a span."""
    return time_of_minute(span.first_minute), time_of_minute(span.end_minute + 1)

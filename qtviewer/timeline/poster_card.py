"""The card of an event on a poster, and where it stands.

Lengths are in any unit, the same for all; times are Julian day numbers.
"""

from typing import NamedTuple

from qtviewer.domain.dates.event_date import Precision


class PosterCard(NamedTuple):
    """The card of an event, before it is placed."""

    id: str
    category: str
    precision: Precision
    first: float
    """First time that the event's date can mean; minus infinity when the beginning is not known."""
    last: float
    """Time after the last day that it can mean; infinity when the end is not known."""
    width: float
    """Width of its text."""
    height: float
    is_ongoing: bool = False
    """Whether it has no end; `last` is then the time until which it is known to have lasted."""

    @property
    def is_span(self) -> bool:
        """Whether the event lasted from `first` to `last`, so that just this time is filled."""
        return self.precision is Precision.INTERVAL

    @property
    def has_reach(self) -> bool:
        """Whether its date means one of several days, so that a dotted line reaches over them."""
        return self.precision not in (Precision.DAY, Precision.INTERVAL)


class PosterMetrics(NamedTuple):
    """Lengths that all lanes share, each above 0."""

    width: float
    """Width of the poster's lanes."""
    gap: float
    """Least distance of two cards."""
    lane_padding: float
    """Free space above the first and below the last card of a lane."""
    min_lane_height: float
    hair_line: float
    """Least width of what is filled, for events that lasted too short a time to be seen."""


class PlacedCard(NamedTuple):
    """A card and where its text stands; that of a span may stand beside what is filled."""

    card: PosterCard
    x: float
    """Left edge of its text."""

    @property
    def right(self) -> float:
        """Right edge of its text."""
        return self.x + self.card.width


class PlacedDate(NamedTuple):
    """The cards of one date that stand beside each other in a row, or the card of one event that lasted."""

    cards: tuple[PlacedCard, ...]
    """At least one; none begins before the date does, or after it ends."""
    left: float
    """Where the date begins, or the poster, if that is later."""
    right: float
    """Where the date ends, or the poster, if that is earlier; at least a hair line after `left`."""
    has_begun: bool
    """Whether it began before the poster's time."""
    goes_on: bool
    """Whether it has no end, or ends after the poster's time."""
    y: float = 0.0
    height: float = 0.0
    """Height of all cards in the row."""

    @property
    def end(self) -> float:
        """Right edge of everything in it."""
        return max(self.right, self.cards[-1].right)

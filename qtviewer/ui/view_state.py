"""The state of a window as frozen values."""

from enum import StrEnum
from typing import Final, NamedTuple

from qtviewer.domain.dates.anniversary import MonthDay
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.dates.minutes import Minutes
from qtviewer.domain.event_query import EventQuery

SYSTEM_THEME: Final = "system"
"""The choice of a theme that follows the system's colours."""


class ClusterKind(StrEnum):
    """What the events of a cluster have in common: they begin in its minutes, or began before and do not end before."""

    BEGINNING = "beginning"
    BEGUN = "begun"


class Cluster(NamedTuple):
    """Events of one category that are listed together.

    `minutes` are the numbers of the first and the last minute in which they begin, `size` is how many they are, and
    `excluded_ids` are events of these minutes that do not belong to the cluster. `kind` says when they begin; those
    that begun before are all known with the same `precision`, unless that is None.
    """

    category: str
    minutes: Minutes
    size: int
    excluded_ids: frozenset[str] = frozenset()
    kind: ClusterKind = ClusterKind.BEGINNING
    precision: Precision | None = None

    def lists_same_as(self, other: "Cluster") -> bool:
        """Return whether another cluster is of the same kind and minutes; which events have cards may differ."""
        return self._replace(size=0, excluded_ids=frozenset()) == other._replace(size=0, excluded_ids=frozenset())


class ViewState(NamedTuple):
    """The state of a window: its query, selection, visible range and appearance.

    `selected` is the id of an event or empty, `cluster` a list of events, and `day` a day of the year whose events in
    all years are listed; at most one of these three is set. `first` and `last` are the visible range in day numbers.
    `mode` is "timeline" or "list". `theme` is the name of a theme, or `SYSTEM_THEME` for the one in `system_theme`.
    `text_size` is 100, 125 or 160 percent. `wide_lane` is the category whose lane is opened wide, or empty.
    """

    query: EventQuery = EventQuery()
    lang: str = "zh"
    theme: str = "light"
    selected: str = ""
    cluster: Cluster | None = None
    day: MonthDay | None = None
    first: float = 0.0
    last: float = 1.0
    mode: str = "timeline"
    text_size: int = 100
    reduced_motion: bool = False
    system_theme: str = "light"
    wide_lane: str = ""

    @property
    def theme_name(self) -> str:
        """The name of the theme that is shown."""
        return self.system_theme if self.theme == SYSTEM_THEME else self.theme

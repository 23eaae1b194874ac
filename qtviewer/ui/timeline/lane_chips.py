"""Chips at the name of a lane: how many events began before the view and go on in it without a card."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from qtviewer.domain.dates.event_date import EventDate, Precision
from qtviewer.domain.dates.label import date_label
from qtviewer.timeline.lane_sums import LaneSum
from qtviewer.timeline.scene import Box
from qtviewer.ui.view_state import Cluster, ClusterKind


class ChipText(NamedTuple):
    """What a chip says, and what it stands for."""

    text: str
    short: str
    """The same in fewer words, for a chip that has not room for the text."""
    cluster: Cluster
    """The events that it counts."""


class LaneChip(NamedTuple):
    """A chip of a lane in its place; x counts from the left edge of the cards, y from the top of the first lane."""

    category: str
    box: Box
    text: str
    """What is written on it."""
    full_text: str
    """The same in full."""
    cluster: Cluster
    """The events that it counts."""

    @property
    def key(self) -> tuple[str, ClusterKind, str]:
        """The same value for chips of a lane that count the same kind of events, however many."""
        return self.category, self.cluster.kind, self.cluster.precision or ""


def chip_texts(category: str, lane_sum: LaneSum, day: int, lang: str) -> Iterator[ChipText]:
    """Yield the chips of a lane: one for each kind of period, for days unknown and for what goes on.

    `day` is the first day in view.
    """
    begun = Cluster(category, (day, day), 0, lane_sum.begun_ids, ClusterKind.BEGUN)
    for period, size in lane_sum.periods:
        label = date_label(EventDate.from_point(period), lang)
        text = QCoreApplication.translate("LaneChips", "{period}, day unknown: {number}")
        short = QCoreApplication.translate("LaneChips", "{period}: {number}")
        cluster = begun._replace(size=size, precision=period.precision)
        yield ChipText(text.format(period=label, number=size), short.format(period=label, number=size), cluster)
    if size := lane_sum.within:
        text = QCoreApplication.translate("LaneChips", "day unknown: {number}").format(number=size)
        yield ChipText(text, f"+{size}", begun._replace(size=size, precision=Precision.WITHIN))
    if size := lane_sum.going_on:
        text = QCoreApplication.translate("LaneChips", "+{number} going on").format(number=size)
        yield ChipText(text, f"+{size}", begun._replace(size=size, precision=Precision.INTERVAL))


def one_chip_for_all(category: str, lane_sum: LaneSum, day: int) -> ChipText:
    """Return the chip of everything that began before the view and has no card, where there is no room for several."""
    size = lane_sum.going_on + lane_sum.within + sum(period.size for period in lane_sum.periods)
    text = QCoreApplication.translate("LaneChips", "+{number} more").format(number=size)
    return ChipText(text, f"+{size}", Cluster(category, (day, day), size, lane_sum.begun_ids, ClusterKind.BEGUN))

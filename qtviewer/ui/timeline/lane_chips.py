"""Chips at the name of a lane: how many events began before the view and go on in it without a card."""

from collections.abc import Iterator, Sequence
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
    full_text: str
    """All that it stands for, in a line for each kind of events."""
    cluster: Cluster
    """The events that it counts."""
    is_listed: bool = False
    """Whether its events are listed now."""


class LaneChip(NamedTuple):
    """A chip of a lane in its place; x counts from the left edge of the cards, y from the top of the first lane."""

    category: str
    box: Box
    text: str
    """What is written on it."""
    full_text: str
    """All that it stands for, in a line for each kind of events."""
    cluster: Cluster
    """The events that it counts."""
    is_listed: bool
    """Whether its events are listed now."""

    @property
    def key(self) -> tuple[str, ClusterKind, str]:
        """The same value for chips of a lane that count the same kind of events, however many."""
        return self.category, self.cluster.kind, self.cluster.precision or ""


def chip_texts(category: str, lane_sum: LaneSum, lang: str) -> Iterator[ChipText]:
    """Yield the chips of a lane: one for each kind of period, for days unknown and for what goes on."""
    first, _last = lane_sum.minutes
    begun = Cluster(category, (first, first), 0, lane_sum.begun_ids, ClusterKind.BEGUN)
    for period, size in lane_sum.periods:
        label = date_label(EventDate.from_point(period), lang)
        text = QCoreApplication.translate("LaneChips", "{period}, day unknown: {number}")
        if period.precision is Precision.DAY:
            text = QCoreApplication.translate("LaneChips", "{period}, time unknown: {number}")
        short = QCoreApplication.translate("LaneChips", "{period}: {number}").format(period=label, number=size)
        cluster = begun._replace(size=size, precision=period.precision)
        yield _chip_text(text.format(period=label, number=size), short, cluster)
    if size := lane_sum.within:
        text = QCoreApplication.translate("LaneChips", "day unknown: {number}").format(number=size)
        yield _chip_text(text, f"+{size}", begun._replace(size=size, precision=Precision.WITHIN))
    if size := lane_sum.going_on:
        text = QCoreApplication.translate("LaneChips", "+{number} going on").format(number=size)
        yield _chip_text(text, f"+{size}", begun._replace(size=size, precision=Precision.INTERVAL))


def _chip_text(text: str, short: str, cluster: Cluster) -> ChipText:
    return ChipText(text, short, text, cluster)


def one_chip_for_all(chips: Sequence[ChipText]) -> ChipText:
    """Return the chip of everything that some chips of a lane stand for, where there is no room for several."""
    size = sum(chip.cluster.size for chip in chips)
    text = QCoreApplication.translate("LaneChips", "+{number} more").format(number=size)
    full_text = "\n".join(chip.text for chip in chips)
    return ChipText(text, f"+{size}", full_text, chips[0].cluster._replace(size=size, precision=None))

"""Chips at the left end of a lane: how many events began before the view and go on in it without a card."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from qtviewer.domain.dates.event_date import EventDate, Precision
from qtviewer.domain.dates.label import date_label
from qtviewer.timeline.card import CardMetrics
from qtviewer.timeline.lane_sums import LaneSum
from qtviewer.timeline.placed_cards import EDGE_MARGIN
from qtviewer.timeline.scene import Box, Scene
from qtviewer.timeline.view_counts import touched_days
from qtviewer.ui.view_state import Cluster, ClusterKind

CHIP_TEXT_SIZE: Final = 14
CHIP_PADDING: Final = 10  # pixels beside the text of a chip
_GAP: Final = 8  # pixels between two chips

MeasureChip = Callable[[str], float]
"""Returns the width of a chip's text in pixels."""


class LaneChip(NamedTuple):
    """A chip of a lane; the y of its box counts from the top of the first lane."""

    category: str
    box: Box
    text: str
    cluster: Cluster
    """The events that it counts."""

    @property
    def key(self) -> tuple[str, ClusterKind, str]:
        """The same value for chips of a lane that count the same kind of events, however many."""
        return self.category, self.cluster.kind, self.cluster.precision or ""


def lane_chips(scene: Scene, metrics: CardMetrics, lang: str, measure: MeasureChip) -> list[LaneChip]:
    """Return the chips of all lanes in a scene; none while the view moves."""
    chips: list[LaneChip] = []
    for lane in scene.lanes if scene.sums is not None else ():
        lane_sum = (scene.sums or {}).get(lane.category)
        if lane_sum is None:
            continue
        y = lane.bottom - metrics.lane_padding - metrics.chip_height
        day, width = touched_days(scene.viewport.scale)[0], scene.viewport.scale.width
        found = _in_a_line(lane.category, y, metrics.chip_height, _texts(lane.category, lane_sum, day, lang), measure)
        if found and found[-1].box.right > width:
            found = _in_a_line(
                lane.category, y, metrics.chip_height, [_one_for_all(lane.category, lane_sum, day)], measure
            )
        chips += found
    return chips


def _in_a_line(
    category: str, y: float, height: float, texts: Iterable[tuple[str, Cluster]], measure: MeasureChip
) -> list[LaneChip]:
    """Place chips one after the other from the left edge."""
    chips, x = [], EDGE_MARGIN
    for text, cluster in texts:
        width = measure(text) + 2 * CHIP_PADDING
        chips.append(LaneChip(category, Box(x, y, width, height), text, cluster))
        x += width + _GAP
    return chips


def _one_for_all(category: str, lane_sum: LaneSum, day: int) -> tuple[str, Cluster]:
    """Return the chip of everything that began before the view and has no card, for a view too narrow for several."""
    size = lane_sum.going_on + lane_sum.within + sum(period.size for period in lane_sum.periods)
    text = QCoreApplication.translate("LaneChips", "+{number} more")
    return text.format(number=size), Cluster(category, (day, day), size, lane_sum.begun_ids, ClusterKind.BEGUN)


def _texts(category: str, lane_sum: LaneSum, day: int, lang: str) -> Iterator[tuple[str, Cluster]]:
    """Yield the text of each chip of a lane, and the events that it counts."""
    begun = Cluster(category, (day, day), 0, lane_sum.begun_ids, ClusterKind.BEGUN)
    for period, size in lane_sum.periods:
        text = QCoreApplication.translate("LaneChips", "{period}, day unknown: {number}")
        label = date_label(EventDate.from_point(period), lang)
        yield text.format(period=label, number=size), begun._replace(size=size, precision=period.precision)
    if size := lane_sum.within:
        text = QCoreApplication.translate("LaneChips", "day unknown: {number}")
        yield text.format(number=size), begun._replace(size=size, precision=Precision.WITHIN)
    if size := lane_sum.going_on:
        text = QCoreApplication.translate("LaneChips", "+{number} going on")
        yield text.format(number=size), begun._replace(size=size, precision=Precision.INTERVAL)

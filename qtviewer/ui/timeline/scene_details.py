"""What is painted of a frame of the timeline besides its scene."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from qtviewer.timeline.era_bands import EraBand
from qtviewer.timeline.thread_line import ThreadLine
from qtviewer.ui.timeline.era_layer import EraLayer
from qtviewer.ui.timeline.lane_labels import LaneLabel
from qtviewer.ui.timeline.time_band import TimeBand

if TYPE_CHECKING:
    from qtviewer.timeline.calendar_axis import CalendarLine


class SceneDetails(NamedTuple):
    """What is painted besides the scene."""

    lane_labels: Sequence[LaneLabel]
    selected: str
    """Id of the selected event, or an empty text."""
    bands: Sequence[TimeBand]
    calendar: "CalendarLine | None"
    """The axis' line for the Chinese calendar, or None until it is loaded."""
    is_moving: bool
    """Whether the view moves: cards that its edges cut are then painted without shortening their text."""
    today: int
    """Julian day number of the day that is marked."""
    empty_line: str = ""
    """What is said of the lanes without events in view; an empty text where there are none."""
    eras: tuple[EraLayer, Sequence[EraBand]] | None = None
    """What tells of the eras, and their bands in view."""
    thread: ThreadLine = ()
    """The line that joins the selected event to those that belong with it."""

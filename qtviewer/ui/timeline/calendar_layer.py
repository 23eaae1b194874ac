"""The Chinese calendar on the timeline: a band for each Spring Festival and the names of days in the axis."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor

from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.ticks import MeasureText
from qtviewer.ui.timeline.spring_festival import spring_festival_bands
from qtviewer.ui.timeline.time_band import TimeBand
from qtviewer.ui.view_model import ViewModel

if TYPE_CHECKING:
    from qtviewer.timeline.calendar_axis import CalendarAxis, CalendarLine


class CalendarLayer:
    """Computes both in the model's language and theme; `measure` returns the width of a name in pixels.

    Without room for names in the axis, `has_line` is False.
    """

    def __init__(self, model: ViewModel, measure: MeasureText, *, has_line: bool = True) -> None:
        self._model = model
        self._measure = measure
        self._has_line = has_line
        self._lang = model.state.lang
        self._band_color = QColor(model.theme.festival)
        self._axis: CalendarAxis | None = None

    def bands_and_line(self, scale: TimeScale) -> tuple[Sequence[TimeBand], "CalendarLine | None"]:
        """Return the bands and the axis' line of names for a view.

        Until the lunar calendar is loaded there is none, and it is loaded after the first frame.
        """
        if not self._model.has_lunar_calendar:
            QTimer.singleShot(0, self._model.load_lunar_calendar)
            return (), None
        bands = spring_festival_bands(scale, self._lang, self._band_color)
        if not self._has_line:
            return bands, None
        if self._axis is None:
            from qtviewer.timeline.calendar_axis import CalendarAxis  # noqa: PLC0415 - not on the way to the first frame

            self._axis = CalendarAxis(self._lang, self._measure)
        return bands, self._axis.line_at(scale)

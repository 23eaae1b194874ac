"""What the timeline shows of the Chinese calendar: a band for each Spring Festival and the axis' line of names."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.ticks import MeasureText
from qtviewer.ui.timeline.festival import festival_bands
from qtviewer.ui.timeline.time_band import TimeBand
from qtviewer.ui.view_model import ViewModel

if TYPE_CHECKING:
    from qtviewer.timeline.calendar_axis import CalendarAxis, CalendarLine

Layer = tuple[Sequence[TimeBand], "CalendarLine | None"]


class CalendarLayer:
    """The calendar in the model's language, for type that `measure` knows the widths of."""

    def __init__(self, model: ViewModel, measure: MeasureText) -> None:
        self._model = model
        self._measure = measure
        self._lang = model.state.lang
        self._axis: CalendarAxis | None = None

    def at(self, scale: TimeScale) -> Layer:
        """The bands and the line of names in a view; the first frame does not wait for them."""
        if not self._model.has_lunar_calendar:
            QTimer.singleShot(0, self._model.load_lunar_calendar)
            return (), None
        if self._axis is None:
            from qtviewer.timeline.calendar_axis import CalendarAxis  # noqa: PLC0415 - not on the way to the first frame

            self._axis = CalendarAxis(self._lang, self._measure)
        return festival_bands(scale, self._lang), self._axis.line_at(scale)

"""Move the timeline to a range of time: all events, the busiest year, a Spring Festival, today."""

from PySide6.QtCore import QObject, Signal

from qtviewer.domain.dates.day_number import civil_day, day_number
from qtviewer.timeline.busiest_years import busiest_festival_year
from qtviewer.ui.timeline.spring_festival import spring_festival_range
from qtviewer.ui.timeline.view import TimelineView
from qtviewer.ui.view_model import ViewModel


class TimeJumps(QObject):
    """Moves a timeline; `about_to_jump` is emitted before each move that "back" shall undo.

    `busiest_year` is the year with most events of the store, or None when it has no events.
    """

    about_to_jump = Signal()

    def __init__(self, model: ViewModel, timeline: TimelineView, busiest_year: int | None, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._navigation = timeline.navigation
        self._busiest_year = busiest_year or 0

    def jump_to(self, first: float, last: float) -> None:
        """Show the range from one day number to another."""
        self.about_to_jump.emit()
        self._navigation.fit(first, last)

    def jump_to_all(self) -> None:
        """Show all matching events."""
        self.about_to_jump.emit()
        self.fit_matches()

    def fit_matches(self) -> None:
        """Show all matching events as part of a move that is announced already."""
        extent = self._model.matches.extent(self._model.state.query)
        if extent is not None:
            self._navigation.fit(extent[0], extent[1] + 1)

    def jump_to_busiest_year(self) -> None:
        """Show the year with most events."""
        self.jump_to(day_number(self._busiest_year), day_number(self._busiest_year, 12, 31) + 1)

    def jump_to_busiest_festival(self) -> None:
        """Show the Spring Festival with most matching events."""
        self.jump_to_festival(busiest_festival_year(self._model.matches, self._busiest_year))

    def jump_to_festival(self, year: int) -> None:
        """Show the Spring Festival of a year."""
        self.jump_to(*spring_festival_range(year))

    def jump_to_today(self) -> None:
        """Show today in the middle, with as much time as now."""
        self.about_to_jump.emit()
        self._navigation.centre_on(self._model.today + 0.5)

    def list_this_day(self) -> None:
        """List the events of today's month and day in all years."""
        _year, month, day = civil_day(self._model.today)
        self._model.open_day((month, day))

"""The calendar menu: the events of today's month and day, and the Spring Festival of each year of the store."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from qtviewer.domain.dates.calendar_days import year_name
from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.event_query import EventQuery
from qtviewer.ui.look.menu_style import apply_menu_style
from qtviewer.ui.timeline.spring_festival import FESTIVAL_YEARS
from qtviewer.ui.view_model import ViewModel

_MOST_YEARS_IN_MENU: Final = 16  # years, above which each decade has a menu of its own


class CalendarMenu(QMenu):
    """Emits `festival_chosen` with a year, or `this_day_chosen`."""

    festival_chosen = Signal(int)
    this_day_chosen = Signal()

    def __init__(self, model: ViewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lang, self._theme = model.state.lang, model.theme
        apply_menu_style(self, self._theme)
        self._this_day = self.addAction(self.tr("On this day"))
        self.triggered.connect(self._emit_choice)
        years = list(festival_years(model))
        if years:
            self.addSeparator()
            self.addAction(self.tr("Spring Festival")).setEnabled(False)  # a heading for the years below
            self._add_years(years)

    def _add_years(self, years: list[int]) -> None:
        decades = sorted({year // 10 * 10 for year in years}) if len(years) > _MOST_YEARS_IN_MENU else []
        for decade in decades:
            menu = self.addMenu(self.tr("{decade}s").format(decade=decade))
            apply_menu_style(menu, self._theme)
            self._add_to(menu, [year for year in years if year // 10 * 10 == decade])
        if not decades:
            self._add_to(self, years)

    def _add_to(self, menu: QMenu, years: list[int]) -> None:
        for year in years:
            menu.addAction(f"{year} · {year_name(year, self._lang)}").setData(year)

    def _emit_choice(self, action: QAction) -> None:
        """Emit the signal of an action of this menu or of the menu of a decade."""
        if action is self._this_day:
            self.this_day_chosen.emit()
        elif action.data() is not None:
            self.festival_chosen.emit(action.data())


def festival_years(model: ViewModel) -> Iterator[int]:
    """Yield the years of the store whose Spring Festival is known."""
    days = model.source.extent(EventQuery())
    if days is not None:
        first, last = (civil_day(day).year for day in days)
        yield from range(max(first, FESTIVAL_YEARS.start), min(last + 1, FESTIVAL_YEARS.stop))

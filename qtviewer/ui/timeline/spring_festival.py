"""The Spring Festival, from New Year's Eve to the Lantern Festival, as a band behind the cards."""

from functools import cache

from PySide6.QtGui import QColor

from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.lunar import new_year_of
from qtviewer.timeline.scale import TimeScale
from qtviewer.ui.timeline.time_band import TimeBand

FESTIVAL_YEARS = range(1901, 2101)
_MIN_WIDTH = 6.0  # pixels below which a band would be a line
_DAYS = 16  # from New Year's Eve to the 15th day of the first month


@cache
def spring_festival_range(year: int) -> tuple[float, float]:
    """Return the times at which the festival of a year (1901-2100) begins and ends, as day numbers."""
    new_year = new_year_of(year)
    return float(new_year - 1), float(new_year - 1 + _DAYS)


def spring_festival_bands(scale: TimeScale, lang: str, color: QColor) -> list[TimeBand]:
    """Return the bands in view in a colour; none where they would be too narrow to see."""
    if _DAYS * scale.pixels_per_day < _MIN_WIDTH:
        return []
    years = range(civil_day(int(scale.left)).year, civil_day(int(scale.right)).year + 1)
    label = "除夕—元宵" if lang == "zh" else "Spring Festival"
    ranges = (spring_festival_range(year) for year in years if year in FESTIVAL_YEARS)
    return [TimeBand(first, last, color, label) for first, last in ranges if last > scale.left and first < scale.right]

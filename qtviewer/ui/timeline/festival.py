"""The Spring Festival, from New Year's Eve to the Lantern Festival, as a band behind the cards."""

from functools import cache

from qtviewer.domain.dates.day_number import civil_day
from qtviewer.domain.dates.lunar import new_year_of
from qtviewer.timeline.scale import TimeScale
from qtviewer.ui.timeline.time_band import TimeBand

FESTIVAL_YEARS = range(1901, 2101)
_LEAST_WIDTH = 6.0  # pixels below which a band would be a line
_DAYS = 16  # from New Year's Eve to the 15th day of the first month


@cache
def festival_stretch(year: int) -> tuple[float, float]:
    """Times at which the festival of a year, 1901-2100, begins and ends."""
    new_year = new_year_of(year)
    return float(new_year - 1), float(new_year - 1 + _DAYS)


def festival_bands(scale: TimeScale, lang: str) -> list[TimeBand]:
    """The bands in view, none when they would be too narrow to see."""
    if _DAYS * scale.pixels_per_day < _LEAST_WIDTH:
        return []
    first, last = civil_day(int(scale.left)).year, civil_day(int(scale.right)).year
    label = "除夕—元宵" if lang == "zh" else "Spring Festival"
    stretches = (festival_stretch(year) for year in range(first, last + 1) if year in FESTIVAL_YEARS)
    return [TimeBand(*stretch, label) for stretch in stretches if stretch[1] > scale.left and stretch[0] < scale.right]

"""The eras of a store on the timeline: their bands in view, and what they are called."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import name_in_language
from qtviewer.timeline.era_bands import BandScale, EraBand, era_bands
from qtviewer.timeline.era_rows import MOST_ROWS, EraDays, EraRow, era_rows
from qtviewer.timeline.scale import TimeScale
from qtviewer.ui.look.band_color import band_color
from qtviewer.ui.timeline.time_band import TimeBand
from qtviewer.ui.view_model import ViewModel

_MOST_LINES = 8  # eras that are told of a band of several


def rows_of_eras(model: ViewModel, most: int = MOST_ROWS) -> tuple[EraRow, ...]:
    """Return the eras of a model's store in rows, at most so many; those that are going on last until today."""
    eras = model.source.vocabulary.eras.values()
    return era_rows((EraDays.of(era, model.today) for era in eras), most)


class EraLayer:
    """Tells where the eras in some rows are in view, in the language and the theme of a model.

    `ground`: colour of the lanes as #RRGGBB, behind which the bands are
    """

    def __init__(self, model: ViewModel, rows: Sequence[EraRow], ground: str) -> None:
        self._eras = model.source.vocabulary.eras
        self._theme, self._lang = model.theme, model.state.lang
        self._rows = rows
        self._ground = ground
        self._colors: dict[str, tuple[QColor, QColor]] = {}

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def title(self) -> str:
        """What the rows are called."""
        return QCoreApplication.translate("EraLayer", "Eras")

    def bands(self, scale: TimeScale) -> list[EraBand]:
        """Return the bands in a view."""
        return era_bands(self._rows, BandScale(scale.x_at, scale.time_at, scale.width)) if self._rows else []

    def grounds(self, bands: Sequence[EraBand]) -> list[TimeBand]:
        """Return what stands behind the lanes for some bands: nothing for narrow eras that share one."""
        return [TimeBand(band.first, band.last, self._ground_of(band.ids[0])) for band in bands if len(band.ids) == 1]

    def _ground_of(self, era_id: str) -> QColor:
        era = self._eras[era_id]
        return band_color(self._theme, era.color_dark if self._theme.is_dark else era.color, self._ground)

    def colors(self, band: EraBand) -> tuple[QColor, QColor]:
        """Return the colour of a band, which is that of its era or muted for several, and that of its ground."""
        key = band.ids[0] if len(band.ids) == 1 else ""
        if key not in self._colors:
            color = self._theme.era_color(self._eras[key]) if key else QColor(self._theme.muted)
            self._colors[key] = color, self._theme.tinted(color)
        return self._colors[key]

    def is_approximate(self, band: EraBand) -> bool:
        """Return whether the beginning or the end of a band's one era is not known for certain."""
        return len(band.ids) == 1 and self._eras[band.ids[0]].date.approximate

    def name(self, band: EraBand) -> str:
        """Return the name of a band's era, or how many it has; without those that it hides."""
        if len(band.ids) == 1:
            return name_in_language(self._eras[band.ids[0]].names, self._lang)
        return QCoreApplication.translate("EraLayer", "{number} eras").format(number=len(band.ids))

    def lines(self, band: EraBand) -> list[str]:
        """Return name and date of each era of a band, also of those it hides; of many the first ones and the number."""
        keys = [*band.ids, *band.hidden]
        shown = [self._eras[key] for key in keys[:_MOST_LINES]]
        lines = [f"{name_in_language(era.names, self._lang)}, {date_label(era.date, self._lang)}" for era in shown]
        return lines + ([f"+{len(keys) - len(shown)}"] if len(keys) > len(shown) else [])

"""The eras of a poster: rows of names above the lanes, and bands behind them; all lengths in tenths of a millimetre."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from qtviewer.exchange.export_job import ExportJob
from qtviewer.exchange.export_texts import export_text
from qtviewer.printing.poster_text import PosterFonts
from qtviewer.timeline.era_bands import BandScale, EraBand, era_bands
from qtviewer.timeline.era_rows import EraDays, era_rows
from qtviewer.timeline.poster_scale import PosterScale
from qtviewer.ui.look.band_color import band_color
from qtviewer.ui.look.era_line import paint_era_line
from qtviewer.ui.look.theme import LIGHT

_MOST_ROWS: Final = 6
_ROW_HEIGHT: Final = 52.0
_ROW_GAP: Final = 5.0  # below each row
_LINE_HEIGHT: Final = 5.0  # of the line in the colour of an era
_NAME_SIZE: Final = 30
_ELLIPSIS: Final = "…"  # which alone tells nothing


class PosterEras:
    """Paints the eras with some names by id; `height` is that of their rows."""

    def __init__(self, job: ExportJob, names: Mapping[str, str], fonts: PosterFonts) -> None:
        self._eras, self._names = {key: job.vocabulary.eras[key] for key in names}, names
        self._rows = era_rows((EraDays.of(era, job.query.today) for era in self._eras.values()), _MOST_ROWS)
        self._lang = job.languages[0]
        self._font = fonts.font(_NAME_SIZE)
        self._metrics = QFontMetricsF(self._font)
        self.height = len(self._rows) * _ROW_HEIGHT

    def paint_bands(self, painter: QPainter, scale: PosterScale, lanes_height: float) -> None:
        """Paint bands from their names down to the end of the lanes; the painter's y counts from the first lane."""
        for band in self._bands(scale):
            if len(band.ids) == 1:
                color, top = band_color(LIGHT, self._eras[band.ids[0]].color, LIGHT.panel), self._top(band)
                painter.fillRect(QRectF(band.left, top, band.right - band.left, lanes_height - top), color)

    def paint_names(self, painter: QPainter, scale: PosterScale) -> None:
        """Paint the rows of names above the lanes."""
        for band in self._bands(scale):
            self._paint_name(painter, band)

    def _bands(self, scale: PosterScale) -> list[EraBand]:
        return era_bands(self._rows, BandScale(scale.x_at, scale.time_at, scale.positions[-1]))

    def _top(self, band: EraBand) -> float:
        return band.row * _ROW_HEIGHT - self.height

    def _paint_name(self, painter: QPainter, band: EraBand) -> None:
        color = LIGHT.era_color(self._eras[band.ids[0]]) if len(band.ids) == 1 else QColor(LIGHT.muted)
        box = QRectF(band.left, self._top(band), max(band.right - band.left, 1.0), _ROW_HEIGHT - _ROW_GAP)
        painter.fillRect(box, LIGHT.tinted(color))
        line = box.adjusted(0, box.height() - _LINE_HEIGHT, 0, 0)
        is_approximate = len(band.ids) == 1 and self._eras[band.ids[0]].date.approximate
        paint_era_line(painter, line, color, is_approximate=is_approximate)
        if band.name_room is None:
            return
        left, right = band.name_room
        hidden = f" +{len(band.hidden)}" if band.hidden else ""
        room = right - left - self._metrics.horizontalAdvance(hidden)
        name = self._metrics.elidedText(self._name(band), Qt.TextElideMode.ElideRight, room)
        text = ("" if name == _ELLIPSIS else name) + hidden
        painter.setFont(self._font)
        painter.setPen(QPen(QColor(LIGHT.ink)))
        baseline = box.top() + (box.height() - _LINE_HEIGHT + self._metrics.capHeight()) / 2
        painter.drawText(QPointF(left, baseline), text.strip())

    def _name(self, band: EraBand) -> str:
        if len(band.ids) == 1:
            return self._names[band.ids[0]]
        return export_text("eras", self._lang).format(number=len(band.ids))

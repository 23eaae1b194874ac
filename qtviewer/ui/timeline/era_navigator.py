"""The eras in view as something to point at: finding one, and showing all of its time."""

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from qtviewer.timeline.era_bands import EraBand
from qtviewer.ui.timeline.content import TimelineContent
from qtviewer.ui.timeline.navigation import TimelineNavigation

_MOST_NAMES = 8  # of the eras in view


class EraNavigator(QObject):
    """Finds the eras of a timeline, and moves it to one; `about_to_jump` is emitted before it moves."""

    about_to_jump = Signal()

    def __init__(self, content: TimelineContent, navigation: TimelineNavigation, parent: QObject) -> None:
        super().__init__(parent)
        self._content = content
        self._navigation = navigation

    def bands(self) -> list[EraBand]:
        """Return the bands of the eras in view."""
        return self._content.eras.bands(self._content.scale())

    def box(self, band: EraBand) -> QRectF:
        """Return where a band is painted, in pixels of the widget that is painted on."""
        return self._content.scene_painter.eras.box(band).translated(self._content.margins.names_width, 0)

    def band_at(self, position: QPointF) -> EraBand | None:
        """Return the band at a point of the widget that is painted on, or None; the uppermost where two overlap."""
        if not 0 <= position.y() - self._content.margins.eras_top < self._content.margins.eras_height:
            return None
        return next((band for band in reversed(self.bands()) if self.box(band).contains(position)), None)

    def names(self) -> list[str]:
        """Return what is written in the bands in view, row by row; of many the first ones."""
        return [self.name(band) for band in self.bands()[:_MOST_NAMES]]

    def name(self, band: EraBand) -> str:
        """Return the name of a band's era, or how many it has."""
        return self._content.eras.name(band)

    def lines(self, band: EraBand) -> list[str]:
        """Return name and date of each era of a band, of many the first ones and how many more there are."""
        return self._content.eras.lines(band)

    def show_whole(self, band: EraBand) -> None:
        """Show the time of a band from its beginning to its end."""
        self.about_to_jump.emit()
        self._navigation.fit(band.first, band.last)

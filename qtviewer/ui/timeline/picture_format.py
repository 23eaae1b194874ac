"""The format of pictures that fill a widget."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

from qtviewer.ui.look.theme import Theme


class PictureFormat(NamedTuple):
    """All that the pictures of a widget depend on besides what they show."""

    theme: Theme
    size: QSize
    """Size of the widget in pixels."""
    ratio: float
    """Number of screen pixels in a pixel, along each side."""

    def blank_picture(self) -> QPixmap:
        """Return a transparent picture."""
        picture = QPixmap(round(self.size.width() * self.ratio), round(self.size.height() * self.ratio))
        picture.setDevicePixelRatio(self.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        return picture

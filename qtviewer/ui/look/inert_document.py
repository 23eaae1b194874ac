"""A document that opens no file and no address, whatever its text says."""

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QTextDocument

from qtviewer.ui.guard import guarded


@guarded
class InertDocument(QTextDocument):
    """A document for texts of others: pictures and style sheets that these name are not read."""

    def loadResource(self, kind: int, _name: QUrl | str) -> Any:  # noqa: N802 - Qt's name
        """Return one transparent pixel for a picture, as Qt opens the path itself where it gets none; else nothing."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return ""
        pixel = QImage(1, 1, QImage.Format.Format_ARGB32)
        pixel.fill(0)
        return pixel

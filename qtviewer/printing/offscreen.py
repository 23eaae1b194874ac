"""A Qt application without a display, for painting files and pictures."""

import os
import sys
from typing import Final

from PySide6.QtWidgets import QApplication

_PLATFORM: Final = "QT_QPA_PLATFORM"
_created: Final[list[QApplication]] = []


def offscreen_application() -> QApplication:
    """Return the QApplication of this process; create one with Qt's platform "offscreen" when there is none yet."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    if not os.environ.get(_PLATFORM, "").startswith("offscreen"):  # it may be described further
        os.environ[_PLATFORM] = "offscreen"
    _created.append(QApplication(sys.argv[:1]))
    return _created[0]

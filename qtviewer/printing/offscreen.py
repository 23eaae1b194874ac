"""Qt where no window is to be seen: files and pictures need no display."""

import os
import sys
from typing import Final

from PySide6.QtWidgets import QApplication

_PLATFORM: Final = "QT_QPA_PLATFORM"
_kept: Final[list[QApplication]] = []


def offscreen_application() -> QApplication:
    """The application of this process, made without a display where there is none yet."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    if not os.environ.get(_PLATFORM, "").startswith("offscreen"):  # it may be described further
        os.environ[_PLATFORM] = "offscreen"
    _kept.append(QApplication(sys.argv[:1]))
    return _kept[0]

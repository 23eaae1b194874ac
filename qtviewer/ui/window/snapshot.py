"""Save a picture of a window."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from qtviewer.atomic_file import atomic_replacement
from qtviewer.domain.errors import ViewerError
from qtviewer.ui.guard import raised_failures

if TYPE_CHECKING:
    from qtviewer.ui.kiosk.kiosk_window import KioskWindow
    from qtviewer.ui.window.main_window import MainWindow

_MAX_SIDE: Final = 16_384  # pixels in each direction


def save_picture(
    application: QApplication, window: "MainWindow | KioskWindow", size: tuple[int, int], output: Path
) -> None:
    """Write a picture of the complete window to a PNG file.

    `size` is width and height in pixels. Raises ViewerError when the size is too large or too small for the window or
    the file cannot be written.
    """
    with raised_failures():
        picture = _paint(application, window, size)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):
        raise ViewerError(f"{output}: there is not enough memory for a picture of {size[0]}x{size[1]}")
    try:
        with atomic_replacement(output) as temporary:
            temporary.write_bytes(buffer.data().data())
    except OSError as error:
        raise ViewerError(f"{output}: cannot be written ({error.strerror})") from error


def _paint(application: QApplication, window: "MainWindow | KioskWindow", size: tuple[int, int]) -> QPixmap:
    width, height = size
    if max(size) > _MAX_SIDE:
        raise ViewerError(f"{width}x{height} is too large for a picture; at most {_MAX_SIDE}x{_MAX_SIDE}")
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # laid out, but without a window of the system
    window.resize(width, height)
    window.ensurePolished()
    if (layout := window.layout()) is not None:
        layout.activate()  # Qt's offscreen system complains when it learns the least size only after it made the window
    window.show()
    application.processEvents()
    if (window.width(), window.height()) != size:
        raise ViewerError(f"{width}x{height} is too small; the window needs {window.width()}x{window.height()}")
    window.grab()  # what comes after the first frame is asked for
    application.processEvents()
    while window.is_busy:
        application.processEvents()
    picture = QPixmap(width, height)  # one pixel each, whatever the system's scale factor
    window.render(picture)
    return picture

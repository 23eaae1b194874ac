"""The window as a picture."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication, QWidget

from qtviewer.atomic_file import replaced_file
from qtviewer.domain.errors import ViewerError


def save_picture(application: QApplication, window: QWidget, output: Path) -> None:
    """Write a widget as it looks when it is complete to a PNG file; ViewerError when it cannot be written."""
    window.show()
    for _ in range(3):  # shown; loaded what came after the first frame; shown again
        application.processEvents()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with replaced_file(output) as temporary:
            temporary.write_bytes(buffer.data().data())
    except OSError as error:
        raise ViewerError(f"{output}: cannot be written ({error.strerror})") from error

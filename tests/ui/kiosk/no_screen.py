"""A program that opens a kiosk and takes its screen away, from 0 pixels at the start to 0 pixels again.

Prints the widths of the screen and of the kiosk's sizes. An exception that leaves an override may end the process, so
tests run this as one of its own.
"""

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication

from qtviewer.app.stores import open_source
from qtviewer.kiosk.config import KioskConfig
from qtviewer.resources import shipped_store_path
from qtviewer.ui.kiosk.run import open_window

application = QApplication([])
window = open_window(KioskConfig(reduced_motion=True), open_source(shipped_store_path()))
window.open()
application.processEvents()
window.setGeometry(QRect(0, 0, 1080, 1920))
window.showFullScreen()
window.setGeometry(QRect(0, 0, 0, 0))
application.sendEvent(window, QResizeEvent(window.size(), window.size()))
window.grab()
print(QGuiApplication.screens()[0].geometry().width(), window.sizes.width)  # noqa: T201 - what the test reads

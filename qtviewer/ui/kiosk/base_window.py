"""Base of the kiosk's windows: fills a screen, cannot be closed without the PIN, hides the cursor, sets all sizes."""

import logging
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.guard import guarded
from qtviewer.ui.kiosk.input_filter import InputCallbacks, InputFilter
from qtviewer.ui.kiosk.style import kiosk_style_sheet
from qtviewer.ui.look.style_sheet import palette
from qtviewer.ui.look.theme import Theme

CURSOR_SECONDS: Final = 3.0
"""Seconds without a movement after which the cursor is hidden."""
_SCREEN_CHANGE: Final = 400  # milliseconds from the first sign of changed screens until all have changed
log = logging.getLogger("qtviewer.kiosk")


@guarded
class KioskBaseWindow(QWidget):
    """A kiosk's window; subclasses override the methods that do nothing here.

    `ended` is emitted with an exit status when staff leave, or the program shall start anew. `clock` is monotonic and
    returns seconds; `sizes` are those of the window on its screen.
    """

    ended = Signal(int)

    def __init__(self, config: KioskConfig, clock: Callable[[], float]) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint)
        self.setObjectName("kiosk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.config, self.clock = config, clock
        self.sizes = KioskSizes(1080, 1920, 2.0)
        self._is_leaving = False
        self._cursor_moved = clock()
        self._is_cursor_hidden = False
        self._paint_callbacks: list[Callable[[], None]] = []
        callbacks = InputCallbacks(self.handle_touch, self.ask_for_pin, self.handle_key, self._show_cursor)
        self.input_filter = InputFilter(callbacks, clock, self)
        self._screen_change_timer = QTimer(self, singleShot=True, interval=_SCREEN_CHANGE)
        self._screen_change_timer.timeout.connect(self.fill_screen)

    # --- for subclasses

    def handle_touch(self) -> bool:
        """React to a touch of the screen; return whether the touch shall do nothing else."""
        return False

    def ask_for_pin(self) -> None:
        """Show the PIN pad."""

    def handle_key(self, key: int) -> None:
        """React to a pressed key, a `Qt.Key` as a number."""

    def apply_sizes(self, sizes: KioskSizes) -> None:
        """Lay out everything in other sizes."""

    def leave(self, status: int) -> None:
        """Close the window and emit `ended` with an exit status."""
        self._is_leaving = True
        self.input_filter.allow_close()
        self._show_cursor()
        self.close()
        self.ended.emit(status)

    # --- theme and sizes

    def apply_theme(self, theme: Theme) -> None:
        """Apply a theme to the window and all in it."""
        QApplication.setFont(theme.font(17))
        self.setPalette(palette(theme))
        style = kiosk_style_sheet(theme, self.sizes)
        if style != self.styleSheet():  # Qt restyles every widget even when the style sheet is the same
            self.setStyleSheet(style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Update all sizes: the screen may have been turned."""
        super().resizeEvent(event)
        self.update_sizes()

    def update_sizes(self) -> None:
        """Compute the sizes for the window on its screen and apply them; do nothing while window or screen is empty.

        Where the last screen is switched off, Wayland leaves a screen without a name that is 0 pixels wide and high.
        """
        size = self.size()
        screen = self.screen().size() if self.isFullScreen() else size
        if size.isEmpty() or screen.isEmpty():
            return
        self.sizes = KioskSizes.of(
            size.width(), size.height(), (screen.width(), screen.height()), self.config.screen_diagonal
        )
        self.input_filter.pixels_per_mm = self.sizes.pixels_per_mm
        self.apply_sizes(self.sizes)

    # --- screens

    def open(self) -> None:
        """Fill the config's screen, now and whenever screens change."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            for signal in (application.screenAdded, application.screenRemoved, application.primaryScreenChanged):
                signal.connect(lambda _screen: self._screen_change_timer.start())
        self.fill_screen()

    def fill_screen(self) -> None:
        """Fill the config's screen, or the first one if that is missing; do nothing while there is no screen."""
        screens = [screen for screen in QGuiApplication.screens() if not screen.geometry().isEmpty()]
        named = [screen for screen in screens if screen.name() == self.config.screen]
        if self.config.screen and not named:
            log.warning("screen %r is not there; found %s", self.config.screen, [screen.name() for screen in screens])
        if screens:
            self._fill((named or screens)[0])

    def _fill(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._screen_change_timer.start, Qt.ConnectionType.UniqueConnection)
        if self.screen() is not screen:
            self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.update_sizes()

    def changeEvent(self, event: QEvent) -> None:
        """Come back when a desktop has minimised the window, as its shortcut that shows the desktop does."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self._screen_change_timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Filter the input of the system's window, which is another one after some changes of screens."""
        super().showEvent(event)
        self._filter_input()

    def event(self, event: QEvent) -> bool:
        """Filter the input of another window of the system as soon as there is one."""
        if event.type() == QEvent.Type.WinIdChange:
            self._filter_input()
        return super().event(event)

    def _filter_input(self) -> None:
        if (handle := self.windowHandle()) is not None:
            self.input_filter.watch(handle)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Refuse to close, unless `leave` was called."""
        if self._is_leaving:
            super().closeEvent(event)
        else:
            event.ignore()

    # --- painting

    def call_after_paint(self, callback: Callable[[], None]) -> None:
        """Call a function after the window was painted once more, or at once while the window cannot be seen."""
        handle = self.windowHandle()
        if handle is None or not handle.isExposed():
            callback()
            return
        self._paint_callbacks.append(callback)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the window, then call the functions that `call_after_paint` was given."""
        super().paintEvent(event)
        callbacks, self._paint_callbacks = self._paint_callbacks, []
        for callback in callbacks:
            callback()

    # --- cursor

    def _show_cursor(self) -> None:
        self._cursor_moved = self.clock()
        if self._is_cursor_hidden:
            self._is_cursor_hidden = False
            QApplication.restoreOverrideCursor()

    def hide_idle_cursor(self) -> None:
        """Hide the cursor when it has not moved for CURSOR_SECONDS."""
        if not self._is_cursor_hidden and self.clock() - self._cursor_moved >= CURSOR_SECONDS:
            self._is_cursor_hidden = True
            QApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)

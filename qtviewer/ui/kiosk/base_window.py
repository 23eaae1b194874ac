"""A window that fills a screen and stays: no frame, no way out but the PIN, no cursor, measured for hands and eyes."""

import logging
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.sizes import Measures
from qtviewer.ui.kiosk.input_filter import Guard, Reactions
from qtviewer.ui.kiosk.style import kiosk_style
from qtviewer.ui.look.theme import Theme, palette

CURSOR_SECONDS: Final = 3.0
_SETTLE: Final = 400  # milliseconds until screens that change have changed
log = logging.getLogger("qtviewer.kiosk")


class KioskFrame(QWidget):
    """What the kiosk's windows have in common; those that differ override what is empty here.

    `ended` tells an exit status: staff leave, or the program is to start anew.
    """

    ended = Signal(int)

    def __init__(self, config: KioskConfig, clock: Callable[[], float]) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint)
        self.setObjectName("kiosk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.config, self.clock = config, clock
        self.measures = Measures(1080, 1920, 2.0)
        self._is_leaving = self._is_sized = False
        self._cursor_moved = clock()
        self._is_cursor_hidden = False
        self._painted: list[Callable[[], None]] = []
        reactions = Reactions(self.touched, self.staff_wanted, self.typed, self._show_cursor)
        self.guard = Guard(reactions, clock, self)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE)
        self._settling.timeout.connect(self.take_place)

    # --- what follows from touches

    def touched(self) -> bool:
        """Somebody touched the screen; whether the touch does nothing else."""
        return False

    def staff_wanted(self) -> None:
        """Somebody asked for the PIN pad."""

    def typed(self, key: int) -> None:
        """A key was pressed."""

    def fit(self, measures: Measures) -> None:
        """Take on other sizes."""

    def leave(self, status: int) -> None:
        """End, with an exit status."""
        self._is_leaving = True
        self.guard.let_go()
        self._show_cursor()
        self.close()
        self.ended.emit(status)

    # --- look

    def wear(self, theme: Theme) -> None:
        """Take on a theme."""
        QApplication.setFont(theme.font(17))
        self.setPalette(palette(theme))
        style = kiosk_style(theme, self.measures)
        if style != self.styleSheet():  # the same one once more would cost as much as another
            self.setStyleSheet(style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure everything anew: the screen may have been turned."""
        super().resizeEvent(event)
        self.measure()

    def measure(self) -> None:
        """Take on the window's own size on its screen; sizes stay as they were while either is empty.

        Where the last screen is switched off, Wayland leaves a screen without a name that is 0 pixels wide and high.
        """
        size = self.size()
        screen = self.screen().size() if self.isFullScreen() else size
        if size.isEmpty() or screen.isEmpty():
            return
        self.measures = Measures.of(
            size.width(), size.height(), (screen.width(), screen.height()), self.config.screen_diagonal
        )
        self.guard.per_mm = self.measures.per_mm
        self.fit(self.measures)

    # --- screens

    def open(self) -> None:
        """Fill the chosen screen, now and whenever screens change."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            for signal in (application.screenAdded, application.screenRemoved, application.primaryScreenChanged):
                signal.connect(lambda _screen: self._settling.start())
        self.take_place()

    def take_place(self) -> None:
        """Fill the chosen screen, or the first one there is; without any, wait for one."""
        screens = [screen for screen in QGuiApplication.screens() if not screen.geometry().isEmpty()]
        named = [screen for screen in screens if screen.name() == self.config.screen]
        if self.config.screen and not named:
            log.warning("screen %r is not there; found %s", self.config.screen, [each.name() for each in screens])
        if screens:
            self._fill((named or screens)[0])

    def _fill(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._settling.start, Qt.ConnectionType.UniqueConnection)
        if self.screen() is not screen:
            self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.measure()

    def changeEvent(self, event: QEvent) -> None:
        """Come back when a desktop has put the window away, as its chord that shows the desktop does."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized():
            self._settling.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Stand guard before the system's window, which is another one after some changes of screens."""
        super().showEvent(event)
        self._watch_window()

    def event(self, event: QEvent) -> bool:
        """Notice another window of the system."""
        if event.type() == QEvent.Type.WinIdChange:
            self._watch_window()
        return super().event(event)

    def _watch_window(self) -> None:
        if (handle := self.windowHandle()) is not None:
            self.guard.watch(handle)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay, unless staff leave."""
        if self._is_leaving:
            super().closeEvent(event)
        else:
            event.ignore()

    # --- signs of life

    def after_paint(self, tell: Callable[[], None]) -> None:
        """Tell when the window was really painted, or at once while nobody could see it and nothing is painted."""
        handle = self.windowHandle()
        if handle is None or not handle.isExposed():
            tell()
            return
        self._painted.append(tell)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, and tell who waits for it."""
        super().paintEvent(event)
        waiting, self._painted = self._painted, []
        for tell in waiting:
            tell()

    # --- cursor

    def _show_cursor(self) -> None:
        self._cursor_moved = self.clock()
        if self._is_cursor_hidden:
            self._is_cursor_hidden = False
            QApplication.restoreOverrideCursor()

    def hide_idle_cursor(self) -> None:
        """Hide the cursor when it has not moved for some seconds."""
        if not self._is_cursor_hidden and self.clock() - self._cursor_moved >= CURSOR_SECONDS:
            self._is_cursor_hidden = True
            QApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)

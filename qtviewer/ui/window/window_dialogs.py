"""Menus and dialogs over the main window, each made when it is opened."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.window.time_jumps import TimeJumps

if TYPE_CHECKING:
    from qtviewer.ui.files.exchange_interface import Exchange
    from qtviewer.ui.files.export_dialog import ExportDialog
    from qtviewer.ui.files.import_dialog import ImportDialog


class WindowDialogs(QObject):
    """Opens the menus and dialogs of a window.

    `make_exchange` returns what reads and writes files; without it, export and import are not offered.
    """

    def __init__(
        self, model: ViewModel, jumps: TimeJumps, make_exchange: "Callable[[], Exchange] | None", window: QWidget
    ) -> None:
        super().__init__(window)
        self._model = model
        self._jumps = jumps
        self._make_exchange = make_exchange
        self._window = window
        self.export_dialog: ExportDialog | None = None
        self.import_dialog: ImportDialog | None = None

    def open_help(self) -> None:
        """Show the keys and gestures."""
        from qtviewer.ui.window.help_sheet import HelpSheet  # noqa: PLC0415 - not on the way to the first frame

        sheet = HelpSheet(self._model.theme, self._window)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def open_calendar_menu(self, button: QWidget) -> None:
        """Show the menu of this day and the Spring Festivals below a button."""
        from qtviewer.ui.window.calendar_menu import CalendarMenu  # noqa: PLC0415 - not on the way to the first frame

        menu = CalendarMenu(self._model, self._window)
        menu.festival_chosen.connect(self._jumps.jump_to_festival)
        menu.this_day_chosen.connect(self._jumps.list_this_day)
        menu.popup(_below(button))

    def open_appearance_menu(self, button: QWidget) -> None:
        """Show the menu of text size, colours and movement below a button."""
        from qtviewer.ui.window.appearance_menu import AppearanceMenu  # noqa: PLC0415 - not on the way to the first frame

        AppearanceMenu(self._model, self._window).popup(_below(button))

    def open_export(self) -> None:
        """Show the dialog that writes the matching events to a file."""
        from qtviewer.ui.files.export_dialog import ExportDialog  # noqa: PLC0415 - not on the way to the first frame

        if self._make_exchange is not None:
            self.export_dialog = ExportDialog(self._model, self._make_exchange(), self._window)
            self.export_dialog.import_wanted.connect(self.open_import)
            self.export_dialog.open()

    def open_import(self) -> None:
        """Show the dialog that reads events from a file."""
        from qtviewer.ui.files.import_dialog import ImportDialog  # noqa: PLC0415 - not on the way to the first frame

        if self._make_exchange is not None:
            self.import_dialog = ImportDialog(self._model, self._make_exchange(), self._window)
            self.import_dialog.open()


def _below(button: QWidget) -> QPoint:
    return button.mapToGlobal(button.rect().bottomLeft())

"""The help sheet: a table of keys and gestures over the window; the README has the same table."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from qtviewer.ui.look.style_sheet import palette
from qtviewer.ui.look.theme import Theme


class HelpSheet(QDialog):
    """A dialog with two columns: the key or gesture, and what it does."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys and gestures"))
        self._theme = theme
        self.setPalette(palette(theme))  # a dialog does not inherit the palette of its parent window
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setObjectName("framed")
        area.setWidget(self._table())
        area.setAccessibleName(self.windowTitle())
        close = QPushButton(self.tr("Close"), self)
        close.setAccessibleName(close.text())
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(area, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus()
        available = parent.size()
        self.resize(min(theme.px(860), available.width() - 40), min(theme.px(640), available.height() - 40))

    def rows(self) -> list[tuple[str, str]]:
        """Return the key or gesture and its effect for each row."""
        return [
            (self.tr("turn the wheel; + -; pinch with two fingers"),
             self.tr("zoom, at the pointer or between the fingers")),
            (self.tr("drag or flick; Shift and wheel; PgUp, PgDn"), self.tr("move along time")),
            (self.tr("click a card"), self.tr("read the event; a stack of cards opens as a list")),
            (self.tr("double-click a card"), self.tr("zoom to the event, or to the days or hours of a stack")),
            (self.tr("← → ↑ ↓, Home, End"), self.tr("go from event to event, and from lane to lane")),
            (self.tr("click the name of a lane; Enter"),
             self.tr("open the lane wide, with a card for as many events as there is room for; again: as before")),
            (self.tr("click a chip at the name of a lane; Space, for one after the other"),
             self.tr("list what goes on from before the view, or is known only by its day, month, year or century")),
            (self.tr("click an era above the lanes"), self.tr("show it from its beginning to its end")),
            (self.tr("click a category"), self.tr("switch it on or off; double-click shows only it")),
            (self.tr("“Export…”"), self.tr("write the events of the screen to a file, or read others from one")),
            (self.tr("/ or Ctrl+F"),
             self.tr("search; Enter goes to the next hit, Shift+Enter to the one before; Esc leaves the search")),
            (self.tr("Alt and ← or →; the side buttons of a mouse"),
             self.tr("go back to what was shown before, and forward again")),
            (self.tr("click a name below an event"),
             self.tr("see all events of that person, organisation, place or topic")),
            (self.tr("F9; click the line beside the details"),
             self.tr("fold the details away, or show them again; drag the line to make them wider")),
            (self.tr("drag in the strip at the bottom; there ← → + -"),
             self.tr("move or resize the stretch of time in view")),
            (self.tr("Tab, Shift+Tab; Space"), self.tr("go from control to control; press the one that has the focus")),
            (self.tr("“Aa”"), self.tr("choose the size of text, the colours, or no movement")),
            (self.tr("F1 or ?; the button “?”"), self.tr("show these keys and gestures; Esc closes them")),
        ]  # fmt: skip

    def _table(self) -> QWidget:
        table = QWidget()
        table.setObjectName("content")
        grid = QGridLayout(table)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for number, row in enumerate(self.rows()):
            for column, text in enumerate(row):
                label = QLabel(text, table)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setFont(self._theme.font(17, bold=column == 0))
                label.setWordWrap(True)
                grid.addWidget(label, number, column, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(len(self.rows()), 1)
        return table

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the sheet also with the keys that open it."""
        if event.key() in (Qt.Key.Key_F1, Qt.Key.Key_Question):
            self.accept()
        else:
            super().keyPressEvent(event)

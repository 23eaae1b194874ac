"""The help sheet: keys, gestures and signs in a table over the window; the README has the same keys and gestures."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from qtviewer.ui.guard import guarded
from qtviewer.ui.look.style_sheet import palette
from qtviewer.ui.look.theme import Theme


@guarded
class HelpSheet(QDialog):
    """A dialog with two columns: the key, gesture or sign, and what it does or means."""

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

    def signs(self) -> list[tuple[str, str]]:
        """Return a sign of the timeline and what it means for each row."""
        return [
            (self.tr("solid edge; dashed edge"), self.tr("the day is known; the date is not known so exactly")),
            (self.tr("dotted line below a card"), self.tr("all days that the date can mean")),
            (self.tr("filled"), self.tr("as long as it lasted; what is still going on, until today")),
            (self.tr("small triangle at the left edge"), self.tr("began before the view")),
            (self.tr("“+12”, on a stack"),
             self.tr("so many more events; they begin on the days of the line below the stack")),
            (self.tr("chip at the name of a lane"),
             self.tr("so many more events in view without a card: going on from before it, or with a day not known")),
            (self.tr("“9 of 12” at the name of a lane"), self.tr("so many of its events are in view")),
            (self.tr("small triangle before the name of a lane"), self.tr("it has more than it shows")),
            (self.tr("red line"), self.tr("today")),
            (self.tr("curve behind the cards"),
             self.tr("joins the selected event to the others of its thread, to its parent and its parts")),
            (self.tr("band with a name above the lanes"),
             self.tr("an era, on just its days; with a dashed line where its beginning or end is not certain")),
        ]  # fmt: skip

    def _table(self) -> QWidget:
        table = QWidget()
        table.setObjectName("content")
        grid = QGridLayout(table)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        rows = [*self.rows(), (self.tr("What the signs in the timeline mean"), ""), *self.signs()]
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                if text:
                    grid.addWidget(self._label(text, table, column), number, column, 1, 1 if row[1] else 2)
        grid.setRowStretch(len(rows), 1)
        return table

    def _label(self, text: str, table: QWidget, column: int) -> QLabel:
        label = QLabel(text, table)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self._theme.font(17, bold=column == 0))
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        return label

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the sheet also with the keys that open it."""
        if event.key() in (Qt.Key.Key_F1, Qt.Key.Key_Question):
            self.accept()
        else:
            super().keyPressEvent(event)

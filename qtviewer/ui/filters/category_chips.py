"""Chips that switch categories on and off: a click switches one, a double click shows only that one."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from qtviewer.domain.event import Category, name_in_language
from qtviewer.ui.guard import guarded
from qtviewer.ui.look.flow_layout import FlowLayout
from qtviewer.ui.look.text_ruler import text_width
from qtviewer.ui.look.theme import Theme
from qtviewer.ui.view_model import ViewModel


@guarded
class CategoryChip(QAbstractButton):
    """A chip with a dot, the name of a category and the number of its events that match."""

    double_clicked = Signal()

    def __init__(self, category: Category, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._category = category
        self._count = 0
        self._state: tuple[Theme, str, int, bool] | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_state(self, theme: Theme, lang: str, count: int, *, active: bool) -> None:
        """Show the chip in a theme and a language, with a count, as switched on (`active`) or off."""
        state = theme, lang, count, active
        if state == self._state and active == self.isChecked():  # a click may have switched it before the model
            return
        self._state, self._theme, self._count = state, theme, count
        self.setText(name_in_language(self._category.names, lang))
        self.setChecked(active)
        self.setAccessibleName(f"{self.text()} {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of dot, name and count."""
        theme = self._theme
        name = text_width(self.text(), theme.font(15))
        count = text_width(str(self._count), theme.font(15, bold=True))
        return QSize(round(name + count) + theme.px(33), theme.px(27))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        theme = self._theme
        is_on = self.isChecked()
        color = theme.category_color(self._category) if is_on else QColor(theme.muted)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QColor(theme.ink) if self.hasFocus() else color if is_on else QColor(theme.line)
        radius = self.height() / 2 - 1
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.fillPath(outline, QColor(theme.panel if is_on else theme.ground))
        style = Qt.PenStyle.SolidLine if is_on else Qt.PenStyle.DashLine
        painter.strokePath(outline, QPen(edge, 2 if self.hasFocus() else 1.3, style))
        self._paint_content(painter, color, is_on=is_on)

    def _paint_content(self, painter: QPainter, color: QColor, *, is_on: bool) -> None:
        theme, height = self._theme, self.height()
        dot = QPainterPath()
        dot.addEllipse(QRectF(theme.px(8), (height - theme.px(9)) / 2, theme.px(9), theme.px(9)))
        if is_on:
            painter.fillPath(dot, color)
        painter.strokePath(dot, QPen(color, 1.5))
        x = float(theme.px(21))
        for text, bold, ink in (
            (self.text(), False, QColor(theme.ink) if is_on else color),
            (str(self._count), True, color),
        ):
            used = theme.font(15, bold=bold)
            painter.setFont(used)
            painter.setPen(ink)
            painter.drawText(QRectF(x, 0, self.width() - x, height), Qt.AlignmentFlag.AlignVCenter, text)
            x += text_width(text, used) + theme.px(4)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Emit `double_clicked` for the left button."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.double_clicked.emit()


class CategoryChips(QWidget):
    """A chip for each category of the store, in as many lines as the width takes."""

    def __init__(self, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self._model = model
        self._flow = FlowLayout(4, self)
        self._is_folded = False
        self._chips = {key: self._make_chip(category) for key, category in model.source.vocabulary.categories.items()}
        for chip in self._chips.values():
            self._flow.addWidget(chip)
        for signal in (model.query_changed, model.language_changed, model.theme_changed):
            signal.connect(self.refresh)
        self.refresh()

    def _make_chip(self, category: Category) -> CategoryChip:
        chip = CategoryChip(category, self)
        chip.clicked.connect(lambda: self._model.toggle_category(category.id))
        chip.double_clicked.connect(lambda: self._show_only(category.id))
        return chip

    def _show_only(self, category: str) -> None:
        self._model.toggle_category(category)  # undoes the first click of the double click
        self._model.show_only_category(category)

    def chip(self, category: str) -> CategoryChip:
        """Return the chip of a category by its id."""
        return self._chips[category]

    def height_of_all(self, width: int) -> int:
        """Return the height that all chips need at a width, both in pixels."""
        return self._flow.height_with_all(width)

    def fold(self, is_folded: bool) -> None:
        """Hide all chips, or show them again."""
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self._flow.exclude(self._chips.values() if is_folded else ())
            for chip in self._chips.values():
                chip.setVisible(not is_folded)

    def refresh(self) -> None:
        """Show the model's counts and active categories in its language and theme."""
        state, active = self._model.state, self._model.active_categories()
        self.setAccessibleName(self.tr("Categories"))
        for key, chip in self._chips.items():
            count = self._model.category_counts.get(key, 0)
            chip.show_state(self._model.theme, state.lang, count, active=key in active)
            chip.setToolTip(self.tr("Click to switch on or off, double-click for only this one"))
        self._flow.invalidate()

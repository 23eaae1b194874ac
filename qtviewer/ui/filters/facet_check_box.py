"""A check box for one value of a facet, with its count of events."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from qtviewer.domain.query.facet_rows import FacetRow
from qtviewer.ui.guard import guarded
from qtviewer.ui.look.text_ruler import text_width
from qtviewer.ui.look.theme import Theme

_NAME_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


@guarded
class FacetCheckBox(QAbstractButton):
    """A box, the name of the value in as many lines as it needs, and the count at the right."""

    def __init__(self, row: FacetRow, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_row(row, theme)

    def show_row(self, row: FacetRow, theme: Theme) -> None:
        """Show a value and its count in a theme."""
        self._row, self._theme = row, theme
        self.setFont(theme.font(17))
        self.setChecked(row.is_chosen)
        self.setAccessibleName(f"{row.name}: {row.total}")  # not setText, which takes a "&" for the mark of a shortcut
        self.updateGeometry()
        self.update()

    def _name_box(self, width: int, height: int) -> QRect:
        theme = self._theme
        left = theme.px(30)
        right = text_width(f"{self._row.total:,}", theme.font(17, bold=True)) + theme.px(14)
        return QRect(left, theme.px(5), max(round(width - left - right), 1), height - theme.px(10))

    def hasHeightForWidth(self) -> bool:
        """Return True: the name wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines of the name, in pixels."""
        name_box = self._name_box(width, 100_000)
        text = QFontMetrics(self.font()).boundingRect(name_box, _NAME_FLAGS, self._row.name)
        return max(text.height(), QFontMetrics(self.font()).height()) + self._theme.px(10)

    def sizeHint(self) -> QSize:
        """Return a fixed width: the layout stretches it to the width of the panel."""
        return QSize(self._theme.px(200), self.heightForWidth(self._theme.px(200)))

    def minimumSizeHint(self) -> QSize:
        """Return no width, since the name wraps at any."""
        return QSize(0, self._theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, name and count."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(theme.ink if self._row.total or self.isChecked() else theme.muted)
        name_box = self._name_box(self.width(), self.height())
        self._paint_box(painter, QFontMetrics(self.font()).height())
        painter.setFont(self.font())
        painter.setPen(ink)
        painter.drawText(QRectF(name_box), _NAME_FLAGS, self._row.name)
        painter.setFont(theme.font(17, bold=True))
        count, left = f"{self._row.total:,}", name_box.right() + theme.px(10)
        first_line = QRectF(left, name_box.top(), self.width() - left, QFontMetrics(self.font()).height())
        painter.setPen(QColor(theme.muted))
        painter.drawText(first_line, Qt.AlignmentFlag.AlignVCenter, count)
        if self.hasFocus():
            focus_outline = QPainterPath()
            focus_outline.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
            painter.strokePath(focus_outline, QPen(QColor(theme.tide), 2))

    def _paint_box(self, painter: QPainter, line_height: int) -> None:
        theme = self._theme
        side = theme.px(16)
        box = QRectF(theme.px(6), theme.px(5) + (line_height - side) / 2, side, side)
        outline = QPainterPath()
        outline.addRoundedRect(box, 4, 4)
        painter.fillPath(outline, QColor(theme.tide if self.isChecked() else theme.panel))
        painter.strokePath(outline, QPen(QColor(theme.tide if self.isChecked() else theme.muted), 1.5))
        if self.isChecked():
            tick = QPainterPath()
            shares = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.28))
            tick.addPolygon(QPolygonF([QPointF(box.x() + x * side, box.y() + y * side) for x, y in shares]))
            painter.strokePath(tick, QPen(QColor(theme.panel), theme.px(2)))

"""Paints the rows of the list of events."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.search.highlight import Range
from qtviewer.domain.source import EventHead
from qtviewer.ui.guard import guarded
from qtviewer.ui.listing.list_model import HEAD_ROLE, HEADING_ROLE, Index
from qtviewer.ui.look.highlighted_text import HighlightedText
from qtviewer.ui.look.text_picture_cache import TextStyle
from qtviewer.ui.view_model import ViewModel

_INSET = 18  # pixels at either side
_DATE_SHARE = 0.3  # of the width of a row, at most
_LEAST_BOLD_IMPORTANCE = 5  # from which a title is bold


@guarded
class ListDelegate(QStyledItemDelegate):
    """Paints an event as a dot, its date and its title, and a heading as the name of its month."""

    def __init__(self, model: ViewModel) -> None:
        super().__init__(model)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the size of every row: all have the same height."""
        return QSize(200, self._model.theme.px(44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head = index.data(HEAD_ROLE)
        if index.data(HEADING_ROLE) is not None:
            self._paint_heading(painter, box, str(index.data()))
        elif isinstance(head, EventHead):
            state = option.state
            if state & QStyle.StateFlag.State_Selected:
                painter.fillRect(box, QColor(self._model.theme.selected))
            self._paint_event(painter, box, head)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRectF, name: str) -> None:
        theme = self._model.theme
        painter.fillRect(box, QColor(theme.ground))
        painter.setFont(theme.font(15, bold=True))
        painter.setPen(QColor(theme.muted))
        painter.drawText(box.adjusted(_INSET, 0, -_INSET, 0), Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_event(self, painter: QPainter, box: QRectF, head: EventHead) -> None:
        theme, model = self._model.theme, self._model
        color = theme.category_color(model.source.vocabulary.categories[head.category])
        dot = theme.px(10)
        painter.setPen(color)
        painter.setBrush(color)
        painter.drawEllipse(QPointF(box.x() + _INSET + dot / 2, box.center().y()), dot / 2, dot / 2)
        left, right = box.x() + _INSET + 2 * dot, box.right() - _INSET
        title_left = left + min(theme.px(260), (right - left) * _DATE_SHARE) + _INSET
        date, hits = date_label(head.date, model.state.lang, head.time), model.hits
        date_box = QRectF(left, box.y(), title_left - _INSET - left, box.height())
        self._paint_line(painter, date_box, date, TextStyle(16, bold=False, ink=theme.muted))
        title_box = QRectF(title_left, box.y(), right - title_left, box.height())
        title_style = TextStyle(17, bold=head.importance >= _LEAST_BOLD_IMPORTANCE, ink=theme.ink)
        self._paint_line(painter, title_box, head.title, title_style, hits.in_title(head.title) if hits else ())
        painter.setPen(QColor(theme.line))
        y = box.bottom() - 0.5
        painter.drawLine(QPointF(box.x() + _INSET, y), QPointF(right, y))

    def _paint_line(
        self, painter: QPainter, box: QRectF, text: str, style: TextStyle, ranges: Sequence[Range] = ()
    ) -> None:
        font = self._model.theme.font(style.size, bold=style.bold)
        painter.setFont(font)
        painter.setPen(QColor(style.ink))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        if ranges:
            HighlightedText(shown, ranges, self._model.theme).draw(painter, box, QColor(style.ink))
        else:
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)

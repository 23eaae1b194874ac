"""The line through the timeline that joins the selected event to those that belong with it."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from qtviewer.domain.source import head_of
from qtviewer.timeline.scene import Scene
from qtviewer.timeline.thread_line import RelatedEvents, ThreadLine, thread_line
from qtviewer.ui.look.theme import Theme
from qtviewer.ui.view_model import ViewModel

_LINE_WIDTH: Final = 2
_OPACITY: Final = 0.6


class ThreadLayer:
    """Finds the events of the thread, the parent and the parts of a model's selected event when it is another one."""

    def __init__(self, model: ViewModel) -> None:
        self._model = model
        self._asked: object = None
        self._related: RelatedEvents | None = None

    def line(self, scene: Scene) -> ThreadLine:
        """Return the points that are joined in a scene; none where the selected event belongs with no other."""
        model, state = self._model, self._model.state
        asked = model.matches, state.query, state.selected
        if asked != self._asked:
            self._asked, self._related = asked, self._find()
        return thread_line(scene, self._related) if self._related is not None else ()

    def _find(self) -> RelatedEvents | None:
        model, state = self._model, self._model.state
        event = model.source.event(state.selected) if state.selected else None
        if event is None:
            return None
        others = model.matches.related(event, state.lang, state.query)
        return RelatedEvents([head_of(event, state.lang, model.today), *others]) if others else None


def paint_thread_line(painter: QPainter, points: ThreadLine, theme: Theme) -> None:
    """Paint a curve through some points, level at each of them; the painter's x and y count as the points do."""
    path = QPainterPath(QPointF(*points[0]))
    for point, following in pairwise(points):
        middle = (point.x + following.x) / 2
        path.cubicTo(middle, point.y, middle, following.y, *following)
    color = QColor(theme.tide)
    color.setAlphaF(_OPACITY)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.strokePath(path, QPen(color, _LINE_WIDTH))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

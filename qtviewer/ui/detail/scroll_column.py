"""A scroll area with a footer, which is fixed below it in a tall window and scrolls along in a low one."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from qtviewer.ui.guard import guarded
from qtviewer.ui.view_model import ViewModel

if TYPE_CHECKING:
    from qtviewer.ui.look.scroll_fade import ScrollFade

_LEAST_HEIGHT: Final = 330  # pixels with the smallest text; in less height the footer scrolls along
_SPACING: Final = 16  # pixels


@guarded
class ScrollColumn(QWidget):
    """Shows the widget given to `set_content` in `scroll_area`, and below it the widgets added to `footer`."""

    def __init__(self, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content, self._footer, scrolled = QWidget(), QWidget(), QWidget()
        scrolled.setObjectName("content")
        self.footer = _make_column(self._footer)
        self._scrolled_column, self._outer_column = _make_column(scrolled), _make_column(self)
        self._scrolled_column.addWidget(self._content, 1)
        self._outer_column.addWidget(self.scroll_area, 1)
        self._outer_column.addWidget(self._footer)
        self.scroll_area.setWidget(scrolled)
        self._fade: ScrollFade | None = None
        self.scroll_area.verticalScrollBar().rangeChanged.connect(self._update_fade)
        model.theme_changed.connect(self._place_footer)

    def set_content(self, content: QWidget) -> None:
        """Replace the content and scroll to its beginning; the former content is deleted."""
        self._scrolled_column.replaceWidget(self._content, content)
        self._content.hide()
        self._content.setParent(None)  # takes it out of the window before it is deleted
        self._content.deleteLater()
        self._content = content
        content.show()
        self.scroll_area.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fix the footer below the scroll area, or let it scroll along."""
        super().resizeEvent(event)
        self._place_footer()

    def _place_footer(self) -> None:
        is_tall = self.height() >= self._model.theme.px(_LEAST_HEIGHT)
        column = self._outer_column if is_tall else self._scrolled_column
        if column.indexOf(self._footer) < 0:
            column.addWidget(self._footer)
        self._update_fade()

    def _update_fade(self) -> None:
        """Make the fade when there is more content than room for the first time, and keep it in its place."""
        if self._fade is None and self.scroll_area.verticalScrollBar().maximum() > 0:
            from qtviewer.ui.look.scroll_fade import ScrollFade  # noqa: PLC0415 - where everything fits there is none

            self._fade = ScrollFade(self.scroll_area, lambda: self._model.theme)
        if self._fade is not None:
            self._fade.update_position()


def _make_column(holder: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_SPACING)
    return column

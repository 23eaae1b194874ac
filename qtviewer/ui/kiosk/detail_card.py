"""The card that tells what is chosen, with its source and a code to take it away."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from qtviewer.domain.event import Event, name_in_language
from qtviewer.domain.source import EventHead
from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.qr_content import MOST_MODULES, qr_content, qr_modules
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.detail.event_detail import EventDetail, detail_of
from qtviewer.ui.kiosk.detail_content import DetailContent
from qtviewer.ui.kiosk.kiosk_model import KioskModel
from qtviewer.ui.kiosk.qr_code import Matrix, QrCode
from qtviewer.ui.kiosk.style import plain_label
from qtviewer.ui.kiosk.touch_scroll import TouchScroll
from qtviewer.ui.look.scroll_fade import ScrollFade
from qtviewer.ui.look.theme import TEXT_SIZES

_LONGEST_LIST = 100  # events of a cluster that are listed
_MOST_HIGHLIGHTS = 20
_MODULE = 3  # pixels of the drawing that a module of the largest code is wide


class DetailCard(QFrame):
    """Shows what the model has selected; its text scrolls, its code stays."""

    code_tapped = Signal()

    def __init__(self, model: KioskModel, config: KioskConfig, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._model = model
        self._config = config
        self._sizes = KioskSizes(1080, 1920, 2.0)
        self.area = TouchScroll(self)
        self.area.lend_buttons(self)
        self._fade = ScrollFade(self.area, lambda: model.theme)
        self.source = plain_label(self, name="muted")
        self.caption = plain_label(self, name="muted")
        self.caption.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code = QrCode(self)
        self.code.clicked.connect(self.code_tapped)
        self.matrix: Matrix = ()
        for signal in (
            model.selection_changed,
            model.language_changed,
            model.theme_changed,
            model.lunar_calendar_loaded,
        ):
            signal.connect(self.refresh)

    def apply_sizes(self, sizes: KioskSizes) -> None:
        """Take on the sizes of a window."""
        self._sizes = sizes
        self.refresh()

    def refresh(self) -> None:
        """Show the model's selection anew."""
        model, theme = self._model, self._model.theme
        event = model.source.event(model.state.selected) if model.state.selected else None
        content = DetailContent(theme, self._sizes)
        if event is not None:
            detail = detail_of(event, model.source.vocabulary, model.state.lang, with_lunar=model.has_lunar_calendar)
            self._tell(event, detail, content)
        elif model.state.cluster is not None:
            self._list(content)
        else:
            self._introduce(content)
        self._show_code(event)
        content.finish()
        self.area.apply_sizes(theme, self._sizes)
        self._place()
        self.area.show_content(content)

    def _tell(self, event: Event, detail: EventDetail, content: DetailContent) -> None:
        vocabulary = self._model.source.vocabulary
        content.add_event(detail, self._model.theme.category_color(vocabulary.categories[event.category]).name())
        allowed = self._model.categories
        related = [
            head for head in self._model.source.related(event, self._model.state.lang) if head.category in allowed
        ]
        if related:
            content.add_note(self.tr("Also about this"))
            self._link(content, related)
        source = self.tr("Source: {source}").format(source=detail.source)
        is_roomy = self._model.state.text_size == TEXT_SIZES[0]  # otherwise it scrolls with the rest
        self.source.setText(source if is_roomy else "")
        if not is_roomy:
            content.add_note(source)

    def _list(self, content: DetailContent) -> None:
        cluster = self._model.state.cluster
        if cluster is None:
            return
        content.add_title(self.tr("%n event(s)", "", cluster.size))
        self._link(content, self._model.events.cluster_heads(cluster, _LONGEST_LIST))
        self.source.setText("")

    def _introduce(self, content: DetailContent) -> None:
        vocabulary, lang = self._model.source.vocabulary, self._model.state.lang
        content.add_title(name_in_language(vocabulary.titles, lang))
        content.add_note(name_in_language(vocabulary.subtitles, lang))
        self._link(content, self._model.events.of_highest_importance(_MOST_HIGHLIGHTS))
        self.source.setText("")

    def _link(self, content: DetailContent, heads: Sequence[EventHead]) -> None:
        for link, key in content.add_links(heads, self._model.state.lang):
            link.clicked.connect(lambda _checked=False, chosen=key: self._model.show_event(chosen))

    def _show_code(self, event: Event | None) -> None:
        theme = self._model.theme
        self.matrix = () if event is None else self._matrix_of(event)
        self.code.show_matrix(self.matrix)
        for part in (self.code, self.caption):
            part.setVisible(bool(self.matrix))
        self.source.setVisible(bool(self.source.text()))
        self.caption.setText(self.tr("Scan to take away"))
        self.code.setAccessibleName(self.caption.text())
        self.caption.setFont(theme.font(14))
        self.source.setFont(theme.font(15))

    def _matrix_of(self, event: Event) -> Matrix:
        """The code of an event in the model's language; none when it would not fit into one."""
        text = qr_content(event, self._model.source.vocabulary.sources, self._model.state.lang, self._config.qr_url)
        return _matrix_for(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """The text at the left, with its source below; beside it the code, and above that what scrolls the text."""
        m = self._sizes
        padding, gap = m.px(30), m.px(14)
        inner = self.rect().adjusted(padding, padding, -padding, -m.px(20))
        side = max(m.qr_module(_MODULE) * MOST_MODULES, 2 * m.control + gap)
        right, bottom, room = inner.right() + 1 - side, inner.bottom() + 1, inner.width() - side - gap
        foot = min(self.source.heightForWidth(room), inner.height() // 3) if self.source.text() else 0
        self.area.setGeometry(QRect(inner.x(), inner.y(), room, inner.height() - foot - (gap if foot else 0)))
        self._fade.update_position()
        self.source.setGeometry(QRect(inner.x(), bottom - foot, room, foot))
        caption = self.caption.heightForWidth(side + gap) if self.matrix else 0
        top = bottom - caption - side if self.matrix else bottom + gap
        self.code.setGeometry(QRect(right, top, side, side))
        self.caption.setGeometry(QRect(right - gap, bottom - caption, side + 2 * gap, caption))
        self.area.up.move(right, top - gap - m.control)
        self.area.down.move(right + side - m.control, top - gap - m.control)


@lru_cache(maxsize=8)
def _matrix_for(text: str) -> Matrix:
    """The code of a text, which takes a while to make; none when it does not fit into one."""
    try:
        return qr_modules(text)
    except ValueError:
        return ()

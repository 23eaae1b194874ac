"""The card with the details of the selected event, its source and its QR code."""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from qtviewer.domain.event import Event, name_in_language
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead
from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.qr_content import MOST_MODULES, qr_content, qr_modules
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.detail.event_detail import EventDetail, detail_of
from qtviewer.ui.guard import guarded
from qtviewer.ui.kiosk.detail_content import DetailContent
from qtviewer.ui.kiosk.kiosk_model import KioskModel
from qtviewer.ui.kiosk.qr_code import Matrix, QrCode
from qtviewer.ui.kiosk.style import plain_label
from qtviewer.ui.kiosk.touch_scroll import TouchScroll
from qtviewer.ui.look.scroll_fade import ScrollFade
from qtviewer.ui.look.theme import TEXT_SIZES

_LONGEST_LIST = 100  # events of a cluster that are listed
_MOST_HIGHLIGHTS = 20
_MODULE = 3  # width of a module of the largest code in pixels of the design


@guarded
class DetailCard(QFrame):
    """Shows the model's selected event or cluster, or otherwise the most important events; its text scrolls.

    `matrix` is the QR code that is shown; `code_tapped` is emitted when it is tapped.
    """

    code_tapped = Signal()

    def __init__(self, model: KioskModel, config: KioskConfig, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._model = model
        self._config = config
        self._sizes = KioskSizes(1080, 1920, 2.0)
        self.area = TouchScroll(self)
        self.area.move_buttons_to(self)
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
        """Lay out the card in other sizes."""
        self._sizes = sizes
        self.refresh()

    def refresh(self) -> None:
        """Show the model's selection in its language and theme."""
        model, theme = self._model, self._model.theme
        event = model.source.event(model.state.selected) if model.state.selected else None
        content = DetailContent(theme, self._sizes)
        if event is not None:
            detail = detail_of(event, model.source.vocabulary, model.state.lang, with_lunar=model.has_lunar_calendar)
            self._add_event(event, detail, content)
        elif model.state.cluster is not None:
            self._add_cluster(content)
        else:
            self._add_highlights(content)
        self._show_code(event)
        content.add_stretch()
        self.area.apply_sizes(theme, self._sizes)
        self._place()
        self.area.show_content(content)

    def _add_event(self, event: Event, detail: EventDetail, content: DetailContent) -> None:
        vocabulary = self._model.source.vocabulary
        content.add_event(detail, self._model.theme.category_color(vocabulary.categories[event.category]).name())
        allowed = EventQuery(categories=frozenset(self._model.categories), today=self._model.today)
        if related := self._model.source.related(event, self._model.state.lang, allowed):
            content.add_note(self.tr("Also about this"))
            self._add_links(content, related)
        source = self.tr("Source: {source}").format(source=detail.source)
        is_roomy = self._model.state.text_size == TEXT_SIZES[0]  # otherwise it scrolls with the rest
        self.source.setText(source if is_roomy else "")
        if not is_roomy:
            content.add_note(source)

    def _add_cluster(self, content: DetailContent) -> None:
        cluster = self._model.state.cluster
        if cluster is None:
            return
        content.add_title(self.tr("%n event(s)", "", cluster.size))
        self._add_links(content, self._model.events.cluster_heads(cluster, _LONGEST_LIST))
        self.source.setText("")

    def _add_highlights(self, content: DetailContent) -> None:
        vocabulary, lang = self._model.source.vocabulary, self._model.state.lang
        content.add_title(name_in_language(vocabulary.titles, lang))
        content.add_note(name_in_language(vocabulary.subtitles, lang))
        self._add_links(content, self._model.events.of_highest_importance(_MOST_HIGHLIGHTS))
        self.source.setText("")

    def _add_links(self, content: DetailContent, heads: Sequence[EventHead]) -> None:
        for link, event_id in content.add_links(heads, self._model.state.lang):
            link.clicked.connect(lambda _checked=False, chosen=event_id: self._model.show_event(chosen))

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
        """Return the QR code of an event in the model's language, or an empty matrix if its text is too long."""
        text = qr_content(event, self._model.source.vocabulary.sources, self._model.state.lang, self._config.qr_url)
        return _matrix_for(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """Place the text at the left above its source, and at the right the code below the buttons that scroll."""
        sizes = self._sizes
        padding, gap = sizes.px(30), sizes.px(14)
        inner = self.rect().adjusted(padding, padding, -padding, -sizes.px(20))
        side = max(sizes.qr_module(_MODULE) * MOST_MODULES, 2 * sizes.control + gap)
        self._place_text(inner, inner.width() - side - gap, gap)
        left, bottom = inner.right() + 1 - side, inner.bottom() + 1
        caption_height = self.caption.heightForWidth(side + gap) if self.matrix else 0
        top = bottom - caption_height - side if self.matrix else bottom + gap
        self.code.setGeometry(QRect(left, top, side, side))
        self.caption.setGeometry(QRect(left - gap, bottom - caption_height, side + 2 * gap, caption_height))
        self.area.up.move(left, top - gap - sizes.control)
        self.area.down.move(left + side - sizes.control, top - gap - sizes.control)

    def _place_text(self, inner: QRect, width: int, gap: int) -> None:
        """Place the text, and the source below it, at the left of a rectangle."""
        source_height = min(self.source.heightForWidth(width), inner.height() // 3) if self.source.text() else 0
        area_height = inner.height() - source_height - (gap if source_height else 0)
        self.area.setGeometry(QRect(inner.x(), inner.y(), width, area_height))
        self._fade.update_position()
        self.source.setGeometry(QRect(inner.x(), inner.bottom() + 1 - source_height, width, source_height))


@lru_cache(maxsize=8)
def _matrix_for(text: str) -> Matrix:
    """Return the QR code of a text, or an empty matrix if it is too long; stored, as it takes a while to make."""
    try:
        return qr_modules(text)
    except ValueError:
        return ()

"""The page that visitors use: title, timeline, detail card and bottom bar; over them the page to find events."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from qtviewer.domain.dates.minutes import minutes_of_days
from qtviewer.domain.event import name_in_language
from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.guard import guarded
from qtviewer.ui.kiosk.bottom_bar import BottomBar
from qtviewer.ui.kiosk.detail_card import DetailCard
from qtviewer.ui.kiosk.find_page import FindPage
from qtviewer.ui.kiosk.kiosk_model import KioskModel
from qtviewer.ui.kiosk.style import plain_label
from qtviewer.ui.look.theme import TEXT_SIZES
from qtviewer.ui.timeline.lane_style import LaneStyle
from qtviewer.ui.timeline.view import TimelineView

_LANES = LaneStyle(
    heading=34.0,
    has_panel=False,
    card_height=56.0,
    bar_height=36.0,
    cluster_height=40.0,
    chip_height=32.0,
    chip_text_size=16.0,
    lane_padding=6.0,
    least_height=46.0,
    empty_line_height=40.0,
    era_height=36.0,
    era_text_size=17.0,
)
_DETAIL_HEIGHT = 700  # pixels of the design that the detail card is high in portrait
_LARGE_DETAIL_SHARE = 0.62  # of the height between title and bar that it has in portrait with larger text
_DETAIL_WIDTH = 1040  # pixels of the design that it is wide in landscape
_LOWERED = 0.32  # of the page's height that is left free in portrait, for visitors who sit; half of it in landscape


@guarded
class VisitPage(QWidget):
    """In portrait the detail card is below the timeline, in landscape beside it.

    While `is_lowered` the upper part of the page is left free, so that visitors who sit reach everything.
    """

    def __init__(self, model: KioskModel, config: KioskConfig, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._sizes = KioskSizes(1080, 1920, 2.0)
        self.is_lowered = False
        self.title, self.hint = plain_label(self), plain_label(self, name="muted")
        self.timeline = TimelineView(model, self, _LANES)
        self.timeline.navigation.animation.is_reduced = config.reduced_motion
        self.detail = DetailCard(model, config, self)
        self.bar = BottomBar(model, self)
        self.find_page = FindPage(model, self)
        self.find_page.hide()
        self.bar.find_wanted.connect(self._toggle_find)
        self.bar.more_wanted.connect(self._show_categories)
        self.bar.lower_wanted.connect(self._toggle_lowered)
        self.find_page.event_chosen.connect(self._show_event)
        self.find_page.category_chosen.connect(self._show_category)
        self.find_page.days_chosen.connect(self._show_days)
        for signal in (model.language_changed, model.theme_changed):
            signal.connect(self.refresh)

    def reset(self) -> None:
        """Restore the page to how a visit begins; the caller resets the model."""
        self.is_lowered = False
        self.timeline.navigation.animation.stop()
        self.find_page.reset()
        self.show_find(is_shown=False)
        self.refresh()
        self.timeline.restyle()  # frees the pictures of all cards a visitor saw
        self.timeline.verticalScrollBar().setValue(0)

    # --- actions of the bar and of the page to find events

    def show_find(self, *, is_shown: bool) -> None:
        """Show the page to find events, reset if it was hidden, or hide it."""
        if is_shown and not self.find_page.isVisible():
            self.find_page.reset()
        self.find_page.setVisible(is_shown)
        self.find_page.raise_()
        self.bar.show_state(finding=is_shown, lowered=self.is_lowered)
        self._place()

    def _toggle_find(self) -> None:
        self.show_find(is_shown=self.find_page.isHidden())

    def _show_categories(self) -> None:
        self.show_find(is_shown=True)
        self.find_page.open_tab("category")

    def _toggle_lowered(self) -> None:
        self.is_lowered = not self.is_lowered
        self.refresh()

    def _show_event(self, event_id: str) -> None:
        self.show_find(is_shown=False)
        self._model.show_event(event_id)

    def _show_category(self, category: str) -> None:
        self.show_find(is_shown=False)
        self._model.show_category(category)

    def _show_days(self, first: int, last: int) -> None:
        self.show_find(is_shown=False)
        self._model.select("")
        self.timeline.navigation.fit(first, last + 1)
        model, minutes = self._model, minutes_of_days((first, last))
        for head in model.matches.heads_beginning(model.state.query, model.state.lang, minutes, 1):
            model.select(head.id)

    # --- layout
    def apply_sizes(self, sizes: KioskSizes) -> None:
        """Lay out the page in other sizes."""
        self._sizes = sizes
        self.detail.apply_sizes(sizes)
        self.find_page.apply_sizes(sizes)
        self.refresh()

    def refresh(self) -> None:
        """Show the texts in the model's language and theme."""
        theme, state = self._model.theme, self._model.state
        self.title.setText(name_in_language(self._model.source.vocabulary.titles, state.lang))
        is_roomy = state.text_size == TEXT_SIZES[0]
        self.title.setFont(theme.font(34 if is_roomy else 28, bold=True))
        self.hint.setVisible(is_roomy)
        self.hint.setText(self.tr("Swipe sideways along time, tap a card to read about it"))
        self.hint.setFont(theme.font(17))
        self.bar.show_state(finding=not self.find_page.isHidden(), lowered=self.is_lowered)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        width, height, free = self.width(), self.height(), self._free_height()
        bar_height = min(self.bar.apply_sizes(self._sizes), height)
        self.bar.setGeometry(QRect(0, height - bar_height, width, bar_height))
        self.find_page.setGeometry(QRect(0, free, width, height - bar_height - free))
        bottom = height - bar_height - self._sizes.px(28)
        if self._sizes.is_portrait:
            self._place_portrait(bottom)
        else:
            self._place_landscape(bottom)

    def _place_portrait(self, bottom: int) -> None:
        width, margin = self.width(), self._sizes.px(36)
        top = self._place_title(width)
        detail_height = self._detail_height(bottom - top)
        self.detail.setGeometry(QRect(margin, bottom - detail_height, width - 2 * margin, detail_height))
        self.timeline.setGeometry(QRect(0, top, width, bottom - detail_height - self._sizes.px(20) - top))

    def _place_landscape(self, bottom: int) -> None:
        sizes = self._sizes
        detail_width = min(sizes.px(_DETAIL_WIDTH), self.width() * 11 // 20)
        left = self.width() - detail_width
        top, detail_top = self._place_title(left), self._free_height() + sizes.px(28)
        self.detail.setGeometry(QRect(left, detail_top, detail_width - sizes.px(28), bottom - detail_top))
        self.timeline.setGeometry(QRect(0, top, left - sizes.px(20), bottom - top))

    def _detail_height(self, available: int) -> int:
        """Return the height of the card in portrait: larger with larger text, or while everything is lowered."""
        is_roomy = self._model.state.text_size == TEXT_SIZES[0] and not self.is_lowered
        if is_roomy:
            return min(self._sizes.px(_DETAIL_HEIGHT), available // 2)
        return round(available * _LARGE_DETAIL_SHARE)

    def _free_height(self) -> int:
        """Return the pixels at the top that are left free while everything is lowered, otherwise 0."""
        if not self.is_lowered:
            return 0
        return round(self.height() * (_LOWERED if self._sizes.is_portrait else _LOWERED / 2))

    def _place_title(self, width: int) -> int:
        """Place title and hint at the top, or at the end of the free height; return where the timeline begins."""
        sizes, margin = self._sizes, self._sizes.px(48)
        text_width = width - 2 * margin
        heights = [0 if label.isHidden() else label.heightForWidth(text_width) for label in (self.title, self.hint)]
        top = max(sizes.px(40), self._free_height() - (sum(heights) if sizes.is_portrait else 0))
        self.title.setGeometry(QRect(margin, top, text_width, heights[0]))
        self.hint.setGeometry(QRect(margin, top + heights[0], text_width, heights[1]))
        return top + sum(heights) + sizes.px(16)

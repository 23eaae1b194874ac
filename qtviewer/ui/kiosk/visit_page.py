"""What a visitor uses: title, timeline, the card that tells, and the bar of buttons."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from qtviewer.domain.event import name_in_language
from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.kiosk.bottom_bar import BottomBar
from qtviewer.ui.kiosk.detail_card import DetailCard
from qtviewer.ui.kiosk.find_page import FindPage
from qtviewer.ui.kiosk.kiosk_model import KioskModel
from qtviewer.ui.kiosk.style import plain_label
from qtviewer.ui.look.theme import TEXT_SIZES
from qtviewer.ui.timeline.card_art import LaneStyle
from qtviewer.ui.timeline.view import TimelineView

_LANES = LaneStyle(heading=22.0, has_panel=False, card_height=56.0)
_LARGE_DETAIL_SHARE = 0.62  # of the height between title and bar that the card has in portrait with larger text
_DETAIL_WIDTH = 1040  # pixels of the drawing that it has in landscape
_LOWERED = 0.32  # of the height above everything that is touched, for those who sit


class VisitPage(QWidget):
    """One above the other in portrait; in landscape the card beside the timeline."""

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
        """As every visitor finds it; the model is begun again by whoever asks."""
        self.is_lowered = False
        self.timeline.navigation.animation.stop()
        self.find_page.reset()
        self.show_find(is_shown=False)
        self.refresh()
        self.timeline.restyle()  # lets go of the pictures of all cards a visitor saw
        self.timeline.verticalScrollBar().setValue(0)

    # --- what the bar and the page where events are found ask for

    def show_find(self, *, is_shown: bool) -> None:
        """Show or hide the page where events are found."""
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
        model = self._model
        for found in model.matches.heads_beginning(model.state.query, model.state.lang, (first, last), 1):
            model.select(found.id)

    # --- how it is shown

    def apply_sizes(self, sizes: KioskSizes) -> None:
        """Take on the sizes of a window."""
        self._sizes = sizes
        self.detail.apply_sizes(sizes)
        self.find_page.apply_sizes(sizes)
        self.refresh()

    def refresh(self) -> None:
        """Show the model's language and theme."""
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
        m, width, height = self._sizes, self.width(), self.height()
        bar = min(self.bar.apply_sizes(m), height)
        self.bar.setGeometry(QRect(0, height - bar, width, bar))
        self.find_page.setGeometry(QRect(0, self._free_above(), width, height - bar - self._free_above()))
        gap = m.px(36)
        beside = 0 if m.is_portrait else min(m.px(_DETAIL_WIDTH), width * 11 // 20)
        top = self._place_title(width - beside)
        bottom = height - bar - m.px(28)
        if m.is_portrait:
            detail = self._card_height(bottom - top)
            self.detail.setGeometry(QRect(gap, bottom - detail, width - 2 * gap, detail))
            self.timeline.setGeometry(QRect(0, top, width, bottom - detail - m.px(20) - top))
        else:
            above = self._free_above() + m.px(28)
            self.detail.setGeometry(QRect(width - beside, above, beside - m.px(28), bottom - above))
            self.timeline.setGeometry(QRect(0, top, width - beside - m.px(20), bottom - top))

    def _card_height(self, room: int) -> int:
        """Height of the card in portrait: more where the text is larger, or everything lower."""
        is_roomy = self._model.state.text_size == TEXT_SIZES[0] and not self.is_lowered
        return min(self._sizes.px(700), room // 2) if is_roomy else round(room * _LARGE_DETAIL_SHARE)

    def _free_above(self) -> int:
        """Pixels above everything that can be touched, when all is lowered."""
        return round(self.height() * (_LOWERED if self._sizes.is_portrait else _LOWERED / 2)) if self.is_lowered else 0

    def _place_title(self, width: int) -> int:
        """Title and hint at the top, or right above what is lowered; where they end."""
        m, margin = self._sizes, self._sizes.px(48)
        room = width - 2 * margin
        heights = [0 if label.isHidden() else label.heightForWidth(room) for label in (self.title, self.hint)]
        top = max(m.px(40), self._free_above() - (sum(heights) if self._sizes.is_portrait else 0))
        self.title.setGeometry(QRect(margin, top, room, heights[0]))
        self.hint.setGeometry(QRect(margin, top + heights[0], room, heights[1]))
        return top + sum(heights) + m.px(16)

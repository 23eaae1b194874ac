"""The large buttons at the bottom: categories, previous and next event, find, text size, language, lower."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from qtviewer.domain.event import name_in_language
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.guard import guarded
from qtviewer.ui.kiosk.kiosk_model import KioskModel
from qtviewer.ui.kiosk.style import TouchButton
from qtviewer.ui.look.theme import TEXT_SIZES

_LARGEST_TEXT = 1.2  # of a button's text at the smallest text size, so that enough height is left for the events
_MOST_WIDENING = 24  # pixels by which a button is wider than it must be


@guarded
class BottomBar(QFrame):
    """Buttons that change the model, and signals for actions of the whole page.

    find_wanted: show or hide the page where events are found.
    more_wanted: show all categories.
    lower_wanted: move everything lower, or back.
    """

    find_wanted = Signal()
    more_wanted = Signal()
    lower_wanted = Signal()

    def __init__(self, model: KioskModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._model = model
        self._sizes = KioskSizes(1080, 1920, 2.0)
        self._is_finding = self._is_lowered = False
        self.everything, self.more = self._button(lambda: model.show_category("")), self._button(self.more_wanted.emit)
        self.categories = {key: self._category_button(key) for key in model.categories}
        self.previous = self._button(lambda: model.select_neighbour(-1))
        self.next = self._button(lambda: model.select_neighbour(1))
        self.find_button = self._button(self.find_wanted.emit)
        self.text_size = self._button(model.enlarge_text)
        self.language = self._button(model.switch_language)
        self.lower_button = self._button(self.lower_wanted.emit)
        for button in (self.everything, self.find_button, self.lower_button, *self.categories.values()):
            button.setCheckable(True)
        for signal in (model.query_changed, model.language_changed, model.theme_changed, model.selection_changed):
            signal.connect(self.refresh)

    def _button(self, action: object) -> TouchButton:
        button = TouchButton("main", self)
        button.clicked.connect(action)
        button.clicked.connect(self.refresh)  # a tap on a checked button leaves it checked
        return button

    def _category_button(self, key: str) -> TouchButton:
        return self._button(lambda: self._model.show_category(key))

    @property
    def action_row(self) -> tuple[TouchButton, ...]:
        """The buttons of the last row or rows, in their order."""
        return self.previous, self.next, self.find_button, self.text_size, self.language, self.lower_button

    def show_state(self, *, finding: bool, lowered: bool) -> None:
        """Show whether the page where events are found is open, and whether everything is lowered."""
        self._is_finding, self._is_lowered = finding, lowered
        self.refresh()

    def refresh(self) -> None:
        """Show the model's state, in its language."""
        shown, vocabulary = self._model.shown_category, self._model.source.vocabulary
        for key, button in self.categories.items():
            button.show_text(name_in_language(vocabulary.categories[key].names, self._model.state.lang))
            button.setChecked(key == shown)
        self.everything.setChecked(not shown)
        self.find_button.setChecked(self._is_finding)
        self.lower_button.setChecked(self._is_lowered)
        for button, step in ((self.previous, -1), (self.next, 1)):
            button.setEnabled(self._model.events.neighbour(step) is not None)
        for button, text in self._texts().items():
            button.show_text(text)
        self._place()

    def _texts(self) -> dict[TouchButton, str]:
        state = self._model.state
        return {
            self.everything: self.tr("All"),
            self.more: self.tr("More…"),
            self.previous: self.tr("‹ Previous"),
            self.next: self.tr("Next ›"),
            self.find_button: self.tr("Find A–Z"),
            self.text_size: self.tr("Normal") if state.text_size == TEXT_SIZES[-1] else self.tr("Larger"),
            self.language: "EN" if state.lang == "zh" else "中文",
            self.lower_button: self.tr("Higher") if self._is_lowered else self.tr("Lower"),
        }

    def apply_sizes(self, sizes: KioskSizes) -> int:
        """Set sizes and fonts for a window; return the height the bar needs in pixels."""
        self._sizes = sizes
        font = self._model.theme.font(19 * min(1.0, _LARGEST_TEXT / (self._model.state.text_size / 100)))
        for button in self.findChildren(TouchButton):
            button.set_touch_size(sizes.main_control, font)
        return self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> int:
        """Place the buttons in rows; return the height of the bar in pixels."""
        margin, gap, main = self._sizes.px(36), self._sizes.px(14), self._sizes.main_control
        width = self._sizes.width - 2 * margin
        rows = self._rows(width, gap)
        shown = {button for row in rows for button in row if not self._is_finding or button in self.action_row}
        for button in self.findChildren(TouchButton):
            button.setVisible(button in shown)
        top = self._sizes.px(28)
        for row in rows:
            left = margin
            for button, button_width in zip(row, _widths(row, width, gap), strict=True):
                button.setGeometry(QRect(left, top, button_width, main))
                left += button_width + gap
            top += main + gap
        return top - gap + self._sizes.px(28)

    def _rows(self, width: int, gap: int) -> list[Sequence[TouchButton]]:
        """Return the buttons by row: in landscape all in one if they fit, otherwise categories above the others."""
        actions = _wrapped(self.action_row, width, gap)
        spare = width - _row_width(actions[0], gap) - gap if not self._sizes.is_portrait and len(actions) == 1 else 0
        if spare > 0 and _row_width((self.everything, self.more), gap) <= spare:
            return [(*self._category_row(spare, gap), *actions[0])]  # also without categories: no button moves
        return [*actions] if self._is_finding else [self._category_row(width, gap), *actions]

    def _category_row(self, width: int, gap: int) -> Sequence[TouchButton]:
        """Return "All", as many categories as fit, the shown one among them, and "More"."""
        shown = self._model.shown_category
        chosen = [shown] if shown in self.categories else []
        ranked = [*chosen, *(key for key in self._model.categories if key not in chosen)]
        keys: list[str] = []
        for key in ranked:
            buttons = [self.categories[fitting] for fitting in (*keys, key)]
            if _row_width((self.everything, *buttons, self.more), gap) > width:
                break
            keys.append(key)
        ordered = [self.categories[key] for key in self._model.categories if key in keys]
        return self.everything, *ordered, self.more


def _least_width(button: TouchButton) -> int:
    return max(button.sizeHint().width(), button.minimumWidth())


def _row_width(buttons: Sequence[TouchButton], gap: int) -> int:
    return sum(_least_width(button) for button in buttons) + gap * (len(buttons) - 1)


def _wrapped(buttons: Sequence[TouchButton], width: int, gap: int) -> list[Sequence[TouchButton]]:
    """Return buttons in as few rows of a width as possible."""
    rows: list[list[TouchButton]] = [[]]
    for button in buttons:
        if rows[-1] and _row_width([*rows[-1], button], gap) > width:
            rows.append([])
        rows[-1].append(button)
    return [*rows]


def _widths(row: Sequence[TouchButton], width: int, gap: int) -> list[int]:
    """Return the widths of a row's buttons, which share the spare width of the row."""
    spare = width - _row_width(row, gap)
    widening = min(max(spare // len(row), 0), _MOST_WIDENING)
    return [_least_width(button) + widening for button in row]

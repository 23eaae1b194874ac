"""The large buttons at the bottom: which events, the one before and after, find, larger text, language, lower."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from qtviewer.domain.event import name_in_language
from qtviewer.kiosk.sizes import KioskSizes
from qtviewer.ui.kiosk.kiosk_model import KioskModel
from qtviewer.ui.kiosk.style import TouchButton
from qtviewer.ui.look.theme import TEXT_SIZES

_LARGEST_LABEL = 1.2  # text of the labels grows no more than this, or there would be no room for the events


class BottomBar(QFrame):
    """Everything a visitor can do, by a single tap; asks its model, tells what concerns the whole window."""

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
        self.previous, self.next = self._button(lambda: model.go(-1)), self._button(lambda: model.go(1))
        self.find_button = self._button(self.find_wanted.emit)
        self.text_size = self._button(model.enlarge)
        self.language = self._button(lambda: model.change(lang=model.next_language()))
        self.lower_button = self._button(self.lower_wanted.emit)
        for button in (self.everything, self.find_button, self.lower_button, *self.categories.values()):
            button.setCheckable(True)
        for signal in (model.query_changed, model.language_changed, model.theme_changed, model.selection_changed):
            signal.connect(self.refresh)

    def _button(self, action: object) -> TouchButton:
        button = TouchButton("main", self)
        button.clicked.connect(action)
        button.clicked.connect(self.refresh)  # a tap on what is already chosen does not take the choice away
        return button

    def _category_button(self, key: str) -> TouchButton:
        return self._button(lambda: self._model.show_category(key))

    @property
    def action_row(self) -> tuple[TouchButton, ...]:
        """What stands in the last row."""
        return self.previous, self.next, self.find_button, self.text_size, self.language, self.lower_button

    def show_state(self, *, finding: bool, lowered: bool) -> None:
        """Take on what the window shows."""
        self._is_finding, self._is_lowered = finding, lowered
        self.refresh()

    def refresh(self) -> None:
        """Show the model's state."""
        state = self._model.state
        shown = self._model.shown_category
        names = {
            self.everything: self.tr("All"),
            self.more: self.tr("More…"),
            self.previous: self.tr("‹ Previous"),
            self.next: self.tr("Next ›"),
            self.find_button: self.tr("Find A–Z"),
            self.text_size: self.tr("Normal") if state.text_size == TEXT_SIZES[-1] else self.tr("Larger"),
            self.language: "EN" if state.lang == "zh" else "中文",
            self.lower_button: self.tr("Higher") if self._is_lowered else self.tr("Lower"),
        }
        vocabulary = self._model.source.vocabulary
        for key, button in self.categories.items():
            names[button] = name_in_language(vocabulary.categories[key].names, state.lang)
            button.setChecked(key == shown)
        self.everything.setChecked(not shown)
        self.find_button.setChecked(self._is_finding)
        self.lower_button.setChecked(self._is_lowered)
        for button, step in ((self.previous, -1), (self.next, 1)):
            button.setEnabled(self._model.events.neighbour(step) is not None)
        for button, name in names.items():
            button.say(name)
        self._place()

    def apply_sizes(self, sizes: KioskSizes) -> int:
        """Take on the sizes of a window; the height it needs."""
        self._sizes = sizes
        plain = self._model.theme
        font = plain.font(19 * min(1.0, _LARGEST_LABEL / (self._model.state.text_size / 100)))
        for button in self.findChildren(TouchButton):
            button.set_touch_size(sizes.main_control, font)
        return self._place()

    # --- where they stand

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons anew."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> int:
        """Put the buttons in rows; the height of all."""
        margin, gap, main = self._sizes.px(36), self._sizes.px(14), self._sizes.main_control
        room = self._sizes.width - 2 * margin
        rows = self._rows(room, gap)
        shown = {button for row in rows for button in row if not self._is_finding or button in self.action_row}
        for button in self.findChildren(TouchButton):
            button.setVisible(button in shown)
        top = self._sizes.px(28)
        for row in rows:
            left = margin
            for button, width in zip(row, _widths(row, room, gap), strict=True):
                button.setGeometry(QRect(left, top, width, main))
                left += width + gap
            top += main + gap
        return top - gap + self._sizes.px(28)

    def _rows(self, room: int, gap: int) -> list[Sequence[TouchButton]]:
        actions = _broken(self.action_row, room, gap)
        spare = room - _width(actions[0], gap) - gap if not self._sizes.is_portrait and len(actions) == 1 else 0
        if spare > 0 and _width((self.everything, self.more), gap) <= spare:
            return [(*self._categories(spare, gap), *actions[0])]  # also without categories: no button moves
        return [*actions] if self._is_finding else [self._categories(room, gap), *actions]

    def _categories(self, room: int, gap: int) -> Sequence[TouchButton]:
        """All, as many categories as there is room for, the chosen one among them, and more."""
        shown = self._model.shown_category
        chosen = [shown] if shown in self.categories else []
        ranked = [*chosen, *(key for key in self._model.categories if key not in chosen)]
        keys: list[str] = []
        for key in ranked:
            buttons = [self.categories[each] for each in (*keys, key)]
            if _width((self.everything, *buttons, self.more), gap) > room:
                break
            keys.append(key)
        ordered = [self.categories[key] for key in self._model.categories if key in keys]
        return self.everything, *ordered, self.more


def _natural(button: TouchButton) -> int:
    return max(button.sizeHint().width(), button.minimumWidth())


def _width(buttons: Sequence[TouchButton], gap: int) -> int:
    return sum(_natural(button) for button in buttons) + gap * (len(buttons) - 1)


def _broken(buttons: Sequence[TouchButton], room: int, gap: int) -> list[Sequence[TouchButton]]:
    """Buttons in as few rows as there is room for."""
    rows: list[list[TouchButton]] = [[]]
    for button in buttons:
        if rows[-1] and _width([*rows[-1], button], gap) > room:
            rows.append([])
        rows[-1].append(button)
    return [*rows]


def _widths(row: Sequence[TouchButton], room: int, gap: int) -> list[int]:
    """The widths of the buttons of a row, a little wider where there is room."""
    spare = room - _width(row, gap)
    more = min(max(spare // len(row), 0), 24)
    return [_natural(button) + more for button in row]

"""The menu of the appearance: text size, colours, movement."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from qtviewer.ui.look.menu_style import apply_menu_style
from qtviewer.ui.look.theme import TEXT_SIZES
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import SYSTEM_THEME


class AppearanceMenu(QMenu):
    """Shows the appearance that the model has, and changes it."""

    def __init__(self, model: ViewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model, state = model, model.state
        apply_menu_style(self, model.theme)
        names = self.tr("Normal text"), self.tr("Large text"), self.tr("Very large text")
        sizes = zip(names, TEXT_SIZES, strict=True)
        self._add_choice((text, {"text_size": size}, state.text_size == size) for text, size in sizes)
        themes = (
            (self.tr("Colours as the system has them"), SYSTEM_THEME),
            (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"),
            (self.tr("Contrast"), "contrast"),
        )
        self._add_choice((text, {"theme": theme}, state.theme == theme) for text, theme in themes)
        self._add(self.tr("Without movement"), {"reduced_motion": not state.reduced_motion}, state.reduced_motion)

    def _add_choice(self, choices: Iterable[tuple[str, dict[str, Any], bool]]) -> None:
        """Add actions of which one is checked, each given as text, changes of the state, and whether it is checked."""
        group = QActionGroup(self)
        for choice in choices:
            group.addAction(self._add(*choice))
        self.addSeparator()

    def _add(self, text: str, changes: dict[str, Any], is_chosen: bool) -> QAction:
        action = self.addAction(text)
        action.setCheckable(True)
        action.setChecked(is_chosen)
        action.triggered.connect(lambda: self._model.change(**changes))
        return action

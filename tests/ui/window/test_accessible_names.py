"""Every control has a name, in every language."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.ui.windows import OpenWindow, Rest


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("mode", ["timeline", "list"])
def test_every_control_that_takes_the_focus_has_a_name(
    open_window: OpenWindow, rest: Rest, lang: str, mode: str
) -> None:
    """What a screen reader calls a control that Tab can reach is never empty."""
    window = open_window(lang, mode=mode)
    rest(window)
    nameless = []
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            seen = QAccessible.queryAccessibleInterface(widget)
            if not seen.text(QAccessible.Text.Name):
                nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert nameless == []

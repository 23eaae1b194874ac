"""Qt's own widgets in each theme."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qtviewer.ui.look.colors import contrast
from qtviewer.ui.look.style_sheet import palette, style_sheet
from qtviewer.ui.look.theme import THEMES, Theme

LEAST = 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_what_is_painted_in_the_search_field_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    """The word that stands in the empty field has the contrast of other texts, too."""
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setPalette(palette(theme))
    holder.setStyleSheet(style_sheet(theme))
    field = QLineEdit(holder)
    field.setPlaceholderText("████")
    field.setFont(theme.font(17))
    field.resize(200, 44)
    with qtbot.waitExposed(holder):
        holder.show()
    picture = field.grab().toImage()
    drawn = [picture.pixelColor(x, 22) for x in range(20, 180)]
    assert max(contrast(pixel, QColor(theme.ground)) for pixel in drawn) >= LEAST


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("is_enabled", [True, False])
@pytest.mark.parametrize("has_focus", [True, False])
def test_buttons_can_be_read_and_found(qtbot: QtBot, theme: Theme, is_enabled: bool, has_focus: bool) -> None:
    """The text of a button that cannot be pressed now, too; a ring of the theme's colour shows where the focus is."""
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setPalette(palette(theme))
    holder.setStyleSheet(style_sheet(theme))
    button = QPushButton("████", holder)
    button.setFont(theme.font(17))
    button.setEnabled(is_enabled)
    button.resize(200, 44)
    with qtbot.waitExposed(holder):
        holder.show()
    (button if has_focus and is_enabled else holder).setFocus()
    picture = button.grab().toImage()
    drawn = [picture.pixelColor(x, 22) for x in range(20, 180)]
    assert max(contrast(pixel, QColor(theme.panel)) for pixel in drawn) >= LEAST
    ring = picture.pixelColor(100, 1)
    assert (ring == QColor(theme.tide)) is (has_focus and is_enabled)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_labels_take_on_the_theme(qtbot: QtBot, theme: Theme) -> None:
    """A label is written in ink, a muted one in the muted colour, as the style sheet says."""
    holder = QWidget()
    qtbot.addWidget(holder)
    colors = {"": theme.ink, "muted": theme.muted, "figure": theme.tide}
    labels = {name: QLabel("x", holder) for name in colors}
    for name, label in labels.items():
        label.setObjectName(name)
    holder.setStyleSheet(style_sheet(theme))
    with qtbot.waitExposed(holder):
        holder.show()
    for name, label in labels.items():
        assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(colors[name])

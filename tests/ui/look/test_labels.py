"""Texts of any length on a label."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtviewer.ui.look.labels import TagLabel, UnclippedLabel
from qtviewer.ui.look.text_ruler import text_width
from qtviewer.ui.look.theme import themed

THEME = themed("light", "en")


def test_an_optional_line_is_there_whole_or_not_at_all(holder: QWidget, qtbot: QtBot) -> None:
    """One pixel less than it needs, and nothing of it is painted."""
    label = UnclippedLabel("Of everything", holder)
    with qtbot.waitExposed(holder):
        holder.show()
    painted = {}
    for missing in (0, 1):
        label.resize(label.sizeHint().width() - missing, 40)
        picture = label.grab().toImage()
        pixels = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
        painted[missing] = len(pixels) > 1
    assert painted == {0: True, 1: False}
    assert label.minimumSizeHint().width() == 0


@pytest.mark.parametrize("text", ["地铁", "Semiconductor Industry Association", "R&D", "<b>x</b>"])
def test_a_tag_has_room_for_its_text_in_one_line_and_wraps_in_less(holder: QWidget, text: str) -> None:
    """At its own size nothing is cut; in half the width it is higher where there are words to part."""
    tag = TagLabel(text, THEME.font(16), holder)
    hint = tag.sizeHint()
    assert hint.width() >= text_width(text, THEME.font(16)) + 20
    assert tag.heightForWidth(hint.width()) == hint.height() < 40
    if " " in text:
        assert tag.heightForWidth(hint.width() // 2) > hint.height()

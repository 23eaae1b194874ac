"""Texts of any length on a button."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtviewer.ui.look.buttons import AdaptiveTextButton

LONG = "a day between 1 January 2022 and 15 February 2022"


def test_a_button_shows_the_first_text_that_fits(holder: QWidget, qtbot: QtBot) -> None:
    """With much room the long text, with less the shorter one, with next to none the last, and back again."""
    button = AdaptiveTextButton(holder)
    with qtbot.waitExposed(holder):
        holder.show()
    button.set_texts(LONG, "Next event", "›")
    for width, text in ((600, LONG), (200, "Next event"), (60, "›"), (10, "›"), (600, LONG)):
        button.resize(width, 40)
        assert button.text() == text
    button.set_texts("6 Jun", "Next event", "›")
    assert button.text() == "6 Jun"


def test_a_button_without_a_text_that_fits_shows_the_beginning_of_the_last(holder: QWidget, qtbot: QtBot) -> None:
    """With an ellipsis, inside its edges; with more room it is whole again."""
    button = AdaptiveTextButton(holder)
    with qtbot.waitExposed(holder):
        holder.show()
    button.set_texts(LONG, "Next event of all")
    button.resize(120, 40)
    assert "Next event of all".startswith(button.text().removesuffix("…"))
    assert button.text().endswith("…")
    assert button.sizeHint().width() <= 120
    button.resize(300, 40)
    assert button.text() == "Next event of all"

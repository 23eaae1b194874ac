"""Texts of any length in the room there is."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from qtviewer.ui.look.fitting_text import FittingButton, LinkButton, OptionalLabel, TagLabel, as_tooltip
from qtviewer.ui.look.theme import style_sheet, text_width, themed

THEME = themed("light", "en")
LONG = "a day between 1 January 2022 and 15 February 2022"


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    """A widget dressed as the window is."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet(style_sheet(THEME))
    widget.resize(800, 600)
    return widget


@given(words=st.lists(st.sampled_from(["metro", "line", "opens", "地铁开通", "R&D", "—"]), min_size=1, max_size=30))
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_link_wraps_and_grows(holder: QWidget, words: list[str]) -> None:
    """Narrower it is never lower, wide enough it takes one line, and each line more makes it higher."""
    link = LinkButton(" ".join(words), THEME, holder)
    one_line = link.heightForWidth(link.sizeHint().width())
    heights = [link.heightForWidth(width) for width in range(120, 1600, 100)]
    assert heights == sorted(heights, reverse=True)
    assert min(heights) >= one_line
    assert link.sizeHint().height() == one_line
    link.deleteLater()


def test_a_button_shows_the_first_text_that_fits(holder: QWidget, qtbot: QtBot) -> None:
    """With much room the long text, with less the shorter one, with next to none the last, and back again."""
    button = FittingButton(holder)
    with qtbot.waitExposed(holder):
        holder.show()
    button.show_first_fit(LONG, "Next event", "›")
    for width, text in ((600, LONG), (200, "Next event"), (60, "›"), (10, "›"), (600, LONG)):
        button.resize(width, 40)
        assert button.text() == text
    button.show_first_fit("6 Jun", "Next event", "›")
    assert button.text() == "6 Jun"


def test_a_button_without_a_text_that_fits_shows_the_beginning_of_the_last(holder: QWidget, qtbot: QtBot) -> None:
    """With an ellipsis, inside its edges; with more room it is whole again."""
    button = FittingButton(holder)
    with qtbot.waitExposed(holder):
        holder.show()
    button.show_first_fit(LONG, "Next event of all")
    button.resize(120, 40)
    assert "Next event of all".startswith(button.text().removesuffix("…"))
    assert button.text().endswith("…")
    assert button.sizeHint().width() <= 120
    button.resize(300, 40)
    assert button.text() == "Next event of all"


def test_an_optional_line_is_there_whole_or_not_at_all(holder: QWidget, qtbot: QtBot) -> None:
    """One pixel less than it needs, and nothing of it is painted."""
    label = OptionalLabel("Of everything", holder)
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


@given(text=st.text(max_size=40))
def test_a_tip_shows_the_text_as_it_is(text: str) -> None:
    """No character of a text makes a tag of its own; an empty text makes no tip."""
    tip = as_tooltip(text)
    assert bool(tip) == bool(text)
    inside = tip.removeprefix("<p>").removesuffix("</p>").replace("<br>", "\n")
    assert "<" not in inside
    assert ">" not in inside

"""A view with nothing in it says so and leads to the nearest event."""

from typing import Final

import pytest
from PySide6.QtWidgets import QLabel

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event import EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.ui.timeline.empty_hint import EmptyHint
from qtviewer.ui.window.main_window import MainWindow
from tests.store.samples import SAMPLE, sample_event
from tests.ui.windows import OpenWindow, Rest, card_of, chip_of, click

_LONG_TITLES: Final = {
    "zh": EventText("R&D 中心" + "落成" * 30, "要", "文"),
    "en": EventText("The R&D centre is opened " + "with music " * 9, "", ""),
}
RECENT: Final = SAMPLE._replace(
    events=(
        sample_event("research", "2021-06-28", "题")._replace(texts=_LONG_TITLES),
        sample_event("later", "2021-09-01", "后"),
    )
)
EARLY: Final = float(day_number(1990))


def hint_of(window: MainWindow) -> EmptyHint:
    """The hint of a window."""
    found = window.timeline.findChild(EmptyHint)
    assert isinstance(found, EmptyHint)
    return found


@pytest.mark.parametrize("case", [((1920, 1080), "later"), ((1024, 700), "research")], ids=["large", "small"])
@pytest.mark.parametrize(("lang", "said"), [("zh", "2021年6月28日 · R&D 中心"), ("en", "28 June 2021 · The R&D")])
def test_an_empty_view_offers_the_nearest_event_and_leads_there(
    open_window: OpenWindow, rest: Rest, lang: str, said: str, case: tuple[tuple[int, int], str]
) -> None:
    """The whole title is there to read, as it is written; a click leads to the event, even if it was selected."""
    size, selected = case
    window = open_window(lang, size=size, chronicle=RECENT, selected=selected)
    window.model.set_visible_range(EARLY, EARLY + 30)
    rest(window)
    hint = hint_of(window)
    assert hint.isVisible()
    (words,) = hint.findChildren(QLabel)
    assert words.text() == hint.accessibleName()
    assert said in words.text()
    assert hint.rect().contains(words.geometry())
    assert words.height() >= words.heightForWidth(words.width())
    assert window.timeline.viewport().rect().contains(hint.geometry())
    assert hint.x() > window.timeline.margins.names_width
    click(hint)
    rest(window)
    assert window.model.state.selected == "research"
    assert card_of(window.timeline, "research") is not None
    assert not hint.isVisible()


def test_the_hint_goes_with_the_emptiness(open_window: OpenWindow, rest: Rest) -> None:
    """It is not there where events are, comes when they are left and goes as soon as the view moves."""
    window = open_window(chronicle=RECENT)
    rest(window)
    assert not hint_of(window).isVisible()
    window.model.set_visible_range(EARLY, EARLY + 365)
    rest(window)
    assert hint_of(window).isVisible()
    window.timeline.navigation.pan(5, 0)
    assert not hint_of(window).isVisible()
    rest(window)
    assert hint_of(window).isVisible()


def test_without_any_match_there_is_nothing_to_lead_to(open_window: OpenWindow, rest: Rest) -> None:
    """The hint says what to do and cannot be clicked; it goes when the events come back."""
    window = open_window("en", query=EventQuery(categories=frozenset({"milestone"})))
    click(chip_of(window, "milestone"))
    rest(window)
    hint = hint_of(window)
    assert (hint.isVisible(), hint.isEnabled()) == (True, False)
    assert hint.accessibleName().startswith("No event matches")
    click(chip_of(window, "milestone"))
    rest(window)
    assert not hint.isVisible()


def test_in_a_low_window_the_hint_is_whole(open_window: OpenWindow, rest: Rest) -> None:
    """Where there is not enough room below the axis, it lies over the axis."""
    window = open_window("en", size=(1280, 540), text_size=160, chronicle=RECENT)
    window.model.set_visible_range(EARLY, EARLY + 30)
    rest(window)
    hint = hint_of(window)
    assert hint.y() < window.timeline.margins.axis_height
    assert window.timeline.rect().contains(hint.geometry())

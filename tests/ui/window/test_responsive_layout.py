"""What gives way in a low window, so that the events have room."""

from qtviewer.domain.event_query import EventQuery
from tests.ui.windows import OpenWindow, settle


def test_with_room_the_overview_is_there(open_window: OpenWindow) -> None:
    """In a window of any usual size."""
    for lang, size in (("zh", (1280, 720)), ("en", (1280, 720)), ("en", (1024, 768))):
        window = open_window(lang, size=size)
        settle()
        assert window.overview.isVisible()


def test_without_room_chips_and_overview_are_left_out(open_window: OpenWindow) -> None:
    """Large text in a low window leaves their places to the events; with a higher window they are back."""
    window = open_window("en", size=(1280, 800), text_size=160)
    chip = window.chips.chip("milestone")
    for height, overview_is_there, chips_are_there in (
        (800, True, False),
        (620, False, False),
        (1300, True, True),
        (620, False, False),
    ):
        window.resize(1280, height)
        settle()
        assert window.overview.isVisible() is overview_is_there
        assert chip.isVisible() is chips_are_there
        assert window.filters.panel_button.isVisible()  # its panel has the categories, too
        assert window.timeline.height() > 200


def test_chips_stay_away_or_there_whatever_is_searched(open_window: OpenWindow) -> None:
    """The line above the events that a search brings does not take the chips away."""
    for text_size in (100, 125, 160):
        window = open_window("en", size=(1280, 800), text_size=text_size)
        before = window.chips.chip("milestone").isVisible()
        assert before is (text_size < 160)
        window.model.request(EventQuery(min_importance=4))
        settle()
        assert window.chips.chip("milestone").isVisible() is before

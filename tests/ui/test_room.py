"""What gives way in a low window, so that the events have room."""

from tests.ui.windows import OpenWindow, settle


def test_with_room_the_overview_is_there(open_window: OpenWindow) -> None:
    """In a window of any usual size."""
    for lang, size in (("zh", (1280, 720)), ("en", (1280, 720)), ("en", (1024, 768))):
        window = open_window(lang, size=size)
        settle()
        assert window.overview.isVisible()


def test_without_room_the_overview_is_left_out(open_window: OpenWindow) -> None:
    """Large text in a low window leaves its place to the events; with a higher window it is back."""
    window = open_window("en", size=(1280, 800), text_size=160)
    for height, is_there in ((800, False), (1300, True), (800, False)):
        window.resize(1280, height)
        settle()
        assert window.overview.isVisible() is is_there
        assert window.timeline.height() > 200

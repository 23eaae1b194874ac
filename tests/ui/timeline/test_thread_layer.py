"""The selected event is joined to those that belong with it, as far as they match."""

import pytest
from PySide6.QtGui import QColor

from qtviewer.domain.event import Event
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead
from qtviewer.timeline.thread_line import ThreadLine
from qtviewer.ui.look.theme import CONTRAST, DARK, LIGHT, Theme
from qtviewer.ui.timeline.thread_layer import ThreadLayer
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import ViewState
from qtviewer.ui.window.main_window import MainWindow
from tests.store.memory_source import MemorySource
from tests.store.samples import SAMPLE, sample_event
from tests.ui.windows import OpenWindow, Rest

EVENTS = (
    sample_event("begun", "2021-03-01", "始", thread="metro"),
    sample_event("opened", "2021-06-28", "开", thread="metro", category="festival"),
    sample_event("part", "2021-08-15", "分", parent="opened"),
    sample_event("alone", "2021-09-10", "独"),
)
CHRONICLE = SAMPLE._replace(events=EVENTS)


class CountingSource(MemorySource):
    """Counts how often it is asked for related events."""

    asked = 0

    def related(self, event: Event, lang: str, query: EventQuery) -> list[EventHead]:
        """Count, and return them."""
        self.asked += 1
        return super().related(event, lang, query)


def shown_window(open_window: OpenWindow, rest: Rest, theme: str = "light") -> MainWindow:
    """A window on the year 2021, with nothing selected."""
    window = open_window(theme=theme, chronicle=CHRONICLE, query=EventQuery())
    window.timeline.navigation.fit(2_459_216.0, 2_459_580.0)
    window.model.select("")
    rest(window)
    return window


def line_in(window: MainWindow) -> ThreadLine:
    """The line in the scene of a window."""
    return ThreadLayer(window.model).line(window.timeline.scene())


@pytest.mark.parametrize(("selected", "joined"), [("opened", 3), ("begun", 2), ("part", 2), ("alone", 0), ("", 0)])
def test_an_event_is_joined_to_its_thread_parent_and_parts(
    open_window: OpenWindow, rest: Rest, selected: str, joined: int
) -> None:
    """From the first to the last, through lanes; an event of its own has no line, nor has a window without any."""
    window = shown_window(open_window, rest)
    window.model.select(selected)
    rest(window)
    assert len(line_in(window)) == joined


def test_what_is_filtered_out_is_not_joined(open_window: OpenWindow, rest: Rest) -> None:
    """A line leads only through events that can be seen."""
    window = shown_window(open_window, rest)
    window.model.select("opened")
    window.model.request(EventQuery(categories=frozenset({"festival"})))
    rest(window)
    assert line_in(window) == ()


@pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST], ids=lambda theme: theme.name)
def test_the_line_is_painted_in_every_theme(open_window: OpenWindow, rest: Rest, theme: Theme) -> None:
    """Half way between two cards it is nearer to its colour than the same place without it."""
    window = shown_window(open_window, rest, theme.name)
    window.model.select("opened")
    rest(window)
    first, last = line_in(window)[:2]
    margins, color = window.timeline.margins, QColor(window.model.theme.tide)
    x, y = (first.x + last.x) // 2 + margins.names_width, (first.y + last.y) // 2 + margins.axis_height
    distances = []
    for selected in ("opened", "alone"):
        window.model.select(selected)
        rest(window)
        image = window.timeline.viewport().grab().toImage()
        around = [image.pixelColor(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        distances.append(min(distance(pixel, color) for pixel in around))
    assert distances[0] < distances[1] - 60


def distance(color: QColor, other: QColor) -> int:
    """How far two colours are from each other."""
    parts = ((color.red(), other.red()), (color.green(), other.green()), (color.blue(), other.blue()))
    return sum(abs(one - two) for one, two in parts)


@pytest.mark.usefixtures("qapp")
def test_the_source_is_asked_once_for_a_selection(open_window: OpenWindow, rest: Rest) -> None:
    """However many frames are painted, and not at all while nothing is selected."""
    scene = shown_window(open_window, rest).timeline.scene()
    source = CountingSource(CHRONICLE)
    model = ViewModel(source, ViewState())
    layer = ThreadLayer(model)
    for selected, asked in (("", 0), ("alone", 1), ("opened", 2)):
        model.select(selected)
        for _frame in range(3):
            layer.line(scene)
        assert source.asked == asked

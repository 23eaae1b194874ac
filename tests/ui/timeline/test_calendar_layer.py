"""What the timeline shows of the Chinese calendar, and when."""

from typing import Any, Final

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from qtviewer.domain.dates.day_number import day_number
from qtviewer.store.reader import StoreReader
from qtviewer.timeline.scale import TimeScale
from qtviewer.ui.timeline.calendar_layer import CalendarLayer
from qtviewer.ui.timeline.view import TimelineView
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import ViewState
from tests.timeline.samples import measure_text
from tests.ui.windows import OpenWindow, Rest

FESTIVAL: Final[dict[str, Any]] = {"first": float(day_number(2022, 1, 20)), "last": float(day_number(2022, 2, 20))}
LONG_AGO: Final[dict[str, Any]] = {"first": float(day_number(1722, 1, 20)), "last": float(day_number(1722, 2, 20))}


def inks_of_the_line(view: TimelineView) -> set[str]:
    """The colours of the axis' line for the calendar, beside the column of names."""
    margins, image = view.margins, QImage(view.viewport().grab().toImage())
    rows = range(round(margins.ticks_height), round(margins.axis_height))
    return {image.pixelColor(x, y).name() for y in rows for x in range(round(margins.names_width), image.width())}


def test_the_first_frame_does_not_wait_for_the_calendar(sample: StoreReader, qtbot: QtBot) -> None:
    """Nothing is shown until it is loaded, which the first question asks for."""
    model = ViewModel(sample, ViewState(lang="zh"))
    layer, scale = CalendarLayer(model, measure_text), TimeScale.spanning(FESTIVAL["first"], FESTIVAL["last"], 1000)
    assert layer.bands_and_line(scale) == ((), None)
    assert not model.has_lunar_calendar
    qtbot.waitUntil(lambda: model.has_lunar_calendar)
    bands, line = layer.bands_and_line(scale)
    assert [band.label for band in bands] == ["除夕—元宵"]
    assert line is not None
    assert "春节" in [label.label for label in line.labels]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_names_are_painted_where_there_are_any(open_window: OpenWindow, rest: Rest, theme: str) -> None:
    """The line has the shades of text around a Spring Festival, only ground and ticks three hundred years before."""
    window = open_window(theme=theme, selected="", **FESTIVAL)
    rest(window)
    plain = {QColor(ground).name() for ground in (window.model.theme.panel, window.model.theme.line)}
    assert len(inks_of_the_line(window.timeline) - plain) > 20
    window.model.set_visible_range(*LONG_AGO.values())
    rest(window)
    assert inks_of_the_line(window.timeline) <= plain


def test_lanes_stay_where_they_are_whether_or_not_days_have_names(open_window: OpenWindow, rest: Rest) -> None:
    """The axis is as high without names as with them."""
    window = open_window(selected="", **FESTIVAL)
    height = window.timeline.margins.axis_height
    window.model.set_visible_range(*LONG_AGO.values())
    rest(window)
    assert window.timeline.margins.axis_height == height


def test_names_follow_the_language(open_window: OpenWindow, rest: Rest) -> None:
    """Another language has other names at once."""
    window = open_window("zh", selected="", **FESTIVAL)
    rest(window)
    before = window.timeline.viewport().grab().toImage()
    window.model.change(lang="en")
    rest(window)
    after = window.timeline.viewport().grab().toImage()
    margins = window.timeline.margins
    rows = round(margins.ticks_height), round(margins.calendar_height)
    assert before.copy(0, rows[0], 150, rows[1]) != after.copy(0, rows[0], 150, rows[1])

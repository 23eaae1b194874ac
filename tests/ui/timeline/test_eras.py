"""Eras above and behind the lanes: painted over just their days, named, and shown whole by a click."""

from typing import Any, Final

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event import Chronicle, Era
from qtviewer.ui.look.band_color import band_color
from qtviewer.ui.window.main_window import MainWindow
from tests.store.samples import SAMPLE, SAMPLE_ERAS, sample_event
from tests.ui.windows import OpenWindow, Rest, click, double_click, drag

TWO_YEARS: Final[dict[str, Any]] = {"first": float(day_number(2020)), "last": float(day_number(2022)), "selected": ""}
PLAN, _DISTRICT, HAN = SAMPLE_ERAS
SUMMER: Final = Era("summer", {"zh": "夏天", "en": "Summer"}, parse_edtf("2021-06/2021-08"), "#C2571A", "#FFAB73")


def with_eras(*eras: Era) -> Chronicle:
    """One event, and some eras."""
    return SAMPLE._replace(events=(sample_event("only", "2020-02-01", "事"),), eras=eras)


def picture_of(window: MainWindow) -> QImage:
    """The timeline as it is painted, a pixel of the picture for each of the viewport."""
    return window.timeline.viewport().grab().toImage()


def x_of(window: MainWindow, *date: int) -> int:
    """The pixel at which a day begins."""
    return round(window.timeline.scale().x_at(day_number(*date)) + window.timeline.margins.names_width)


def place_of_era(window: MainWindow, era_id: str) -> QPoint:
    """A place in the row of names that is in the middle of an era."""
    eras = window.timeline.eras
    return next(eras.box(band) for band in eras.bands() if era_id in band.ids).center().toPoint()


def test_an_approximate_era_has_a_dashed_line(open_window: OpenWindow, rest: Rest) -> None:
    """Below its name, where the line of one with certain dates has no gaps."""
    for date, is_dashed in (("2021-06/2021-08", False), ("2021-06~/2021-08", True), ("2021-06/2021-08?", True)):
        window = open_window(chronicle=with_eras(SUMMER._replace(date=parse_edtf(date))), **TWO_YEARS)
        rest(window)
        picture, (band,) = picture_of(window), window.timeline.eras.bands()
        box = window.timeline.eras.box(band).toRect()
        line = {picture.pixelColor(x, box.bottom() - 1).name() for x in range(box.left() + 2, box.right() - 2)}
        color = window.model.theme.era_color(SUMMER).name()
        assert (color in line, len(line) > 1) == (True, is_dashed)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_band_is_behind_the_lanes_on_just_its_days(open_window: OpenWindow, rest: Rest, theme: str) -> None:
    """From the first day to the last, to the bottom; a shorter era covers the one it is a part of."""
    window = open_window(theme=theme, chronicle=with_eras(PLAN, SUMMER), **TWO_YEARS)
    rest(window)
    picture, look = picture_of(window), window.model.theme
    row = [picture.pixelColor(x, picture.height() - 2) for x in range(x_of(window, 2020) + 20, picture.width() - 20)]
    start = x_of(window, 2020) + 20
    dark = look.is_dark
    plan, summer = (band_color(look, era.color_dark if dark else era.color, look.panel) for era in (PLAN, SUMMER))
    for color, first, last in ((plan, (2021, 1, 1), None), (summer, (2021, 6, 1), (2021, 9, 1))):
        columns = [start + at for at, pixel in enumerate(row) if pixel == color]
        assert min(columns) == pytest.approx(x_of(window, *first), abs=1)
        assert max(columns) == pytest.approx(x_of(window, *last) if last else picture.width() - 20, abs=2)
    assert {pixel.name() for pixel in row} <= {plan.name(), summer.name(), look.panel.lower(), look.line.lower(),
                                               QColor(look.festival).name()}  # fmt: skip


def test_names_are_written_in_the_language_of_the_window(open_window: OpenWindow, rest: Rest) -> None:
    """Each in its own row, and all of them are told to screen readers."""
    window = open_window("zh", chronicle=with_eras(PLAN, SUMMER), **TWO_YEARS)
    rest(window)
    assert window.timeline.eras.names() == ["“十四五”时期", "夏天"]
    window.model.change(lang="en")
    rest(window)
    assert window.timeline.eras.names() == ["14th Five-Year Plan", "Summer"]


def test_a_name_stays_in_sight_while_its_era_is(open_window: OpenWindow, rest: Rest) -> None:
    """At the left edge of the view when the era began before it, and the same pixels wherever that is."""
    window = open_window("en", chronicle=with_eras(HAN), first=float(day_number(-50)), last=float(day_number(50)))
    rest(window)
    left, height = round(window.timeline.margins.names_width), round(window.timeline.margins.eras_height) - 2
    top = round(window.timeline.margins.eras_top)
    before = picture_of(window).copy(left, top, 120, height)
    assert min(before.pixelColor(x, y).lightness() for x in range(120) for y in range(height)) < 90  # there is ink
    window.timeline.navigation.jump(window.timeline.scale().panned(200))
    rest(window)
    assert picture_of(window).copy(left, top, 120, height) == before


def test_without_eras_the_lanes_begin_where_they_did(open_window: OpenWindow) -> None:
    """A store that has none has no row for them either."""
    window = open_window(chronicle=with_eras(), **TWO_YEARS)
    margins = window.timeline.margins
    assert (margins.eras_height, margins.axis_height) == (0, 78)
    assert window.timeline.eras.bands() == []


def test_a_click_shows_the_whole_era_and_back_leads_back(open_window: OpenWindow, rest: Rest) -> None:
    """From its first day to its last; a second click of a double click changes nothing more."""
    window = open_window(chronicle=with_eras(PLAN, SUMMER), **TWO_YEARS)
    rest(window)
    before = window.timeline.scale()
    click(window.timeline.viewport(), place_of_era(window, "summer"))
    rest(window)
    shown = window.timeline.scale()
    assert shown.left < day_number(2021, 6) < day_number(2021, 9) < shown.right
    assert shown.days < 140
    double_click(window.timeline.viewport(), place_of_era(window, "summer"))
    rest(window)
    assert window.timeline.scale().days == pytest.approx(shown.days)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    rest(window)
    assert window.timeline.scale().left == pytest.approx(before.left)


def test_a_drag_that_begins_on_a_name_moves_along_time(open_window: OpenWindow, rest: Rest) -> None:
    """Only a click shows the era."""
    window = open_window(chronicle=with_eras(PLAN), **TWO_YEARS)
    rest(window)
    days, place = window.timeline.scale().days, place_of_era(window, "plan-14")
    drag(window.timeline.viewport(), place, place - QPoint(150, 0))
    rest(window)
    assert window.timeline.scale().days == pytest.approx(days)
    assert window.timeline.scale().left > TWO_YEARS["first"]


def test_an_era_tells_its_dates_under_the_pointer(open_window: OpenWindow, rest: Rest) -> None:
    """Resting on it names it whole, also where its name is cut."""
    window = open_window("en", chronicle=with_eras(PLAN, SUMMER), **TWO_YEARS)
    rest(window)
    canvas, place = window.timeline.viewport(), place_of_era(window, "summer")
    QApplication.sendEvent(canvas, QHelpEvent(QHelpEvent.Type.ToolTip, place, canvas.mapToGlobal(place)))
    assert "Summer, June–August 2021" in QToolTip.text()


def test_in_a_low_window_what_has_no_row_is_counted(open_window: OpenWindow, rest: Rest) -> None:
    """One row, whose era says how many it hides and tells them by name."""
    window = open_window("en", size=(1024, 600), text_size=160, chronicle=with_eras(PLAN, SUMMER), **TWO_YEARS)
    rest(window)
    (band,) = window.timeline.eras.bands()
    assert (band.ids, band.hidden) == (("plan-14",), ("summer",))
    assert [line.partition(",")[0] for line in window.timeline.eras.lines(band)] == ["14th Five-Year Plan", "Summer"]


def test_thousands_of_eras_are_told_by_number(open_window: OpenWindow, rest: Rest) -> None:
    """Reigns of a month in the view of a thousand years: one band says how many."""
    reigns = [
        SUMMER._replace(id=f"reign-{year}", names={"en": "Reign"}, date=parse_edtf(f"{year}-01/{year}-11"))
        for year in range(1000, 2000)
    ]
    window = open_window("en", chronicle=with_eras(*reigns), first=float(day_number(990)), last=float(day_number(2010)))
    rest(window)
    assert window.timeline.eras.names() == ["1000 eras"]
    (band,) = window.timeline.eras.bands()
    assert window.timeline.eras.lines(band)[-1] == "+992"


def test_the_overview_has_a_thin_band(open_window: OpenWindow, rest: Rest) -> None:
    """In the colour of the era, over its days."""
    window = open_window(chronicle=with_eras(SUMMER)._replace(events=SAMPLE.events), **TWO_YEARS)
    rest(window)
    strip, color = window.overview, window.model.theme.era_color(SUMMER)
    picture = strip.grab().toImage()
    found = [x for x in range(picture.width()) for y in range(picture.height()) if picture.pixelColor(x, y) == color]
    curve = strip.density_curve()
    for end, date in ((min(found), (2021, 6, 1)), (max(found) + 1, (2021, 9, 1))):
        assert end == pytest.approx(curve.position_at(day_number(*date)) * strip.width(), abs=1.5)


def test_an_era_is_found_just_where_it_is(open_window: OpenWindow, rest: Rest) -> None:
    """In its row and on its days, not beside them and not below."""
    window = open_window(chronicle=with_eras(SUMMER), **TWO_YEARS)
    rest(window)
    eras, place = window.timeline.eras, place_of_era(window, "summer")
    assert eras.band_at(place.toPointF()) is not None
    assert eras.band_at((place + QPoint(0, 60)).toPointF()) is None
    assert eras.band_at(QPoint(x_of(window, 2020, 3), place.y()).toPointF()) is None

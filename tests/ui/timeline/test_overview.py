"""The strip of the whole store: its tide, and the window that can be dragged and resized."""

from typing import Any, Final

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from qtviewer.domain.dates.day_number import day_number
from qtviewer.timeline.scale import MIN_VIEW_DAYS
from qtviewer.ui.window.main_window import MainWindow
from tests.store.samples import SAMPLE, sample_event
from tests.ui.windows import OpenWindow, Rest, chip_of, click, drag

YEAR: Final[dict[str, Any]] = {"first": float(day_number(2021)), "last": float(day_number(2022))}


def place_of_time(window: MainWindow, time: float) -> QPoint:
    """Where a time stands in the strip."""
    strip = window.overview
    return QPoint(round(strip.density_curve().position_at(time) * strip.width()), strip.height() // 2)


def time_of_place(window: MainWindow, place: QPoint) -> float:
    """The time that stands at a place of the strip."""
    return window.overview.density_curve().time_at(place.x() / window.overview.width())


def test_dragging_the_window_moves_the_timeline(open_window: OpenWindow) -> None:
    """The window keeps its length, and moves by the time between where it was caught and let go."""
    window = open_window(**YEAR)
    start = place_of_time(window, day_number(2021, 5))
    end = start - QPoint(200, 0)
    moved = time_of_place(window, end) - time_of_place(window, start)
    drag(window.overview, start, end)
    state = window.model.state
    assert (state.first, state.last) == pytest.approx((YEAR["first"] + moved, YEAR["last"] + moved))
    assert window.timeline.scale().left == pytest.approx(state.first)


def test_dragging_an_edge_moves_only_that_edge(open_window: OpenWindow) -> None:
    """The left edge changes where the view begins, the right one where it ends."""
    window = open_window(**YEAR)
    left, right = (place_of_time(window, YEAR[key]) for key in ("first", "last"))
    drag(window.overview, left, left + QPoint(60, 0))
    state = window.model.state
    assert (state.first, state.last) == pytest.approx((time_of_place(window, left + QPoint(60, 0)), YEAR["last"]))
    drag(window.overview, right, right + QPoint(30, 0))
    after = window.model.state
    assert (after.first, after.last) == pytest.approx((state.first, time_of_place(window, right + QPoint(30, 0))))


@pytest.mark.parametrize("caught", ["first", "last"])
def test_an_edge_cannot_pass_the_other(open_window: OpenWindow, caught: str) -> None:
    """Dragged beyond the other edge, the one that was caught stops at the shortest view."""
    window = open_window(**YEAR)
    left, right = (place_of_time(window, YEAR[key]) for key in ("first", "last"))
    start, far = (left, right + QPoint(50, 0)) if caught == "first" else (right, left - QPoint(50, 0))
    drag(window.overview, start, far)
    state = window.model.state
    assert state.last - state.first == pytest.approx(MIN_VIEW_DAYS)
    assert (state.last if caught == "first" else state.first) == YEAR["last" if caught == "first" else "first"]


def test_a_click_beside_the_window_brings_it_there(open_window: OpenWindow) -> None:
    """The middle of the window comes under the pointer, and can be dragged on from there."""
    window = open_window(**YEAR)
    place = place_of_time(window, day_number(2010, 6))
    click(window.overview, place)
    state = window.model.state
    assert (state.first + state.last) / 2 == pytest.approx(time_of_place(window, place))
    assert state.last - state.first == pytest.approx(YEAR["last"] - YEAR["first"])
    far = place_of_time(window, day_number(2000, 6))
    drag(window.overview, far, far + QPoint(40, 0))
    middle = (window.model.state.first + window.model.state.last) / 2
    assert middle == pytest.approx(time_of_place(window, far + QPoint(40, 0)))


def test_a_drag_past_the_ends_of_the_strip_does_no_harm(open_window: OpenWindow) -> None:
    """The window stays as long as it was and can be brought back."""
    window = open_window(**YEAR)
    middle = place_of_time(window, day_number(2021, 7))
    drag(window.overview, middle, QPoint(-500, middle.y()))
    drag(window.overview, QPoint(2, middle.y()), middle)
    state = window.model.state
    assert state.last - state.first == pytest.approx(365)
    click(window.overview, place_of_time(window, day_number(2021, 7)))
    assert window.model.state.last > state.first


def test_a_narrow_window_can_be_moved_and_widened(open_window: OpenWindow) -> None:
    """A week is a line in the strip: caught on the line it moves, caught beside it an edge is drawn away."""
    first = float(day_number(2021, 7))
    window = open_window(first=first, last=first + 7)
    place = place_of_time(window, first + 3.5)
    drag(window.overview, place, place + QPoint(50, 0))
    state = window.model.state
    assert state.last - state.first == pytest.approx(7)
    assert state.first > first + 10
    place = place_of_time(window, state.last)
    drag(window.overview, place + QPoint(8, 0), place + QPoint(40, 0))
    assert window.model.state.first == state.first
    assert window.model.state.last == pytest.approx(time_of_place(window, place + QPoint(40, 0)))


def test_other_buttons_and_mere_movement_move_nothing(open_window: OpenWindow) -> None:
    """Only the left button catches, and letting go lets go."""
    window = open_window(**YEAR)
    place = window.overview.mapTo(window, place_of_time(window, day_number(2010)))
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.RightButton, pos=place)
    QTest.mouseMove(window.windowHandle(), place + QPoint(40, 0))
    state = window.model.state
    assert (state.first, state.last) == (YEAR["first"], YEAR["last"])


def test_the_pointer_tells_edges_from_the_rest(open_window: OpenWindow) -> None:
    """Over an edge it shows that the window can be made longer or shorter."""
    window = open_window(**YEAR)
    for time, shape in (
        (YEAR["first"], Qt.CursorShape.SizeHorCursor),
        (YEAR["last"], Qt.CursorShape.SizeHorCursor),
        (float(day_number(2021, 7)), Qt.CursorShape.OpenHandCursor),
    ):
        QTest.mouseMove(window.windowHandle(), window.overview.mapTo(window, place_of_time(window, time)))
        assert window.overview.cursor().shape() is shape


def test_the_tide_follows_the_filters_and_its_scale_does_not(open_window: OpenWindow, rest: Rest) -> None:
    """Fewer events make another tide, none a flat one, and no time moves from its place."""
    window = open_window(**YEAR)
    everything = window.overview.density_curve()
    window.model.show_only_category("asian-games")
    some = window.overview.density_curve()
    window.model.search("no such words")
    rest(window)
    nothing = window.overview.density_curve()
    assert max(everything.heights) == max(some.heights) == 1.0
    assert some.heights != everything.heights
    assert set(nothing.heights) == {0.0}
    assert everything._replace(heights=()) == some._replace(heights=()) == nothing._replace(heights=())


def test_with_categories_switched_off_the_tide_has_the_colours_of_the_others(open_window: OpenWindow) -> None:
    """All together have one colour; some of them stand one upon the other, each in its own, the rest not at all."""
    window = open_window(**YEAR)
    theme, categories = window.model.theme, window.model.source.vocabulary.categories
    window.model.set_visible_range(float(day_number(2020)), float(day_number(2023)))

    def hues() -> set[int]:
        picture = window.overview.grab().toImage()
        pixels = (picture.pixelColor(x, y) for x in range(0, picture.width(), 2) for y in range(16, 80, 2))
        return {pixel.hslHue() // 4 for pixel in pixels if pixel.hslSaturation() > 40 and pixel.lightness() < 235}

    def hue(color: QColor) -> int:
        return color.hslHue() // 4

    kept = ("industry", "livelihood")
    of_kept = {hue(theme.category_color(categories[key])) for key in kept}
    assert hue(QColor(theme.tide)) in hues()
    assert not of_kept & hues()
    for key in categories:
        if key not in kept:
            click(chip_of(window, key))
    assert of_kept <= hues()
    assert hue(QColor(theme.tide)) not in hues()


KINDS: Final = {
    "empty": (),
    "one day": ("2021-06-28",),
    "no known end": ("../2020", "2019/.."),
    "the last day": ("9999-12-31",),
    "all years": ("-9999", "-0044~", "20XX", "9999"),
}


@pytest.mark.parametrize("dates", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_of_store_can_be_shown(open_window: OpenWindow, dates: tuple[str, ...], lang: str) -> None:
    """Without an event, with one of no known end, or with ten thousand years: strip and timeline are painted."""
    events = tuple(sample_event(f"event-{at}", date, "题") for at, date in enumerate(dates))
    window = open_window(lang, chronicle=SAMPLE._replace(events=events))
    click(window.overview, QPoint(window.overview.width() // 3, 20))
    assert window.grab().size() == window.size()
    assert len(window.overview.density_curve().heights) > 1


def test_the_axis_names_its_times_in_the_language_of_the_window(open_window: OpenWindow) -> None:
    """A strip of the last century BCE says so in either language, and none of its labels has the other one's words."""
    events = (sample_event("early", "-0089-03-15", "题"), sample_event("late", "-0010", "题"))
    for lang, label, other in (("en", "50 BCE", "年"), ("zh", "公元前50年", "BCE")):
        window = open_window(lang, chronicle=SAMPLE._replace(events=events))
        labels = [tick.label for tick in window.overview.axis_ticks() if tick.label]
        assert label in labels
        assert not [each for each in labels if other in each]

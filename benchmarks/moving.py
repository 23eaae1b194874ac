"""Times of frames while the view is panned and zoomed, and after a category is switched."""

import statistics
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from benchmarks.frames import (
    FOUR_K,
    FULL_HD,
    FrameTimes,
    Size,
    application,
    floor_frames,
    measure_frames,
    open_window,
    process_events,
)
from benchmarks.measurement import Measurement
from benchmarks.stores import MILLION, THOUSAND, synthetic_store
from qtviewer.domain.dates.day_number import day_number
from qtviewer.ui.window.main_window import MainWindow

PAN = 24
"""Pixels a frame, 1,440 a second."""
ZOOM = 1.025
"""Magnification a frame, an octave in half a second."""
ZOOM_ANCHOR = 500
"""The pixel that stays where it is while the view is magnified."""
FRAMES = 240
"""Number of frames of a movement: to one side in the first half of them, then back."""
Years = tuple[int, int]
"""First year in view, and the year at whose beginning it ends."""
# First and last year in view: everything, decades, one year. Both stores fill the window there; with fewer years a
# thousand events would leave it empty, and the growth would depend on how much there is to paint.
_VIEWS: tuple[Years, ...] = ((1850, 2026), (1960, 1985), (1980, 1981))
_TOGGLES = 44


@cache
def _floor(size: Size) -> float:
    application()
    return floor_frames(size).median


@cache
def frames_on(count: int, size: Size = FULL_HD) -> tuple[FrameTimes, FrameTimes, FrameTimes]:
    """Return the times of panning, of zooming and of switching categories in a window on a store of `count` events."""
    window = open_window(synthetic_store(count), size)
    pans, zooms = pan_frames(window, _VIEWS), zoom_frames(window, _VIEWS)
    window.model.set_visible_range(day_number(1850), day_number(2026))
    process_events(application(), 1.0)
    model, categories = window.model, list(window.model.source.vocabulary.categories)
    toggles = measure_frames(
        window.timeline.viewport(),
        lambda number: model.toggle_category(categories[number // 2 % len(categories)]),
        _TOGGLES,
    )
    window.close()
    return pans, zooms, toggles


def pan_frames(window: MainWindow, views: Iterable[Years]) -> FrameTimes:
    """Return the times of panning to later times and back, from each of some views."""
    navigation = window.timeline.navigation
    return _moving_frames(window, views, lambda number: navigation.pan(PAN if number < FRAMES / 2 else -PAN, 0))


def zoom_frames(window: MainWindow, views: Iterable[Years]) -> FrameTimes:
    """Return the times of magnifying and back, from each of some views."""
    view = window.timeline

    def zoom(number: int) -> None:
        view.navigation.show_scale(view.scale().zoomed(ZOOM if number < FRAMES / 2 else 1 / ZOOM, ZOOM_ANCHOR))

    return _moving_frames(window, views, zoom)


def _moving_frames(window: MainWindow, views: Iterable[Years], move: Callable[[int], None]) -> FrameTimes:
    seconds: list[float] = []
    for first, last in views:
        window.model.set_visible_range(day_number(first), day_number(last))
        process_events(application(), 1.0)
        seconds += measure_frames(window.timeline.viewport(), move, FRAMES).seconds
    return FrameTimes(tuple(seconds))


def _frame_measurements(name: str, frames: FrameTimes, size: Size) -> Iterator[Measurement]:
    yield Measurement.of(name, MILLION, frames.p95 * 1e3, "ms", _floor(size) * 1e3)
    yield Measurement.of(f"{name}_slow", MILLION, frames.slow, "frames over 16 ms", len(frames.seconds))


def pan_1m() -> Iterator[Measurement]:
    """Yield the 95th percentile of panning at a million events, which shall be at most 3 floors, and slow frames.

    It is compared with the median, too, of which it shall be at most twice: no frame of a movement stands out.
    """
    frames = frames_on(MILLION)[0]
    yield from _frame_measurements("pan_1m", frames, FULL_HD)
    yield Measurement.of("pan_1m_spikes", MILLION, frames.p95 * 1e3, "ms", frames.median * 1e3)


def zoom_1m() -> Iterator[Measurement]:
    """Yield the 95th percentile of zooming at a million events, which shall be at most 5 floors, and slow frames."""
    yield from _frame_measurements("zoom_1m", frames_on(MILLION)[1], FULL_HD)


def pan_4k() -> Iterator[Measurement]:
    """Yield the same in a window of 3840x2160, at most 2.5 of its own floors, and slow frames, which shall be none."""
    yield from _frame_measurements("pan_4k", frames_on(MILLION, FOUR_K)[0], FOUR_K)


def zoom_4k() -> Iterator[Measurement]:
    """Yield the same in a window of 3840x2160, at most 3 of its own floors, and slow frames, at most 3 of all."""
    yield from _frame_measurements("zoom_4k", frames_on(MILLION, FOUR_K)[1], FOUR_K)


def pan_growth() -> Iterator[Measurement]:
    """Yield the ratio of panning at a million events to that at a thousand, which shall be at most 1.5."""
    yield _growth("pan_growth", 0)


def zoom_growth() -> Iterator[Measurement]:
    """Yield the ratio of zooming at a million events to that at a thousand, which shall be at most 1.5."""
    yield _growth("zoom_growth", 1)


def _growth(name: str, kind: int) -> Measurement:
    many, few = frames_on(MILLION)[kind], frames_on(THOUSAND)[kind]
    return Measurement.of(name, MILLION, many.median * 1e3, "ms", few.median * 1e3)


def toggle_1m() -> Iterator[Measurement]:
    """Yield the time of a frame after switching a category at a million events, at most that of 6 panning frames."""
    pan, _zoom, toggle = frames_on(MILLION)
    yield Measurement.of("toggle_1m", MILLION, statistics.median(toggle.seconds) * 1e3, "ms", pan.median * 1e3)

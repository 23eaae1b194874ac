"""Times of frames while the view is panned and zoomed, and after a category is switched."""

import statistics
from collections.abc import Iterator
from functools import cache

from benchmarks.frames import FrameTimes, application, floor_frames, measure_frames, open_window, process_events
from benchmarks.measurement import Measurement
from benchmarks.stores import MILLION, THOUSAND, synthetic_store
from qtviewer.domain.dates.day_number import day_number
from qtviewer.ui.timeline.view import TimelineView

_PAN = 24  # pixels a frame, 1,440 a second
_ZOOM = 1.025  # magnification a frame, an octave in half a second
_FRAMES = 240
# First and last year in view: everything, decades, one year. Both stores fill the window there; with fewer years a
# thousand events would leave it empty, and the growth would depend on how much there is to paint.
_VIEWS = ((1850, 2026), (1960, 1985), (1980, 1981))
_TOGGLES = 44


@cache
def _floor() -> float:
    application()
    return floor_frames().median


@cache
def _frames_on(count: int) -> tuple[FrameTimes, FrameTimes, FrameTimes]:
    """Return the times of panning, of zooming and of switching categories on a store with `count` events."""
    window = open_window(synthetic_store(count))
    view, canvas = window.timeline, window.timeline.viewport()
    pans: list[float] = []
    for first, last in _VIEWS:
        window.model.set_visible_range(day_number(first), day_number(last))
        process_events(application(), 1.0)
        pans += measure_frames(canvas, lambda number: view.navigation.pan(_pan_step(number), 0), _FRAMES).seconds
    zooms: list[float] = []
    for first, last in _VIEWS:
        window.model.set_visible_range(day_number(first), day_number(last))
        process_events(application(), 1.0)
        zooms += measure_frames(canvas, lambda number: _zoom(view, number), _FRAMES).seconds
    window.model.set_visible_range(day_number(1850), day_number(2026))
    process_events(application(), 1.0)
    categories = list(window.model.source.vocabulary.categories)
    toggles = measure_frames(
        canvas, lambda number: window.model.toggle_category(categories[number // 2 % len(categories)]), _TOGGLES
    )
    window.close()
    return FrameTimes(tuple(pans)), FrameTimes(tuple(zooms)), toggles


def _pan_step(number: int) -> int:
    """Return the pixels to pan by for a frame: to one side in the first half of the frames, then back."""
    return _PAN if number < _FRAMES / 2 else -_PAN


def _zoom(view: TimelineView, number: int) -> None:
    """Zoom in for a frame of the first half of the frames, then out."""
    view.navigation.show_scale(view.scale().zoomed(_ZOOM if number < _FRAMES / 2 else 1 / _ZOOM, 500))


def _frame_measurements(name: str, frames: FrameTimes) -> Iterator[Measurement]:
    yield Measurement.of(f"{name}_1m", MILLION, frames.p95 * 1e3, "ms", _floor() * 1e3)
    yield Measurement.of(f"{name}_1m_slow", MILLION, frames.slow, "frames over 16 ms", len(frames.seconds))


def pan_1m() -> Iterator[Measurement]:
    """Yield the 95th percentile of panning at a million events, which shall be at most 3 floors, and slow frames."""
    yield from _frame_measurements("pan", _frames_on(MILLION)[0])


def zoom_1m() -> Iterator[Measurement]:
    """Yield the 95th percentile of zooming at a million events, which shall be at most 5 floors, and slow frames."""
    yield from _frame_measurements("zoom", _frames_on(MILLION)[1])


def pan_growth() -> Iterator[Measurement]:
    """Yield the ratio of panning at a million events to that at a thousand, which shall be at most 1.5."""
    yield _growth("pan_growth", 0)


def zoom_growth() -> Iterator[Measurement]:
    """Yield the ratio of zooming at a million events to that at a thousand, which shall be at most 1.5."""
    yield _growth("zoom_growth", 1)


def _growth(name: str, kind: int) -> Measurement:
    many, few = _frames_on(MILLION)[kind], _frames_on(THOUSAND)[kind]
    return Measurement.of(name, MILLION, many.median * 1e3, "ms", few.median * 1e3)


def toggle_1m() -> Iterator[Measurement]:
    """Yield the time of a frame after switching a category at a million events, at most that of 6 panning frames."""
    pan, _zoom, toggle = _frames_on(MILLION)
    yield Measurement.of("toggle_1m", MILLION, statistics.median(toggle.seconds) * 1e3, "ms", pan.median * 1e3)

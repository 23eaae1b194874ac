"""Frames while the view is panned and zoomed, and after a category is switched."""

import statistics
from collections.abc import Iterator
from functools import cache

from benchmarks.figures import Figure
from benchmarks.frames import Frames, application, floor, measure, open_window, rest
from benchmarks.stores import MILLION, THOUSAND, store_of
from qtviewer.domain.dates.day_number import day_number
from qtviewer.timeline.scale import TimeScale

_PAN = 24  # pixels a frame, 1,440 a second
_ZOOM = 1.025  # magnification a frame, an octave in half a second
_FRAMES = 240
# Years in view: everything, decades, one. Screens of both stores are full there; further in, a thousand events would
# leave them empty, and the growth would tell how much there is to paint.
_VIEWS = ((1850, 2026), (1960, 1985), (1980, 1981))
_TOGGLES = 44


@cache
def _floor() -> float:
    application()
    return floor().median


@cache
def _moves(count: int) -> tuple[Frames, Frames, Frames]:
    """Frames of panning, zooming and switching categories on a store with so many events."""
    window = open_window(store_of(count))
    view, canvas = window.timeline, window.timeline.viewport()
    pans: list[float] = []
    for first, last in _VIEWS:
        window.model.set_visible_range(day_number(first), day_number(last))
        rest(application(), 1.0)
        pans += measure(canvas, lambda at: view.navigation.pan(_PAN if at < _FRAMES / 2 else -_PAN, 0), _FRAMES).seconds
    zooms: list[float] = []
    for first, last in _VIEWS:
        window.model.set_visible_range(day_number(first), day_number(last))
        rest(application(), 1.0)
        zooms += measure(canvas, lambda at: view.navigation.show_scale(_zoomed(view.scale(), at)), _FRAMES).seconds
    window.model.set_visible_range(day_number(1850), day_number(2026))
    rest(application(), 1.0)
    categories = list(window.model.source.vocabulary.categories)
    toggles = measure(canvas, lambda at: window.model.toggle_category(categories[at // 2 % len(categories)]), _TOGGLES)
    window.close()
    return Frames(tuple(pans)), Frames(tuple(zooms)), toggles


def _zoomed(scale: TimeScale, at: int) -> TimeScale:
    """The next scale on the way in for half of the frames, and back out."""
    return scale.zoomed(_ZOOM if at < _FRAMES / 2 else 1 / _ZOOM, 500)


def _figures(name: str, frames: Frames) -> Iterator[Figure]:
    yield Figure.of(f"{name}_1m", MILLION, frames.p95 * 1e3, "ms", _floor() * 1e3)
    yield Figure.of(f"{name}_1m_slow", MILLION, frames.slow, "frames over 16 ms", len(frames.seconds))


def pan_1m() -> Iterator[Figure]:
    """95th percentile of panning frames at a million events; at most 3 times filling and drawing 300 pictures."""
    yield from _figures("pan", _moves(MILLION)[0])


def zoom_1m() -> Iterator[Figure]:
    """95th percentile of zooming frames at a million events; at most 5 times the same."""
    yield from _figures("zoom", _moves(MILLION)[1])


def pan_growth() -> Iterator[Figure]:
    """A panning frame at a million events to one at a thousand; at most 1.5."""
    yield _growth("pan_growth", 0)


def zoom_growth() -> Iterator[Figure]:
    """A zooming frame at a million events to one at a thousand; at most 1.5."""
    yield _growth("zoom_growth", 1)


def _growth(name: str, kind: int) -> Figure:
    many, few = _moves(MILLION)[kind], _moves(THOUSAND)[kind]
    return Figure.of(name, MILLION, many.median * 1e3, "ms", few.median * 1e3)


def toggle_1m() -> Iterator[Figure]:
    """From switching a category to the new frame at a million events; at most 6 panning frames."""
    pan, _zoom, toggle = _moves(MILLION)
    yield Figure.of("toggle_1m", MILLION, statistics.median(toggle.seconds) * 1e3, "ms", pan.median * 1e3)

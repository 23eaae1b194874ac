"""How the lanes of a moving view follow from those before: what is painted moves sideways, and little else changes."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from qtviewer.timeline.scale import nearest_pixel
from qtviewer.timeline.scene import Box, Scene, SceneCard, Viewport

_EDGE_WIDTH: Final = 2.0  # pixels beside an edge of the view in which a tick comes in or goes out


class SceneShift(NamedTuple):
    """How to make the picture of the lanes of one scene from that of another one."""

    pixels: int
    """By which it moves to the right; below 0 to the left."""
    changed: tuple[Box, ...]
    """What is to be painted anew besides the strip that comes in; the y counts from the top of the first lane."""


def shift_between(before: Scene, after: Scene) -> SceneShift | None:
    """Return the shift from one scene to another of a moving view; None where all must be painted anew."""
    pixels = _pixels_between(before, after)
    if pixels is None or not _have_same_lines(before, after, pixels):
        return None
    edges = (box for edge in _edges(after.viewport) for box in (edge, _moved(edge, pixels)))
    return SceneShift(pixels, (*edges, *_changed_boxes(before, after, pixels)))


def _pixels_between(before: Scene, after: Scene) -> int | None:
    """Return the pixels from one scene to another one in which only times have moved, not as far as out of view."""
    old, new = before.viewport, after.viewport
    if before.sums is not None or after.sums is not None:
        return None
    if old._replace(scale=new.scale) != new or old.scale._replace(left=new.scale.left) != new.scale:
        return None
    if places_of_lanes(before) != places_of_lanes(after):
        return None
    pixels = nearest_pixel((old.scale.left - new.scale.left) * new.scale.pixels_per_day)
    return pixels if abs(pixels) < new.scale.width else None


def places_of_lanes(scene: Scene) -> list[object]:
    """Return the same value for scenes whose lanes have the same places and the same room for rows."""
    return [scene.empty, *((lane.category, lane.top, lane.height, lane.counts) for lane in scene.lanes)]


def _have_same_lines(before: Scene, after: Scene, pixels: int) -> bool:
    """Return whether the ticks that are in view in both have only moved."""
    first = max(pixels, 0) + _EDGE_WIDTH
    last = after.viewport.scale.width + min(pixels, 0) - _EDGE_WIDTH
    lines = (
        {x for x in _line_places(scene, moved) if first <= x <= last} for scene, moved in ((before, pixels), (after, 0))
    )
    return next(lines) == next(lines)


def _line_places(scene: Scene, pixels: int) -> Iterator[int]:
    return (nearest_pixel(tick.x) + pixels for tick in (*scene.axis.major, *scene.axis.minor))


def _edges(viewport: Viewport) -> tuple[Box, Box]:
    left = Box(0.0, viewport.top, _EDGE_WIDTH, viewport.height)
    return left, left._replace(x=viewport.scale.width - _EDGE_WIDTH)


def _changed_boxes(before: Scene, after: Scene, pixels: int) -> Iterator[Box]:
    """Yield where cards were that have gone or stand elsewhere now, and where these and new ones stand."""
    remaining = {id(shown.card): shown for shown in before.cards}  # most are the same objects from frame to frame
    others = []
    for shown in after.cards:
        was = remaining.pop(id(shown.card), None)
        if was is None or was.box.y != shown.box.y:
            others.append(shown)
            yield from _boxes_of(was, pixels) if was is not None else ()
        else:
            yield from _boxes_of_moved(was, shown, pixels)
    yield from _changed_boxes_of_others(list(remaining.values()), others, pixels)


def _changed_boxes_of_others(before: Iterable[SceneCard], after: Iterable[SceneCard], pixels: int) -> Iterator[Box]:
    """Yield the same for cards that may have been made anew since the frame before."""
    remaining = {(shown.box.y, shown.card.key): shown for shown in before}
    for shown in after:
        was = remaining.pop((shown.box.y, shown.card.key), None)
        if was is not None and was.card == shown.card:
            yield from _boxes_of_moved(was, shown, pixels)
            continue
        yield from _boxes_of(shown, 0)
        yield from _boxes_of(was, pixels) if was is not None else ()
    for gone in remaining.values():
        yield from _boxes_of(gone, pixels)


def _boxes_of_moved(was: SceneCard, shown: SceneCard, pixels: int) -> Iterator[Box]:
    """Yield the boxes of a card before and now where it has not just moved along with the times."""
    if _is_stuck(was) or _is_stuck(shown) or nearest_pixel(was.x) + pixels != nearest_pixel(shown.x):
        yield shown.box
        yield _moved(was.box, pixels)


def _is_stuck(shown: SceneCard) -> bool:
    """Return whether an edge of the view decides where a card stands, or where a span has its text."""
    return shown.has_begun or (shown.card.is_span and not shown.shows_right_edge)


def _boxes_of(shown: SceneCard, pixels: int) -> tuple[Box, Box]:
    """Return the boxes of a card and of the line below it, moved by some pixels."""
    return _moved(shown.box, pixels), _moved(shown.line_box, pixels)


def _moved(box: Box, pixels: int) -> Box:
    return box._replace(x=box.x + pixels)

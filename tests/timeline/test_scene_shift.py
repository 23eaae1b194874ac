"""How one scene of a moving view follows from another: what the shift does not name has only moved."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.timeline.scale import nearest_pixel
from qtviewer.timeline.scene import Box, Scene, SceneCard, Viewport, scene_at
from qtviewer.timeline.scene_shift import shift_between
from tests.timeline.samples import layout_cache_of, measure_text, shape_of
from tests.timeline.strategies import situations

HEIGHT = 600.0
many_examples = settings(max_examples=30, deadline=None)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Scene, Scene]:
    """Two scenes of a moving view, the second one panned by some pixels."""
    heads, scale = draw(situations())
    cache = layout_cache_of(heads)
    shape = shape_of(heads, cache, scale, HEIGHT)
    moved = scale.panned(draw(st.floats(-300, 300))).whole_pixels_from(scale)
    before, after = (
        scene_at(cache.layout(shape, each), Viewport(each, 0.0, HEIGHT), "zh", measure_text) for each in (scale, moved)
    )
    return before, after


def painted_at(card: SceneCard, pixels: int) -> tuple[object, ...]:
    """What is painted of a card, and where, if it is moved by some pixels."""
    return card.card, nearest_pixel(card.x) + pixels, card.box.y, card.card.is_span and round(card.date_box.width, 3)


def is_inside(box: Box, scene: Scene, pixels: int) -> bool:
    """Whether a box is in the part of a scene that was in view before it moved."""
    return max(pixels, 0) <= box.x and box.right <= scene.viewport.scale.width + min(pixels, 0)


@given(pair=pairs())
@many_examples
def test_what_is_not_named_has_only_moved(pair: tuple[Scene, Scene]) -> None:
    """Every card that was in view and is outside of the changed boxes was there before, as many pixels to the side."""
    before, after = pair
    shift = shift_between(before, after)
    if shift is None:
        return
    were = {painted_at(card, shift.pixels) for card in before.cards}
    for card in after.cards:
        if is_inside(card.box, after, shift.pixels) and not any(card.box.overlaps(box) for box in shift.changed):
            assert painted_at(card, 0) in were


@given(pair=pairs())
@many_examples
def test_what_has_gone_is_painted_over(pair: tuple[Scene, Scene]) -> None:
    """Where a card was that is not in the new scene, or elsewhere in it, a changed box covers what was moved along."""
    before, after = pair
    shift = shift_between(before, after)
    if shift is None:
        return
    are = {painted_at(card, 0) for card in after.cards}
    for card in before.cards:
        box = card.box._replace(x=card.box.x + shift.pixels)
        if box.right > 0 and box.x < after.viewport.scale.width and painted_at(card, shift.pixels) not in are:
            assert any(each.x <= box.x and box.right <= each.right and each.overlaps(box) for each in shift.changed)


@given(pair=pairs(), factor=st.floats(1.001, 3), down=st.floats(1, 100))
@many_examples
def test_other_movements_are_no_shift(pair: tuple[Scene, Scene], factor: float, down: float) -> None:
    """What is magnified, scrolled or of another height is painted anew."""
    before, after = pair
    view = after.viewport
    for changed in (
        view._replace(scale=view.scale.zoomed(factor, 100)),
        view._replace(top=view.top + down),
        view._replace(height=view.height + down),
    ):
        if changed != view:  # a minute is not magnified further
            assert shift_between(before, after._replace(viewport=changed)) is None


@given(pair=pairs())
@many_examples
def test_a_view_at_rest_is_painted_anew(pair: tuple[Scene, Scene]) -> None:
    """It has chips and marks, and clusters with only what is in view."""
    before, after = pair
    assert shift_between(before, after._replace(sums={})) is None
    assert shift_between(before._replace(sums={}), after) is None

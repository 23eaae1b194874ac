"""A line joins the events that belong together, in the order of their dates, and leads to those out of view."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.date_order import date_order
from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.source import EventHead
from qtviewer.timeline.scene import Scene, SceneCard, Viewport, scene_at
from qtviewer.timeline.thread_line import LinePoint, RelatedEvents, ThreadLine, changed_pieces, thread_line
from tests.timeline.samples import head, measure_text, settled_layout, view_of
from tests.timeline.strategies import Situation, situations

ROUNDING = 0.5
"""Pixels by which a point may be off, as it stands at a whole one."""


def scene_of(heads: Sequence[EventHead], situation: Situation) -> Scene:
    """The scene of some events in a view as high as its lanes."""
    layout = settled_layout(heads, situation[1])
    return scene_at(layout, Viewport(situation[1], 0.0, layout.height), "en", measure_text)


def members(shown: SceneCard, related: Sequence[EventHead]) -> list[EventHead]:
    """Those of the related events that a card stands for, the one that begins first before the others."""
    own = [each for each in related if each.category == shown.card.category]
    found = [each for each in own if shown.card.contains_event(each) or _is_alone_in(shown, each)]
    return sorted(found, key=lambda each: (each.first_minute, date_order(each)))


def _is_alone_in(shown: SceneCard, event: EventHead) -> bool:
    return not shown.card.is_cluster and shown.card.heads[0].id == event.id


def holds(shown: SceneCard, point: LinePoint) -> bool:
    """Whether a point lies in a card."""
    box = shown.box
    is_beside = box.x - ROUNDING <= point.x <= box.right + ROUNDING
    return is_beside and box.y - ROUNDING <= point.y <= box.bottom + ROUNDING


@given(situation=situations(), data=st.data())
@settings(max_examples=80, deadline=None)
def test_each_card_of_the_events_is_joined_once_in_date_order(situation: Situation, data: st.DataObject) -> None:
    """A point lies in the card, and but for the ends that lead out of view every point is one of a card."""
    heads, scale = situation
    if not heads:
        return
    related = data.draw(st.lists(st.sampled_from(heads), min_size=1, unique_by=lambda each: each.id))
    scene = scene_of(heads, situation)
    line, order = thread_line(scene, RelatedEvents(related)), sorted(related, key=date_order)
    joined = [(order.index(own[0]), shown) for shown in scene.cards if (own := members(shown, related))]
    if not line:
        assert len(joined) <= 1
        return
    inner = list(line)
    if len(inner) > len(joined) and inner[0].x == 0 and inner[0].y == inner[1].y:
        assert date_order(order[0])[0] < scale.left
        inner = inner[1:]
    if len(inner) > len(joined):
        assert date_order(order[-1])[0] >= scale.right
        assert abs(inner[-1].x - scale.width) < 1
        assert inner[-1].y == inner[-2].y
        inner = inner[:-1]
    assert len(inner) == len(joined)
    for point, (_place, shown) in zip(inner, sorted(joined, key=lambda each: each[0]), strict=True):
        assert holds(shown, point)


def line_of(*dates: str, first: str = "2021-06-01", last: str = "2021-06-30") -> ThreadLine:
    """The line through events of these dates in a view of June 2021."""
    heads = [head(f"event-{at}", date) for at, date in enumerate(dates)]
    return thread_line(scene_of(heads, (heads, view_of(first, last))), RelatedEvents(heads))


def test_events_out_of_view_lead_to_the_edges() -> None:
    """Level with the card beside them; a single event leads nowhere."""
    before, june, after = line_of("2021-03-01", "2021-06-10", "2021-09-01")
    assert before == (0, june.y)
    assert after == (1200, june.y)
    assert line_of("2021-06-10") == line_of("2021-03-01", "2021-09-01") == ()


def test_what_is_joined_begins_where_it_is_joined() -> None:
    """At the left edge of its card, which is at its day."""
    scale = view_of("2021-06-01", "2021-06-30")
    points = line_of("2021-06-03", "2021-06-12", "2021-06-25")
    assert [point.x for point in points] == [
        pytest.approx(scale.x_at(day_number(2021, 6, day)), abs=4) for day in (3, 12, 25)
    ]


def test_ten_thousand_events_are_joined_by_the_cards_there_are() -> None:
    """However many belong together, as many points as cards, and the two edges."""
    heads = [head(f"event-{at}", f"{1900 + at % 120}-{1 + at % 12:02d}-{1 + at % 28:02d}") for at in range(10_000)]
    scene = scene_of(heads, (heads, view_of("1950-01-01", "1980-12-31")))
    line = thread_line(scene, RelatedEvents(heads))
    assert 2 < len(line) <= len(scene.cards) + 2
    assert [point.x for point in line] == sorted(point.x for point in line)


@given(points=st.lists(st.tuples(st.integers(0, 900), st.integers(0, 300)), max_size=6), pixels=st.integers(-50, 50))
@settings(max_examples=80, deadline=None)
def test_of_a_line_that_only_moves_nothing_changes(points: list[tuple[int, int]], pixels: int) -> None:
    """And where a point of it is another one, just the pieces beside that point."""
    line = tuple(LinePoint(*point) for point in dict.fromkeys(points))
    moved = tuple(LinePoint(point.x + pixels, point.y) for point in line)
    assert list(changed_pieces(line, moved, pixels)) == []
    if len(moved) > 1:
        changed = list(changed_pieces(line, (*moved[:-1], LinePoint(2000, 7)), pixels))
        assert len(changed) == 2
        assert any(box.contains(2000, 7) for box in changed)
        assert any(box.contains(*moved[-1]) for box in changed)

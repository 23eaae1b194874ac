"""Cards stand where their dates begin, or at the left edge of the view while their dates go on in it."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.minutes import minutes_of_days
from qtviewer.timeline.card import Card, event_card, span_width
from qtviewer.timeline.levels import Level
from qtviewer.timeline.placed_cards import EDGE_MARGIN, moved_into_view, placed_cards
from qtviewer.timeline.scale import TimeScale
from tests.timeline.samples import METRICS, PIXEL, head

GAP = METRICS.gap
JUNE = day_number(2021, 6)
SCALE = TimeScale(left=JUNE, pixels_per_day=20.0, width=800.0)  # forty days from 1 June 2021
LEVEL = Level(2, 20.0)
many_examples = settings(max_examples=100, deadline=None)


def card(date: str, width: float = 80.0) -> Card:
    """The card of an event."""
    return event_card(head(date, date), width, LEVEL)


def cluster(first_day: int, last_day: int) -> Card:
    """A cluster of five events, counted in days from 1 June."""
    days = JUNE + first_day, JUNE + last_day
    return Card("milestone", (), 5, float(days[0]), days[1] + 1.0, 150.0, minutes=minutes_of_days(days))


def places(*row: Card, pixels: float = 0.0, at_rest: bool = False) -> list[tuple[float, float]]:
    """Left and right of the cards of a row in the forty days, panned by some pixels."""
    scale = SCALE.panned(pixels)
    minutes = LEVEL.touched_minutes(scale) if at_rest else None
    return [(round(each.left, 6), round(each.right, 6)) for each in placed_cards(row, scale, GAP, minutes)]


def test_a_card_begins_where_its_date_begins() -> None:
    """As wide as its text, however long its date; what lasted fills its days, and its text may stand beside them."""
    assert places(card("2021-06-11")) == places(card("[2021-06-11..2021-06-30]")) == [(200, 280)]
    assert places(card("2021-06-11/2021-06-20")) == [(200, 400)]
    assert places(card("2021-06-11/2021-06-12")) == [(200, 320)]
    assert places(cluster(10, 12)) == [(200, 350)]


def test_what_began_before_the_view_stands_at_its_edge() -> None:
    """A month from its tenth day, and a cluster whose first event is out of view; not what lasted, which is filled."""
    assert places(card("2021-06"), pixels=200) == [(EDGE_MARGIN, EDGE_MARGIN + 80)]
    assert places(cluster(2, 20), pixels=200) == [(EDGE_MARGIN, EDGE_MARGIN + 150)]
    assert places(card("2021-06-01/2021-06-30"), pixels=200) == [(-200, 400)]


def test_the_next_card_pushes_it_out() -> None:
    """As far as it must, and not beyond where its date begins."""
    row = card("2021-06"), card("2021-06-20")
    assert places(*row, pixels=300) == [(EDGE_MARGIN - 17, 71), (80, 160)]
    assert places(*row, pixels=340) == [(-49, 31), (40, 120)]
    assert places(*row, pixels=0) == [(0, 80), (380, 460)]


def test_beyond_the_right_edge_is_nothing() -> None:
    """A card that begins at the last pixel is there."""
    assert places(card("2021-07-11")) == []
    assert places(card("2021-07-11"), pixels=1) == [(799, 879)]


def test_at_rest_only_what_touches_the_days_of_the_view_is_there() -> None:
    """A month of which a day is left has its card; the day after that it has none, though the card reaches in."""
    assert places(card("2021-05"), pixels=-20, at_rest=True) == [(EDGE_MARGIN, EDGE_MARGIN + 80)]
    assert places(card("2021-05"), at_rest=True) == []
    assert places(card("2021-05")) == [(0, 80)]
    assert places(cluster(-9, -1), pixels=-20, at_rest=True) == [(EDGE_MARGIN, EDGE_MARGIN + 150)]
    assert places(cluster(-9, -1), at_rest=True) == []


@pytest.mark.parametrize(("first", "day"), [(card("2021-06"), 20), (cluster(0, 12), 14)])
def test_at_rest_a_card_of_which_hardly_anything_is_seen_is_not_there(first: Card, day: int) -> None:
    """One that began before the view and is pushed out by the next; while the view moves its last pixels are seen."""
    row, to_next = (first, card(f"2021-06-{day}")), (day - 1) * 20
    assert len(places(*row, pixels=to_next - 50, at_rest=True)) == 2
    assert len(places(*row, pixels=to_next - 12, at_rest=True)) == 1
    assert len(places(*row, pixels=to_next - 12)) == 2
    assert len(places(*row, pixels=to_next - 8)) == 1


def test_what_of_a_cluster_begins_in_view_stands_where_it_begins() -> None:
    """As far as the next card leaves room; its date is that of the events that are left."""
    whole, rest = cluster(0, 30), cluster(14, 20)
    alone, beside = (next(placed_cards(row, SCALE, GAP)) for row in ((whole,), (whole, cluster(21, 22))))
    moved = [moved_into_view(placed, rest, SCALE) for placed in (alone, beside)]
    assert [(each.left, each.right) for each in moved] == [(280, 430), (420 - GAP - 150, 420 - GAP)]
    assert [(each.date_left, each.date_right, each.has_begun) for each in moved] == [(280, 420, False)] * 2


@st.composite
def rows(draw: st.DrawFn) -> list[Card]:
    """Cards and clusters of a row that do not overlap where they begin, in a hundred days around the view."""
    row: list[Card] = []
    day = -60
    for _ in range(draw(st.integers(0, 8))):
        day += draw(st.integers(0, 20))
        length, width = draw(st.integers(1, 60)), draw(st.floats(20, 200))
        is_span, is_cluster = draw(st.sampled_from([(False, False), (True, False), (False, True)]))
        first, last = float(JUNE + day), float(JUNE + day + length)
        minutes = minutes_of_days((JUNE + day, JUNE + day + length - 1))
        row.append(Card("milestone", (), 1 + 4 * is_cluster, first, last, width, is_span, minutes=minutes))
        taken = (span_width(length * 20.0, width) if is_span else width) + GAP
        day += int(taken // 20) + 1
    return row


@given(row=rows(), pixels=st.floats(-1000, 1000), factor=st.floats(1, 10))
@many_examples
def test_no_two_cards_of_a_row_overlap(row: list[Card], pixels: float, factor: float) -> None:
    """In any view that is not further away than the one they were packed for, a gap is left between two."""
    placed = list(placed_cards(row, SCALE.panned(pixels).zoomed(factor, 0.0), GAP))
    for each, following in pairwise(placed):
        assert each.right + GAP <= following.left + PIXEL


@given(row=rows(), pixels=st.floats(-1000, 1000), factor=st.floats(1, 10))
@many_examples
def test_each_card_stands_within_its_date(row: list[Card], pixels: float, factor: float) -> None:
    """At its beginning if that is in view, else no further left than that and no further right than the margin."""
    scale = SCALE.panned(pixels).zoomed(factor, 0.0)
    for each in placed_cards(row, scale, GAP):
        assert (each.date_left, each.date_right) == (scale.x_at(each.card.first), scale.x_at(each.card.last))
        assert each.has_begun == (scale.x_at(each.card.first) < 0)
        assert each.right - each.left >= each.card.width - PIXEL
        if each.has_begun and not each.card.is_span:
            assert each.date_left <= each.left <= max(min(EDGE_MARGIN, each.date_right), each.date_left)
        else:
            assert each.left == each.date_left


@given(row=rows(), pixels=st.floats(-1000, 1000))
@many_examples
def test_at_rest_whatever_begins_in_view_is_there(row: list[Card], pixels: float) -> None:
    """Rest takes away only what began before the view or only reaches into it, and moves nothing.

    What is left of a span in view may be too short for its text, which then has room beside it.
    """
    scale = SCALE.panned(pixels)
    minutes = LEVEL.touched_minutes(scale)
    moving, resting = list(placed_cards(row, scale, GAP)), list(placed_cards(row, scale, GAP, minutes))
    places = {id(each.card): each for each in moving}
    for each in resting:
        was = places[id(each.card)]
        assert each == was._replace(right=each.right)
        if each.right != was.right:
            assert each.card.is_span
            assert each.has_begun
            assert was.right < each.right <= max(each.date_right + each.card.width, was.right)
            assert each.right <= each.room_end
    shown = [each.card for each in resting]
    assert all(each.has_begun for each in moving if each.card not in shown)
    assert all(each in shown for each in row if minutes[0] <= each.first * 1440 <= minutes[1])

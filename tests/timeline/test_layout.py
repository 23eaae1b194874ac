"""A layout puts every event on one card of its lane, and no card in the way of another."""

import pytest

from qtviewer.domain.day_number import day_number
from qtviewer.timeline.layout import Layout
from tests.timeline.samples import CATEGORIES, METRICS, PIXEL, cards_of, head, laid_out


def shown_alone(layout: Layout) -> list[str]:
    """Ids of the events that have a card to themselves."""
    return [card.heads[0].id for card in cards_of(layout) if not card.is_stack]


def test_no_event_leaves_empty_lanes() -> None:
    """Without events every category still has a lane, high enough for its name."""
    layout = laid_out([], 10.0)
    assert [(lane.category, lane.size, lane.rows) for lane in layout.lanes] == [(key, 0, ()) for key in CATEGORIES]
    assert [lane.height for lane in layout.lanes] == [METRICS.lane_least] * 3


def test_a_day_has_a_card_as_wide_as_its_title() -> None:
    """A card begins at its day, however short the day is on the screen."""
    (card,) = cards_of(laid_out([head("opens", "2021-06-28", title="Opens")], 2.0))
    assert (card.first, card.width, card.spans, card.is_stack) == (day_number(2021, 6, 28), 80, False, False)


def test_no_card_is_wider_than_the_widest() -> None:
    """A long title is cut, not its neighbours."""
    (card,) = cards_of(laid_out([head("opens", "2021-06-28", title="x" * 200)], 2.0))
    assert card.width == METRICS.widest


def test_an_interval_spans_its_days() -> None:
    """What lasted is shown from its first moment to its last."""
    (card,) = cards_of(laid_out([head("fair", "2021-06-01/2021-06-10")], 50.0))
    assert card.spans
    assert (card.first, card.last) == (day_number(2021, 6, 1), day_number(2021, 6, 11))


def test_an_interval_keeps_its_last_day_to_itself() -> None:
    """What happened on the last day stands in another row, what happened the day after in the same."""
    fair = head("fair", "2021-06-01/2021-06-10")
    rows = {
        day: len(laid_out([fair, head("next", f"2021-06-{day}")], 50.0).lanes[0].rows) for day in ("10", "11", "12")
    }
    assert rows == {"10": 2, "11": 2, "12": 1}


def test_a_month_leaves_open_where_its_card_stands() -> None:
    """A day somewhere in a month may stand anywhere in it."""
    (card,) = cards_of(laid_out([head("opens", "2021-06")], 20.0))
    assert (card.first, card.last, card.spans) == (day_number(2021, 6, 1), day_number(2021, 7, 1), False)


def test_a_neighbour_limits_where_a_card_may_stand() -> None:
    """The card of a month stays clear of the next one in its row."""
    month, _day = cards_of(laid_out([head("month", "2021-06"), head("day", "2021-06-20")], 20.0))
    assert month.limit == month.last
    assert month.last * 20 + METRICS.gap <= day_number(2021, 6, 20) * 20 + PIXEL


def test_a_date_longer_than_a_view_has_its_row_to_itself() -> None:
    """Nothing else stands in the row of a year that is wider than the view, so that its card can stay in sight."""
    heads = [head("year", "2021"), head("day", "2021-06-28")]
    assert [len(lane.rows) for lane in laid_out(heads, METRICS.longest_free / 365 + 0.1).lanes] == [2, 0, 0]
    assert [len(lane.rows) for lane in laid_out(heads, METRICS.longest_free / 365 - 0.1).lanes] == [1, 0, 0]


def test_a_stack_begins_with_the_most_important() -> None:
    """What has no room is stacked, the most important first, among equals in date order."""
    heads = [head(f"event-{number}", "2021-06-28", importance=number % 3 + 1) for number in range(6)]
    layout = laid_out(heads, 10.0, height=1.0)
    (stack,) = (card for card in cards_of(layout) if card.is_stack)
    assert shown_alone(layout) == ["event-2", "event-5"]
    assert [event.id for event in stack.heads] == ["event-1", "event-4", "event-0", "event-3"]


def test_a_stack_is_as_wide_as_there_is_room() -> None:
    """A stack names what it holds, up to a gap before the next one and never wider than the widest card."""
    crowds = [head(f"{day}-{number}", f"2021-06-{day}") for day in ("01", "13") for number in range(5)]
    first, second = (card for card in cards_of(laid_out(crowds, 20.0, height=1.0)) if card.is_stack)
    assert first.width == pytest.approx(12 * 20 - METRICS.gap)
    assert second.width == METRICS.widest


def test_who_is_left_over_alone_is_cut_at_the_next() -> None:
    """In the row of the stacks a wide card ends a gap before the next one."""
    important = [head(f"summer-{number}", "2021-06-01/2021-08-31", importance=5) for number in range(2)]
    heads = [*important, head("wide", "2021-06-11", title="x" * 30), head("next", "2021-06-21")]
    *_upper, wide, following = cards_of(laid_out(heads, 20.0, height=1.0))
    assert [card.heads[0].id for card in (wide, following)] == ["wide", "next"]
    assert [wide.width, following.width] == pytest.approx([10 * 20 - METRICS.gap, 80])


def test_a_known_day_goes_before_a_vague_date() -> None:
    """Of two equally important events the one whose day is known keeps its place."""
    crowd = [head(f"month-{number}", "2021-06") for number in range(6)]
    layout = laid_out([*crowd, head("day", "2021-06-01")], 1.0, height=1.0)
    assert "day" in shown_alone(layout)


def test_where_an_event_is_shown() -> None:
    """The y of an event's card, or None for an event that is not there."""
    layout = laid_out(
        [head("first", "2021-06-28"), head("second", "2021-06-28"), head("third", "2021", "industry")], 10
    )
    assert [layout.top_of(event_id) for event_id in ("first", "second")] == [9, 9 + 48 + 9]
    assert layout.top_of("third") == layout.lanes[2].top + 9
    assert layout.top_of("fourth") is None

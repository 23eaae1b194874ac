"""Packing gives every slot a place of its own: in a row, or in a stack where there is not room for all."""

from collections.abc import Sequence

from qtviewer.timeline.packing import PlacedSlot, Slot, pack, rows_needed

GAP = 10.0
STACK_WIDTH = 40.0


def slots_at(*stretches: tuple[float, float], ranks: Sequence[int] = ()) -> list[Slot]:
    """Slots from left ends to right ends, all as important unless said otherwise."""
    return [
        Slot(card, left, right, right - left, ranks[card] if ranks else 0)
        for card, (left, right) in enumerate(stretches)
    ]


def test_nothing_needs_no_row() -> None:
    """An empty lane is packed into nothing."""
    assert rows_needed([], GAP, 5) == 0
    assert pack([], GAP, 5, STACK_WIDTH) == ()


def test_slots_a_gap_apart_share_a_row() -> None:
    """The gap between two cards is enough room, less is not."""
    assert rows_needed(slots_at((0, 100), (110, 200)), GAP, 5) == 1
    assert rows_needed(slots_at((0, 100), (109, 200)), GAP, 5) == 2


def test_the_upper_rows_fill_first() -> None:
    """A slot stands in the first row that is free where it begins."""
    placed = pack(slots_at((0, 100), (50, 300), (110, 200)), GAP, 5, STACK_WIDTH)
    assert [slot.row for slot in placed] == [0, 1, 0]


def test_more_than_enough_is_told_apart_from_just_enough() -> None:
    """Slots that do not fit in the most rows there may be need one more than those, however many they are."""
    together = slots_at(*[(0, 100)] * 9)
    assert rows_needed(together, GAP, 9) == 9
    assert rows_needed(together, GAP, 4) == 5


def test_what_does_not_fit_becomes_a_stack() -> None:
    """The most important slot keeps the upper row, the others share one stack below it."""
    slots = slots_at((0, 100), (10, 110), (20, 120), ranks=[3, 5, 4])
    assert pack(slots, GAP, 2, STACK_WIDTH) == (
        PlacedSlot((1,), 10, 110, 0),
        PlacedSlot((0, 2), 0, STACK_WIDTH, 1),
    )


def test_one_row_holds_only_stacks() -> None:
    """With a single row neighbours are gathered, and who stands alone stays itself."""
    slots = slots_at((0, 100), (30, 60), (300, 400))
    assert pack(slots, GAP, 1, STACK_WIDTH) == (
        PlacedSlot((0, 1), 0, STACK_WIDTH, 0),
        PlacedSlot((2,), 300, 400, 0),
    )


def test_a_stack_takes_in_only_what_it_would_cover() -> None:
    """Cards in a chain are not all drawn into one stack: it ends where there is room for the next."""
    slots = slots_at((0, 100), (49, 149), (50, 150), (99, 199))
    stacks = pack(slots, GAP, 1, STACK_WIDTH)
    assert [(stack.cards, stack.left) for stack in stacks] == [((0, 1), 0), ((2, 3), 50)]


def test_a_stack_of_one_makes_room_for_the_next() -> None:
    """A slot left over alone ends a gap before the next one, and not before."""
    slots = slots_at((0, 100), (70, 150), (500, 600))
    assert pack(slots, GAP, 1, STACK_WIDTH)[0] == PlacedSlot((0,), 0, 60, 0)


def test_equally_important_slots_go_by_time() -> None:
    """Among equals the earlier one keeps its place."""
    slots = slots_at((0, 100), (5, 105), (10, 110))
    assert pack(slots, GAP, 2, STACK_WIDTH)[0].cards == (0,)

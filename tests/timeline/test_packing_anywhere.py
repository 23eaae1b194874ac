"""What holds of any slots in any number of rows."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from qtviewer.timeline.packing import PlacedSlot, Slot, pack, rows_needed

GAP = 10.0
STACK_WIDTH = 40.0
many_examples = settings(max_examples=80, deadline=None)


@st.composite
def slot_lists(draw: st.DrawFn, least: int = 0) -> list[Slot]:
    """Slots by their left ends, whole pixels so that some just touch, some much longer than their card."""
    ends = st.tuples(st.integers(0, 600), st.integers(1, 80), st.sampled_from([0, 0, 0, 300]), st.integers(2, 11))
    drawn = sorted(draw(st.lists(ends, min_size=least, max_size=30)))
    return [
        Slot(card, float(left), float(left + width + more), float(width), rank)
        for card, (left, width, more, rank) in enumerate(drawn)
    ]


def depth_of(slots: Sequence[Slot]) -> int:
    """How many slots, each with the gap after it, lie over one point at most: no packing needs fewer rows."""
    return max((sum(other.left <= slot.left < other.right + GAP for other in slots) for slot in slots), default=0)


def by_row(placed: Sequence[PlacedSlot]) -> dict[int, list[PlacedSlot]]:
    """Placed slots row by row from the left."""
    rows: dict[int, list[PlacedSlot]] = {}
    for slot in sorted(placed, key=lambda slot: slot.left):
        rows.setdefault(slot.row, []).append(slot)
    return rows


@given(slots=slot_lists(), rows=st.integers(1, 6))
@many_examples
def test_no_two_of_a_row_overlap(slots: list[Slot], rows: int) -> None:
    """Between neighbours of a row there is always the gap."""
    for row in by_row(pack(slots, GAP, rows, STACK_WIDTH)).values():
        assert all(left.right + GAP <= right.left for left, right in pairwise(row))


@given(slots=slot_lists(), rows=st.integers(1, 6))
@many_examples
def test_every_slot_is_placed_once(slots: list[Slot], rows: int) -> None:
    """Alone or in a stack, none is lost and none is shown twice."""
    placed = pack(slots, GAP, rows, STACK_WIDTH)
    assert sorted(card for slot in placed for card in slot.cards) == [slot.card for slot in slots]


@given(slots=slot_lists(), rows=st.integers(1, 6))
@many_examples
def test_no_more_rows_than_allowed(slots: list[Slot], rows: int) -> None:
    """Rows are counted from 0 and stay below the number there is."""
    assert all(0 <= slot.row < rows for slot in pack(slots, GAP, rows, STACK_WIDTH))


@given(slots=slot_lists(), rows=st.integers(1, 6))
@many_examples
def test_rows_needed_agrees_with_pack(slots: list[Slot], rows: int) -> None:
    """Where the rows suffice every slot stands in full as it is, in exactly that many rows; elsewhere not all can."""
    placed = pack(slots, GAP, rows, STACK_WIDTH)
    needed = rows_needed(slots, GAP, rows)
    unchanged = {((slot.card,), slot.left, slot.right) for slot in slots}
    is_unchanged = {(slot.cards, slot.left, slot.right) for slot in placed} == unchanged
    assert is_unchanged == (needed <= rows)
    if needed <= rows:
        assert len({slot.row for slot in placed}) == needed


@given(slots=slot_lists())
@many_examples
def test_no_row_is_wasted(slots: list[Slot]) -> None:
    """As many rows are needed as slots lie over one another, not one more."""
    assert rows_needed(slots, GAP, len(slots) + 1) == depth_of(slots)


@given(slots=slot_lists(), rows=st.integers(1, 6))
@many_examples
def test_slots_keep_their_place_in_time(slots: list[Slot], rows: int) -> None:
    """A slot or stack begins where its first card does, and a slot alone never grows."""
    for placed in pack(slots, GAP, rows, STACK_WIDTH):
        first = slots[placed.cards[0]]
        assert placed.left == first.left == min(slots[card].left for card in placed.cards)
        assert placed.right <= first.right or len(placed.cards) > 1


@given(slots=slot_lists(), rows=st.integers(1, 6))
@many_examples
def test_stacks_gather_only_neighbours(slots: list[Slot], rows: int) -> None:
    """A stack has its own width, and every card in it begins within that width and the gap."""
    for placed in pack(slots, GAP, rows, STACK_WIDTH):
        if len(placed.cards) > 1:
            assert placed.right - placed.left == STACK_WIDTH
            assert all(slots[card].left < placed.right + GAP for card in placed.cards)


@given(slots=slot_lists(least=8), rows=st.integers(2, 6))
@many_examples
def test_the_important_keep_their_place(slots: list[Slot], rows: int) -> None:
    """A slot gives up its place in the upper rows only to others that are at least as important."""
    assume(rows_needed(slots, GAP, rows) > rows)
    placed = pack(slots, GAP, rows, STACK_WIDTH)
    upper = [slots[slot.cards[0]] for slot in placed if slot.row < rows - 1]
    for left_over in (slots[card] for slot in placed if slot.row == rows - 1 for card in slot.cards):
        rivals = [slot for slot in upper if slot.left < left_over.right + GAP and left_over.left < slot.right + GAP]
        assert sum(rival.rank >= left_over.rank for rival in rivals) >= rows - 1


@given(slots=slot_lists(), rows=st.integers(1, 6))
@many_examples
def test_the_most_important_of_all_is_never_cut(slots: list[Slot], rows: int) -> None:
    """With at least two rows, one that outranks all others stands alone and whole."""
    best = [slot for slot in slots if all(other.rank < slot.rank for other in slots if other is not slot)]
    placed = pack(slots, GAP, rows + 1, STACK_WIDTH)
    for slot in best:
        assert any((slot.card,) == p.cards and (slot.left, slot.right) == (p.left, p.right) for p in placed)


@given(slots=slot_lists(), rows=st.integers(1, 5))
@many_examples
def test_another_row_never_hides_more(slots: list[Slot], rows: int) -> None:
    """Who has a place in the upper rows still stands alone and whole when there is one row more."""
    fewer = {slot.cards for slot in pack(slots, GAP, rows, STACK_WIDTH) if slot.row < rows - 1}
    whole = {((slot.card,), slot.right) for slot in slots}
    more = {slot.cards for slot in pack(slots, GAP, rows + 1, STACK_WIDTH) if (slot.cards, slot.right) in whole}
    assert {cards for cards in fewer if len(cards) == 1} <= more

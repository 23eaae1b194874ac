"""Packing places slots from the top, the most important first, and never two in each other's way."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.timeline.packing import MAX_ROWS, Rows, Slot, pack_slots

GAP = 10.0
many_examples = settings(max_examples=100, deadline=None)


def slots_at(*stretches: tuple[float, float]) -> list[Slot]:
    """Slots from left ends to right ends, the most important first."""
    return [Slot(left, right, card) for card, (left, right) in enumerate(stretches)]


def cards(rows: Rows) -> list[list[int]]:
    """The cards of each row."""
    return [[slot.card for slot in row] for row in rows]


@st.composite
def slot_lists(draw: st.DrawFn, most: int = 40) -> list[Slot]:
    """Slots in any order, whole pixels so that some just touch, some much longer than others."""
    ends = st.tuples(st.integers(0, 600), st.integers(1, 80), st.sampled_from([0, 0, 0, 300]))
    return slots_at(*((float(at), float(at + width + more)) for at, width, more in draw(st.lists(ends, max_size=most))))


def are_in_the_way(slot: Slot, other: Slot) -> bool:
    """Whether two slots cannot share a row."""
    return slot.left < other.right + GAP and other.left < slot.right + GAP


def test_nothing_needs_no_row() -> None:
    """An empty lane is packed into nothing."""
    assert pack_slots([], GAP) == ()


def test_slots_a_gap_apart_share_a_row() -> None:
    """The gap between two cards is enough room, less is not."""
    assert cards(pack_slots(slots_at((0, 100), (110, 200)), GAP)) == [[0, 1]]
    assert cards(pack_slots(slots_at((0, 100), (109, 200)), GAP)) == [[0], [1]]


def test_a_row_is_in_the_order_of_time() -> None:
    """Whatever was placed first."""
    assert cards(pack_slots(slots_at((300, 400), (0, 100), (150, 250)), GAP)) == [[1, 2, 0]]


def test_a_neighbour_is_in_the_way_only_in_its_own_row() -> None:
    """A card that reaches in from the tile beside takes the room of its row and no other."""
    neighbour = pack_slots(slots_at((-50, 60)), GAP)
    assert cards(pack_slots(slots_at((65, 90)), GAP, [neighbour])) == [[], [0]]
    assert cards(pack_slots(slots_at((70, 90)), GAP, [neighbour])) == [[0]]


def test_what_finds_no_room_is_left_out() -> None:
    """The most important have a row each, the others none."""
    together = slots_at(*[(0, 100)] * (MAX_ROWS + 3))
    assert cards(pack_slots(together, GAP)) == [[card] for card in range(MAX_ROWS)]


@given(before=slot_lists(), after=slot_lists(), slots=slot_lists())
@many_examples
def test_no_two_of_a_row_are_in_the_way(before: list[Slot], after: list[Slot], slots: list[Slot]) -> None:
    """Between two slots of a row there is always the gap, also to those of neighbours."""
    neighbours = [pack_slots(before, GAP), pack_slots([slot._replace(left=slot.left + 1000, right=slot.right + 1000)
                                           for slot in after], GAP)]  # fmt: skip
    rows = pack_slots([slot._replace(left=slot.left + 450, right=slot.right + 450) for slot in slots], GAP, neighbours)
    for number, row in enumerate(rows):
        assert all(slot.right + GAP <= following.left for slot, following in pairwise(row))
        for neighbour in neighbours:
            others: Sequence[Slot] = neighbour[number] if number < len(neighbour) else ()
            assert not any(are_in_the_way(slot, other) for slot in row for other in others)


@given(slots=slot_lists(most=60))
@many_examples
def test_every_slot_is_as_high_as_the_more_important_let_it(slots: list[Slot]) -> None:
    """Each row above it has a more important one in the way, and none is lost but for want of a row."""
    rows = pack_slots(slots, GAP)
    row_of = {slot.card: number for number, row in enumerate(rows) for slot in row}
    assert sum(map(len, rows)) == len(row_of)
    assert all(slot in row for number, row in enumerate(rows) for slot in slots if row_of.get(slot.card) == number)
    for slot in slots:
        blocked = {row_of[other.card] for other in slots[: slot.card] if other.card in row_of
                   and are_in_the_way(slot, other)}  # fmt: skip
        free = next((row for row in range(MAX_ROWS) if row not in blocked), None)
        assert row_of.get(slot.card) == free


@given(slots=slot_lists(), fewer=st.integers(0, 40))
@many_examples
def test_the_less_important_move_no_other(slots: list[Slot], fewer: int) -> None:
    """Who comes later in rank changes nothing for those before."""
    first = {slot: number for number, row in enumerate(pack_slots(slots[:fewer], GAP)) for slot in row}
    every = {slot: number for number, row in enumerate(pack_slots(slots, GAP)) for slot in row}
    assert first.items() <= every.items()

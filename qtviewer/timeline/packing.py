"""Packing of cards into rows, in which no two overlap and which do not depend on the view."""

from bisect import bisect_right, insort
from collections.abc import Sequence
from typing import Final, NamedTuple

MAX_ROWS: Final = 16

Rows = tuple[tuple["Slot", ...], ...]
"""Slots by row from the top, each row from the left."""


class Slot(NamedTuple):
    """The horizontal room of a card: its left and right end in pixels from any fixed origin."""

    left: float
    right: float
    card: int
    """Index of the card among those that are packed together."""


def pack_slots(slots: Sequence[Slot], gap: float, neighbours: Sequence[Rows] = ()) -> Rows:
    """Place each slot, in the order given, in the uppermost row that has room for it, at least `gap` from all others.

    Slots of `neighbours`, which must not overlap each other in a row, are obstacles in the rows they are in. A slot for
    which none of MAX_ROWS rows has room is left out. The upper rows are the same however many rows are shown.
    """
    occupied = [
        sorted((slot.left, slot.right) for rows in neighbours if row < len(rows) for slot in rows[row])
        for row in range(MAX_ROWS)
    ]
    placed: list[list[Slot]] = [[] for _ in range(MAX_ROWS)]
    for slot in slots:
        row = next((row for row, stretches in enumerate(occupied) if _is_free(stretches, slot, gap)), None)
        if row is not None:
            insort(occupied[row], (slot.left, slot.right))
            placed[row].append(slot)
    used = max((row for row, row_slots in enumerate(placed) if row_slots), default=-1) + 1
    return tuple(tuple(sorted(row_slots)) for row_slots in placed[:used])


def _is_free(stretches: Sequence[tuple[float, float]], slot: Slot, gap: float) -> bool:
    """Return whether a slot is a gap away from sorted stretches that do not overlap."""
    index = bisect_right(stretches, (slot.left, slot.right))
    is_left_free = index == 0 or stretches[index - 1][1] + gap <= slot.left
    return is_left_free and (index == len(stretches) or slot.right + gap <= stretches[index][0])

"""Packing cards into rows: no two ever overlap, and none changes its row because another view is shown."""

from bisect import bisect_right, insort
from collections.abc import Sequence
from typing import Final, NamedTuple

MAX_ROWS: Final = 16

Rows = tuple[tuple["Slot", ...], ...]
"""Slots by row from the top, each row from the left."""


class Slot(NamedTuple):
    """The stretch that a card keeps for itself, in pixels from any fixed origin, and the card's place in its lane."""

    left: float
    right: float
    card: int


def pack_slots(slots: Sequence[Slot], gap: float, neighbours: Sequence[Rows] = ()) -> Rows:
    """Place slots, the most important first, each in the uppermost row that is free; MAX_ROWS at most.

    Slots of `neighbours` are in the way in the same row. What finds no room is left out. The upper rows are the same
    however many of them are shown.
    """
    taken = [
        sorted((slot.left, slot.right) for rows in neighbours if row < len(rows) for slot in rows[row])
        for row in range(MAX_ROWS)
    ]
    placed: list[list[Slot]] = [[] for _ in range(MAX_ROWS)]
    for slot in slots:
        row = next((row for row, stretches in enumerate(taken) if _is_free(stretches, slot, gap)), None)
        if row is not None:
            insort(taken[row], (slot.left, slot.right))
            placed[row].append(slot)
    used = max((row for row, of_row in enumerate(placed) if of_row), default=-1) + 1
    return tuple(tuple(sorted(of_row)) for of_row in placed[:used])


def _is_free(stretches: Sequence[tuple[float, float]], slot: Slot, gap: float) -> bool:
    at = bisect_right(stretches, (slot.left, slot.right))
    follows = at == 0 or stretches[at - 1][1] + gap <= slot.left
    return follows and (at == len(stretches) or slot.right + gap <= stretches[at][0])

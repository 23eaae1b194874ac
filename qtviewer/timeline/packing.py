"""Packing cards into rows: no two ever overlap, and what does not fit is gathered into stacks."""

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Slot(NamedTuple):
    """The stretch a card keeps for itself, in pixels from any fixed origin, and its own width within it.

    `card` is the card's place in its lane; where there is not room for all, the highest `rank` goes first.
    """

    card: int
    left: float
    right: float
    width: float
    rank: int


class PlacedSlot(NamedTuple):
    """A slot in its row; `cards` are the places of the cards it holds, more than one in a stack."""

    cards: tuple[int, ...]
    left: float
    right: float
    row: int


def rows_needed(slots: Sequence[Slot], gap: float, most: int) -> int:
    """Rows that hold all slots (ordered by their left ends) without overlap; `most` + 1 when that is not enough."""
    rows = _first_fit(slots, gap, most)
    return most + 1 if rows is None else max((row for row in rows), default=-1) + 1


def pack(slots: Sequence[Slot], gap: float, rows: int, stack_width: float) -> tuple[PlacedSlot, ...]:
    """Place slots (ordered by their left ends) in at most `rows` rows, at least 1.

    When they do not all fit, the most important ones keep the upper rows and the rest are stacked in the last.
    """
    fitting = _first_fit(slots, gap, rows)
    if fitting is not None:
        return tuple(
            PlacedSlot((slot.card,), slot.left, slot.right, row) for slot, row in zip(slots, fitting, strict=True)
        )
    placed, rest = _by_importance(slots, gap, rows - 1)
    return (*placed, *_stacks(rest, gap, rows - 1, stack_width))


def _first_fit(slots: Iterable[Slot], gap: float, most: int) -> list[int] | None:
    """Row of each slot, the first that is free; None when `most` rows are not enough."""
    ends: list[float] = []
    chosen = []
    for slot in slots:
        row = next((row for row, end in enumerate(ends) if end + gap <= slot.left), len(ends))
        if row == most:
            return None
        ends[row : row + 1] = [slot.right]
        chosen.append(row)
    return chosen


def _by_importance(slots: Iterable[Slot], gap: float, rows: int) -> tuple[list[PlacedSlot], list[Slot]]:
    """The slots that find room when the important choose first, and the rest by their left ends."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(rows)]
    placed, rest = [], []
    for slot in sorted(slots, key=lambda slot: (-slot.rank, slot.left)):
        row = next((row for row, intervals in enumerate(taken) if _is_free(intervals, slot, gap)), None)
        if row is None:
            rest.append(slot)
            continue
        insort(taken[row], (slot.left, slot.right))
        placed.append(PlacedSlot((slot.card,), slot.left, slot.right, row))
    return placed, sorted(rest, key=lambda slot: (slot.left, slot.card))


def _is_free(intervals: Sequence[tuple[float, float]], slot: Slot, gap: float) -> bool:
    at = bisect_right(intervals, (slot.left, slot.right))
    follows = at == 0 or intervals[at - 1][1] + gap <= slot.left
    return follows and (at == len(intervals) or slot.right + gap <= intervals[at][0])


def _stacks(slots: Sequence[Slot], gap: float, row: int, width: float) -> list[PlacedSlot]:
    """Gather neighbours into stacks, each as wide as `width`; one that stays alone may use the room up to the next."""
    groups: list[list[Slot]] = []
    for slot in slots:
        if groups and slot.left < groups[-1][0].left + width + gap:
            groups[-1].append(slot)
        else:
            groups.append([slot])
    stacks = []
    for at, group in enumerate(groups):
        left = group[0].left
        limit = groups[at + 1][0].left - gap if at + 1 < len(groups) else float("inf")
        right = left + width if len(group) > 1 else min(group[0].right, limit)
        stacks.append(PlacedSlot(tuple(slot.card for slot in group), left, right, row))
    return stacks

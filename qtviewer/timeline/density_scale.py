"""The uneven scale of the overview: crowded times have more room, and what is empty for long has less."""

import math
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

_PIECES: Final = 96  # of equal length, from which the scale is made
_SPLIT: Final = 4  # a crowded piece is split into as many
_CROWDED: Final = 0.15  # share of all events from which a piece is crowded
_SHORTEST: Final = 4.0  # days in a piece that is not split, at least
_CROWD_SHARE: Final = 0.6  # of the width goes by the number of events where there are very many, less for few


class Weight(NamedTuple):
    """A number of events, which may be a fraction, at a time."""

    time: float
    size: float


class _Piece(NamedTuple):
    """A stretch of time that begins at `first`; `parts` is how many pieces without events were merged into it."""

    first: float
    size: float
    parts: int


def uneven_scale(weights: Sequence[Weight], first: float, last: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return rising times from `first` to `last`, and the position (0 to 1) of each; time is even between them.

    Part of the width goes by time, where a stretch without events counts by the root of its length; the rest goes by
    the root of the number of events in each piece.
    """
    ordered = sorted(weight for weight in weights if weight.size > 0)
    length, total = (last - first) / _PIECES, sum(weight.size for weight in ordered)
    pieces: list[_Piece] = []
    for index, held in enumerate(_shared_out(ordered, first, length, _PIECES)):
        pieces += _split(held, first + index * length, length, total * _CROWDED)
    merged = list(_merge_empty(pieces))
    roots = [(math.sqrt(piece.parts), math.sqrt(piece.size)) for piece in merged]
    even, crowd = (sum(each) or 1.0 for each in zip(*roots, strict=True))
    crowd_share = _CROWD_SHARE * (1 - 1 / math.sqrt(max(total, 1)))
    position, positions = 0.0, [0.0]
    for part, size in roots:
        position += (1 - crowd_share) * part / even + crowd_share * size / crowd
        positions.append(position)
    return (*(piece.first for piece in merged), last), tuple(each / position for each in positions)


def _split(held: Sequence[Weight], first: float, length: float, most: float) -> Iterator[_Piece]:
    """Iterate over the pieces of a stretch, split where they hold more than `most` events and more than one."""
    size = sum(weight.size for weight in held)
    if size <= max(most, 1) or length <= _SHORTEST:
        yield _Piece(first, size, 1)
        return
    for index, part in enumerate(_shared_out(held, first, length / _SPLIT, _SPLIT)):
        yield from _split(part, first + index * length / _SPLIT, length / _SPLIT, most)


def _shared_out(weights: Sequence[Weight], first: float, length: float, parts: int) -> list[list[Weight]]:
    """Return the weights in each of some parts of equal length; those outside are in the nearest."""
    shared: list[list[Weight]] = [[] for _ in range(parts)]
    for weight in weights:
        shared[min(max(int((weight.time - first) / length), 0), parts - 1)].append(weight)
    return shared


def _merge_empty(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """Iterate over pieces, those without events that follow each other as one."""
    empty: _Piece | None = None
    for piece in pieces:
        if not piece.size:
            empty = piece if empty is None else empty._replace(parts=empty.parts + 1)
            continue
        if empty is not None:
            yield empty
            empty = None
        yield piece
    if empty is not None:
        yield empty

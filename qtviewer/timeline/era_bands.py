"""The bands of eras in a view: what is too narrow to be told from its neighbours is one band with them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from qtviewer.timeline.era_rows import EraRow

NARROW: Final = 8.0
"""Pixels below which an era, and the time between two of them, is narrow: narrow ones beside each other are merged."""
NAME_PADDING: Final = 6.0
"""Pixels between a name and the ends of its band."""
_LEAST_NAME_WIDTH: Final = 16.0  # pixels, below which there is no room even for a shortened name


class EraBand(NamedTuple):
    """A band in a view; `left` and `right` are the pixels of its times `first` and `last`, within the view."""

    row: int
    """Counted from the top."""
    first: float
    last: float
    left: float
    right: float
    ids: tuple[str, ...]
    """The one era that it shows, or several narrow ones."""
    hidden: tuple[str, ...]
    """Eras that overlap these and have no row of their own."""
    covered_from: float
    """The pixel from which the next band covers it, as where both share the year between them; else `right`."""

    @property
    def name_room(self) -> tuple[float, float] | None:
        """The pixels at which its name may begin and end, or None where it has no room for one."""
        left, right = self.left + NAME_PADDING, self.covered_from - NAME_PADDING
        return (left, right) if right - left >= _LEAST_NAME_WIDTH else None


class BandScale(NamedTuple):
    """Where times stand in a view that begins at pixel 0; the time rises with the pixel."""

    x_at: Callable[[float], float]
    time_at: Callable[[float], float]
    width: float


def era_bands(rows: Sequence[EraRow], scale: BandScale) -> list[EraBand]:
    """Return the bands in a view, row by row and from the left, in which order later ones cover earlier ones.

    There are at most about a quarter as many in a row as the view has pixels, however many eras there are.
    """
    return [band for number, row in enumerate(rows) for band in _bands_of_row(number, row, scale)]


def _bands_of_row(number: int, row: EraRow, scale: BandScale) -> Iterator[EraBand]:
    left, right = scale.time_at(0.0), scale.time_at(scale.width)
    index, stop = bisect_right(row.lasts, left), bisect_left(row.firsts, right)
    while index < stop:
        end = _end_of_narrow(row, index, stop, scale)
        spans = row.spans[index:end]
        first, last = spans[0].first, spans[-1].last
        ids, hidden = tuple(span.id for span in spans), tuple(key for span in spans for key in span.hidden)
        x, right = max(scale.x_at(first), 0.0), min(scale.x_at(last), scale.width)
        covered_from = min(scale.x_at(row.firsts[end]), right) if end < len(row.spans) else right
        yield EraBand(number, first, last, x, right, ids, hidden, covered_from)
        index = end


def _end_of_narrow(row: EraRow, index: int, stop: int, scale: BandScale) -> int:
    """Return the index after the narrow spans that follow each other closely, from an index on; or the next index."""
    end = index
    while end < stop:
        x = scale.x_at(row.firsts[end])
        if end > index and x - scale.x_at(row.lasts[end - 1]) >= NARROW:
            break
        reached = min(bisect_right(row.lasts, scale.time_at(x + NARROW)), stop)
        if reached <= end:
            break
        end = reached
    return max(end, index + 1)

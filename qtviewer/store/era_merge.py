"""The eras of a store and of an imported file as one list, and colours for what has none."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from qtviewer.domain.bounds import MAX_ERAS
from qtviewer.domain.event import Category, Era

_COLORS: Final = (  # of new categories and eras, for the light and the dark theme
    ("#0E6E83", "#5CC3D6"), ("#C2571A", "#FFAB73"), ("#2E7D4F", "#7CCB95"), ("#6A4C93", "#B79AE0"),
    ("#8A5A00", "#DDB25A"), ("#2F5DA8", "#8DB4F0"), ("#A03A6B", "#EC8FBB"), ("#B3261E", "#FF8A7A"),
    ("#00788A", "#58C9D6"), ("#4F5D2F", "#B5C788"), ("#5B6B73", "#A9B7BE"),
)  # fmt: skip


def free_colors(items: Iterable[Category | Era]) -> tuple[str, str]:
    """Return colours on light and on dark ground that no item has; when all are taken, some of them again."""
    taken = {item.color for item in items}
    free = [pair for pair in _COLORS if pair[0] not in taken] or [_COLORS[len(taken) % len(_COLORS)]]
    return free[0]


def joined_eras(store: Iterable[Era], file: Iterable[Era], *, prefer_file: bool) -> tuple[Era, ...]:
    """Return the eras of the store in its order, then those that only the file has.

    Of an era that both have, `prefer_file` takes what the file gives; the store keeps names in other languages, and
    colours where the file gives none.
    """
    eras = {era.id: era for era in store}
    for era in file:
        known = eras.get(era.id)
        if known is None:
            colored = islice(eras.values(), MAX_ERAS)  # more of them are refused in the end
            eras[era.id] = _with_colors(era, free_colors(colored))
        elif prefer_file:
            names = {**known.names, **era.names}
            eras[era.id] = _with_colors(era._replace(names=names), (known.color, known.color_dark))
    return tuple(eras.values())


def _with_colors(era: Era, colors: tuple[str, str]) -> Era:
    """Return an era, with colours if it has none."""
    return era if era.color else era._replace(color=colors[0], color_dark=colors[1])

"""Back and forward through what a window showed, like the buttons of a browser."""

from typing import Final, NamedTuple

from qtviewer.domain.event_query import EventQuery

_MAX_ENTRIES: Final = 200


class HistoryEntry(NamedTuple):
    """A state of a window, complete enough to show it again.

    `query` is its query, `selected` the id of the selected event or empty, `cluster` is the open cluster or
    None, `first` and `last` are the days at the edges of the timeline, `mode` is "timeline" or "list", `day` is the
    month and day of the anniversaries shown, or None.
    """

    query: EventQuery = EventQuery()
    selected: str = ""
    cluster: object = None
    first: float = 0.0
    last: float = 1.0
    mode: str = "timeline"
    day: tuple[int, int] | None = None


class History(NamedTuple):
    """The entries in the order they were visited, at least one, and the position of the one that is shown."""

    entries: tuple[HistoryEntry, ...]
    position: int = 0

    @property
    def current(self) -> HistoryEntry:
        """The entry that is shown."""
        return self.entries[self.position]

    @property
    def can_go_back(self) -> bool:
        """Whether there is an entry before the current one."""
        return self.position > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is an entry after the current one."""
        return self.position < len(self.entries) - 1

    def moved_by(self, steps: int) -> "History":
        """Return the history some entries further, or back where `steps` is negative; it stops at either end."""
        return self._replace(position=min(max(self.position + steps, 0), len(self.entries) - 1))

    def with_current(self, entry: HistoryEntry) -> "History":
        """Return the history with its current entry replaced and all others kept."""
        return self._replace(entries=(*self.entries[: self.position], entry, *self.entries[self.position + 1 :]))

    def with_visit(self, entry: HistoryEntry, *, is_jump: bool = False) -> "History":
        """Return the history after a visit: the entry is added after the current one, and all later ones are dropped.

        An entry that differs from the current one only in the visible range replaces it, unless `is_jump`. A search
        that is typed letter by letter stays one entry. At most 200 entries are kept, the latest ones.
        """
        if not is_jump and _differs_in_range_only(self.current, entry):
            return self.with_current(entry)
        kept = self.entries[: self.position + 1]
        if len(kept) > 1 and _is_typed_on(kept[-2], kept[-1]) and _is_typed_on(kept[-1], entry):
            kept = kept[:-1]
        if not is_jump and _differs_in_range_only(kept[-1], entry):
            kept = kept[:-1]
        entries = (*kept, entry)[-_MAX_ENTRIES:]
        return History(entries, len(entries) - 1)


def _differs_in_range_only(one: HistoryEntry, other: HistoryEntry) -> bool:
    """Whether two entries are the same but for the visible range."""
    return one._replace(first=other.first, last=other.last) == other


def _is_typed_on(before: HistoryEntry, after: HistoryEntry) -> bool:
    """Whether only letters at the end of the search were typed or deleted between two entries."""
    old, new = before.query.search, after.query.search
    is_search = bool(new) and old != new and (new.startswith(old) or old.startswith(new))
    return is_search and _differs_in_range_only(before._replace(query=before.query._replace(search=new)), after)

"""Back and forward through what a window showed, like those of a browser."""

from typing import Final, NamedTuple

from qtviewer.domain.query.event_query import EventQuery

_MOST_PLACES: Final = 200


class Place(NamedTuple):
    """What a window showed: which events, what was chosen, the times at the timeline's edges, timeline or list."""

    query: EventQuery = EventQuery()
    selected: str = ""
    cluster: object = None
    first: float = 0.0
    last: float = 1.0
    mode: str = "timeline"
    day: tuple[int, int] | None = None


class History(NamedTuple):
    """The places in the order they were come to, and which of them is shown; there is always one."""

    places: tuple[Place, ...]
    at: int = 0

    @property
    def current(self) -> Place:
        """The place that is shown."""
        return self.places[self.at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before it."""
        return self.at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after it."""
        return self.at < len(self.places) - 1

    def moved(self, steps: int) -> "History":
        """Some places forward, or back where it is less than 0, as far as there are any."""
        return self._replace(at=min(max(self.at + steps, 0), len(self.places) - 1))

    def updated(self, place: Place) -> "History":
        """The place that is shown looks otherwise, and stays where it is: the view was moved."""
        return self._replace(places=(*self.places[: self.at], place, *self.places[self.at + 1 :]))

    def visited(self, place: Place, *, is_jump: bool = False) -> "History":
        """Another place is come to, after which there is none; only to move the view is no other place but by a jump.

        A search that is typed letter by letter is one place.
        """
        if not is_jump and _is_same(self.current, place):
            return self.updated(place)
        kept = self.places[: self.at + 1]
        if len(kept) > 1 and _is_typed_on(kept[-2], kept[-1]) and _is_typed_on(kept[-1], place):
            kept = kept[:-1]
        if not is_jump and _is_same(kept[-1], place):
            kept = kept[:-1]
        places = (*kept, place)[-_MOST_PLACES:]
        return History(places, len(places) - 1)


def _is_same(one: Place, other: Place) -> bool:
    """Whether two places differ in the view at most."""
    return one._replace(first=other.first, last=other.last) == other


def _is_typed_on(before: Place, after: Place) -> bool:
    """Whether all that led from one place to the other was to type some letters more or less of a search."""
    old, new = before.query.search, after.query.search
    is_search = bool(new) and old != new and (new.startswith(old) or old.startswith(new))
    return is_search and _is_same(before._replace(query=before.query._replace(search=new)), after)

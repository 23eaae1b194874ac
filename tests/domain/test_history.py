"""Back and forward lead through the places that were come to."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.history import History, HistoryEntry

Walk = list[tuple[str, HistoryEntry | int, bool]]
START = HistoryEntry()
places = st.builds(
    HistoryEntry,
    query=st.builds(EventQuery, search=st.sampled_from(["", "m", "me", "met", "地铁"])),
    selected=st.sampled_from(["", "a", "b"]),
    first=st.sampled_from([0.0, 5.0]),
    mode=st.sampled_from(["timeline", "list"]),
)
steps = st.tuples(st.just("visit"), places, st.booleans()) | st.tuples(
    st.sampled_from(["update", "move"]), st.integers(-3, 3), st.just(False)
)


def walked(walk: Walk) -> History:
    """A history after some visits, movements of the view, and steps back and forward."""
    history = History((START,))
    for kind, what, is_jump in walk:
        if isinstance(what, HistoryEntry):
            history = history.with_visit(what, is_jump=is_jump)
        elif kind == "update":
            history = history.with_current(history.current._replace(first=float(what)))
        else:
            history = history.moved_by(what)
    return history


def searching(text: str) -> HistoryEntry:
    """A place that differs from the start in its search."""
    return START._replace(query=EventQuery(search=text))


@settings(deadline=None)
@given(st.lists(steps, max_size=12))
def test_there_is_always_a_place(walk: Walk) -> None:
    """Whatever happens, one of the places is shown, and the buttons lead somewhere or are off."""
    history = walked(walk)
    assert 0 <= history.position < len(history.entries)
    assert history.can_go_back is (history.moved_by(-1) != history)
    assert history.can_go_forward is (history.moved_by(1) != history)


@settings(deadline=None)
@given(st.lists(steps, max_size=12), places, st.booleans())
def test_back_after_a_visit_is_where_one_was(walk: Walk, place: HistoryEntry, jumps: bool) -> None:
    """A visit shows its place, has nothing after it, and keeps what was before, but for letters typed on."""
    before = walked(walk)
    after = before.with_visit(place, is_jump=jumps)
    assert after.current == place
    assert not after.can_go_forward
    if after.position == before.position + 1:
        assert after.moved_by(-1).current == before.current
    assert after.entries[: after.position] == before.entries[: after.position]


@settings(deadline=None)
@given(st.lists(steps, max_size=12), st.integers(1, 20))
def test_forward_undoes_back(walk: Walk, far: int) -> None:
    """As many steps forward as were made back lead to the same place; none changes a place."""
    history = walked(walk)
    back = history.moved_by(-far)
    assert back.moved_by(history.position - back.position) == history
    assert back.entries == history.entries


@settings(deadline=None)
@given(st.lists(st.floats(-1e6, 1e6), max_size=30))
def test_a_moving_view_is_one_place(frames: list[float]) -> None:
    """However many frames it takes, the place stays one, and coming back shows it as it was left."""
    history = History((START,)).with_visit(START._replace(selected="a"))
    for frame in frames:
        history = history.with_visit(history.current._replace(first=frame))
    assert len(history.entries) == 2
    left = history.current
    assert history.with_visit(START).moved_by(-1).current == left


def test_a_jump_is_a_place() -> None:
    """To show another stretch of time on purpose can be undone."""
    history = History((START,)).with_visit(START._replace(first=90.0), is_jump=True)
    assert history.moved_by(-1).current == START


def test_a_search_typed_letter_by_letter_is_one_place() -> None:
    """Back from it leads to what was there before its first letter; to clear it is a place of its own."""
    history = History((START,))
    for text in ("m", "me", "met", "me", "metro"):
        history = history.with_visit(searching(text))
    assert [place.query.search for place in history.entries] == ["", "metro"]
    history = history.with_visit(searching("地铁")).with_visit(START)
    assert [place.query.search for place in history.entries] == ["", "metro", "地铁", ""]


def test_an_event_chosen_between_keeps_both_searches() -> None:
    """Who searches on from an event finds the way back to it."""
    met = searching("met")
    history = History((START,)).with_visit(met).with_visit(met._replace(selected="a"))
    history = history.with_visit(searching("metro")._replace(selected="a"))
    assert [(place.query.search, place.selected) for place in history.entries] == [
        ("", ""), ("met", ""), ("met", "a"), ("metro", "a"),
    ]  # fmt: skip


def test_the_oldest_places_are_forgotten() -> None:
    """A window that is open for weeks does not remember everything."""
    history = History((START,))
    for at in range(1_000):
        history = history.with_visit(START._replace(selected=str(at)))
    assert len(history.entries) == 200
    assert history.moved_by(-1_000).current.selected == "800"

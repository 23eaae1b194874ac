"""The events around what a window shows."""

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import ViewState
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store


def test_walking_on_from_event_to_event_passes_each_once(shipped: StoreReader) -> None:
    """From the first match the way leads to each next one, and ends at the last."""
    model = ViewModel(shipped, ViewState(query=EventQuery(search="地铁")))
    passed = []
    head = model.events.outermost(1)
    while head is not None:
        passed.append(head.id)
        model.select(head.id)
        head = model.events.neighbour(1)
    assert passed == [head.id for head in shipped.heads(EventQuery(search="地铁"), "zh")]
    assert model.events.neighbour(-1) == shipped.heads(EventQuery(search="地铁"), "zh")[-2]
    model.select(passed[0])
    assert model.events.neighbour(-1) is None


def test_where_nothing_matches_there_is_no_neighbour(sample: StoreReader) -> None:
    """Without events there is nowhere to go, and nothing is in view."""
    model = ViewModel(sample, ViewState(query=EventQuery(search="no such words"), selected="fair"))
    assert (model.events.neighbour(1), model.events.neighbour(-1), model.events.most_important_in_view()) == (
        None,
        None,
        "",
    )
    assert (model.events.nearest(), model.events.outermost(1), model.events.outermost(-1)) == (None, None, None)


def nearest_ids(model: ViewModel) -> list[str | None]:
    """Ids of the nearest event of all, and of the nearest festival."""
    return [head and head.id for head in (model.events.nearest(), model.events.nearest_in_category("festival"))]


def test_the_nearest_event_is_that_whose_beginning_is(sample: StoreReader) -> None:
    """Nearest to the middle of the view, or of a category to the event that is selected."""
    summer = ViewState(first=float(day_number(2021, 8)), last=float(day_number(2021, 8, 20)))
    model = ViewModel(sample, summer)
    assert nearest_ids(model) == [
        "metro-opens",
        "fair",
    ]
    model.select("plan")
    assert nearest_ids(model) == [
        "metro-opens",
        "visit",
    ]


def test_the_most_important_in_view_is_a_known_day_among_equals(sample: StoreReader) -> None:
    """Only events that begin in view are weighed: importance first, then a day before a vaguer date."""
    events = (
        sample_event("month", "2021-04", "月", importance=4),
        sample_event("day", "2021-06-09", "日", importance=4),
        sample_event("great", "2022-06-09", "大", importance=5),
    )
    with temporary_store(SAMPLE._replace(events=events)) as store:
        year_2021 = ViewState(first=day_number(2021), last=day_number(2022))
        assert ViewModel(store, year_2021).events.most_important_in_view() == "day"
        assert ViewModel(store, year_2021._replace(last=day_number(2023))).events.most_important_in_view() == "great"
        assert ViewModel(store, ViewState(first=0.0, last=1.0)).events.most_important_in_view() == ""

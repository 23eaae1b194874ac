"""The events around what a window shows."""

from typing import Final

import pytest

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.dates.minutes import minutes_of_days
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import Cluster, ClusterKind, ViewState
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


DAY: Final = day_number(2021, 6, 20)
DATES: Final = {
    "month": "2021-06", "year": "2021", "decade": "202X", "century": "20XX", "about": "2021-06~", "other-year": "2020",
    "interval": "2021-06-01/2021-07-01", "open": "2019/..", "within": "[2021-05-01..2021-06-30]", "later": "2021-07",
    "over": "2021-06-01/2021-06-19", "on-the-day": "2021-06-20", "beginning": "2021-06-20/2021-06-30",
}  # fmt: skip
AROUND: Final = tuple(sample_event(key, date, "事", category="festival") for key, date in DATES.items())
BEGUN: Final = {"interval", "open", "within", "month", "about", "year", "decade", "century"}
KINDS: Final = [
    (ClusterKind.BEGINNING, None, {"on-the-day", "beginning"}),
    (ClusterKind.BEGUN, Precision.INTERVAL, {"interval", "open"}),
    (ClusterKind.BEGUN, Precision.WITHIN, {"within"}),
    (ClusterKind.BEGUN, Precision.MONTH, {"month", "about"}),
    (ClusterKind.BEGUN, Precision.YEAR, {"year"}),
    (ClusterKind.BEGUN, Precision.DECADE, {"decade"}),
    (ClusterKind.BEGUN, Precision.CENTURY, {"century"}),
    (ClusterKind.BEGUN, None, BEGUN),
]


def listed(model: ViewModel, cluster: Cluster, limit: int = 100) -> list[str]:
    """The ids of the events of a cluster."""
    return [head.id for head in model.events.cluster_heads(cluster, limit)]


@pytest.mark.parametrize(("kind", "precision", "expected"), KINDS)
def test_a_cluster_has_the_events_of_its_kind(
    kind: ClusterKind, precision: Precision | None, expected: set[str]
) -> None:
    """Those that begin in its minutes; those begun before that go on, that have only a period, or all of these."""
    others = (sample_event("milestone", "2021-06", "他"), sample_event("going-on", "2019/..", "他"))
    with temporary_store(SAMPLE._replace(events=(*AROUND, *others))) as store:
        model = ViewModel(store, ViewState())
        cluster = Cluster("festival", minutes_of_days((DAY, DAY)), len(expected), frozenset(), kind, precision)
        assert set(listed(model, cluster)) == expected
        for excluded in expected:
            without = cluster._replace(size=len(expected) - 1, excluded_ids=frozenset({excluded}))
            assert set(listed(model, without)) == expected - {excluded}
        dates = [head.date.first_day for head in model.events.cluster_heads(cluster, 100)]
        assert dates == sorted(dates)
        assert listed(model, cluster, 1) == listed(model, cluster)[:1]


@pytest.mark.parametrize(("kind", "precision", "expected"), KINDS)
@pytest.mark.parametrize(
    ("query", "matching"),
    [
        (
            EventQuery(precisions=frozenset({Precision.YEAR, Precision.INTERVAL})),
            {"year", "interval", "open", "beginning"},
        ),
        (EventQuery(min_importance=5), set()),
        (EventQuery(first_day=DAY + 11), {"interval", "open", "year", "decade", "century"}),
        (EventQuery(last_day=DAY - 30), {"open", "within", "year", "decade", "century"}),
    ],
)
def test_a_cluster_has_only_events_that_match(
    kind: ClusterKind, precision: Precision | None, expected: set[str], query: EventQuery, matching: set[str]
) -> None:
    """Of each kind those that the query lets through, by precision, importance or days."""
    with temporary_store(SAMPLE._replace(events=AROUND)) as store:
        model = ViewModel(store, ViewState(query=query))
        cluster = Cluster("festival", minutes_of_days((DAY, DAY)), 1, frozenset(), kind, precision)
        assert set(listed(model, cluster)) == expected & matching

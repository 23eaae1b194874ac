"""Values of facets chosen and taken back, one at a time."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.event import Status, Tag, TagKind
from qtviewer.domain.event_query import EventQuery, is_filtered
from qtviewer.domain.query.facets import (
    FACET_FIELDS,
    TAG_FACETS,
    is_chosen,
    query_for_tag,
    with_only_value,
    with_value_toggled,
    without_facet,
)
from qtviewer.domain.source import Facet

VALUES: dict[Facet, tuple[str, ...]] = {
    "category": ("milestone", "history"),
    "collection": ("this-year", "that-year"),
    "place": ("xiasha", "linjiang"),
    "person": ("li-ming", "wang-fang"),
    "organisation": ("metro", "fair"),
    "topic": ("education", "sport"),
    "status": ("planned", "ongoing"),
    "importance": ("4", "5"),
    "precision": ("day", "within"),
    "year": ("2021", "2022"),
    "month": ("2021-06", "2021-07"),
}
clicks = st.lists(st.sampled_from([(facet, value) for facet, values in VALUES.items() for value in values]), max_size=8)


def test_every_facet_is_tried_here() -> None:
    """No facet is left out of these tests."""
    assert set(VALUES) == set(get_args(Facet))


@pytest.mark.parametrize("facet", VALUES)
def test_a_value_is_chosen_and_taken_back(facet: Facet) -> None:
    """The first click sets a condition that only this facet has; the second leaves none, or, of a month, its year."""
    value = VALUES[facet][0]
    query = with_value_toggled(EventQuery(), facet, value)
    assert is_filtered(query)
    assert is_chosen(query, facet, value)
    assert without_facet(query, facet) == EventQuery()
    again = with_value_toggled(query, facet, value)
    assert again == (with_value_toggled(EventQuery(), "year", "2021") if facet == "month" else EventQuery())


@pytest.mark.parametrize("facet", VALUES)
def test_values_of_a_facet_are_alternatives(facet: Facet) -> None:
    """Both are chosen, but of importances, where the lower one means the higher one, too."""
    first, second = VALUES[facet]
    query = with_value_toggled(with_value_toggled(EventQuery(), facet, first), facet, second)
    assert is_chosen(query, facet, second)
    assert is_chosen(query, facet, first) == (facet != "importance")
    assert with_only_value(query, facet, second) == with_value_toggled(EventQuery(), facet, second)


@given(clicked=clicks)
def test_a_facet_leaves_the_others_alone(clicked: list[tuple[Facet, str]]) -> None:
    """Whatever was clicked before, a click changes the condition of its own facet only; months and years are one."""
    query = EventQuery(search="地铁", threads=frozenset({"metro"}))
    for facet, value in clicked:
        before, query = query, with_value_toggled(query, facet, value)
        assert before != query
        assert without_facet(before, facet) == without_facet(query, facet)


def test_values_keep_their_types() -> None:
    """What exports write of a query is the same, however it was made."""
    query = with_value_toggled(with_value_toggled(EventQuery(), "status", "planned"), "precision", "day")
    assert query == EventQuery(statuses=frozenset({Status.PLANNED}), precisions=frozenset({Precision.DAY}))
    assert all(type(value) is Status for value in query.statuses or ())


def test_no_value_at_all_is_another_condition_than_none() -> None:
    """A query for no category matches nothing; choosing one then gives just that."""
    for facet, field in FACET_FIELDS.items():
        nothing = EventQuery(**{field: frozenset()})  # type: ignore[arg-type]  # the fields that are sets
        assert is_filtered(nothing)
        assert with_value_toggled(nothing, facet, VALUES[facet][0]) == with_value_toggled(
            EventQuery(), facet, VALUES[facet][0]
        )


@pytest.mark.parametrize("search", ["", " ", "\u3000\n"])
def test_to_search_for_space_is_no_filter(search: str) -> None:
    """What finds everything filters nothing."""
    assert not is_filtered(EventQuery(search=search))
    assert is_filtered(EventQuery(search=f"{search}x"))


@pytest.mark.parametrize("kind", TagKind)
def test_all_events_of_a_name(kind: TagKind) -> None:
    """One condition, of the facet that the name belongs to."""
    query = query_for_tag(Tag("some-name", kind, {"zh": "名"}))
    [facet] = [facet for facet, of_kind in TAG_FACETS.items() if of_kind is kind]
    assert is_chosen(query, facet, "some-name")
    assert not is_filtered(without_facet(query, facet))

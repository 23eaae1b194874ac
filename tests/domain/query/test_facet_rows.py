"""What the list of a facet's values shows of them."""

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.facet_rows import FacetContext, FacetRow, facet_list
from tests.domain.query.test_query_labels import WORDS

ZH = FacetContext(EventQuery(), WORDS, "zh")
MANY = {f"tag-{number}": 100 - number for number in range(50)}


def values(facet_rows: tuple[FacetRow, ...]) -> list[str]:
    """The values of rows."""
    return [row.value for row in facet_rows]


def test_the_most_frequent_are_shown_and_all_are_counted() -> None:
    """As many as there is room for, and the number of those there are."""
    found = facet_list("topic", MANY, ZH, 6)
    assert values(found.rows) == [f"tag-{number}" for number in range(6)]
    assert found.value_count == 50
    assert found.rows[0] == FacetRow("tag-0", "tag-0", 100, is_chosen=False)


def test_what_is_chosen_is_always_shown() -> None:
    """However rare it is, and even where nothing has it."""
    context = ZH._replace(query=EventQuery(topics=frozenset({"tag-40", "education"})))
    found = facet_list("topic", MANY, context, 3)
    assert [(row.value, row.total) for row in found.rows if row.is_chosen] == [("tag-40", 60), ("education", 0)]
    assert found.rows[-1].name == "教育"


def test_years_stand_in_their_order_and_months_are_short() -> None:
    """The years with most events, but as a calendar has them."""
    years = {"2019": 1, "2020": 5, "2021": 9, "2022": 7, "2023": 2}
    assert values(facet_list("year", years, ZH, 3).rows) == ["2020", "2021", "2022"]
    assert [row.name for row in facet_list("month", {"2021-06": 1}, ZH, 12).rows] == ["6月"]
    assert [row.name for row in facet_list("month", {"2021-06": 1}, ZH._replace(lang="en"), 12).rows] == ["Jun"]


def test_importance_and_precision_stand_in_their_own_order() -> None:
    """Importance 1 and up is everything, and no filter."""
    counts = {"1": 9, "2": 8, "3": 3, "5": 1}
    assert values(facet_list("importance", counts, ZH, 60).rows) == ["5", "3", "2"]
    assert values(facet_list("precision", {"year": 9, "day": 1}, ZH, 60).rows) == ["day", "year"]


def test_a_search_among_the_values_finds_any_part_of_their_names() -> None:
    """In either form of the characters, either width and either case."""
    counts = {"xiasha": 2, "education": 1}
    for name_part in ("沙街", "下沙街道", " 下 ".strip()):
        assert values(facet_list("place", counts, ZH, 6, name_part).rows) == ["xiasha"]
    assert values(facet_list("place", counts, ZH._replace(lang="en"), 6, "ＳＵＢ").rows) == ["xiasha"]
    assert facet_list("place", counts, ZH, 6, "没有").rows == ()
    assert len(facet_list("place", counts, ZH, 6, "  ").rows) == 2

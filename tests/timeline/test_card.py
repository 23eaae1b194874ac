"""A card says what it stands for, and which event goes first where there is not room for all."""

from qtviewer.timeline.card import Card, event_card, rank_key
from tests.timeline.samples import METRICS, head


def test_an_event_may_stand_anywhere_in_what_its_date_leaves_open() -> None:
    """From the first moment of a month to the last; only what lasted spans it."""
    month, lasted = head("month", "2021-06"), head("lasted", "2021-06-01/2021-06-30")
    cards = [event_card(event, 80.0, with_year=True) for event in (month, lasted)]
    assert [card.last - card.first for card in cards] == [30, 30]
    assert [card.is_span for card in cards] == [False, True]
    assert [(card.size, card.is_cluster, card.with_year, card.heads) for card in cards] == [
        (1, False, True, (month,)),
        (1, False, True, (lasted,)),
    ]


def test_importance_comes_first_then_a_known_day_then_the_earlier() -> None:
    """And among events of one day the id decides, so that the order is always the same."""
    ranked = [
        head("important", "2022", importance=5),
        head("known", "2021-12-31"),
        head("earlier", "2021-01"),
        head("a-later", "2021-02"),
        head("b-later", "2021-02"),
        head("detail", "2021-01-01", importance=1),
    ]
    assert sorted(ranked[3:] + ranked[:3], key=rank_key) == ranked


def test_cards_that_look_alike_have_the_same_key() -> None:
    """Clusters of the same size in different cells are different cards."""
    cluster = Card("milestone", (), 7, 0.0, 8.0, 150.0, days=(0, 7))
    assert cluster.is_cluster
    assert cluster.key == cluster._replace(first=1.0).key
    others = [
        cluster._replace(days=(8, 15)),
        cluster._replace(size=8),
        cluster._replace(heads=(head("a", "2021"),)),
        cluster._replace(category="industry"),
    ]
    assert len({card.key for card in (cluster, *others)}) == 5


def test_a_cell_holds_a_cluster_and_the_gap_after_it() -> None:
    """The least width of a cell follows from the other sizes."""
    assert METRICS.cell_width == METRICS.cluster_width + METRICS.gap

"""A card says what it stands for, and which event goes first where there is not room for all."""

from qtviewer.timeline.card import Card, event_card, rank_key, span_width
from tests.timeline.samples import METRICS, head


def test_a_card_is_of_the_days_that_its_date_can_mean() -> None:
    """From the first moment of a month to the last; only what lasted fills them."""
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


def test_a_cluster_contains_what_begins_on_its_days_and_has_no_card() -> None:
    """Whether it names the event or not; the card of one event contains none and represents that one."""
    june = head("", "2021-06").date
    named, other, own = head("named", "2021-06-01"), head("other", "2021-06-30/2021-07-05"), head("own", "2021-06-10")
    cluster = Card("milestone", (named,), 7, 0.0, 8.0, 150.0, days=(june.first_day, june.last_day),
                   excluded_ids=frozenset({"own"}))  # fmt: skip
    events = [named, other, own, head("before", "2021-05-31"), head("after", "2021-07-01")]
    assert [cluster.contains_event(event) for event in events] == [True, True, False, False, False]
    assert [cluster.represents(event) for event in events] == [True, True, False, False, False]
    part = cluster._replace(size=1, is_part=True)
    assert (part.is_cluster, part.contains_event(other)) == (True, True)
    card = event_card(own, 80.0, with_year=False)
    assert [card.contains_event(own), card.represents(own), card.represents(named)] == [False, True, False]


def test_a_span_has_its_text_within_or_beside_it() -> None:
    """Within, where it is as long as the text; else the card is as wide as both."""
    assert [span_width(length, 80.0) for length in (100.0, 80.0, 79.0, 0.0)] == [100, 80, 159, 80]


def test_a_cell_holds_a_cluster_and_the_gap_after_it() -> None:
    """The least width of a cell follows from the other sizes."""
    assert METRICS.cell_width == METRICS.cluster_width + METRICS.gap

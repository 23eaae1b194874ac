"""A card says what it stands for, and which event goes first where there is not room for all."""

from qtviewer.timeline.card import Card, event_card, rank_key, span_width
from qtviewer.timeline.levels import CardDate, Level
from tests.timeline.samples import METRICS, head

LEVEL = Level(2, 40.0)


def test_a_card_is_of_the_days_that_its_date_can_mean() -> None:
    """From the first moment of a month to the last; only what lasted fills them."""
    month, lasted = head("month", "2021-06"), head("lasted", "2021-06-01/2021-06-30")
    cards = [event_card(event, 80.0, Level(7, 1.0)) for event in (month, lasted)]
    assert [card.last - card.first for card in cards] == [30, 30]
    assert [card.is_span for card in cards] == [False, True]
    assert [(card.size, card.is_cluster, card.date, card.heads) for card in cards] == [
        (1, False, CardDate.WITH_YEAR, (month,)),
        (1, False, CardDate.WITH_YEAR, (lasted,)),
    ]


def test_a_card_is_of_its_minute_where_hours_are_shown() -> None:
    """From its time of day on, an interval until the end of its last day; elsewhere of its whole days."""
    moment, lasted = head("moment", "2021-06-28", time="14:30"), head("a", "2021-06-28/2021-06-29", time="18:00")
    day = moment.date.first_day
    near, far = ([event_card(event, 80.0, level) for event in (moment, lasted)] for level in (Level(0, 160.0), LEVEL))
    assert [(card.first, card.last) for card in near] == [(day + 870 / 1440, day + 871 / 1440), (day + 0.75, day + 2)]
    assert [(card.first, card.last) for card in far] == [(day, day + 1), (day, day + 2)]
    assert [card.date for card in (*near, *far)] == [CardDate.WITH_TIME] * 2 + [CardDate.DAY] * 2


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
    cluster = Card("milestone", (), 7, 0.0, 8.0, 150.0, minutes=(0, 7))
    assert cluster.is_cluster
    assert cluster.key == cluster._replace(first=1.0).key
    others = [
        cluster._replace(minutes=(8, 15)),
        cluster._replace(size=8),
        cluster._replace(heads=(head("a", "2021"),)),
        cluster._replace(category="industry"),
    ]
    assert len({card.key for card in (cluster, *others)}) == 5


def test_a_cluster_contains_what_begins_in_its_minutes_and_has_no_card() -> None:
    """Whether it names the event or not; the card of one event contains none and represents that one."""
    june = head("", "2021-06")
    named, other, own = head("named", "2021-06-01"), head("other", "2021-06-30/2021-07-05"), head("own", "2021-06-10")
    cluster = Card("milestone", (named,), 7, 0.0, 8.0, 150.0, minutes=(june.first_minute, june.last_minute),
                   excluded_ids=frozenset({"own"}))  # fmt: skip
    events = [named, other, own, head("before", "2021-05-31"), head("after", "2021-07-01")]
    assert [cluster.contains_event(event) for event in events] == [True, True, False, False, False]
    assert [cluster.represents(event) for event in events] == [True, True, False, False, False]
    part = cluster._replace(size=1, is_part=True)
    assert (part.is_cluster, part.contains_event(other)) == (True, True)
    card = event_card(own, 80.0, LEVEL)
    assert [card.contains_event(own), card.represents(own), card.represents(named)] == [False, True, False]


def test_a_span_has_its_text_within_or_beside_it() -> None:
    """Within, where it is as long as the text; else the card is as wide as both."""
    assert [span_width(length, 80.0) for length in (100.0, 80.0, 79.0, 0.0)] == [100, 80, 159, 80]


def test_a_cell_holds_a_cluster_and_the_gap_after_it() -> None:
    """The least width of a cell follows from the other sizes."""
    assert METRICS.cell_width == METRICS.cluster_width + METRICS.gap

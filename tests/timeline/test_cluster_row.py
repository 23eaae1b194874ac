"""The last row of a lane: all in it begins at its first day, and what would overlap there is one cluster."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.answers import BeginSpan
from qtviewer.domain.dates.edtf import format_edtf
from qtviewer.domain.dates.event_date import EventDate, day_point
from qtviewer.domain.dates.minutes import days_of_minutes, minutes_of_days
from qtviewer.timeline.card import Card, rank_key, span_width
from qtviewer.timeline.cluster_row import RowItem, cluster_row
from qtviewer.timeline.levels import Level
from tests.timeline.samples import METRICS, PIXEL, head

LEVEL = Level(2, 40.0)  # cells of 4 days and 160 pixels, just wider than a cluster and the gap after it
many_examples = settings(max_examples=100, deadline=None)


def cluster(first_day: int, last_day: int, size: int = 5) -> RowItem:
    """A cluster of one cell, none of whose events is loaded."""
    first, last = minutes_of_days((first_day, last_day))
    return RowItem(first_day // 4, BeginSpan(first, last, last), size, (), frozenset({f"own-{first_day}"}), 150.0)


def single(day: int, length: int = 1, title: str = "Opens") -> RowItem:
    """A card of an event that lasted some days from a day on."""
    dates = [format_edtf(EventDate.from_point(day_point(each))) for each in (day, day + length - 1)]
    event = head(f"event-{day}", "/".join(dates) if length > 1 else dates[0], title=title)
    span = LEVEL.shown_span(event.begin_span)
    return RowItem(day // 4, span, 1, (event,), frozenset({"other"}), 30.0 + 10 * len(title))


def row_of(*items: RowItem) -> list[tuple[int, tuple[int, int]]]:
    """The size and days of each card and cluster of a row; the day of a card twice."""
    row = cluster_row("milestone", items, LEVEL, METRICS)
    return [(card.size, begin_days(card)) for card in row]


def begin_days(card: Card) -> tuple[int, int]:
    """The days of a cluster; the day of a card twice."""
    return days_of_minutes(card.minutes) if card.is_cluster else (int(card.first), int(card.first))


def test_clusters_stand_where_they_begin() -> None:
    """Two whose first days are a cluster's width apart stay two."""
    assert row_of(cluster(804, 807), cluster(800, 803)) == [(5, (800, 803)), (5, (804, 807))]


def test_clusters_that_would_overlap_become_one() -> None:
    """It begins with the first and ends with the last of all its events; a gap is kept, too."""
    assert row_of(cluster(803, 803), cluster(804, 807)) == [(10, (803, 807))]
    assert row_of(cluster(801, 801), cluster(804, 804), cluster(808, 808)) == [(10, (801, 804)), (5, (808, 808))]


def test_an_even_cell_and_the_next_are_one_first() -> None:
    """Of four in a row that all overlap, the first two and the last two; what is before an even cell takes in both."""
    assert row_of(*(cluster(day, day) for day in (803, 806, 809, 812))) == [(10, (803, 806)), (10, (809, 812))]
    assert row_of(*(cluster(day, day) for day in (805, 809, 812))) == [(5, (805, 805)), (10, (809, 812))]
    assert row_of(*(cluster(day, day) for day in (806, 809, 812))) == [(15, (806, 812))]
    assert row_of() == []


def test_what_a_cluster_takes_in_keeps_its_names() -> None:
    """The events it names are ordered by rank, and none of them is among those excluded."""
    crowd = cluster(803, 803)._replace(
        heads=(head("minor", "2021", importance=1),), excluded_ids=frozenset({"event-804"})
    )
    (card,) = cluster_row("milestone", [single(804), crowd], LEVEL, METRICS)
    assert (card.size, begin_days(card), card.width) == (6, (803, 804), METRICS.cluster_width)
    assert [event.id for event in card.heads] == ["event-804", "minor"]
    assert card.excluded_ids == {"other"}


def test_cards_stay_cards_beside_each_other() -> None:
    """Several of one cell, which were packed beside each other, do not become a cluster."""
    assert row_of(single(800, title=""), single(801, title=""), cluster(806, 806)) == [
        (1, (800, 800)), (1, (801, 801)), (5, (806, 806))
    ]  # fmt: skip


def test_a_span_is_filled_as_far_as_the_next_leaves_room() -> None:
    """An event that lasted beyond the beginning of the next cluster stands as a card no wider than there is room."""
    short, long = (
        cluster_row("milestone", [single(800, length), cluster(805, 806)], LEVEL, METRICS)[0] for length in (3, 9)
    )
    assert (short.is_span, short.last - short.first) == (True, 3)
    assert not long.is_span
    assert long.width == 80


@st.composite
def rows_of_items(draw: st.DrawFn) -> list[RowItem]:
    """Clusters or cards in some of a dozen cells, in any order."""
    items = []
    for cell in draw(st.sets(st.integers(200, 212))):
        first, length = draw(st.integers(0, 3)), draw(st.integers(0, 3))
        day = cell * 4 + first
        is_single = draw(st.booleans())
        items.append(single(day, length + 1) if is_single else cluster(day, min(day + length, cell * 4 + 3)))
    return draw(st.permutations(items))


@given(items=rows_of_items())
@many_examples
def test_a_row_has_all_its_events_where_they_begin_and_none_over_another(items: list[RowItem]) -> None:
    """Each item is in one card or cluster, which begins with the first of its items, and there is room between two."""
    row = cluster_row("milestone", items, LEVEL, METRICS)
    assert sum(card.size for card in row) == sum(item.size for item in items)
    days = [days_of_minutes(item.span.minutes) for item in items]
    spans = [begin_days(card) for card in row]
    for card, (first, last) in zip(row, spans, strict=True):
        within = [item for item, (begin, _end) in zip(items, days, strict=True) if first <= begin <= last]
        assert card.size == sum(item.size for item in within)
        assert last == max(end for begin, end in days if first <= begin <= last)
        assert first == min(begin for begin, _end in days if first <= begin <= last)
        assert card.first == first
        assert card.heads == tuple(sorted((each for item in within for each in item.heads), key=rank_key))
    for card, following in pairwise(row):
        right = span_width((card.last - card.first) * 40.0, card.width) if card.is_span else card.width
        assert card.first * 40.0 + right + METRICS.gap <= following.first * 40.0 + PIXEL


@given(items=rows_of_items(), first=st.integers(198, 206), cells=st.integers(4, 8))
@many_examples
def test_a_row_does_not_depend_on_what_is_far_away(items: list[RowItem], first: int, cells: int) -> None:
    """Two cells from where the items that are known begin and end, the row is what it is with all of them."""
    known = [item for item in items if first <= item.cell < first + cells]
    shown, all_shown = row_of(*known), row_of(*items)
    inner = range((first + 2) * 4, (first + cells - 2) * 4)
    assert [each for each in shown if each[1][0] in inner] == [each for each in all_shown if each[1][0] in inner]

"""A timeline on paper: whatever happened when, every event is there, whole and where it belongs."""

import math
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import day_number
from qtviewer.domain.dates.event_date import Precision
from qtviewer.timeline.poster import Poster, lay_out_poster
from qtviewer.timeline.poster_card import PlacedDate, PosterCard, PosterMetrics
from qtviewer.timeline.poster_ticks import poster_ticks

METRICS = PosterMetrics(width=1_000.0, gap=4.0, lane_padding=6.0, min_lane_height=40.0, hair_line=1.0)
LANES = ("metro", "bridges", "festival")
FIRST, LAST = float(day_number(2021)), float(day_number(2022, 3))
ROUNDING = 1e-6


def _label_width(text: str) -> float:
    return 8.0 * len(text)


@st.composite
def _cards(draw: st.DrawFn) -> list[PosterCard]:
    """Cards of dates that touch the poster's time, several of one date, some from before it or without an end."""
    days = st.integers(int(FIRST) - 40, int(LAST) + 40)
    dates = [sorted(draw(st.tuples(days, days))) for _ in range(draw(st.integers(1, 6)))]
    made = []
    for number in range(draw(st.integers(0, 20))):
        first, last = map(float, draw(st.sampled_from(dates)))
        precision = draw(st.sampled_from(Precision))
        if draw(st.integers(0, 9)) == 0:
            first, last = draw(st.sampled_from([(-math.inf, last), (first, math.inf)]))
        first, last = min(first, LAST - 1), max(last, FIRST + 1, min(first, LAST - 1) + 1)
        width, height = draw(st.floats(20, 300)), draw(st.floats(10, 60))
        lane = draw(st.sampled_from(LANES))
        made.append(PosterCard(f"event-{number}", lane, precision, first, last, width, height))
    return made


def _laid_out(cards: list[PosterCard]) -> Poster:
    return lay_out_poster(cards, LANES, (FIRST, LAST), METRICS)


def _dates(poster: Poster) -> Iterator[PlacedDate]:
    return (date for lane in poster.lanes for date in lane.dates)


@given(_cards())
def test_every_event_is_there_once(cards: list[PosterCard]) -> None:
    """As it was, in the lane of its category, between the edges of the poster."""
    poster = _laid_out(cards)
    assert Counter(placed.card for date in _dates(poster) for placed in date.cards) == Counter(cards)
    for lane in poster.lanes:
        assert {placed.card.category for date in lane.dates for placed in date.cards} <= {lane.category}
        for date in lane.dates:
            assert lane.top <= date.y
            assert date.y + date.height <= lane.top + lane.height + ROUNDING
            assert date.left >= 0
            assert date.end <= METRICS.width + ROUNDING
            assert all(placed.card.height <= date.height for placed in date.cards)


@given(_cards())
def test_nothing_covers_another(cards: list[PosterCard]) -> None:
    """There is the gap between the cards of two dates, bars and dotted lines too, and between those of one date."""
    poster = _laid_out(cards)
    for one, other in combinations(_dates(poster), 2):
        apart_x = max(one.left, other.left) - min(one.end, other.end)
        apart_y = max(one.y, other.y) - min(one.y + one.height, other.y + other.height)
        assert max(apart_x, apart_y) >= METRICS.gap - ROUNDING
    for date in _dates(poster):
        assert all(placed.right + METRICS.gap <= following.x + ROUNDING for placed, following in pairwise(date.cards))


@given(_cards())
def test_a_date_reaches_over_just_its_days(cards: list[PosterCard]) -> None:
    """Where it goes on beyond the poster's time, to the poster's edge, and that is told; a bar is never invisible."""
    poster = _laid_out(cards)
    for date in _dates(poster):
        for card in (placed.card for placed in date.cards):
            left, right = (poster.scale.x_at(min(max(time, FIRST), LAST)) for time in (card.first, card.last))
            assert (date.left, date.right) == (left, max(right, left + METRICS.hair_line))
            assert (date.has_begun, date.goes_on) == (card.first < FIRST, card.last > LAST)


@given(_cards())
def test_a_card_stands_within_its_date(cards: list[PosterCard]) -> None:
    """It begins where its date does, or after others of that date, before it ends; one that lasted is alone."""
    for date in _dates(_laid_out(cards)):
        assert len(date.cards) == 1 or not any(placed.card.is_span for placed in date.cards)
        for number, placed in enumerate(date.cards):
            if placed.card.is_span:
                fits = placed.card.width <= date.right - date.left
                assert placed.x == (date.left if fits else date.right)
            else:
                assert placed.x == date.left if number == 0 else placed.right <= date.right + ROUNDING


@given(_cards())
def test_lanes_follow_each_other(cards: list[PosterCard]) -> None:
    """From the top, without a hole, in the order of the categories, high enough for their names."""
    poster = _laid_out(cards)
    assert tuple(lane.category for lane in poster.lanes) == LANES
    tops = [lane.top for lane in poster.lanes] + [poster.height]
    for lane, following in zip(poster.lanes, tops[1:], strict=True):
        assert abs(lane.top + lane.height - following) < ROUNDING
        assert lane.height >= METRICS.min_lane_height


@given(_cards())
def test_time_never_runs_back(cards: list[PosterCard]) -> None:
    """Later times stand further to the right, however the room is shared out."""
    scale = _laid_out(cards).scale
    assert scale.times == tuple(sorted(set(scale.times)))
    assert all(left < right for left, right in pairwise(scale.positions))
    assert (scale.times[0], scale.times[-1]) == (FIRST, LAST)


@given(st.integers(-9999, 9998), st.integers(1, 3_000_000), st.sampled_from(["zh", "en"]))
def test_labels_of_the_axis_never_touch(year: int, days: int, lang: str) -> None:
    """Whether the poster shows a day or ten thousand years, it says at least where it begins or a year in it."""
    first = float(day_number(year))
    last = min(first + days, float(day_number(9999, 12, 31)))
    poster = lay_out_poster([], LANES, (first, last), METRICS)
    years, parts = poster_ticks(poster.scale, lang, _label_width, gap=10.0)
    assert years
    for row in (years, parts):
        for tick, following in pairwise(row):
            assert tick.x + _label_width(tick.label) + 10.0 <= following.x + ROUNDING


def test_round_years_are_those_people_count() -> None:
    """Of the years before our era, too: 500 BCE, not 501 BCE, and the year 1 between the eras."""
    poster = lay_out_poster([], LANES, (float(day_number(-699)), float(day_number(700))), METRICS)
    years, _parts = poster_ticks(poster.scale, "en", _label_width, gap=10.0)
    labels = [tick.label for tick in years]
    assert {"500 BCE", "1", "500"} <= set(labels)
    assert [label for label in labels if "01" in label] == []


def test_a_year_with_months_is_named_before_rounder_ones() -> None:
    """All but one event are in December 2009: the months beside it are not taken for those of 2007."""
    log = [
        PosterCard(f"log-{at}", "metro", Precision.DAY, t := float(day_number(2009, 12, 9)), t + 1, 50, 20)
        for at in range(9)
    ]
    early = PosterCard("early", "metro", Precision.DAY, t := float(day_number(1963, 11, 22)), t + 1, 50, 20)
    poster = lay_out_poster([early, *log], LANES, (early.first, log[0].last), METRICS)
    years, months = poster_ticks(poster.scale, "en", _label_width, gap=10.0)
    assert months
    assert "2009" in [tick.label for tick in years]
    assert years[-1].label == "2009"


def test_crowded_months_are_wider() -> None:
    """Ten events in June 2021 and one in July: June gets more room."""
    days = [*(day_number(2021, 6, day) for day in range(1, 11)), day_number(2021, 7, 1)]
    scale = _laid_out(
        [PosterCard(f"day-{day}", "metro", Precision.DAY, float(day), day + 1.0, 50, 20) for day in days]
    ).scale
    widths = [scale.x_at(day_number(2021, month + 1)) - scale.x_at(day_number(2021, month)) for month in (6, 7, 8)]
    assert widths[0] > widths[1] > widths[2] > 0


@given(_cards(), st.floats(0, 1))
def test_the_time_of_a_place_is_the_one_that_stands_there(cards: list[PosterCard], share: float) -> None:
    """However unevenly the width is shared out."""
    scale = _laid_out(cards).scale
    time = scale.times[0] + share * (scale.times[-1] - scale.times[0])
    assert math.isclose(scale.time_at(scale.x_at(time)), time, abs_tol=1e-3)
    assert (scale.time_at(-5), scale.time_at(METRICS.width + 5)) == (scale.times[0], scale.times[-1])

"""A timeline on paper: whatever happened when, every event is there, whole, and none covers another."""

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import day_number
from qtviewer.timeline.poster import Poster, PosterCard, PosterMetrics, lay_out_poster
from qtviewer.timeline.poster_ticks import poster_ticks

METRICS = PosterMetrics(width=1_000.0, gap=4.0, lane_padding=6.0, min_lane_height=40.0)
LANES = ("metro", "bridges", "festival")
FIRST, LAST = float(day_number(2021)), float(day_number(2022, 3))


def _label_width(text: str) -> float:
    return 8.0 * len(text)


@st.composite
def _cards(draw: st.DrawFn) -> list[PosterCard]:
    made = []
    for number in range(draw(st.integers(0, 20))):
        first = draw(st.integers(int(FIRST), int(LAST) - 1))
        last = draw(st.integers(first + 1, int(LAST)))
        width, height = draw(st.floats(20, 300)), draw(st.floats(10, 60))
        lane, spans = draw(st.sampled_from(LANES)), draw(st.booleans())
        made.append(PosterCard(f"event-{number}", lane, float(first), float(last), width, height, spans))
    return made


def _laid_out(cards: list[PosterCard]) -> Poster:
    return lay_out_poster(cards, LANES, (FIRST, LAST), METRICS)


@given(_cards())
def test_every_event_is_there_once(cards: list[PosterCard]) -> None:
    """As it was, in the lane of its category, between the edges of the poster."""
    poster = _laid_out(cards)
    assert sorted(placed.card for placed in poster.cards) == sorted(cards)
    lanes = {lane.category: lane for lane in poster.lanes}
    for placed in poster.cards:
        lane = lanes[placed.card.category]
        assert lane.top <= placed.y
        assert placed.bottom <= lane.top + lane.height + 1e-6
        assert placed.x >= 0
        assert placed.right <= METRICS.width + 1e-6
        assert placed.width >= placed.card.width - 1e-6


@given(_cards())
def test_no_card_covers_another(cards: list[PosterCard]) -> None:
    """There is the gap between any two, beside or below each other."""
    for one, other in combinations(_laid_out(cards).cards, 2):
        apart_x = max(one.x, other.x) - min(one.right, other.right)
        apart_y = max(one.y, other.y) - min(one.bottom, other.bottom)
        assert max(apart_x, apart_y) >= METRICS.gap - 1e-6


@given(_cards())
def test_a_card_stands_at_its_time(cards: list[PosterCard]) -> None:
    """It begins in the time its date can mean, and lasts as long as that when it lasted."""
    poster = _laid_out(cards)
    for placed in poster.cards:
        left, right = poster.scale.x_at(placed.card.first), poster.scale.x_at(placed.card.last)
        assert placed.x >= min(left, METRICS.width - placed.width) - 1e-6
        assert placed.x <= max(left, right - placed.width) + 1e-6
        if placed.card.is_span:
            assert placed.right >= min(right, METRICS.width) - 1e-6


@given(_cards())
def test_lanes_follow_each_other(cards: list[PosterCard]) -> None:
    """From the top, without a hole, in the order of the categories; empty ones are left out."""
    poster = _laid_out(cards)
    used = {card.category for card in cards}
    assert [lane.category for lane in poster.lanes] == [lane for lane in LANES if lane in used]
    tops = [lane.top for lane in poster.lanes] + [poster.height]
    for lane, following in zip(poster.lanes, tops[1:], strict=True):
        assert abs(lane.top + lane.height - following) < 1e-6


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
            assert tick.x + _label_width(tick.label) + 10.0 <= following.x + 1e-6


def test_crowded_months_are_wider() -> None:
    """Ten events in June 2021 and one in July: June gets more room."""
    june = [
        PosterCard(f"june-{day}", "metro", t := float(day_number(2021, 6, day)), t + 1, 50, 20) for day in range(1, 11)
    ]
    july = PosterCard("july", "metro", t := float(day_number(2021, 7, 1)), t + 1, 50, 20)
    scale = _laid_out([*june, july]).scale
    widths = [scale.x_at(day_number(2021, month + 1)) - scale.x_at(day_number(2021, month)) for month in (6, 7, 8)]
    assert widths[0] > widths[1] > widths[2] > 0

"""In any view of any events everything is seen or counted, once, and stands where it belongs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.source import EventHead
from qtviewer.timeline.layout import Layout
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.settling_layout import SettlingLayout
from tests.timeline.judge import check_lane
from tests.timeline.samples import CATEGORIES, room_of, settling_layout_of
from tests.timeline.strategies import DatedSituation, dated_situations

many_examples = settings(max_examples=60, deadline=None)
heights = st.floats(1, 1500)


def check_view(settling: SettlingLayout, layout: Layout, scale: TimeScale, heads: list[EventHead]) -> None:
    """Assert that each lane of a layout adds up in a view."""
    sums = settling.lane_sums(scale, CATEGORIES, layout)
    assert list(sums) == [lane.category for lane in layout.lanes]
    for lane in layout.lanes:
        check_lane(layout, lane, sums[lane.category], scale, heads)


@given(situation=dated_situations(), height=heights)
@many_examples
def test_a_settled_view_shows_or_counts_everything_once(situation: DatedSituation, height: float) -> None:
    """Cards, clusters and chips of each lane are all events that touch the view; open ends touch none of the future."""
    heads, scale, today = situation
    settling = settling_layout_of(heads, today)
    check_view(settling, settling.layout(scale, room_of(height)), scale, heads)


@given(data=st.data(), situation=dated_situations(), height=heights)
@many_examples
def test_a_moved_view_shows_or_counts_everything_once(
    data: st.DataObject, situation: DatedSituation, height: float
) -> None:
    """So it is when the view was moved and has settled again."""
    heads, scale, today = situation
    settling = settling_layout_of(heads, today)
    settling.settle(scale, room_of(height))
    for _ in range(data.draw(st.integers(1, 3))):
        scale = scale.zoomed(data.draw(st.floats(0.2, 5)), data.draw(st.floats(0, scale.width)))
        scale = scale.panned(data.draw(st.floats(-1000, 1000)))
        settling.layout(scale, room_of(height))
    settling.settle(scale, room_of(height))
    check_view(settling, settling.layout(scale, room_of(height)), scale, heads)

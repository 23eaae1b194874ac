"""Today has a line where it is in view, and its name where nothing is in the way."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import day_number
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.ticks import axis_at
from qtviewer.timeline.today_mark import TodayMark, today_mark
from tests.timeline.samples import measure_text
from tests.timeline.strategies import scales

NAME = "Today"


def mark_in(scale: TimeScale, today: int) -> TodayMark | None:
    """The mark of a day on the English axis of a view."""
    return today_mark(axis_at(scale, "en", measure_text), scale, today, measure_text(NAME), measure_text)


@given(scale=scales(), share=st.floats(-0.2, 1.2))
@settings(max_examples=200, deadline=None)
def test_today_is_marked_where_it_is_in_view(scale: TimeScale, share: float) -> None:
    """From its beginning to its end, and its name is whole, on no label and on no line of the upper row."""
    today = int(scale.left + share * scale.days)
    mark = mark_in(scale, today)
    assert (mark is not None) == (scale.x_at(today + 1) > 0 and scale.x_at(today) < scale.width)
    if mark is None:
        return
    assert (mark.left, mark.right) == (scale.x_at(today), scale.x_at(today + 1))
    if mark.name is None:
        return
    start, end = mark.name.x, mark.name.x + measure_text(NAME)
    assert 0 <= start < end <= scale.width
    assert start >= mark.left or end <= mark.left
    axis = axis_at(scale, "en", measure_text)
    for tick in axis[mark.name.row]:
        assert not start <= tick.x <= end
        if tick.label:
            assert end < tick.label_x or start > tick.label_x + measure_text(tick.label)
    assert not any(start <= tick.x <= end for tick in axis.major)


def test_the_name_goes_to_the_other_side_of_its_line_or_away() -> None:
    """Where a label begins with the day, or the view ends, it stands to the left; between close ticks nowhere."""
    scale = TimeScale.spanning(day_number(2030, 10), day_number(2031, 4), 1200.0)
    places = []
    for day in (day_number(2031), day_number(2030, 12, 27), day_number(2030, 11, 15), day_number(2031, 3, 31)):
        mark = mark_in(scale, day)
        assert mark is not None
        places.append(mark.name and (mark.name.x > mark.left, mark.name.row))
    assert places == [(False, 0), None, None, (False, 0)]

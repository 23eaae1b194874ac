"""What holds of the axis of every viewport, from one hour to the whole calendar, on any width, in both languages."""

from collections.abc import Callable
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_YEAR, MIN_YEAR, day_number
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.ticks import LABEL_GAP, Axis, axis_at
from tests.timeline.samples import PIXEL, measure_text
from tests.timeline.strategies import scales

languages = st.sampled_from(["zh", "en"])
text_sizes = st.sampled_from([0.8, 1.0, 1.6])
every_axis = settings(max_examples=150, deadline=None)


def measurer(text_size: float) -> Callable[[str], float]:
    """Labels measured in another size of text."""
    return lambda text: text_size * measure_text(text)


def label_boxes(axis: Axis, measure: Callable[[str], float]) -> list[list[tuple[float, float]]]:
    """Left and right end of each label that is shown, row by row."""
    return [
        [(tick.label_x, tick.label_x + measure(tick.label)) for tick in row if tick.label]
        for row in (axis.major, axis.minor)
    ]


@given(scale=scales(), lang=languages, text_size=text_sizes)
@every_axis
def test_labels_never_touch(scale: TimeScale, lang: str, text_size: float) -> None:
    """Between two labels of a row there is always the gap."""
    measure = measurer(text_size)
    for row in label_boxes(axis_at(scale, lang, measure), measure):
        assert all(left[1] + LABEL_GAP <= right[0] + PIXEL for left, right in pairwise(row))


@given(scale=scales(), lang=languages, text_size=text_sizes)
@every_axis
def test_labels_are_whole(scale: TimeScale, lang: str, text_size: float) -> None:
    """No label is cut by an edge of the view."""
    measure = measurer(text_size)
    for row in label_boxes(axis_at(scale, lang, measure), measure):
        assert all(left >= 0 and right <= scale.width for left, right in row)


@given(scale=scales(), lang=languages)
@every_axis
def test_ticks_are_in_order(scale: TimeScale, lang: str) -> None:
    """Ticks go from left to right, none twice; only the coarse row has one before the view, for its label."""
    axis = axis_at(scale, lang, measure_text)
    for row in (axis.major, axis.minor):
        assert all(left.x < right.x for left, right in pairwise(row))
        assert all(tick.x <= scale.width + PIXEL for tick in row)
    assert all(tick.x >= 0 for tick in (*axis.major[1:], *axis.minor))


@given(scale=scales(), lang=languages)
@every_axis
def test_there_is_always_a_label(scale: TimeScale, lang: str) -> None:
    """On a view at least 300 pixels wide something says what time it is."""
    assume(scale.width >= 330)
    axis = axis_at(scale, lang, measure_text)
    assert any(tick.label for tick in (*axis.major, *axis.minor))


@given(scale=scales(), lang=languages)
@every_axis
def test_every_tick_with_room_is_named(scale: TimeScale, lang: str) -> None:
    """Steps are as long as their labels: only an edge of the view, or the label that stays there, hides one.

    In fewer pixels even the longest step, of 5,000 years, may be too short while the whole calendar is in view.
    """
    assume(scale.width >= 380)
    axis = axis_at(scale, lang, measure_text)
    for row, widest in ((axis.major[1:], 310), (axis.minor, 100)):
        assert all(tick.label for tick in row if tick.x < scale.width - widest - LABEL_GAP)


@given(scale=scales(), lang=languages)
@every_axis
def test_labels_begin_beside_their_tick(scale: TimeScale, lang: str) -> None:
    """A label stands right of its tick, and of no later one's label: only the leftmost may be away from its tick."""
    axis = axis_at(scale, lang, measure_text)
    for tick in (*axis.major, *axis.minor):
        if tick.label and tick.x >= 0:
            assert 0 < tick.label_x - tick.x < LABEL_GAP


@given(scale=scales(), lang=languages)
@every_axis
def test_no_label_speaks_of_a_year_0(scale: TimeScale, lang: str) -> None:
    """The year before 1 is 1 BCE."""
    axis = axis_at(scale, lang, measure_text)
    names = [tick.label for tick in axis.major or axis.minor if tick.label]
    assert not any(name.startswith(("0", "-", "公元前0")) or " 0" in name for name in names if ":" not in name)


@given(scale=scales(), lang=languages)
@every_axis
def test_work_depends_on_pixels(scale: TimeScale, lang: str) -> None:
    """No view makes the axis measure more labels than it has pixels."""
    measured: list[str] = []

    def counting(text: str) -> float:
        measured.append(text)
        return measure_text(text)

    axis_at(scale, lang, counting)
    assert len(measured) <= scale.width


@given(year=st.integers(MIN_YEAR + 1, MAX_YEAR - 3) | st.integers(-5, 5), days=st.floats(280, 350))
@every_axis
def test_months_stand_under_the_year_they_belong_to(year: int, days: float) -> None:
    """A view that lies in one year names that year at its left edge, in either era."""
    scale = TimeScale.spanning(day_number(year, 1, 10), day_number(year, 1, 10) + days, 1000)
    named = [tick for tick in axis_at(scale, "en", measure_text).major if tick.label]
    assert [tick.label for tick in named] == [str(year) if year > 0 else f"{1 - year} BCE"]

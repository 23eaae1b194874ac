"""Posters of any events, as painted: what is filled lasted as long, each event is there once, and none is uncounted."""

import math
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY, day_number
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead
from qtviewer.exchange.export_job import ExportJob
from qtviewer.printing import poster_content as content_module
from qtviewer.printing.poster_content import PosterContent, poster_content
from qtviewer.printing.poster_painter import PosterPainter
from qtviewer.printing.poster_text import PosterFonts
from qtviewer.timeline.poster_card import PlacedDate
from qtviewer.ui.look.theme import FONT_FAMILIES, LIGHT
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store
from tests.timeline.samples import source_of
from tests.timeline.strategies import head_lists, todays

pytestmark = pytest.mark.usefixtures("qapp")
UNITS_PER_PIXEL = 2.5
HAIR_LINE = 2.0
ROUNDING = 1e-6


@st.composite
def _jobs(draw: st.DrawFn) -> ExportJob:
    """An export of some events, of all of them or of those of a range of days, in either language, on any day."""
    heads = draw(head_lists(most=12))[:40]
    query = EventQuery(today=draw(todays(heads)))
    has_range: bool = draw(st.booleans())
    if heads and has_range:
        around = draw(st.sampled_from(heads)).date
        middle = draw(st.sampled_from([around.first_day, around.last_day]))
        margin = st.integers(0, 400) | st.integers(0, 5)
        first, last = max(middle - draw(margin), MIN_DAY), min(middle + draw(margin), MAX_DAY)
        query = query._replace(first_day=first, last_day=last)
    source = source_of(heads)
    created = datetime(draw(st.sampled_from([1900, 2022, 2026])), 3, 14, tzinfo=UTC)
    width = draw(st.integers(800, 4_800))
    return ExportJob(source, query, draw(st.sampled_from(["zh", "en"])), source.count(query), created, width=width)


def _painter(job: ExportJob, content: PosterContent) -> PosterPainter:
    fonts = PosterFonts(FONT_FAMILIES, FONT_FAMILIES, job.lang)
    return PosterPainter(job, content, fonts, (job.width or 0) * UNITS_PER_PIXEL)


def _dates(poster: PosterPainter) -> Iterator[PlacedDate]:
    return (date for lane in poster.layout.lanes for date in lane.dates)


def _days(head: EventHead) -> tuple[float, float]:
    """The time that an event lasted, or that its date can mean; what is going on has lasted until the job's today."""
    return head.date.first_day if head.date.start else -math.inf, head.last_day + 1


@settings(deadline=None, max_examples=60)
@given(_jobs())
def test_every_event_stands_once_over_just_its_days(job: ExportJob) -> None:
    """What began before the poster's time, or goes on after it, is cut there and marked."""
    poster = _painter(job, poster_content(job))
    scale, heads = poster.layout.scale, {head.id: head for head in job.source.heads(job.query, job.lang)}
    shown = Counter(placed.card.id for date in _dates(poster) for placed in date.cards)
    assert shown == Counter(heads.keys())
    for date in _dates(poster):
        for placed in date.cards:
            head = heads[placed.card.id]
            first, last = _days(head)
            left, right = (scale.x_at(min(max(time, scale.times[0]), scale.times[-1])) for time in (first, last))
            assert (date.left, date.right) == (left, max(right, left + HAIR_LINE))
            assert date.has_begun == (first < scale.times[0])
            assert date.goes_on == (head.date.ongoing or last > scale.times[-1])
            assert date.left <= placed.x <= max(date.right, date.left)


@settings(deadline=None, max_examples=60)
@given(_jobs())
def test_the_poster_shows_the_time_asked_for(job: ExportJob) -> None:
    """All of it that a matching event touches and no other, whatever begins before or ends after it."""
    poster = _painter(job, poster_content(job))
    first, last = poster.layout.scale.times[0], poster.layout.scale.times[-1]
    query = job.query
    assert query.first_day is None or first >= query.first_day
    assert query.last_day is None or last <= query.last_day + 1
    for head in job.source.heads(job.query, job.lang):
        for day in head.date.known_days:
            is_asked_for = (query.first_day is None or day >= query.first_day) and (
                query.last_day is None or day <= query.last_day
            )
            assert not is_asked_for or first <= day < last


@settings(deadline=None, max_examples=60)
@given(_jobs(), st.integers(1, 8))
def test_what_has_no_card_is_counted_in_sight(job: ExportJob, most: int) -> None:
    """Every lane says how many of its matching events stand on the poster; one without any room is there, too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(content_module, "MAX_CARDS", most)
        patch.setattr(content_module, "_BATCH_SIZE", most)
        content = poster_content(job)
    poster = _painter(job, content)
    totals = job.source.count_by(job.query, "category")
    assert {lane.category for lane in poster.layout.lanes} == set(content.counts) == set(totals)
    for lane in poster.layout.lanes:
        shown, total = sum(len(date.cards) for date in lane.dates), totals[lane.category]
        numbers = [int(word) for word in content.counts[lane.category].split() if word.isdigit()]
        assert sorted(numbers) == sorted({total} if shown == total else [shown, total])


@settings(deadline=None, max_examples=25)
@given(_jobs())
def test_what_is_filled_lasted_as_long(job: ExportJob) -> None:
    """On the picture, to the pixel: from where an event begins to where it ends, and nothing else is filled."""
    poster = _painter(job, poster_content(job))
    image = QImage(job.width or 0, math.ceil(poster.height / UNITS_PER_PIXEL), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(1 / UNITS_PER_PIXEL)
    painter = QPainter(image)
    poster.paint(painter)
    painter.end()
    color = LIGHT.category_color(next(iter(job.source.vocabulary.categories.values())))
    tint = LIGHT.tinted(color).rgb()
    for date in _dates(poster):
        y = round((poster.lanes_corner.y() + date.y + 6) / UNITS_PER_PIXEL)
        left, right = ((poster.lanes_corner.x() + x) / UNITS_PER_PIXEL for x in (date.left, date.end))
        filled = [x for x in range(math.floor(left), math.ceil(right)) if image.pixel(x, y) == tint]
        bar_end = (poster.lanes_corner.x() + date.right) / UNITS_PER_PIXEL
        if date.cards[0].card.precision is not Precision.INTERVAL:
            assert filled == []
        elif bar_end - left > 8:
            assert left - 1 <= filled[0] <= left + 6  # after the edge in the colour of the category
            assert bar_end - 4 <= filled[-1] <= bar_end + 1
        else:
            assert all(x <= bar_end + 1 for x in filled)


@pytest.mark.parametrize("last_day", [None, day_number(2030, 1, 5)])
def test_what_still_goes_on_long_after_its_beginning_has_a_poster(last_day: int | None) -> None:
    """Of a time in which nothing begins, from its first day to its last, or to today."""
    events = tuple(sample_event(f"event-{number}", "2019/..", "事") for number in range(3))
    query = EventQuery(first_day=day_number(2030), last_day=last_day, today=day_number(2030, 2, 1))
    with temporary_store(SAMPLE._replace(events=events)) as source:
        job = ExportJob(source, query, "zh", source.count(query), datetime(2030, 2, 1, tzinfo=UTC), width=800)
        scale = _painter(job, poster_content(job)).layout.scale
    assert job.total == 3
    end = day_number(2030, 2, 2) if last_day is None else last_day + 1
    assert scale.x_at(day_number(2030)) == 0.0
    assert scale.x_at(day_number(2030) + 2) < scale.x_at(end) == pytest.approx(scale.positions[-1])

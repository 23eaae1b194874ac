"""Histograms tell how many events begin around a time, and none is lost between their buckets."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventHead
from qtviewer.timeline.density_curve import BucketCount
from qtviewer.timeline.density_histogram import bucket_level, density_histogram, merge_categories
from tests.domain.dates.strategies import day_numbers
from tests.timeline.samples import CATEGORIES, head, source_of
from tests.timeline.strategies import head_lists

many_examples = settings(max_examples=60, deadline=None)
stretches = st.tuples(day_numbers, day_numbers).map(lambda days: (min(days), max(days)))


@given(heads=head_lists(), days=stretches, most=st.integers(30, 2000), least=st.integers(1, 5))
@many_examples
def test_counts_add_up_to_what_begins(heads: list[EventHead], days: tuple[int, int], most: int, least: int) -> None:
    """Category by category, for any days and any query, in the order of their times."""
    query = EventQuery(categories=frozenset(CATEGORIES[:2]), min_importance=least)
    histogram = density_histogram(source_of(heads), query, days, most)
    for category in (*CATEGORIES, "switched-off"):
        begun = [each for each in heads if each.category == category and days[0] <= each.date.first_day <= days[1]]
        expected = len([each for each in begun if each.importance >= least]) if category in CATEGORIES[:2] else 0
        counts = histogram.get(category, [])
        assert sum(count.size for count in counts) == expected
        assert [count.time for count in counts] == sorted({count.time for count in counts})


@given(heads=head_lists(), most=st.integers(30, 2000))
@many_examples
def test_all_of_time_adds_up_to_all_events(heads: list[EventHead], most: int) -> None:
    """Over the whole calendar every event is in one bucket."""
    histogram = density_histogram(source_of(heads), EventQuery(), (MIN_DAY, MAX_DAY), most)
    assert sum(count.size for counts in histogram.values() for count in counts) == len(heads)


@given(days=stretches, most=st.integers(30, 2000))
@many_examples
def test_there_are_no_more_buckets_than_asked_for(days: tuple[int, int], most: int) -> None:
    """But for those that the ends of the stretch cut; and with a finer level there would be more."""
    level = bucket_level(days, most)
    assert 0 <= level <= 9
    assert (days[1] >> 2 * level) - (days[0] >> 2 * level) + 1 <= most + 2
    assert level == 0 or (days[1] - days[0] + 1) / 4 ** (level - 1) > most


def test_a_count_stands_in_the_middle_of_its_bucket() -> None:
    """Half a day after the beginning of a day, where buckets are days."""
    event = head("opens", "2021-06-28")
    day = event.date.first_day
    assert density_histogram(source_of([event]), EventQuery(), (day - 9, day + 9), 30) == {
        "milestone": [(day + 0.5, 1)]
    }


def test_counts_of_all_categories_are_merged() -> None:
    """Those at the same time are one, as large as all of them; nothing else changes."""
    histogram = {"a": [BucketCount(1.0, 2), BucketCount(5.0, 1)], "b": [BucketCount(5.0, 4)]}
    assert sorted(merge_categories(histogram)) == [BucketCount(1.0, 2), BucketCount(5.0, 5)]
    assert merge_categories({}) == []

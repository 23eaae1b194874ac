"""A query in words, in both languages, and its parts as chips."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.dates.event_date import Precision
from qtviewer.domain.event import Chronicle, Status
from qtviewer.domain.event_query import EventQuery, is_filtered
from qtviewer.domain.query.facet_labels import facet_title
from qtviewer.domain.query.query_labels import (
    day_range_label,
    event_count_label,
    filter_chips,
    filter_labels,
    query_label,
)
from qtviewer.domain.source import Vocabulary
from qtviewer.store.reader import StoreReader
from tests.store.samples import SAMPLE
from tests.store.strategies import chronicles, queries


def vocabulary_of(chronicle: Chronicle) -> Vocabulary:
    """What a chronicle declares, as a store hands it over."""
    return Vocabulary(
        chronicle.titles, chronicle.subtitles, tuple(chronicle.titles), {c.id: c for c in chronicle.categories},
        chronicle.collections, chronicle.sources, chronicle.threads, {tag.id: tag for tag in chronicle.tags},
    )  # fmt: skip


WORDS = vocabulary_of(SAMPLE)
SUMMER = EventQuery(
    categories=frozenset({"milestone"}),
    first_day=parse_edtf("2021-06").first_day,
    last_day=parse_edtf("2021-09").last_day,
)


@pytest.mark.parametrize(
    ("query", "total", "zh", "en"),
    [
        (
            SUMMER._replace(search="地铁"), 7,
            "里程碑 · 2021年6月—9月 · 含“地铁”· 7 条",
            "Milestones · June to September 2021 · containing “地铁” · 7 events",
        ),
        (EventQuery(), 1, "1 条", "1 event"),
        (EventQuery(), 1234567, "1,234,567 条", "1,234,567 events"),
        (EventQuery(search=" "), 0, "0 条", "0 events"),
        (
            EventQuery(categories=frozenset({"history", "festival"}), min_importance=4), 2,
            "除里程碑外 · 重要性4级以上 · 2 条", "all but Milestones · importance 4 and up · 2 events",
        ),
        (EventQuery(categories=frozenset()), 0, "无分类 · 0 条", "no category · 0 events"),
        (
            EventQuery(places=frozenset({"xiasha"}), organisations=frozenset({"metro-company", "not-there"})), 3,
            "下沙街道 · not-there、杭州地铁 · 3 条", "Xiasha Subdistrict · Hangzhou Metro or not-there · 3 events",
        ),
        (
            EventQuery(people=frozenset({"li-ming"}), topics=frozenset({"education"}), threads=frozenset({"metro"})), 0,
            "李明 · 教育 · 地铁 · 0 条", "Li Ming · Education · Metro · 0 events",
        ),
        (
            EventQuery(statuses=frozenset({Status.PLANNED, Status.ONGOING}), precisions=frozenset({Precision.DAY})), 2,
            "进行中、计划中 · 日期确切到日 · 2 条", "going on or planned · known to the day · 2 events",
        ),
        (
            EventQuery(tags=frozenset({"a", "b", "c", "d"}), collections=frozenset({"this-year"})), 0,
            "a、b等4项 · 这一年 · 0 条", "a, b, and 2 more · This Year · 0 events",
        ),
        (EventQuery(search="长" * 99), 0, f"含“{'长' * 23}…”· 0 条", f"containing “{'长' * 23}…” · 0 events"),
        (EventQuery(search=" a\n b "), 0, "含“a b”· 0 条", "containing “a b” · 0 events"),
    ],
)  # fmt: skip
def test_a_query_in_words(query: EventQuery, total: int, zh: str, en: str) -> None:
    """What is filtered, as people say it, and how many events that leaves."""
    assert query_label(query, WORDS, "zh", total) == zh
    assert query_label(query, WORDS, "en", total) == en


@pytest.mark.parametrize(
    ("date", "zh", "en"),
    [
        ("2021", "2021年", "2021"),
        ("2021-06", "2021年6月", "June 2021"),
        ("2021-06-28", "2021年6月28日", "28 June 2021"),
        ("2020/2021", "2020年—2021年", "2020 to 2021"),
        ("2021-06/2021-12", "2021年6月—12月", "June to December 2021"),
        ("2021-01/2021-09", "2021年1月—9月", "January to September 2021"),
        ("2020-06/2021-12", "2020年6月—2021年12月", "June 2020 to December 2021"),
        ("2021-06-28/2021-06-30", "2021年6月28日—30日", "28 to 30 June 2021"),
        ("2021-06-01/2021-09-29", "2021年6月1日—9月29日", "1 June to 29 September 2021"),
        ("2021/..", "2021年起", "from 2021"),
        ("2021-06-28/..", "2021年6月28日起", "from 28 June 2021"),
        ("../2021-06", "截至2021年6月", "until June 2021"),
        ("-0043/..", "公元前44年起", "from 44 BCE"),
    ],
)
def test_a_stretch_of_days_in_words(date: str, zh: str, en: str) -> None:
    """Whole years and months are called by their names; an end may be open."""
    days = parse_edtf(date).first_day, parse_edtf(date).last_day
    assert day_range_label(days, "zh") == zh
    assert day_range_label(days, "en") == en


def test_a_stretch_that_ends_before_it_begins_is_said_as_it_was_asked() -> None:
    """Nothing matches it, and the words show why."""
    days = parse_edtf("2021-09").first_day, parse_edtf("2021-06").last_day
    assert day_range_label(days, "zh") == "2021年9月起，截至2021年6月"
    assert day_range_label((MIN_DAY, MAX_DAY), "en") == ""


@given(data=st.data(), chronicle=chronicles(most_events=1))
@settings(deadline=None, max_examples=60)
def test_each_condition_can_be_taken_away(data: st.DataObject, chronicle: Chronicle) -> None:
    """Conditions and chips are there just when a query filters; taken away one by one, they leave no filter."""
    vocabulary, query = vocabulary_of(chronicle), data.draw(queries(chronicle))
    for lang in ("zh", "en"):
        conditions, chips = filter_labels(query, vocabulary, lang), filter_chips(query, vocabulary, lang)
        assert bool(conditions) == bool(chips) == is_filtered(query)
        assert all(part.text and part.query_without != query for part in (*conditions, *chips))
        words = query_label(query, vocabulary, lang, 0)
        assert words.endswith(event_count_label(0, lang))
        for _ in range(40):
            if chips := filter_chips(query, vocabulary, lang):
                query = chips[0].query_without
        assert not is_filtered(query)


def test_few_values_have_a_chip_each_and_many_one_together() -> None:
    """What can be clicked one by one can be taken back one by one; twenty chips would hide the rest."""
    two = EventQuery(tags=frozenset({"xiasha", "li-ming"}), search="地铁")
    chips = filter_chips(two, WORDS, "en")
    assert [chip.text for chip in chips] == ["Li Ming", "Xiasha Subdistrict", "containing “地铁”"]
    assert chips[0].query_without == two._replace(tags=frozenset({"xiasha"}))
    assert chips[2].query_without == two._replace(search="")
    many = EventQuery(tags=frozenset(map(str, range(20))))
    [chip] = filter_chips(many, WORDS, "en")
    assert chip.query_without == EventQuery()


def test_every_facet_has_a_title_in_both_languages(shipped: StoreReader) -> None:
    """And its values have names, none of them an id."""
    for facet, by_value in shipped.facets(EventQuery()).items():
        assert facet_title(facet, "zh") != facet_title(facet, "en")
        assert by_value or facet == "month"

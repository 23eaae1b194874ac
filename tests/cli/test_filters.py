"""Filters on the command line mean the events that they name, in any spelling the store knows."""

from pathlib import Path

import pytest

from qtviewer.domain.dates.edtf import parse_edtf
from qtviewer.domain.event_query import EventQuery
from tests.commands import failure, in_process
from tests.store.memory_source import MemorySource
from tests.store.samples import SAMPLE

ALL = 7


def _count(capsys: pytest.CaptureFixture[str], store: Path, *words: str) -> int:
    outcome = in_process(capsys, "count", "--store", store, *words)
    assert (outcome.status, outcome.errors) == (0, "")
    return int(outcome.output)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ALL),
        ("--category festival", 2),
        ("--category 节庆", 2),
        ("--category Festivals", 2),
        ("--category festival --category 历史", 3),
        ("--collection 这一年", ALL),
        ("--thread metro", 2),
        ("--thread 地铁", 2),
        ("--tag xiasha", 2),
        ("--tag 下沙街道", 2),
        ("--tag 下沙", 2),
        ("--tag 李明 --tag Education", 2),
        ("--place 下沙", 2),
        ("--place 下沙 --tag 杭州地铁", 1),
        ("--person li-ming", 1),
        ("--person 李明", 1),
        ("--organisation 杭州地铁", 2),
        ("--organisation metro-company --place 下沙", 1),
        ("--topic Education", 1),
        ("--topic 教育 --person 李明", 0),
        ("--precision day", 1),
        ("--precision within --precision interval", 3),
        ("--status planned --status ongoing", 2),
        ("--min-importance 4", 2),
        ("--search 地铁8号线", 2),
        ("--search SUMMARY", ALL),
        ("--search 地铁 --category festival", 0),
    ],
)
def test_each_filter_by_id_name_or_alias(
    capsys: pytest.CaptureFixture[str], sample_store: Path, words: str, expected: int
) -> None:
    """Ids, Chinese and English names and aliases mean the same; repeated filters add up, different ones narrow."""
    assert _count(capsys, sample_store, *words.split()) == expected


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("--from 2021年6月28日", "2021-06-28", None),
        ("--from 二〇二一年六月", "2021-06-01", None),
        ("--from 2021", "2021-01-01", None),
        ("--to 2016年", None, "2016-12-31"),
        ("--to 2021/6/27", None, "2021-06-27"),
        ("--from 2021-06-28 --to 2021-06-28", "2021-06-28", "2021-06-28"),
        ("--from 2021年12月 --to 2022年春节", "2021-12-01", "2022-02-01"),
        ("--to 公元前1年", None, "0000-12-31"),
    ],
)
def test_dates_in_every_form_people_type(
    capsys: pytest.CaptureFixture[str], sample_store: Path, words: str, first: str | None, last: str | None
) -> None:
    """--from means the first day of its date, --to the last one, and an event matches when it touches them."""
    outcome = in_process(capsys, "count", "--store", sample_store, *words.split())
    query = EventQuery(
        first_day=parse_edtf(first).first_day if first else None, last_day=parse_edtf(last).last_day if last else None
    )
    assert int(outcome.output) == MemorySource(SAMPLE).count(query)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--category milestne", "category 'milestne' is not in the store; nearest: milestone"),
        ("--category 节日", "category '节日' is not in the store; nearest: 节庆"),
        ("--collection that-year", "collection 'that-year' is not in the store; nearest: this-year"),
        ("--thread metros", "thread 'metros' is not in the store; nearest: metro"),
        ("--tag 下沙街", "tag '下沙街' is not in the store; nearest: 下沙街道"),
        ("--place 杭州地铁", "place '杭州地铁' is not in the store; nearest: "),
        ("--person 李明明", "person '李明明' is not in the store; nearest: 李明"),
        ("--person 教育", "person '教育' is not in the store; nearest: "),
        ("--organisation metro-compny", "organisation 'metro-compny' is not in the store; nearest: metro-company"),
        ("--topic educ", "topic 'educ' is not in the store; nearest: education"),
        ("--precision weeks", "precision 'weeks' is not in the store; nearest: "),
        ("--status plan", "status 'plan' is not in the store; nearest: planned"),
        ("--category festival --category xyz", "category 'xyz' is not in the store; nearest: "),
        ("--from yesterday", "--from: 'yesterday' is not a date: expected a date such as "),
        ("--to 2021-02-30", "--to: '2021-02-30' is not a date: day 30 is not in month 2 of the year 2021"),
        ("--to -44", "--to: '-44' is not a date: "),
        ("--from 03/04/2021", "--from: '03/04/2021' is not a date: day and month could stand in either order"),
    ],
)
def test_what_the_store_does_not_know_names_the_nearest(
    capsys: pytest.CaptureFixture[str], sample_store: Path, words: str, said: str
) -> None:
    """A misspelled name or date is one line with the nearest known names or what was expected."""
    assert failure(in_process(capsys, "count", "--store", sample_store, *words.split())).startswith(said)


@pytest.mark.parametrize("text", ["'", '"', "%", "_", "'; DROP TABLE event; --", "x" * 10_000, "😀", "\udcff", "\n"])
@pytest.mark.parametrize("command", [("count",), ("export", "-", "--format", "json")])
def test_any_text_may_be_searched_for(
    capsys: pytest.CaptureFixture[str], sample_store: Path, text: str, command: tuple[str, ...]
) -> None:
    """Bytes that are no UTF-8 too, as the shell hands them over, are a search that finds nothing special."""
    outcome = in_process(capsys, *command, "--store", sample_store, "--search", text)
    assert (outcome.status, outcome.errors) == (0, "")


@pytest.mark.parametrize("word", ["", "\udcff", "長" * 1000])
def test_odd_names_are_an_ordinary_mistake(capsys: pytest.CaptureFixture[str], sample_store: Path, word: str) -> None:
    """Empty, broken and endless names are refused like others."""
    outcome = in_process(capsys, "count", "--store", sample_store, "--category", word)
    assert "is not in the store; nearest: " in failure(outcome)

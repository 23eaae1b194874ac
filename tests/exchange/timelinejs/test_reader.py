"""Timelines of TimelineJS 3 become events as precise as their slides."""

import json
from pathlib import Path
from typing import Any

import pytest

from qtviewer.domain.dates.edtf import format_edtf
from tests.exchange.importing.imported import Read, read_text

SLIDE = {"start_date": {"year": 2021}, "text": {"headline": "A"}}


def read_slides(folder: Path, *slides: Any, **rest: Any) -> Read:
    """A timeline of these slides."""
    return read_text(folder, "list.json", json.dumps({"events": [*slides], **rest}))


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        ({"year": 2021}, None, "2021"),
        ({"year": "2021", "month": "6", "day": ""}, None, "2021-06"),
        ({"year": 2021, "month": 6, "day": 28}, {"year": 2021, "month": 6, "day": 28}, "2021-06-28"),
        ({"year": 2022, "month": 1, "day": 29}, {"year": 2022, "month": 1, "day": 30}, "2022-01-29/2022-01-30"),
        ({"year": -44}, None, "-0043"),
    ],
)
def test_dates(start: Any, end: Any, edtf: str, tmp_path: Path) -> None:
    """A slide with a year only is a year; one with an end lasted; -44 is 44 BCE, as TimelineJS shows it."""
    slide = {"start_date": start, "text": {"headline": "A"}} | ({"end_date": end} if end else {})
    (event,) = read_slides(tmp_path, slide).events
    assert event.date is not None
    assert format_edtf(event.date) == edtf


def test_words_groups_and_what_is_left_out(tmp_path: Path) -> None:
    """HTML becomes text, links their words; pictures are named as left out."""
    text = {"headline": "<b>Metro</b> opens", "text": '<p>One <a href="javascript:x">two</a></p><script>x</script>'}
    slide = {
        "start_date": {"year": 2021, "month": 6, "day": 28, "hour": 9, "minute": 30}, "text": text, "group": "Metro",
        "unique_id": "metro-opens", "media": {"url": "http://example.com/a.jpg"},
    }  # fmt: skip
    read = read_slides(tmp_path, slide, title={"text": {"headline": "All"}})
    (event,) = read.events
    assert event.texts["en"] == {"title": "**Metro** opens", "body": "One two", "date_note": ""}
    assert (event.id, event.category, event.time) == ("metro-opens", "Metro", "09:30")
    assert (read.file.file_format, read.file.declared.titles) == ("timelinejs", {"en": "All"})
    assert read.file.notes == ["pictures and other media are left out"]


@pytest.mark.parametrize(
    ("label", "edtf", "note"),
    [
        ("2021年6月", "2021-06", ""),
        ("28 June 2021", "2021-06-28", ""),
        ("2021年12月至2022年2月间某日", "2021-06-28", "2021年12月至2022年2月间某日"),
        ("A day in summer", "2021-06-28", "A day in summer"),
    ],
)
def test_a_label_may_say_that_less_is_known(label: str, edtf: str, note: str, tmp_path: Path) -> None:
    """A slide has to stand somewhere; its label tells how exactly that is known. Other labels are notes."""
    start = {"year": 2021, "month": 6, "day": 28}
    (event,) = read_slides(tmp_path, {"start_date": start, "display_date": label, "text": {"headline": "A"}}).events
    assert event.date is not None
    assert (format_edtf(event.date), event.texts["en"].get("date_note", "")) == (edtf, note)


@pytest.mark.parametrize("start", [5, {}, {"year": 0}, {"year": "x"}, {"year": 2021, "month": 13}, {"year": [1]}, None])
def test_a_slide_without_a_date_is_named(start: Any, tmp_path: Path) -> None:
    """The slide's number and what its date lacks."""
    good = {"start_date": {"year": 2021}, "text": {"headline": "A"}}
    (problem,) = read_slides(tmp_path, good, {"start_date": start}).problems
    assert problem.row == 2


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        ({"year": "1914", "month": "7", "day": "28"}, {"year": "1918", "month": "11"}, "1914-07-28/1918-11"),
        ({"year": -44}, {"year": "14"}, "-0043/0014"),
        ({"year": 2021}, {"year": 2021}, "2021"),
        ({"year": 2019}, "", "2019/.."),
    ],
)
def test_eras_are_periods_of_the_store(start: Any, end: Any, edtf: str, tmp_path: Path) -> None:
    """As precise as they are given; one without an end is going on. Their colours are left to the store."""
    era = {"start_date": start, "end_date": end, "text": {"headline": "The <i>Great</i> War &amp; after"}}
    (found,) = read_slides(tmp_path, SLIDE, eras=[era]).file.declared.eras
    assert (found.id, found.names) == ("the-great-war-after", {"en": "The *Great* War & after"})
    assert (format_edtf(found.date), found.color, found.color_dark) == (edtf, "", "")


def test_eras_of_one_name_have_ids_of_their_own(tmp_path: Path) -> None:
    """Ids that are given are kept; a language is guessed from the name."""
    dates = {"start_date": {"year": 1}, "end_date": {"year": 2}}
    eras = [
        {"unique_id": "han", "text": {"headline": "汉"}, **dates},
        {"text": {"headline": "汉"}, **dates},
        {"text": {"headline": "Han"}, **dates},
    ]
    found = read_slides(tmp_path, SLIDE, eras=eras).file.declared.eras
    assert [(era.id, dict(era.names)) for era in found] == [
        ("han", {"zh": "汉"}),
        ("han-2", {"zh": "汉"}),
        ("han-3", {"en": "Han"}),
    ]


@pytest.mark.parametrize(
    ("era", "said"),
    [
        (5, "era 2 is '5', expected an object"),
        ({"text": {"headline": "E"}}, "era 2 has no start_date, expected an object with a year"),
        ({"start_date": {"year": 1}, "text": {}}, "era 2 has no headline, expected a name"),
        ({"start_date": {"year": 2}, "end_date": {"year": 1}, "text": {"headline": "E"}}, "it ends before it starts"),
        ({"start_date": {"year": 2}, "text": {"headline": "a\x00"}}, "era 2 holds a NUL byte, expected text"),
    ],
)
def test_an_era_that_cannot_be_read_is_named(era: Any, said: str, tmp_path: Path) -> None:
    """By its number, with what it lacks."""
    good = {"start_date": {"year": 1}, "end_date": {"year": 2}, "text": {"headline": "E"}}
    (problem,) = read_slides(tmp_path, SLIDE, eras=[good, era]).problems
    assert said in str(problem)

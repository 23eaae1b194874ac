"""Timelines of TimelineJS 3 become events as precise as their slides."""

import json
from pathlib import Path
from typing import Any

import pytest

from qtviewer.domain.dates.edtf import format_edtf
from tests.exchange.importing.imported import Read, read_text


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
    """HTML becomes text, links their words; eras and pictures are named as left out."""
    text = {"headline": "<b>Metro</b> opens", "text": '<p>One <a href="javascript:x">two</a></p><script>x</script>'}
    slide = {
        "start_date": {"year": 2021, "month": 6, "day": 28, "hour": 9, "minute": 30}, "text": text, "group": "Metro",
        "unique_id": "metro-opens", "media": {"url": "http://example.com/a.jpg"},
    }  # fmt: skip
    read = read_slides(tmp_path, slide, title={"text": {"headline": "All"}}, eras=[{"start_date": {"year": 1}}])
    (event,) = read.events
    assert event.texts["en"] == {"title": "**Metro** opens", "body": "One two", "date_note": ""}
    assert (event.id, event.category, event.time) == ("metro-opens", "Metro", "09:30")
    assert (read.file.file_format, read.file.declared.titles) == ("timelinejs", {"en": "All"})
    assert read.file.notes == ["eras left out, which are no events: 1", "pictures and other media are left out"]


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

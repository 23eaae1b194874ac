"""Finding the line of a problem in a folder of content."""

from pathlib import Path

import pytest

from qtviewer.exchange.content.finding import Finding
from qtviewer.exchange.content.finding_locator import FindingLocator

METRO = '''[defaults]
category = "milestone"

[[thread]]
id = "metro"
zh = "地铁"

[[era]]
id = "metro"
date = "2021/.."

[[event]]
id = "metro"
date = "2021"

[event.zh]
title = "地铁开通"
body = """
[[报道]]第一句。
第二句。
"""

[[event.figure]]
number = 3

[[event]]
title = "没有名字"
id = 'other'
'''


@pytest.fixture
def places(tmp_path: Path) -> FindingLocator:
    """The places of a folder with one file of events and one tag."""
    (tmp_path / "metro.toml").write_text(METRO, encoding="utf-8")
    (tmp_path / "tags.toml").write_text('[[tag]]\nkind = "topic"\nid = "metro"\nzh = "地铁"\n', encoding="utf-8")
    return FindingLocator(tmp_path)


@pytest.mark.parametrize(
    ("finding", "file", "line"),
    [
        (Finding("event", "metro", "is wrong"), "metro.toml", 13),
        (Finding("event", "metro", "is wrong", excerpt="地铁开通"), "metro.toml", 17),
        (Finding("event", "metro", "is wrong", excerpt="第二句"), "metro.toml", 20),
        (Finding("event", "metro", "is wrong", excerpt="number = 3"), "metro.toml", 24),
        (Finding("event", "metro", "is wrong", excerpt="没有名字"), "metro.toml", 13),
        (Finding("event", "other", "is wrong", excerpt="没有名字"), "metro.toml", 27),
        (Finding("event", "other", "is wrong"), "metro.toml", 28),
        (Finding("thread", "metro", "is wrong"), "metro.toml", 5),
        (Finding("era", "metro", "is wrong"), "metro.toml", 9),
        (Finding("tag", "metro", "is wrong"), "tags.toml", 3),
    ],
)
def test_a_finding_stands_on_the_line_of_its_words(
    places: FindingLocator, tmp_path: Path, finding: Finding, file: str, line: int
) -> None:
    """The line that has the words within what is meant, else that of its id; one id may name things of many kinds."""
    assert places.locate(finding) == (str(tmp_path / file), line)


def test_what_is_in_no_file_stands_in_the_folder(places: FindingLocator, tmp_path: Path) -> None:
    """A finding about something unknown names the folder, without a line."""
    assert places.locate(Finding("event", "gone", "is wrong")) == (str(tmp_path), 0)

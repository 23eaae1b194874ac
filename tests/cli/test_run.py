"""The command line, as people use it."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from qtviewer.cli.parser import make_parser
from qtviewer.cli.run import run
from tests.places import ROOT


def commands() -> set[str]:
    """The commands that the parser knows."""
    usage = make_parser().format_help()
    return set(re.findall(r"^    ([a-z]+) ", usage, re.MULTILINE))


def test_every_command_stands_in_the_readme() -> None:
    """The README names each command, and no other."""
    named = set(re.findall(r"^qtviewer ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert named == commands()


def test_the_readme_and_ci_run_the_same_tests() -> None:
    """What CI runs is the README's test command."""
    assert "\nmake test\n" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_count_answers_with_json(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a grouping a number, with one an object."""
    assert run(["count"]) == 0
    assert run(["count", "--by", "category", "--category", "里程碑"]) == 0
    total, by_category = map(json.loads, capsys.readouterr().out.splitlines())
    assert list(by_category) == ["milestone"]
    assert 22 <= by_category["milestone"] < total


def test_filters_work_together(capsys: pytest.CaptureFixture[str]) -> None:
    """Dates in Chinese, names and ids all narrow the same count."""
    assert (
        run(["count", "--from", "2021年6月28日", "--to", "2021-06-28", "--tag", "地铁", "--category", "milestone"]) == 0
    )
    assert json.loads(capsys.readouterr().out) == 1


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["count", "--category", "milestones"], "milestone"),
        (["count", "--from", "never"], "'never' is not a date"),
        (["count", "--store", "/nowhere/x.sqlite"], "/nowhere/x.sqlite: no such file"),
        (["check", "/nowhere"], "/nowhere"),
        (["export", "x.doc"], "ending in .csv, .xlsx, .json"),
        (["snapshot", "x.png", "--event", "metro-line-8"], "metro-line-8-opens"),
        (["snapshot", "x.png", "--lang", "fr"], "zh, en"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(arguments: list[str], expected: str, tmp_path: Path) -> None:
    """Exit 1 with one line on standard error, no traceback, and nothing left behind."""
    command = [sys.executable, "-m", "qtviewer", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)  # noqa: S603 - ours
    assert done.returncode == 1
    assert done.stdout == ""
    assert re.fullmatch(r"qtviewer: error: [^\n]+\n", done.stderr)
    assert expected in done.stderr
    assert not list(tmp_path.iterdir())


def test_wrong_usage_exits_with_two() -> None:
    """An option that does not exist is wrong usage."""
    with pytest.raises(SystemExit, match="2"):
        run(["count", "--by", "weather"])

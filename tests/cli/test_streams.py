"""The program among others: pipes that end early, full disks, terminals with another encoding."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import Outcome, failure, in_subprocess

UNBUFFERED = pytest.mark.parametrize("unbuffered", ["", "1"])


def _through_shell(words: str, unbuffered: str) -> Outcome:
    done = subprocess.run(  # noqa: S602 - what a shell does with the program is tested
        f'"{sys.executable}" -m qtviewer {words}', shell=True, capture_output=True, encoding="utf-8", timeout=60,
        env=os.environ | {"PYTHONUNBUFFERED": unbuffered}, check=False,
    )  # fmt: skip
    return Outcome(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("words", "status"),
    [(("count",), 0), (("count", "--category", "none"), 1), (("check", "missing.sqlite"), 1), (("count", "--by"), 2)],
)
def test_the_program_ends_with_the_status(words: tuple[str, ...], status: int) -> None:
    """0, 1 or 2, and never a traceback."""
    outcome = in_subprocess(*words)
    assert outcome.status == status
    assert "Traceback" not in outcome.errors
    assert (outcome.errors == "") == (status == 0)


@pytest.mark.parametrize("environment", [{"PYTHONUTF8": "0", "LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}])
def test_lists_are_utf8_wherever_they_are_written(environment: dict[str, str]) -> None:
    """The encoding of the terminal changes no list and hides no error."""
    outcome = in_subprocess("export", "-", "--format", "csv", "--category", "milestone", **environment)
    assert (outcome.status, outcome.errors.count("\n")) == (0, 1)  # the note about eras
    assert "地铁8号线" in outcome.output
    assert "is not in the store; nearest: " in failure(in_subprocess("count", "--category", "地铁", **environment))


@UNBUFFERED
@pytest.mark.parametrize("words", ["count --by tag", "export - --format csv", "export - --format json", "--help"])
def test_a_reader_that_goes_away_is_no_noise(words: str, unbuffered: str) -> None:
    """`qtviewer … | head` ends without a word on standard error."""
    assert _through_shell(f"{words} | true", unbuffered).errors == ""


@UNBUFFERED
@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="this system has no device that is always full")
@pytest.mark.parametrize("words", ["count", "export - --format csv", "export - --format json"])
def test_a_full_disk_behind_standard_output_is_one_line(words: str, unbuffered: str) -> None:
    """What could not be printed is said, with status 1."""
    assert "No space left on device" in failure(_through_shell(f"{words} > /dev/full", unbuffered))


@UNBUFFERED
@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="this system has no device that is always full")
@pytest.mark.parametrize("target", ["> /dev/full", "> /dev/full 2> /dev/full", "| true", ">&-"])
def test_an_import_whose_report_cannot_be_printed_is_done(tmp_path: Path, target: str, unbuffered: str) -> None:
    """Nobody is told that a store could not be written that was."""
    store, source = tmp_path / "events.sqlite", tmp_path / "list.csv"
    source.write_text("id,date,title\na,2021,A\n", encoding="utf-8")
    outcome = _through_shell(f"import {source} --store {store} {target}", unbuffered)
    said = f"qtviewer: note: {store}: the import is done; the report cannot be printed (No space left on device)\n"
    assert outcome == Outcome(0, "", said if target == "> /dev/full" else "")
    assert in_subprocess("count", "--store", store).output == "1\n"


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="this system has no device that is always full")
def test_a_dry_run_whose_report_cannot_be_printed_is_an_error(tmp_path: Path) -> None:
    """The report is all that was asked for."""
    (tmp_path / "list.csv").write_text("id,date,title\na,2021,A\n", encoding="utf-8")
    words = f"import {tmp_path / 'list.csv'} --store {tmp_path / 'events.sqlite'} --dry-run > /dev/full"
    assert "No space left on device" in failure(_through_shell(words, ""))


def test_letters_that_a_terminal_does_not_have_are_escaped() -> None:
    """An answer in another encoding is an answer."""
    outcome = in_subprocess("count", "--by", "place", PYTHONIOENCODING="ascii")
    assert (outcome.status, outcome.errors) == (0, "")
    assert outcome.output.isascii()


@pytest.mark.parametrize("words", ["export - --format csv", "export - --format json"])
def test_a_closed_standard_output_is_one_line(words: str) -> None:
    """A list that goes nowhere is an error, not a crash."""
    assert "standard output: cannot be written (closed)" in failure(_through_shell(f"{words} >&-", ""))


def test_bytes_that_are_no_text_may_be_searched_for() -> None:
    """The shell hands over any bytes; they find nothing."""
    outcome = _through_shell("count --search $(printf '\\377')", "")
    assert outcome == Outcome(0, "0\n", "")

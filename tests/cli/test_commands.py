"""Each command as a user meets it: its status, what it writes, and the one line when it cannot."""

import json
import re
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from qtviewer import __version__
from qtviewer.resources import shipped_store_path
from tests.commands import ERROR, Outcome, failure, in_process
from tests.exchange.content.content_files import EVENTS, with_mistake, write_content
from tests.store.samples import SAMPLE_EVENTS
from tests.store.stores import dump_store, edited_copy

Capture = pytest.CaptureFixture[str]


def _count_by(capsys: Capture, store: Path, grouping: str) -> dict[str, int]:
    outcome = in_process(capsys, "count", "--store", store, "--by", grouping)
    assert outcome.status == 0
    counts: dict[str, int] = json.loads(outcome.output)
    return counts


def test_count_answers_in_json(capsys: Capture, sample_store: Path) -> None:
    """A number alone, or one for each value of a grouping."""
    assert in_process(capsys, "count", "--store", sample_store) == Outcome(0, "7\n", "")
    assert _count_by(capsys, sample_store, "category") == Counter(event.category for event in SAMPLE_EVENTS)
    assert _count_by(capsys, sample_store, "collection") == {"this-year": 7}
    assert _count_by(capsys, sample_store, "tag") == Counter(tag for event in SAMPLE_EVENTS for tag in event.tags)
    assert _count_by(capsys, sample_store, "place") == {"xiasha": 2}
    assert _count_by(capsys, sample_store, "person") == {"li-ming": 1}
    assert _count_by(capsys, sample_store, "organisation") == {"metro-company": 2}
    assert _count_by(capsys, sample_store, "topic") == {"education": 1}
    assert _count_by(capsys, sample_store, "status") == Counter(event.status for event in SAMPLE_EVENTS)
    assert _count_by(capsys, sample_store, "importance") == Counter(str(event.importance) for event in SAMPLE_EVENTS)
    assert _count_by(capsys, sample_store, "precision") == Counter(event.date.precision for event in SAMPLE_EVENTS)
    years = {"-0044": 1, "2016": 1, "2019": 1, "2021": 3, "2025": 1}
    assert _count_by(capsys, sample_store, "year") == years
    months = {"-0044": 1, "2016-05": 1, "2019": 1, "2021-06": 1, "2021-10": 1, "2021-12": 1, "2025": 1}
    assert _count_by(capsys, sample_store, "month") == months


def test_the_shipped_store_is_the_default(capsys: Capture) -> None:
    """Without --store, every command is about the store that comes with the program."""
    outcome = in_process(capsys, "count")
    assert outcome == in_process(capsys, "count", "--store", shipped_store_path())
    assert int(outcome.output) >= 200


def test_export_writes_the_filtered_events(capsys: Capture, sample_store: Path, tmp_path: Path) -> None:
    """The file has what the filters let through, and nothing is printed."""
    target = tmp_path / "list.json"
    words = ("--store", sample_store, "--lang", "en", "--category", "节庆", "--from", "2021年12月")
    assert in_process(capsys, "export", target, *words) == Outcome(0, "", "")
    events: list[dict[str, Any]] = json.loads(target.read_bytes())["events"]
    assert [(event["id"], event["lang"]) for event in events] == [("visit", "en")]


def test_export_speaks_the_first_language_of_the_store(capsys: Capture, sample_store: Path) -> None:
    """Another one is named with --lang; an unknown one is refused with those there are."""
    outcome = in_process(capsys, "export", "-", "--format", "json", "--store", sample_store)
    assert {event["lang"] for event in json.loads(outcome.output)["events"]} == {"zh"}
    unknown = in_process(capsys, "export", "-", "--format", "json", "--store", sample_store, "--lang", "fr")
    assert failure(unknown) == "language 'fr' is not in the store; expected zh, en, all"


def test_build_makes_a_store_that_check_finds_well(capsys: Capture, tmp_path: Path) -> None:
    """A folder of content becomes a store, and the same one when it is built again."""
    write_content(tmp_path / "content")
    store = tmp_path / "events.sqlite"
    assert in_process(capsys, "build", tmp_path / "content", store) == Outcome(0, "", "")
    assert in_process(capsys, "check", store) == Outcome(0, "", "")
    assert in_process(capsys, "count", "--store", store) == Outcome(0, "2\n", "")
    before = dump_store(store)
    assert in_process(capsys, "build", tmp_path / "content", store).status == 0
    assert dump_store(store) == before


def test_build_refuses_content_with_mistakes_and_keeps_the_old_store(capsys: Capture, tmp_path: Path) -> None:
    """One line with file, line and event; `check` tells every mistake in a line of its own."""
    events = with_mistake(EVENTS, 'date = "2025"', 'date = "soon"')
    path = write_content(
        tmp_path / "content", with_mistake(events, 'thread = "metro"\nsection', 'thread = "tram"\nsection')
    )
    store = tmp_path / "events.sqlite"
    store.write_text("old")
    message = failure(in_process(capsys, "build", tmp_path / "content", store))
    assert re.match(rf"{re.escape(str(path))}:\d+: event 'plan': 'soon' is not a date: .* \(and 1 more\)$", message)
    assert store.read_text() == "old"
    outcome = in_process(capsys, "check", tmp_path / "content")
    assert outcome.status == 1
    assert [line.startswith(f"{ERROR}{path}:") for line in outcome.errors.splitlines()] == [True, True]


def test_check_tells_every_problem_of_a_store(capsys: Capture, sample_store: Path, tmp_path: Path) -> None:
    """One line each on standard error, every one with the path."""
    store = edited_copy(sample_store, tmp_path / "edited.sqlite", "UPDATE event SET date = 'soon' WHERE id = 'plan'")
    outcome = in_process(capsys, "check", store)
    assert (outcome.status, outcome.output) == (1, "")
    assert [line.startswith(f"{ERROR}{store}: ") for line in outcome.errors.splitlines()] == [True] * 3
    for said in ("event 'plan': 'soon' is not a date", "made from", "content was changed"):
        assert said in outcome.errors


def test_a_store_edited_elsewhere_is_counted_checked_and_reindexed(
    capsys: Capture, sample_store: Path, tmp_path: Path
) -> None:
    """Counts and lists are right before and after; only `check` tells the difference, and says what to do."""
    statements = ("UPDATE event SET category = 'history' WHERE id = 'fair'",
                  "DELETE FROM event_text WHERE event = 'plan'", "DELETE FROM event WHERE id = 'plan'")  # fmt: skip
    store = edited_copy(sample_store, tmp_path / "edited.sqlite", *statements)
    listed = in_process(capsys, "export", "-", "--format", "csv", "--store", store)
    for command, status in (("check", 1), ("reindex", 0), ("check", 0)):
        assert in_process(capsys, "count", "--store", store) == Outcome(0, "6\n", "")
        assert _count_by(capsys, store, "category") == {"festival": 1, "history": 2, "milestone": 3}
        assert in_process(capsys, "export", "-", "--format", "csv", "--store", store) == listed
        outcome = in_process(capsys, command, store)
        assert (outcome.status, outcome.output) == (status, "")
        assert ("qtviewer reindex" in outcome.errors) == (status == 1)
    assert list(tmp_path.iterdir()) == [store]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("count --store missing.sqlite", "missing.sqlite: no such file; expected a store"),
        ("count --store .", ".: a folder; expected a store"),
        ("export list.csv --store missing.sqlite", "missing.sqlite: no such file; expected a store"),
        ("export list.xls", "list.xls: no format for this name; expected --format or a name ending in"),
        ("export . --format csv", ".: cannot be written (a folder is there)"),
        ("export new/list.csv --category none", "category 'none' is not in the store"),
        ("check missing.sqlite", "missing.sqlite: no such file; expected a store"),
        ("check .", ".: no content there; expected a folder with .toml files"),
        ("build missing events.sqlite", "missing: no content there; expected a folder with .toml files"),
        ("reindex missing.sqlite", "missing.sqlite: no such file; expected a store"),
        ("reindex .", ".: a folder; expected a store"),
        ("snapshot window.png --store missing.sqlite", "missing.sqlite: no such file; expected a store"),
        ("snapshot window.png --category none", "category 'none' is not in the store"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_leaves_nothing(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, said: str
) -> None:
    """Status 1, nothing on standard output, one line with what was expected, no file."""
    monkeypatch.chdir(tmp_path)
    assert failure(in_process(capsys, *words.split())).startswith(said)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("reindex", ""), ("count", "--by nothing"), ("count", "--min-importance 6"), ("count", "--min-importance x"),
        ("count", "extra"), ("count", "--from"), ("count", "--unknown"), ("export", ""),
        ("export", "list.csv --format xls"), ("build", "content"), ("check", "one two"), ("snapshot", ""),
        ("snapshot", "window.png --size 1x1"), ("snapshot", "window.png --size wide"), ("view", "--theme pink"),
    ],
)  # fmt: skip
def test_wrong_usage_is_status_2_with_the_usage(capsys: Capture, command: str, words: str) -> None:
    """What the parser does not understand says how the command is used."""
    outcome = in_process(capsys, command, *words.split())
    assert (outcome.status, outcome.output) == (2, "")
    assert outcome.errors.startswith("usage: qtviewer ")
    assert re.search(rf"^qtviewer( {command})?: error: ", outcome.errors, flags=re.MULTILINE)


def test_help_and_version(capsys: Capture) -> None:
    """Both go to standard output with status 0; every command has help of its own."""
    assert in_process(capsys, "--version") == Outcome(0, f"qtviewer {__version__}\n", "")
    commands = re.findall(r"^    (\w+)\s", in_process(capsys, "--help").output, flags=re.MULTILINE)
    assert {"view", "snapshot", "count", "export", "build", "check", "reindex"} <= set(commands)
    for command in commands:
        outcome = in_process(capsys, command, "--help")
        assert (outcome.status, outcome.errors) == (0, "")
        assert outcome.output.startswith(f"usage: qtviewer {command} ")


def test_nothing_is_written_beside_a_store(capsys: Capture, sample_store: Path, tmp_path: Path) -> None:
    """Counting, checking and exporting to standard output leave the folder of the store as it was."""
    store = Path(shutil.copy(sample_store, tmp_path / "events.sqlite"))
    before = store.read_bytes()
    for words in (("count", "--store", store), ("check", store), ("export", "-", "--format", "csv", "--store", store)):
        assert in_process(capsys, *words).status == 0
    assert list(tmp_path.iterdir()) == [store]
    assert store.read_bytes() == before

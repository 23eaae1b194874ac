"""`qtviewer kiosk` and `qtviewer stats`, as those use them who set up a hall."""

import json
import os
import pty
import select
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from qtviewer.app.kiosk import kiosk_problems, open_kiosk_store
from qtviewer.app.stores import reindex
from qtviewer.domain.errors import ViewerError
from qtviewer.kiosk.config_file import read_config
from qtviewer.kiosk.pin import matches_hash
from tests.commands import ERROR, Outcome, failure, in_process
from tests.programs import TIMEOUT, running
from tests.store.stores import edited_copy

Capture = pytest.CaptureFixture[str]
LINE = '{"hour": "2026-11-28T%s", "event": "%s", "category": "%s", "taps": %d}\n'
IN_ITS_TERMINAL = 'exec "$@" <"$TERMINAL"'  # the first terminal that a leader of a session opens becomes its own


def set_pin(*typed: bytes) -> Outcome:
    """What the command answers in a terminal where this is typed, each line after it was asked for."""
    ours, theirs = pty.openpty()
    words = ["sh", "-c", IN_ITS_TERMINAL, "sh", sys.executable, "-m", "qtviewer", "kiosk", "--set-pin"]
    with running(words, {"TERMINAL": os.ttyname(theirs)}, new_session=True) as command:
        for line in typed:
            asked = b""
            while not asked.endswith(b": "):
                assert select.select([ours], [], [], TIMEOUT)[0]
                asked += os.read(ours, 1)
            os.write(ours, line)
        output, errors = command.communicate(timeout=TIMEOUT)
    os.write(theirs, b"\n")  # so that there is something to read
    echoed = os.read(ours, 1000)
    os.close(ours)
    os.close(theirs)
    assert b"482915" not in echoed
    return Outcome(command.returncode, output, errors)


def test_check_finds_nothing_wrong_without_a_config(capsys: Capture) -> None:
    """The kiosk runs as it comes."""
    assert in_process(capsys, "kiosk", "--check") == Outcome(0, "", "")


def test_check_tells_every_mistake(capsys: Capture, sample_store: Path, tmp_path: Path) -> None:
    """Those of the config and those that the store shows, a line each."""
    config = tmp_path / "kiosk.toml"
    config.write_text(f'store = "{sample_store}"\nidle_second = 60\nlang = "fr"\ncategories = ["festivals"]\n')
    outcome = in_process(capsys, "kiosk", "--config", config, "--check")
    assert (outcome.status, outcome.output) == (1, "")
    assert [line.split(";")[0] for line in outcome.errors.splitlines()] == [
        f'{ERROR}{config}:2: "idle_second" is not known',
        f'{ERROR}{config}:3: lang "fr" is not in the store',
        f'{ERROR}{config}:4: category "festivals" is not in the store',
    ]
    config.write_text(f'store = "{sample_store}"\ncategories = ["festival"]\n')
    assert in_process(capsys, "kiosk", "--config", config, "--check") == Outcome(0, "", "")


def test_a_store_that_is_gone_or_was_changed_keeps_the_kiosk_closed(sample_store: Path, tmp_path: Path) -> None:
    """The reason names the store; a whole one opens."""
    config = tmp_path / "kiosk.toml"
    config.write_text('store = "hall.sqlite"\n')
    store = tmp_path / "hall.sqlite"
    with pytest.raises(ViewerError, match=r"hall\.sqlite: no such file"):
        open_kiosk_store(read_config(config))
    edited_copy(sample_store, store, "UPDATE event_text SET title = 'other' WHERE event = 'fair'")
    with pytest.raises(ViewerError, match="its content was changed"):
        open_kiosk_store(read_config(config))
    store.write_bytes(sample_store.read_bytes())
    open_kiosk_store(read_config(config)).close()
    with (tmp_path / "kiosk.toml").open("a") as stream:
        stream.write(f'content_hash = "{"0" * 64}"\n')
    with pytest.raises(ViewerError, match=r"kiosk\.toml:2: content_hash is not that of the store"):
        open_kiosk_store(read_config(config))


def test_a_store_without_some_translations_opens(sample_store: Path, tmp_path: Path) -> None:
    """Visitors see the language there is."""
    statement = "DELETE FROM event_text WHERE event = 'fair' AND lang = 'en'"
    store = edited_copy(sample_store, tmp_path / "hall.sqlite", statement)
    reindex(store)
    config = tmp_path / "kiosk.toml"
    config.write_text('store = "hall.sqlite"\n')
    assert kiosk_problems(read_config(config)) == []


def test_a_pin_is_asked_for_twice_and_never_shown() -> None:
    """The line that is printed can be put into the config."""
    outcome = set_pin(b"482915\n", b"482915\n")
    assert (outcome.status, outcome.errors) == (0, "")
    (line,) = outcome.output.splitlines()
    assert matches_hash("482915", tomllib.loads(line)["pin_hash"])


def test_what_is_no_pin_is_refused() -> None:
    """Too short, different from the first, or none at all; nothing is printed."""
    assert failure(set_pin(b"12\n")) == "this is not a PIN; expected 4 to 12 digits"
    assert failure(set_pin(b"482915\n", b"482916\n")).startswith("these are two different PINs")
    assert failure(set_pin(b"\x04")) == "no PIN was given; expected one, twice"
    assert set_pin(b"\x03") == Outcome(130, "", "qtviewer: interrupted\n")


def test_stats_answer_with_json(capsys: Capture, tmp_path: Path) -> None:
    """All taps, or those by event, category or hour; damaged lines are noted apart."""
    file = tmp_path / "taps.jsonl"
    file.write_text(LINE % ("10", "metro", "milestone", 2) + "{\n" + LINE % ("09", "fair", "festival", 3))
    note = "qtviewer: note: damaged lines left out: 1\n"
    assert in_process(capsys, "stats", file) == Outcome(0, "5\n", note)
    for by, expected in (
        ("event", {"fair": 3, "metro": 2}),
        ("category", {"festival": 3, "milestone": 2}),
        ("hour", {"2026-11-28T09": 3, "2026-11-28T10": 2}),
    ):
        outcome = in_process(capsys, "stats", file, "--by", by)
        assert list(json.loads(outcome.output).items()) == list(expected.items())


def test_what_cannot_be_done_is_one_line(capsys: Capture, tmp_path: Path) -> None:
    """A file that is not there, and a config that is not there."""
    assert "taps.jsonl: cannot be read" in failure(in_process(capsys, "stats", tmp_path / "taps.jsonl"))
    outcome = in_process(capsys, "kiosk", "--check", "--config", tmp_path / "kiosk.toml")
    assert "kiosk.toml: cannot be read" in failure(outcome)


@pytest.mark.parametrize("words", ["stats", "stats a --by day", "kiosk --check --set-pin", "kiosk hall.toml"])
def test_wrong_usage_is_status_2(capsys: Capture, words: str) -> None:
    """What the parser does not understand says how the command is used."""
    outcome = in_process(capsys, *words.split())
    assert outcome.status == 2
    assert outcome.errors.startswith("usage: qtviewer ")


@pytest.mark.parametrize("words", [["kiosk", "--check"], ["stats", "{}"]])
def test_checking_and_counting_load_no_qt(words: list[str], tmp_path: Path) -> None:
    """They run where there is no display."""
    file = tmp_path / "taps.jsonl"
    file.touch()
    program = f"import sys; from qtviewer.cli.run import run; run({[word.format(file) for word in words]!r}); "
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", f"{program}print('PySide6' in sys.modules)"], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "False"

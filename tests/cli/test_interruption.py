"""Ctrl+C ends every command with one line and status 130, and leaves files whole."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from qtviewer.resources import shipped_store_path
from tests.commands import Outcome
from tests.places import ROOT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="this system sends no signals")

# Tells when Python itself has started: what comes before that is no matter of the program's.
PROGRAM = """
import sys
from qtviewer import __main__ as program
watch = program.watch_interruptions
program.watch_interruptions = lambda: (watch(), print('started', file=sys.stderr, flush=True))
program.main()
"""
SLOW_LIST = "id,date,title\n" + "".join(f"event-{number},2021,事件{number}\n" for number in range(40_000))
INTERRUPTED = "qtviewer: interrupted\n"


def interrupted_after(seconds: float, folder: Path, *words: str) -> Outcome:
    """A command that is sent the signal of Ctrl+C some time after it started."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder / "settings")}
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", PROGRAM, *words], cwd=folder, env=environment | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert process.stderr is not None
    assert process.stderr.readline() == "started\n"
    time.sleep(seconds)
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=60)
    known = [line for line in errors.splitlines(keepends=True) if "This plugin does not support" not in line]
    return Outcome(process.returncode, output, "".join(known))


@pytest.mark.parametrize("seconds", [0.0, 0.02, 0.1, 0.3])
@pytest.mark.parametrize(
    "words",
    [
        "check", "count --by tag", "export list.csv", "export list.xlsx", "export list.pdf", "snapshot window.png",
        "build content events.sqlite", "import slow.csv --store events.sqlite", "reindex copy.sqlite",
        "stats missing.jsonl", "kiosk --check",
    ],
)  # fmt: skip
def test_a_command_ends_with_one_line_or_is_done(tmp_path: Path, words: str, seconds: float) -> None:
    """No traceback, no temporary file, and no file that is not whole."""
    (tmp_path / "slow.csv").write_text(SLOW_LIST, encoding="utf-8")
    (tmp_path / "content").symlink_to(ROOT / "data" / "content")
    (tmp_path / "copy.sqlite").write_bytes(shipped_store_path().read_bytes())
    status, _output, errors = interrupted_after(seconds, tmp_path, *words.split())
    assert "Traceback" not in errors
    done = (0, 1, -signal.SIGINT)  # the last where the command was done, and Python itself was about to end
    assert (status, errors) == (130, INTERRUPTED) or (status in done and INTERRUPTED not in errors)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".") and path.suffix != ".lock"]


@pytest.mark.parametrize("words", ["view", "kiosk", "view missing.sqlite"])
def test_a_window_ends_with_the_status_of_an_interruption(tmp_path: Path, words: str) -> None:
    """Also one that says what is wrong, and wherever its start is."""
    for seconds in (0.05, 0.4, 1.5):
        status, _output, errors = interrupted_after(seconds, tmp_path, *words.split())
        assert status == 130
        assert errors.endswith(INTERRUPTED)
        assert "Traceback" not in errors


def test_where_it_is_ignored_it_stays_ignored(tmp_path: Path) -> None:
    """A command in the background of a script is not ended by Ctrl+C in the terminal."""
    script = f"trap '' INT; exec {sys.executable} -c \"$0\" count"
    process = subprocess.Popen(  # noqa: S603 - our own program
        ["/bin/sh", "-c", script, PROGRAM], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stderr is not None
    assert process.stderr.readline() == "started\n"
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output.strip().isdecimal(), errors) == (0, True, "")
    assert not list(tmp_path.iterdir())

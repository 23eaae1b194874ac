"""A link opens what it was copied from."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.link import Link, format_link
from tests.commands import VISITED_APPLICATION, failure, in_process

# Runs the command line; when the window is there, tells what it shows and closes it.
PROGRAM = """
import json, sys
from qtviewer.cli.run import run

def visit(application, window):
    if hasattr(window, "model"):
        state = window.model.state
        print(json.dumps([state.selected, state.query.search, window.model.total, state.lang]))
    window.close()

sys.exit(run(sys.argv[1:]))
"""


def opened(settings: Path, *words: str | Path) -> tuple[int, str, str]:
    """Status, output and the last line of errors of a window that is closed as soon as it is there."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(settings), "LANG": "C.UTF-8"}
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", VISITED_APPLICATION + PROGRAM, *map(str, words)],
        env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    errors = [line for line in done.stderr.splitlines() if line.startswith("qtviewer: ")]
    return done.returncode, done.stdout.strip(), "\n".join(errors)


LINK = format_link(Link("metro-opens", EventQuery(search="地铁8号线", places=frozenset({"xiasha"}))))


@pytest.mark.parametrize("command", [["view"], []])
def test_a_link_opens_its_event_among_its_events(sample_store: Path, tmp_path: Path, command: list[str]) -> None:
    """With or without the name of the command, beside a store, and with other options."""
    status, output, errors = opened(tmp_path, *command, sample_store, LINK, "--lang", "en")
    assert (status, json.loads(output), errors) == (0, ["metro-opens", "地铁8号线", 1, "en"], "")


def test_a_link_alone_opens_the_shipped_store(tmp_path: Path) -> None:
    """Its category may be written in any language."""
    status, output, errors = opened(tmp_path, "view", "qtviewer:event/metro-line-8-opens?category=里程碑")
    assert (status, json.loads(output)[0], errors) == (0, "metro-line-8-opens", "")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["qtviewer:event/metro-open"], "event 'metro-open' is not in the store; nearest: metro-opens"),
        (["qtviewer:view?place=xiash"], "place 'xiash' is not in the store; nearest: xiasha"),
        (["qtviewer:view?category=milestne"], "category 'milestne' is not in the store; nearest: milestone"),
        (["qtviewer:view", "--lang", "fr"], "language 'fr' is not in the store; expected zh, en"),
        ([LINK, "--search", "x"], f"link '{LINK}' has filters of its own; expected no others beside it"),
    ],
)
def test_what_a_link_names_and_the_store_does_not_know(
    sample_store: Path, tmp_path: Path, words: list[str], said: str
) -> None:
    """One line with what comes nearest."""
    status, output, errors = opened(tmp_path, "view", sample_store, *words)
    assert (status, output) == (1, "")
    assert errors.startswith(f"qtviewer: error: {said}")


@pytest.mark.parametrize("command", [["view"], []])
def test_what_is_no_link_is_said_in_one_line(capsys: pytest.CaptureFixture[str], command: list[str]) -> None:
    """No window is opened for it."""
    said = failure(in_process(capsys, *command, "qtviewer:evnt/x"))
    assert said.startswith("link 'qtviewer:evnt/x': expected qtviewer:event/ID or qtviewer:view")

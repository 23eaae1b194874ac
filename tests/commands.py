"""The command line as its users see it: words in; status, standard output and standard error out."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from qtviewer.cli.run import run

ERROR = "qtviewer: error: "

# For programs that run the command line: its application calls their `visit` with the window as soon as it is there.
VISITED_APPLICATION = """
from PySide6 import QtWidgets
from PySide6.QtCore import QTimer

class Application(QtWidgets.QApplication):
    def exec(self):
        QTimer.singleShot(0, self.find_window)
        return super().exec()

    def find_window(self):
        [window] = [found for found in self.topLevelWidgets() if found.isVisible()]
        visit(self, window)

QtWidgets.QApplication = Application
"""


class Outcome(NamedTuple):
    """What a command left."""

    status: int
    output: str
    errors: str


def in_process(capsys: pytest.CaptureFixture[str], *words: str | Path) -> Outcome:
    """Run a command within this process; wrong usage ends it as it ends the program."""
    try:
        status: str | int | None = run([str(word) for word in words])
    except SystemExit as end:
        status = end.code
    return Outcome(int(status or 0), *capsys.readouterr())


def in_subprocess(*words: str | Path, **options: str) -> Outcome:
    """Run a command as a program of its own; `options` are environment variables."""
    command = [sys.executable, "-m", "qtviewer", *map(str, words)]
    done = subprocess.run(  # noqa: S603 - our own program
        command, capture_output=True, encoding="utf-8", env=os.environ | options, timeout=60, check=False
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def failure(outcome: Outcome) -> str:
    """The one line with which a command said that it could not."""
    assert outcome.status == 1
    assert outcome.output == ""
    assert outcome.errors.startswith(ERROR)
    assert outcome.errors.endswith("\n")
    assert outcome.errors.count("\n") == 1, outcome.errors
    return outcome.errors.removeprefix(ERROR).rstrip("\n")

"""Runs commands as the command line does, each in a process of its own that is forked, which takes milliseconds."""

import contextlib
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from qtviewer.cli.run import run

LONGEST: Final = 30.0  # seconds; a command on a small store that takes longer hangs
_POLL: Final = 0.002  # seconds between looks at the process
_ERROR: Final = "qtviewer: error: "


class Result(NamedTuple):
    """What a command left: its exit status, or minus the signal that ended it; what it printed; whether it hung."""

    status: int
    output: str
    errors: str
    has_hung: bool

    @property
    def fault(self) -> str:
        """What nobody should see: "traceback", "crash", "hang" or "unclear"; empty for an answer or a clear error."""
        if self.has_hung:
            return "hang"
        if self.status < 0:
            return "crash"
        if "Traceback" in self.errors:
            return "traceback"
        lines = self.errors.splitlines()
        if self.status and not (lines and all(line.startswith(_ERROR) for line in lines)):
            return "unclear"
        return ""


def nothing() -> None:
    """Do nothing before a command."""


def run_command(
    *words: str | Path,
    before: Callable[[], object] = nothing,
    after: Callable[[], object] = nothing,
    seconds: float = LONGEST,
) -> Result:
    """Run a command in a forked process, in which `before` and `after` are called, too; end it after some seconds."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = os.fork()
        if not process:
            _become(list(map(str, words)), (output.fileno(), errors.fileno()), before, after)
        status, has_hung = _wait(process, seconds)
        output.seek(0)
        errors.seek(0)
        return Result(status, output.read().decode(errors="replace"), errors.read().decode(errors="replace"), has_hung)


def _become(
    words: Sequence[str], streams: tuple[int, int], before: Callable[[], object], after: Callable[[], object]
) -> None:
    """Be the command: never return."""
    status = 1
    try:
        os.dup2(streams[0], 1)
        os.dup2(streams[1], 2)
        sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115 - for good
        before()
        status = run(words)
        after()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    except BaseException:  # as the interpreter does at its end
        traceback.print_exc()
    finally:
        with contextlib.suppress(BaseException):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


def _wait(process: int, seconds: float) -> tuple[int, bool]:
    """Wait for a process, and end it after some seconds; return its exit status and whether it had to be ended."""
    deadline = time.monotonic() + seconds
    has_hung = False
    while True:
        ended, status = os.waitpid(process, 0 if has_hung else os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status), has_hung
        if time.monotonic() > deadline:
            os.kill(process, signal.SIGKILL)
            has_hung = True
        time.sleep(_POLL)

"""Programs that tests start: with default signals, and ended on every way out."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

TIMEOUT = 60.0  # seconds


def default_signals() -> None:
    """Let a child be interrupted: what a shell starts in the background ignores SIGINT, and so would its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)


@contextmanager
def running(words: Sequence[str | Path], environment: Mapping[str, str], *,
            new_session: bool = False) -> Iterator["subprocess.Popen[str]"]:  # fmt: skip
    """A program with its output in pipes; however the block is left, the program has ended by then."""
    process = subprocess.Popen(  # noqa: S603 - our own program
        list(map(str, words)), env=os.environ | environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=new_session, preexec_fn=default_signals)  # noqa: PLW1509 - no thread of a test starts a program  # fmt: skip
    with process:
        try:
            yield process
        finally:
            process.kill()


def in_process_of_its_own(file: Path, platform: str) -> str:
    """Run a file of Python on one of Qt's platforms; what it printed. Fails the test where the process was ended."""
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, file], env=os.environ | {"QT_QPA_PLATFORM": platform, "PYTHONPATH": str(Path.cwd())},
        capture_output=True, text=True, timeout=TIMEOUT, check=False)  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout

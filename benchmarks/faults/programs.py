"""Runs commands as programs of their own, for what has to happen at the same time."""

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.faults.commands import LONGEST, Result


def run_program(*words: str | Path, seconds: float = 4 * LONGEST) -> Result:
    """Run a command and wait for it; end it after some seconds."""
    command = [sys.executable, "-m", "qtviewer", *map(str, words)]
    environment = os.environ | {"PYTHONPATH": str(Path.cwd())}
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env=environment,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Result(-9, "", "", has_hung=True)
    return Result(done.returncode, done.stdout, done.stderr, has_hung=False)

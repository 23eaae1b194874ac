"""Printing of commands: answers on standard output, notes and errors on standard error."""

import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any, TextIO


def print_answer(text: str) -> None:
    """Print a line of a command's answer, with escapes for letters that standard output does not have."""
    try:
        print(text)  # noqa: T201 - the one place that writes to standard output
    except UnicodeEncodeError as error:
        print(text.encode(error.encoding, "backslashreplace").decode(error.encoding))  # noqa: T201 - the same


def print_report(lines: Iterable[str], done: str) -> None:
    """Print what a command has done; where that cannot be printed, `done` says on standard error that it was done."""
    try:
        for line in lines:
            print_answer(line)
        flush_answers()
    except BrokenPipeError:  # its reader has gone: nothing to say
        discard_answers()
    except OSError as error:
        discard_answers()
        print_note(f"{done}; the report cannot be printed ({error.strerror})")


def discard_answers() -> None:
    """Let standard output lead nowhere from now on, so that what waits to be written to it raises no more errors."""
    _discard(sys.stdout)


def _discard(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def flush_answers() -> None:
    """Write what was printed; raises OSError where standard output cannot be written, not while Python ends."""
    print(end="", flush=True)  # noqa: T201 - unlike sys.stdout.flush it does nothing where there is no output


def print_json(value: Any) -> None:
    """Print a value as one line of JSON."""
    import json

    print_answer(json.dumps(value, ensure_ascii=False))


def print_note(text: str) -> None:
    """Print something that users should know though the command succeeded."""
    _print_aside(f"qtviewer: note: {text}")


def print_error(text: str) -> None:
    """Print why a command could not do what was asked, or one of the reasons."""
    _print_aside(f"qtviewer: error: {text}")


def _print_aside(text: str) -> None:
    line = " ".join(text.splitlines())  # what others call a reason may be several
    try:
        print(line, file=sys.stderr, flush=True)  # noqa: T201 - the one place that writes to standard error
    except OSError:  # there is no other place to say that it cannot be said
        _discard(sys.stderr)


def print_problems(problems: Sequence[str]) -> int:
    """Print a line for each problem; return the exit status, 1 when there are any."""
    for problem in problems:
        print_error(problem)
    return 1 if problems else 0

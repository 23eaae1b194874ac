"""Printing of commands: answers on standard output, notes and errors on standard error."""

import sys
from collections.abc import Sequence
from typing import Any


def print_answer(text: str) -> None:
    """Print a line of a command's answer."""
    print(text)  # noqa: T201 - the one place that writes to standard output


def flush_answers() -> None:
    """Write what was printed; raises OSError where standard output cannot be written, not while Python ends."""
    print(end="", flush=True)  # noqa: T201 - unlike sys.stdout.flush it does nothing where there is no output


def print_json(value: Any) -> None:
    """Print a value as one line of JSON."""
    import json

    print_answer(json.dumps(value, ensure_ascii=False))


def print_note(text: str) -> None:
    """Print something that users should know though the command succeeded."""
    print(f"qtviewer: note: {text}", file=sys.stderr)  # noqa: T201 - the one place that writes notes


def print_error(text: str) -> None:
    """Print why a command could not do what was asked, or one of the reasons."""
    print(f"qtviewer: error: {text}", file=sys.stderr)  # noqa: T201 - the one place that writes errors


def print_problems(problems: Sequence[str]) -> int:
    """Print a line for each problem; return the exit status, 1 when there are any."""
    for problem in problems:
        print_error(problem)
    return 1 if problems else 0

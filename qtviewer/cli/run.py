"""Running one command from its words to its exit status."""

import argparse
from collections.abc import Callable, Sequence

from qtviewer.cli.output import discard_answers, flush_answers, print_error
from qtviewer.cli.parser import COMMANDS, make_parser
from qtviewer.domain.errors import ViewerError
from qtviewer.interruption import was_interrupted


def run(arguments: Sequence[str]) -> int:
    """Run one command; return 0 done, 1 could not (one line on standard error), 2 wrong usage.

    Ctrl+C raises KeyboardInterrupt, also where something else failed because of it.
    """
    words = list(arguments)
    if not words or (words[0] not in COMMANDS and words[0] not in ("-h", "--help", "--version")):
        words.insert(0, "view")
    try:
        try:
            return _run_command(words)
        finally:
            flush_answers()
    except (ViewerError, OSError) as error:
        if was_interrupted():
            raise KeyboardInterrupt from error
        if isinstance(error, OSError):  # standard output cannot be written
            discard_answers()
        if not isinstance(error, BrokenPipeError):  # the reader of a pipe has gone: nothing to say
            print_error(str(error))
        return 1


def _run_command(words: Sequence[str]) -> int:
    known = [word for word in words[:1] if word in COMMANDS]
    options = make_parser(known or COMMANDS).parse_args(words)
    command: Callable[[argparse.Namespace], int] = options.command
    return command(options)

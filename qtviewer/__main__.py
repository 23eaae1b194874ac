"""`python -m qtviewer` and the command `qtviewer`."""

import sys

from qtviewer.bytecode import LOADING_ERRORS, restart_without_damaged_bytecode
from qtviewer.interruption import STATUS, ignore_interruptions, was_interrupted, watch_interruptions


def main() -> None:
    """Run the command line and exit with its status; Ctrl+C ends it with one line and status 130."""
    try:
        watch_interruptions()
        from qtviewer.cli.run import run  # noqa: PLC0415 - so that Ctrl+C may be pressed while it is loaded

        status = run(sys.argv[1:])
    except BaseException as error:
        if not (isinstance(error, KeyboardInterrupt) or was_interrupted()):
            if isinstance(error, LOADING_ERRORS):
                restart_without_damaged_bytecode(error)
            raise
        status = STATUS
    if status == STATUS:
        ignore_interruptions()
        print("qtviewer: interrupted", file=sys.stderr)  # noqa: T201 - nothing else may be loaded yet
    sys.exit(status)


if __name__ == "__main__":
    main()

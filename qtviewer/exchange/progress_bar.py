"""A progress bar on standard error for exports from the command line."""

import sys
from typing import Final

from qtviewer.exchange.export_job import ProgressCallback

_WIDTH: Final = 32  # characters
_MIN_EVENTS: Final = 2_000  # events: fewer are done before a bar could be read


def progress_bar(count: int) -> ProgressCallback | None:
    """Return a callback that draws the progress of `count` events; None for few events or without a terminal."""
    if count < _MIN_EVENTS or sys.stderr is None or not sys.stderr.isatty():
        return None
    shown = -1

    def show(done: int) -> None:
        nonlocal shown
        percent = min(done * 100 // count, 100)
        if percent != shown:
            shown = percent
            bar = "#" * (percent * _WIDTH // 100)
            end = "\n" if percent == 100 else ""
            print(f"\r[{bar:<{_WIDTH}}] {percent:3d}%", end=end, file=sys.stderr, flush=True)  # noqa: T201 - what it is

    return show

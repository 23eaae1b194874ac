"""How far a long command is, as a bar on standard error; silent where nobody watches."""

import sys
from typing import Final

from qtviewer.exchange.export_job import ProgressCallback

_WIDTH: Final = 32  # characters
_FEWEST: Final = 2_000  # events: fewer are done before a bar could be read


def progress_bar(count: int) -> ProgressCallback | None:
    """A bar for so many events, or None when standard error is no terminal."""
    if count < _FEWEST or sys.stderr is None or not sys.stderr.isatty():
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

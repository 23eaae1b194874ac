"""From process start to the first full frame: the program against a bare window with one Chinese label."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.stores import MILLION, store_of
from qtviewer.app.stores import open_source
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.resources import shipped_store_path

_ROUNDS = 21
_BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication(sys.argv[:1])
window = QMainWindow()
window.setCentralWidget(QLabel("钱塘纪事"))
window.resize(1440, 900)
window.show()
application.processEvents()
assert window.windowHandle().isExposed()
print(time.monotonic(), flush=True)
"""
# The model is asked to load the calendar when the first frame is on the screen: that is the moment to take. Until then
# everything is as the command `qtviewer view STORE --lang zh` does it.
_PROGRAM = """
import os, sys, time
from qtviewer import __main__
from qtviewer.ui.view_model import ViewModel
def tell(model):
    print(time.monotonic(), flush=True)
    from PySide6.QtWidgets import QApplication
    [window] = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    os._exit(0 if window.windowHandle().isExposed() else 1)
ViewModel.load_lunar_calendar = tell
sys.argv = ["qtviewer", "view", sys.argv[1], "--lang", "zh"]
__main__.main()
"""


def startup() -> Iterator[Figure]:
    """Median seconds until the program's first frame on the shipped store; at most 2.3 times the bare window's."""
    yield _measured("startup", shipped_store_path())


def startup_1m() -> Iterator[Figure]:
    """The same on a million events; at most 2.5 times the bare window's."""
    yield _measured("startup_1m", store_of(MILLION))


def _measured(name: str, store: Path) -> Figure:
    """The figure for any store, both sides measured in turn."""
    pairs = [(_seconds(_BARE), _seconds(_PROGRAM, str(store))) for _ in range(_ROUNDS)]
    floor, value = (statistics.median(side) for side in zip(*pairs[1:], strict=True))  # the first warms the caches
    return Figure.of(name, open_source(store).count(EventQuery()), value, "s", floor)


def _seconds(code: str, *arguments: str) -> float:
    with tempfile.TemporaryDirectory() as settings:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": settings}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # both sides may use compiled modules, as installed ones do
        start = time.monotonic()
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    return float(done.stdout) - start

"""Time from the start of the process to the first full frame; the floor is a window with one Chinese label."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measurement import Measurement
from benchmarks.stores import MILLION, synthetic_store
from qtviewer.app.stores import open_source
from qtviewer.domain.event_query import EventQuery
from qtviewer.resources import shipped_store_path

_ROUNDS = 21
_SCREEN = {"name": "large", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}  # > the window
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
# The window asks its model to load the lunar calendar right after the first frame: the time is taken then. Until then
# everything runs as in the command `qtviewer view STORE --lang zh`, which loads Qt after it has opened the store.
_PROGRAM = """
import os, sys, time
from qtviewer import __main__
from qtviewer.app import stores
def print_time(model):
    print(time.monotonic(), flush=True)
    from PySide6.QtWidgets import QApplication
    [window] = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    os._exit(0 if window.windowHandle().isExposed() else 1)
def open_with_query(*arguments):
    opened = opening(*arguments)
    from qtviewer.ui.view_model import ViewModel
    ViewModel.load_lunar_calendar = print_time
    return opened
opening, stores.open_with_query = stores.open_with_query, open_with_query
sys.argv = ["qtviewer", "view", sys.argv[1], "--lang", "zh"]
__main__.main()
"""


def startup() -> Iterator[Measurement]:
    """Yield the median seconds on the shipped store, which shall be at most 2.3 floors."""
    yield _startup_measurement("startup", shipped_store_path())


def startup_1m() -> Iterator[Measurement]:
    """Yield the median seconds on a million events, which shall be at most 2.5 floors."""
    yield _startup_measurement("startup_1m", synthetic_store(MILLION))


def _startup_measurement(name: str, store: Path) -> Measurement:
    """Return the measurement on a store; program and floor are started in turn."""
    pairs = [(_seconds(_BARE), _seconds(_PROGRAM, str(store))) for _ in range(_ROUNDS)]
    floor, value = (statistics.median(side) for side in zip(*pairs[1:], strict=True))  # the first warms the caches
    return Measurement.of(name, open_source(store).count(EventQuery()), value, "s", floor)


def _seconds(code: str, *arguments: str) -> float:
    with tempfile.TemporaryDirectory() as settings:
        screens = Path(settings, "screens.json")
        screens.write_text(json.dumps({"screens": [_SCREEN]}), encoding="utf-8")
        platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "XDG_CONFIG_HOME": settings}
        environment = os.environ | platform
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # both sides may use compiled modules, as installed ones do
        start = time.monotonic()
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    return float(done.stdout) - start

"""Peak memory of the window on a million events after panning and zooming; the floor is a window with a label."""

import os
import subprocess
import sys
from collections.abc import Iterator

from benchmarks.measurement import Measurement
from benchmarks.stores import MILLION, synthetic_store

_PEAK = """
from benchmarks.peak_memory import peak_memory
"""
_BARE = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QLabel("钱塘纪事"))
window.resize(1920, 1080)
window.show()
application.processEvents()
print(peak_memory())
"""
_MOVED = """
import sys
from pathlib import Path
from benchmarks.frames import application, open_window, process_events
from qtviewer.domain.dates.day_number import day_number
window = open_window(Path(sys.argv[1]))
view = window.timeline
for first, last in ((1850, 2026), (1960, 1985), (1980, 1981)):
    window.model.set_visible_range(day_number(first), day_number(last))
    for _ in range(40):
        view.navigation.pan(200, 0)
        process_events(application(), 0.02)
for factor in (1.1, 1 / 1.1):
    for _ in range(80):
        view.navigation.show_scale(view.scale().zoomed(factor, 500))
        process_events(application(), 0.02)
print(peak_memory())
"""


def memory_1m() -> Iterator[Measurement]:
    """Yield the peak memory in MB above that of the floor, which shall be at most 120."""
    bare, moved = peak_memory_of(_BARE), peak_memory_of(_MOVED, str(synthetic_store(MILLION)))
    yield Measurement.of("memory_1m", MILLION, moved - bare, "MB over the bare window", bare)


def peak_memory_of(code: str, *arguments: str) -> float:
    """Return what a Python process prints that runs some code, which is to print `peak_memory()`; on Linux only."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _PEAK + code, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    return float(done.stdout)

"""Visits to the kiosk, one after the other in one process: what it remembers of them, and how long its frames take.

`QTVIEWER_SOAK_VISITS` says how many visits, 10,000 without it.
"""

import os
import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.error_counter import ErrorCounter
from benchmarks.figures import Figure
from benchmarks.frames import Frames, application, floor, measure, rest
from benchmarks.visitor import Clock, Visitor
from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.log import open_log
from qtviewer.resources import shipped_store_path
from qtviewer.store.reader import StoreReader
from qtviewer.ui.garbage import GarbageCollector, collect_garbage
from qtviewer.ui.kiosk.kiosk_window import KioskWindow
from qtviewer.ui.kiosk.run import open_window
from qtviewer.ui.kiosk.supervisor import Supervisor

_VISITS = 10_000
_SEED = 20_260_628
_TENTHS = 10
_WARM_UP = 2  # tenths, after which memory may not grow any more
_PAN = 24  # pixels a frame
_FRAMES = 240
_SIZE = (1080, 1920)


def soak() -> Iterator[Figure]:
    """Memory at each tenth to that after two, at most 1.05; troubles, none; panning before and after all visits."""
    visits = int(os.environ.get("QTVIEWER_SOAK_VISITS", _VISITS))
    application()
    with TemporaryDirectory() as folder:
        # The nightly restart would end the window in the midst of it.
        config = KioskConfig(restart_at="", log_file=Path(folder, "log"), counts_file=Path(folder, "counts"))
        log = open_log(config.log_file)
        troubles = ErrorCounter(log)
        clock, source = Clock(), StoreReader(shipped_store_path())
        window, supervisor = open_window(config, source, clock), Supervisor(config, log, clock)
        window.resize(*_SIZE)
        window.show()
        supervisor.watch(window)
        GarbageCollector(window)
        visitor = Visitor(window, clock, random.Random(_SEED))  # noqa: S311 - the same visits every time
        before = [_frames(window, visitor) for _ in range(2)][-1]  # the first ones make what is made once
        yield from _remembered(visitor, visits)
        after = _frames(window, visitor)
        yield Figure.of("soak_troubles", visits, troubles.count, "troubles", visits)
        yield Figure.of("soak_pan", visits, after.p95 * 1e3, "ms", floor().median * 1e3)
        yield Figure.of("soak_pan_growth", visits, after.p95 * 1e3, "ms", before.p95 * 1e3)
        window.leave(0)
        supervisor.close()
        source.close()


def _remembered(visitor: Visitor, visits: int) -> Iterator[Figure]:
    """Memory at each tenth of the visits, compared with that after the warm-up."""
    sizes: list[float] = []
    for tenth in range(1, _TENTHS + 1):
        done = visits * (tenth - 1) // _TENTHS
        for _ in range(done, visits * tenth // _TENTHS):
            visitor.visit()
            collect_garbage()
        sizes.append(_resident())
        if tenth >= _WARM_UP:
            yield Figure.of("soak_memory", visits * tenth // _TENTHS, sizes[-1], "MB", sizes[_WARM_UP - 1])


def _frames(window: KioskWindow, visitor: Visitor) -> Frames:
    """Frames of panning the timeline a visitor finds."""
    window.handle_touch()
    rest(application(), 1.0)
    view = window.visit.timeline
    frames = measure(view.viewport(), lambda at: view.navigation.pan(_PAN if at < _FRAMES / 2 else -_PAN, 0), _FRAMES)
    visitor.leave()
    return frames


def _resident() -> float:
    """MB of this process in memory, on Linux."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - not a file one could name
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024

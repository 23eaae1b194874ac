"""Memory, errors and times of frames of a kiosk after many visits in one process.

The environment variable `QTVIEWER_SOAK_VISITS` is the number of visits, 10,000 without it.
"""

import os
import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.error_counter import ErrorCounter
from benchmarks.frames import FrameTimes, application, floor_frames, measure_frames, process_events
from benchmarks.measurement import Measurement
from benchmarks.visitor import Clock, Visitor
from qtviewer.kiosk.config import KioskConfig
from qtviewer.kiosk.log import open_log
from qtviewer.resources import shipped_store_path
from qtviewer.store.reader import StoreReader
from qtviewer.ui.garbage_collector import GarbageCollector, collect_garbage
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


def soak() -> Iterator[Measurement]:
    """Yield the memory after each tenth of the visits, the number of errors, and panning before and after all visits.

    The floor of the memory is that after two tenths, which it shall exceed by at most 5 percent.
    """
    visits = int(os.environ.get("QTVIEWER_SOAK_VISITS", _VISITS))
    application()
    with TemporaryDirectory() as folder:
        # No nightly restart, which would close the window.
        config = KioskConfig(restart_at="", log_file=Path(folder, "log"), counts_file=Path(folder, "counts"))
        log = open_log(config.log_file)
        errors = ErrorCounter(log)
        clock, source = Clock(), StoreReader(shipped_store_path())
        window, supervisor = open_window(config, source, clock), Supervisor(config, log, clock)
        window.resize(*_SIZE)
        window.show()
        supervisor.watch(window)
        GarbageCollector(window, lambda: supervisor.is_moving)
        visitor = Visitor(window, clock, random.Random(_SEED))  # noqa: S311 - the same visits every time
        before = [_pan_frames(window, visitor) for _ in range(2)][-1]  # the first time fills caches
        yield from _memory_measurements(visitor, visits)
        after = _pan_frames(window, visitor)
        yield Measurement.of("soak_troubles", visits, errors.count, "troubles", visits)
        yield Measurement.of("soak_pan", visits, after.p95 * 1e3, "ms", floor_frames().median * 1e3)
        yield Measurement.of("soak_pan_growth", visits, after.p95 * 1e3, "ms", before.p95 * 1e3)
        window.leave(0)
        supervisor.close()
        source.close()


def _memory_measurements(visitor: Visitor, visits: int) -> Iterator[Measurement]:
    """Make visits, and yield the memory after each tenth of them; the floor is that after the warm-up."""
    sizes: list[float] = []
    for tenth in range(1, _TENTHS + 1):
        done = visits * (tenth - 1) // _TENTHS
        for _ in range(done, visits * tenth // _TENTHS):
            visitor.visit()
            collect_garbage()
        sizes.append(_resident_memory())
        if tenth >= _WARM_UP:
            yield Measurement.of("soak_memory", visits * tenth // _TENTHS, sizes[-1], "MB", sizes[_WARM_UP - 1])


def _pan_frames(window: KioskWindow, visitor: Visitor) -> FrameTimes:
    """Return the times of frames while the timeline of a fresh visit is panned."""
    window.handle_touch()
    process_events(application(), 1.0)
    view = window.visit.timeline
    frames = measure_frames(
        view.viewport(), lambda number: view.navigation.pan(_PAN if number < _FRAMES / 2 else -_PAN, 0), _FRAMES
    )
    visitor.leave()
    return frames


def _resident_memory() -> float:
    """Return the resident memory of this process in MB; on Linux only."""
    with open("/proc/self/status", encoding="ascii") as status:  # noqa: PTH123 - not a file one could name
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024

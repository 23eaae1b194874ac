"""Panning and zooming beside vis-timeline, in a browser of the machine, on the same numbers of events.

Ours is everything up to the painted frame; of vis-timeline only the script counts, not what the browser does after it.
This needs npm and Chromium, and is run by its name only.
"""

import json
import shutil
import sqlite3
import statistics
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

from benchmarks.frames import FULL_HD, FrameTimes, open_window
from benchmarks.measurement import Measurement
from benchmarks.moving import FRAMES, PAN, ZOOM, ZOOM_ANCHOR, Years, pan_frames, zoom_frames
from benchmarks.stores import HUNDRED_THOUSAND, TEN_THOUSAND, synthetic_store

_PACKAGE = "vis-timeline@8.5.4"
_SCRIPTS = "package/standalone/umd"
_STYLES = "package/styles"
_NAMES = ("vis-timeline-graph2d.min.js", "vis-timeline-graph2d.min.css")
_BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
_PAGE = Path(__file__).with_name("peer_page.html")
_JULIAN_DAY_OF_ORDINAL_0 = 1_721_425
_VIEW: Years = (1980, 1981)


def peers() -> Iterator[Measurement]:
    """Yield the 95th percentiles of panning and zooming over those of vis-timeline's script.

    At 10,000 events they shall be at most 0.35 and 0.5, at 100,000 at most 0.12 and 0.06.
    """
    for count in (TEN_THOUSAND, HUNDRED_THOUSAND):
        theirs = _frames_of_peer(count)
        ours = _frames_of_ours(count)
        for kind, frames in zip(("pan", "zoom"), ours, strict=True):
            floor = statistics.quantiles(theirs[kind], n=20)[-1]
            yield Measurement.of(f"{kind}_vis_timeline", count, frames.p95 * 1e3, "ms", floor)


def _frames_of_ours(count: int) -> tuple[FrameTimes, FrameTimes]:
    """Return the times of panning and of zooming."""
    window = open_window(synthetic_store(count))
    frames = pan_frames(window, [_VIEW]), zoom_frames(window, [_VIEW])
    window.close()
    return frames


def _frames_of_peer(count: int) -> dict[str, list[float]]:
    """Return the milliseconds of script in each frame of panning and of zooming."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _unpack_peer(folder)
        shutil.copy(_PAGE, folder / "index.html")
        (folder / "items.js").write_text(_items(count), encoding="utf-8")
        return _measured_in_browser(folder)


def _unpack_peer(folder: Path) -> None:
    command = [_found("npm"), "pack", "--silent", _PACKAGE]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - a pinned package
    [archive] = folder.glob("*.tgz")
    with tarfile.open(archive) as package:
        package.extractall(folder, filter="data")
    for parent, name in zip((_SCRIPTS, _STYLES), _NAMES, strict=True):
        shutil.copy(folder / parent / name, folder)


def _items(count: int) -> str:
    """Return a script with the events of a store, its categories and what to do with them."""
    with closing(sqlite3.connect(synthetic_store(count))) as store:
        rows = store.execute(
            "SELECT number, category, first_day, last_day, title FROM event JOIN event_text ON event = id"
        ).fetchall()
        categories = [category for (category,) in store.execute("SELECT id FROM category ORDER BY position")]
    items = [_item(*row) for row in rows]
    plan = {
        "frames": FRAMES, "pan": PAN, "zoom": ZOOM, "anchor": ZOOM_ANCHOR / FULL_HD[0],
        "views": [[f"{year}-01-01" for year in _VIEW]],
    }  # fmt: skip
    values = {"items": items, "groups": [{"id": key, "content": key} for key in categories], "plan": plan}
    return "".join(f"const {name} = {json.dumps(value)};\n" for name, value in values.items())


def _item(number: int, category: str, first_day: int, last_day: int, title: str) -> dict[str, Any]:
    item = {"id": number, "group": category, "content": title, "start": _iso(first_day)}
    return item if first_day == last_day else item | {"end": _iso(last_day + 1)}


def _iso(day: int) -> str:
    return date.fromordinal(day - _JULIAN_DAY_OF_ORDINAL_0).isoformat()


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder, and appends what is posted to `results`."""

    def __init__(self, results: list[bytes], *arguments: Any, **options: Any) -> None:
        self._results = results
        super().__init__(*arguments, **options)

    def do_POST(self) -> None:
        self._results.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_arguments: Any) -> None:
        """Keep the output to the figures."""


def _measured_in_browser(folder: Path) -> dict[str, list[float]]:
    """Return what the page of a folder posts when a browser shows it."""
    results: list[bytes] = []
    with HTTPServer(("127.0.0.1", 0), partial(_Handler, results, directory=folder)) as server:
        browser = subprocess.Popen(_browser_command(folder, server.server_port), stderr=subprocess.DEVNULL)  # noqa: S603 - ours
        try:
            while not results:
                server.handle_request()
        finally:
            browser.terminate()
            browser.wait()
    return json.loads(results[0])  # type: ignore[no-any-return]  # what the page makes


def _browser_command(folder: Path, port: int) -> Sequence[str]:
    size = "--window-size={},{}".format(*FULL_HD)
    # Without its sandbox it also runs as root; it only opens the page of this folder.
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}", size]
    return [_found(*_BROWSERS), *options, f"http://127.0.0.1:{port}/"]


def _found(*names: str) -> str:
    """Return the path of the first of some programs that is installed."""
    for name in names:
        if path := shutil.which(name):
            return path
    raise SystemExit(f"benchmarks: peers needs {' or '.join(names)}, and there is none")

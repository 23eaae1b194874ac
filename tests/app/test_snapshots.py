"""The window as a picture, through the command line."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from PySide6.QtGui import QImage

from qtviewer.resources import shipped_store_path
from qtviewer.store.reindexing import rebuild_derived_data
from tests.store.stores import edited_copy


def snapshot(output: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run `qtviewer snapshot` where there is no display."""
    environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-m", "qtviewer", "snapshot", str(output), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603 - ours


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_a_snapshot_has_the_size_and_the_ground_that_were_asked_for(theme: str, lang: str, tmp_path: Path) -> None:
    """A picture in every theme and language, with many colours on the theme's ground."""
    output = tmp_path / "window.png"
    assert snapshot(output, "--size", "1280x800", "--theme", theme, "--lang", lang).returncode == 0
    image = QImage(str(output))
    assert (image.width(), image.height()) == (1280, 800)
    assert (image.pixelColor(5, 790).lightness() > 127) == (theme == "light")
    assert len({image.pixel(x, y) for x in range(0, 1280, 7) for y in range(0, 800, 7)}) > 20


def test_filters_and_the_event_change_the_picture(tmp_path: Path) -> None:
    """What the command line filters and selects is what the picture shows."""
    pictures = []
    for number, options in enumerate([[], ["--category", "milestone"], ["--event", "metro-line-8-opens"]]):
        output = tmp_path / f"{number}.png"
        assert snapshot(output, "--size", "1280x800", *options).returncode == 0
        pictures.append(output.read_bytes())
    assert len(set(pictures)) == 3


@pytest.mark.parametrize("options", [(), ("--mode", "list"), ("--kiosk", "--size", "1080x1920")])
@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_store_has_a_whole_picture_or_a_sentence(seed: int, options: tuple[str, ...], tmp_path: Path) -> None:
    """With pages that are noise: no crash, no traceback, and no picture of half of the events."""
    store, random = edited_copy(shipped_store_path(), tmp_path / "damaged.sqlite"), Random(seed)  # noqa: S311 - the same noise
    with store.open("r+b") as file:
        for _ in range(3):
            file.seek(random.randrange(1, store.stat().st_size // 4096) * 4096)
            file.write(random.randbytes(4096))
    done = snapshot(tmp_path / "window.png", "--store", str(store), *options)
    lines = [line for line in done.stderr.splitlines() if "This plugin does not support" not in line]
    assert (done.returncode, len(lines)) in ((0, 0), (1, 1))
    assert (tmp_path / "window.png").exists() == (done.returncode == 0)
    assert all(line.startswith(f"qtviewer: error: {store}: ") for line in lines)


def test_a_store_edited_elsewhere_has_the_picture_of_its_events(tmp_path: Path) -> None:
    """The strip of the whole store is the same as after reindexing, and the picture another one than before."""
    edits = "UPDATE event SET category = 'national', importance = 1 WHERE number % 2"
    store = edited_copy(shipped_store_path(), tmp_path / "edited.sqlite", edits)
    pictures: list[QImage] = []
    for path in (shipped_store_path(), store, store):
        if len(pictures) == 2:
            rebuild_derived_data(store)
        output = tmp_path / f"{len(pictures)}.png"
        assert snapshot(output, "--size", "1280x1000", "--lang", "en", "--store", str(path)).returncode == 0
        pictures.append(QImage(str(output)))
    assert pictures[0] != pictures[1]
    edited_strip, reindexed_strip = (picture.copy(0, 930, 1280, 70) for picture in pictures[1:])
    assert edited_strip == reindexed_strip


def test_a_snapshot_that_fails_leaves_nothing(tmp_path: Path) -> None:
    """A damaged store gives one line, exit 1 and no file."""
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    done = snapshot(tmp_path / "window.png", "--store", str(damaged))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert list(tmp_path.iterdir()) == [damaged]


@pytest.mark.parametrize("size", ["1080x1920", "1920x1080"])
def test_the_kiosk_has_a_picture(size: str, tmp_path: Path) -> None:
    """In portrait and in landscape, with the event that was asked for; another event is another picture."""
    pictures = []
    for event in ("metro-line-8-opens", "transport-projects-2021"):
        output = tmp_path / f"{event}.png"
        assert snapshot(output, "--kiosk", "--size", size, "--event", event).returncode == 0
        pictures.append(QImage(str(output)))
    assert f"{pictures[0].width()}x{pictures[0].height()}" == size
    assert pictures[0] != pictures[1]

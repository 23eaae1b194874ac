"""Fixtures that tests of several packages share."""

import json
import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import settings

from qtviewer.resources import shipped_store_path
from qtviewer.store.reader import StoreReader
from qtviewer.store.writer import write_store
from tests.store.samples import SAMPLE

settings.register_profile("untimed", deadline=None)  # tests prove what is right; speed is measured in benchmarks
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def _no_display(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The first QApplication, which is made after this, has a screen in memory: Qt's own is smaller than the window."""
    screen = {"name": "large", "x": 0, "y": 0, "width": 3840, "height": 2160, "logicalDpi": 96, "dpr": 1}
    settings = tmp_path_factory.mktemp("screen") / "screen.json"
    settings.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={settings}"


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the small sample chronicle; tests leave it as it is."""
    path = tmp_path_factory.mktemp("sample") / "events.sqlite"
    write_store(SAMPLE, path)
    return path


@pytest.fixture(scope="session")
def shipped() -> Iterator[StoreReader]:
    """The shipped store, open."""
    with closing(StoreReader(shipped_store_path())) as reader:
        yield reader

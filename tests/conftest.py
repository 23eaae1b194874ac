"""Fixtures that tests of several packages share."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qtviewer.resources import shipped_store
from qtviewer.store.reader import StoreReader
from qtviewer.store.writer import write_store
from tests.store.samples import SAMPLE


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the small sample chronicle; tests leave it as it is."""
    path = tmp_path_factory.mktemp("sample") / "events.sqlite"
    write_store(SAMPLE, path)
    return path


@pytest.fixture(scope="session")
def shipped() -> Iterator[StoreReader]:
    """The shipped store, open."""
    with closing(StoreReader(shipped_store())) as reader:
        yield reader

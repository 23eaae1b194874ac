"""A kiosk goes on to a store that was published anew, between two visits."""

import logging
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from qtviewer.store.reader import StoreReader
from qtviewer.ui.kiosk.kiosk_window import KioskWindow
from qtviewer.ui.kiosk.store_watch import StoreWatch
from tests.store.import_helpers import import_rows, imported_row
from tests.ui.kiosk.kiosks import OpenKiosk

LOG = logging.getLogger("kiosk")


@pytest.fixture
def store(sample_store: Path, tmp_path: Path) -> Path:
    """A store that may be changed."""
    return Path(shutil.copy(sample_store, tmp_path / "events.sqlite"))


def _publish(store: Path) -> None:
    import_rows(store, imported_row(2, "a", "2021-10-11", "A", category="history"))


def _times_reopened(window: KioskWindow, store: Path, times: int = 1) -> int:
    """How often it would be opened anew when it looks at the file some times."""
    reopened: list[bool] = []
    watch = StoreWatch(window, lambda: StoreReader(store), LOG, lambda: reopened.append(True))
    for _ in range(times):
        watch.check()
    return len(reopened)


def test_a_store_is_opened_anew_while_nobody_is_there(open_kiosk: OpenKiosk, store: Path) -> None:
    """Once it is another one."""
    with closing(StoreReader(store)) as source:
        window = open_kiosk(source=source)
        assert _times_reopened(window, store) == 0
        _publish(store)
        assert _times_reopened(window, store) == 1


def test_a_visitor_goes_on_with_what_is_shown(visit: OpenKiosk, store: Path) -> None:
    """All of it is of the store that was there when the visit began."""
    with closing(StoreReader(store)) as source:
        window = visit(source=source)
        _publish(store)
        assert _times_reopened(window, store) == 0


def test_a_store_that_cannot_be_opened_closes_no_kiosk(
    open_kiosk: OpenKiosk, store: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It goes on with what it has, and says why in the log, once."""
    with closing(StoreReader(store)) as source:
        window = open_kiosk(source=source)
        store.unlink()
        assert _times_reopened(window, store, times=3) == 0
    (record,) = [record for record in caplog.records if record.name == LOG.name]
    assert "the store was changed and cannot be opened: " in record.message
    assert "no such file" in record.message

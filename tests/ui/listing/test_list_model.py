"""The rows of the list as Qt sees them, under Qt's own tester."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from qtviewer.domain.event import EventText
from qtviewer.domain.event_query import EventQuery
from qtviewer.store.reader import StoreReader
from qtviewer.timeline.list_rows import rows_of
from qtviewer.ui.listing.list_model import HEAD_ROLE, HEADING_ROLE, ListModel
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.view_state import ViewState
from tests.store.samples import SAMPLE, sample_event
from tests.store.stores import temporary_store

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def texts(model: ListModel) -> list[str]:
    """What the rows say."""
    return [str(model.index(row).data()) for row in range(model.rowCount())]


@pytest.mark.usefixtures("qtbot")
def test_rows_are_events_under_their_months() -> None:
    """What is known by its year, decade or century stands under that, an unknown beginning at its end.

    Headings cannot be chosen.
    """
    dates = {
        "day": "2021-06-28", "year": "2021", "month": "2021-01", "decade": "202X", "century": "18XX",
        "open": "../2021-06",
    }  # fmt: skip
    events = [
        sample_event(key, date, "")._replace(texts={"en": EventText(key.title(), "", "")})
        for key, date in dates.items()
    ]
    with temporary_store(SAMPLE._replace(events=tuple(events))) as source:
        view_model = ViewModel(source, ViewState(lang="en"))
        model = ListModel(view_model)
        tester = QAbstractItemModelTester(model, FATAL)
        listing = source.listing(EventQuery(), "en", "date")
        for with_headings in (True, False, True):
            model.set_rows(rows_of(listing, with_headings=with_headings))
        headings = [row for row in range(model.rowCount()) if model.index(row).data(HEADING_ROLE) is not None]
        said = texts(model)
        assert [said[row] for row in headings] == ["19th century", "2020s", "2021", "January 2021", "June 2021"]
        assert [row.partition(",")[0] for row in said if row not in {said[at] for at in headings}] == [
            "Century", "Decade", "Year", "Month", "Day", "Open",
        ]  # fmt: skip
        for row in range(model.rowCount()):
            can_be_chosen = bool(model.index(row).flags() & Qt.ItemFlag.ItemIsSelectable)
            assert can_be_chosen is (row not in headings) is (model.index(row).data(HEAD_ROLE) is not None)
        assert model.rowCount(model.index(0)) == 0
        assert model.data(QModelIndex()) is None
        del tester


def test_every_event_of_the_store_is_found_in_its_row(qtbot: QtBot, shipped: StoreReader) -> None:
    """Whatever page it stands on, read forwards or at random."""
    model = ListModel(ViewModel(shipped, ViewState(lang="zh")))
    tester = QAbstractItemModelTester(model, FATAL)
    model.set_rows(rows_of(shipped.listing(EventQuery(), "zh", "date"), with_headings=True))
    for head in shipped.heads(EventQuery(), "zh")[::7]:
        row = model.row_of(head.id)
        assert row is not None
        assert model.index(row).data(HEAD_ROLE) == head
        assert head.title in model.index(row).data()
    assert model.row_of("not-there") is None
    del tester, qtbot

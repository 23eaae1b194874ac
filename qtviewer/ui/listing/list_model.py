"""The rows of the list as a Qt model, which reads event heads a page at a time when they are asked for."""

from collections import OrderedDict

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qtviewer.domain.dates.event_date import DatePoint, EventDate
from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import name_in_language
from qtviewer.domain.source import EventHead
from qtviewer.timeline.list_rows import ListRows
from qtviewer.ui.guard import guarded
from qtviewer.ui.view_model import ViewModel

_PAGE_SIZE = 64  # rows that are read together
_MOST_PAGES = 40  # in memory; the least recently used one goes first
HEAD_ROLE = Qt.ItemDataRole.UserRole
"""Data: the `EventHead` of a row, or None for a heading."""
HEADING_ROLE = Qt.ItemDataRole.UserRole + 1
"""Data: the `DatePoint` of a heading, or None for an event."""

Index = QModelIndex | QPersistentModelIndex


@guarded
class ListModel(QAbstractListModel):
    """Events, with a heading for each month if they are in date order."""

    def __init__(self, model: ViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._rows = ListRows((), ())
        self._pages: OrderedDict[int, dict[int, EventHead]] = OrderedDict()

    def set_rows(self, rows: ListRows) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = rows
        self._pages.clear()
        self.endResetModel()

    def row_of(self, event_id: str) -> int | None:
        """Return the row of an event by its id, or None for one that is not in the list."""
        number = self._model.source.number_of(event_id)
        return None if number is None else self._rows.row_of(number)

    def head_at(self, row: int) -> EventHead | None:
        """Return the event in a row, or None for a heading."""
        number = self._rows.numbers[row]
        return None if number < 0 else self._page(row // _PAGE_SIZE).get(number)

    def _page(self, page: int) -> dict[int, EventHead]:
        if page not in self._pages:
            page_numbers = self._rows.numbers[page * _PAGE_SIZE : (page + 1) * _PAGE_SIZE]
            numbers = [number for number in page_numbers if number > 0]  # without headings
            model = self._model
            self._pages[page] = dict(model.source.heads_by_number(numbers, model.state.lang, model.today))
            if len(self._pages) > _MOST_PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page]

    # --- overridden from Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own signature
        """Return the number of rows; no row has children."""
        return 0 if parent.isValid() else len(self._rows.numbers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a row, or what `HEAD_ROLE` and `HEADING_ROLE` ask for; None for any other role."""
        if not 0 <= index.row() < len(self._rows.numbers):
            return None
        heading = self._rows.heading_at(index.row())
        if role == HEADING_ROLE:
            return heading
        head = None if heading else self.head_at(index.row())
        if role == HEAD_ROLE:
            return head
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(head, heading)
        return None

    def _text(self, head: EventHead | None, heading: DatePoint | None) -> str:
        lang = self._model.state.lang
        if heading is not None:
            return date_label(EventDate.from_point(heading), lang)
        if head is None:
            return ""
        category = name_in_language(self._model.source.vocabulary.categories[head.category].names, lang)
        return f"{head.title}, {date_label(head.date, lang, head.time)}, {category}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return flags with which events can be selected and headings cannot."""
        if index.isValid() and self._rows.heading_at(index.row()) is not None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

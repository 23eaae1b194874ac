"""The rows of the list as Qt asks for them; heads are read a page at a time, when they are looked at."""

from collections import OrderedDict

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision
from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import name_in_language
from qtviewer.domain.source import EventHead
from qtviewer.timeline.list_rows import ListRows, Month
from qtviewer.ui.view_model import ViewModel

_PAGE = 64  # rows read together
_PAGES_KEPT = 40
HEAD_ROLE = Qt.ItemDataRole.UserRole
MONTH_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class ListModel(QAbstractListModel):
    """Events and headings of months."""

    def __init__(self, model: ViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._rows = ListRows((), ())
        self._pages: OrderedDict[int, dict[int, EventHead]] = OrderedDict()

    def show(self, rows: ListRows) -> None:
        """Take on other rows."""
        self.beginResetModel()
        self._rows = rows
        self._pages.clear()
        self.endResetModel()

    def row_of(self, event_id: str) -> int | None:
        """The row of an event, or None."""
        number = self._model.source.number_of(event_id)
        return None if number is None else self._rows.row_of(number)

    def head_at(self, row: int) -> EventHead | None:
        """The event in a row; None for a heading."""
        number = self._rows.numbers[row]
        return None if number < 0 else self._page(row // _PAGE).get(number)

    def _page(self, page: int) -> dict[int, EventHead]:
        if page not in self._pages:
            numbers = [number for number in self._rows.numbers[page * _PAGE : (page + 1) * _PAGE] if number > 0]
            self._pages[page] = dict(self._model.source.heads_by_number(numbers, self._model.state.lang))
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page]

    # --- what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - as Qt has it
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows.numbers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row in words, its event, or the month it names."""
        if not 0 <= index.row() < len(self._rows.numbers):
            return None
        month = self._rows.month_at(index.row())
        if role == MONTH_ROLE:
            return month
        head = None if month else self.head_at(index.row())
        if role == HEAD_ROLE:
            return head
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._in_words(head, month)
        return None

    def _in_words(self, head: EventHead | None, month: Month | None) -> str:
        lang = self._model.state.lang
        if month is not None:
            precision = Precision.MONTH if month.month else Precision.YEAR
            return date_label(EventDate.from_point(DatePoint(precision, month.year, month.month or 1)), lang)
        if head is None:
            return ""
        category = name_in_language(self._model.source.vocabulary.categories[head.category].names, lang)
        return f"{head.title}, {date_label(head.date, lang)}, {category}"

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Events can be chosen, headings cannot."""
        if index.isValid() and self._rows.month_at(index.row()) is not None:
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

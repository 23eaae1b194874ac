"""The list of matching events, with the same query and the same selection as the timeline."""

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.source import Order
from qtviewer.timeline.list_rows import ListRows, rows_of
from qtviewer.ui.background import BackgroundRunner, IsCancelled
from qtviewer.ui.guard import guarded
from qtviewer.ui.listing.list_delegate import ListDelegate
from qtviewer.ui.listing.list_model import HEAD_ROLE, ListModel
from qtviewer.ui.look.choice_box import ChoiceBox
from qtviewer.ui.look.labels import UnclippedLabel
from qtviewer.ui.view_model import ViewModel

_ORDERS: tuple[Order, ...] = ("date", "title", "importance")


@guarded
class EventList(QWidget):
    """A list of the matching events with a choice of its order. Its rows are read in a thread while it is visible."""

    def __init__(self, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._rows = ListModel(model, self)
        self._background = BackgroundRunner(self)
        self._shown_request: object = None
        self._count_label, self._order_label, self._order_box = QLabel(self), UnclippedLabel(self), ChoiceBox(self)
        self._order_box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)  # in another language, too
        self._order_box.addItems([""] * len(_ORDERS))
        self._order_box.currentIndexChanged.connect(self._refresh)
        self._order_label.setBuddy(self._order_box)
        self.view = self._make_view()
        self._arrange()
        model.query_changed.connect(self._refresh)
        model.language_changed.connect(self._retranslate)
        model.theme_changed.connect(self._retranslate)
        model.selection_changed.connect(self._follow_selection)
        self._retranslate()

    @property
    def is_busy(self) -> bool:
        """Whether the rows are still being read."""
        return self._background.is_busy

    def set_tab_order_after(self, widget: QWidget) -> None:
        """Let Tab lead from a widget to the order box, and from there to the rows."""
        QWidget.setTabOrder(widget, self._order_box)
        QWidget.setTabOrder(self._order_box, self.view)

    def _make_view(self) -> QListView:
        view = QListView(self)
        view.setModel(self._rows)
        view.setItemDelegate(ListDelegate(self._model))
        view.setUniformItemSizes(True)
        view.setFrameShape(QListView.Shape.NoFrame)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.selectionModel().currentChanged.connect(self._select_row)
        return view

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(18, 10, 14, 4)
        bar.addWidget(self._count_label)
        bar.addStretch(1)
        bar.addWidget(self._order_label)
        bar.addWidget(self._order_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the rows, and load the lunar calendar after the list is painted."""
        super().showEvent(event)
        self._refresh()
        QTimer.singleShot(0, self._model.load_lunar_calendar)

    def _retranslate(self) -> None:
        self._order_label.setText(self.tr("Sort by"))
        names = (self.tr("date"), self.tr("title"), self.tr("importance"))
        for index, name in enumerate(names):
            self._order_box.setItemText(index, name)
        self._order_box.setAccessibleName(self.tr("Sort by"))
        self.view.setAccessibleName(self.tr("List of events"))
        self._count_label.setFont(self._model.theme.font(16, bold=True))
        self._shown_request = None
        self._refresh()

    def _refresh(self) -> None:
        """Read the rows of the query in a thread; the former rows stay until then."""
        state, order = self._model.state, _ORDERS[max(self._order_box.currentIndex(), 0)]
        request = (self._model.matches, state.query, state.lang, order)
        if not self.isVisible() or request == self._shown_request:
            return
        self._shown_request = request
        self._count_label.setText(self.tr("%n event(s)", "", self._model.total))
        source, query, lang, _order = request

        def read_rows(_is_cancelled: IsCancelled) -> ListRows:
            return rows_of(source.listing(query, lang, order), with_headings=order == "date")

        self._background.run(read_rows, self._show_rows)

    def _show_rows(self, rows: ListRows | ViewerError) -> None:
        if isinstance(rows, ViewerError):
            raise rows
        self._rows.set_rows(rows)
        self._follow_selection()

    def _select_row(self, current: QModelIndex) -> None:
        head = current.data(HEAD_ROLE) if current.isValid() else None
        if head is not None and head.id != self._model.state.selected:
            self._model.select(head.id)

    def _follow_selection(self) -> None:
        row = self._rows.row_of(self._model.state.selected) if self.isVisible() and self._model.state.selected else None
        if row is not None and self.view.currentIndex().row() != row:
            index, hints = self._rows.index(row), QListView.ScrollHint
            is_near = self.view.viewport().rect().intersects(self.view.visualRect(index))
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, hints.EnsureVisible if is_near else hints.PositionAtCenter)

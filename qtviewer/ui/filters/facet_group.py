"""One facet in the panel: its most frequent values, or more of them with a field that searches their names."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from qtviewer.domain.query.facet_labels import facet_title
from qtviewer.domain.query.facet_rows import FacetContext, FacetRow, facet_list
from qtviewer.domain.source import Facet
from qtviewer.ui.filters.facet_check_box import FacetCheckBox
from qtviewer.ui.look.buttons import PointingHandButton
from qtviewer.ui.view_model import ViewModel

_FOLDED_COUNT = 6  # values of a folded group
_UNFOLDED_COUNT = 60  # values of an unfolded one; the search field finds the others
_ALWAYS_UNFOLDED = ("month", "category", "status", "importance", "precision")


class FacetGroup(QWidget):
    """The values of one facet as check boxes; hidden while there are none."""

    value_clicked = Signal(str)
    """Emitted with the value whose check box is clicked."""

    def __init__(self, facet: Facet, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facet: Facet = facet
        self._model = model
        self._counts: Mapping[str, int] = {}
        self._is_unfolded = facet in _ALWAYS_UNFOLDED
        self._check_boxes: dict[str, FacetCheckBox] = {}
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.search_field = QLineEdit(self)
        self.search_field.textChanged.connect(lambda _text: self._show_rows())
        self.more_button = PointingHandButton(self)
        self.more_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more_button.clicked.connect(self._toggle_folding)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self.search_field)
        column.addLayout(self._rows)
        column.addWidget(self.more_button)

    @property
    def check_boxes(self) -> Mapping[str, FacetCheckBox]:
        """The check boxes by value, in the order in which they are shown."""
        return self._check_boxes

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show the number of events for each value, in the model's language and theme."""
        self._counts = counts
        theme, title = self._model.theme, facet_title(self._facet, self._model.state.lang)
        self._title.setText(title[:1].upper() + title[1:])
        self.setAccessibleName(self._title.text())
        self._title.setFont(theme.font(17, bold=True))
        name = self.tr("Search: {facet}").format(facet=title)
        self.search_field.setPlaceholderText(name)
        self.search_field.setAccessibleName(name)
        self._show_rows()

    def _toggle_folding(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self.search_field.clear()
        self._show_rows()
        if self._is_unfolded and self.search_field.isVisible():
            self.search_field.setFocus()

    def _show_rows(self) -> None:
        context = FacetContext(self._model.requested_query, self._model.source.vocabulary, self._model.state.lang)
        limit = _UNFOLDED_COUNT if self._is_unfolded else _FOLDED_COUNT
        found = facet_list(self._facet, self._counts, context, limit, self.search_field.text())
        size = max(found.value_count, len(self._counts))
        can_fold = size > _FOLDED_COUNT and self._facet not in _ALWAYS_UNFOLDED
        self._arrange_rows(found.rows)
        self.search_field.setVisible(can_fold and self._is_unfolded and size > 2 * _FOLDED_COUNT)
        self.more_button.setVisible(can_fold)
        self.more_button.setText(
            self.tr("Fewer") if self._is_unfolded else self.tr("All {count}").format(count=f"{size:,}")
        )
        self.setVisible(bool(size))

    def _arrange_rows(self, rows: tuple[FacetRow, ...]) -> None:
        """Show a check box for each row, in order; the box of a value is reused, so that it keeps the focus."""
        kept = {row.value for row in rows}
        for value in [value for value in self._check_boxes if value not in kept]:
            check_box = self._check_boxes.pop(value)
            check_box.hide()
            check_box.deleteLater()
        check_boxes = {row.value: self._check_box_for(row) for row in rows}
        for position, check_box in enumerate(check_boxes.values()):
            if self._rows.indexOf(check_box) != position:
                self._rows.insertWidget(position, check_box)
        self._check_boxes = check_boxes

    def _check_box_for(self, row: FacetRow) -> FacetCheckBox:
        if row.value in self._check_boxes:
            self._check_boxes[row.value].show_row(row, self._model.theme)
            return self._check_boxes[row.value]
        check_box = FacetCheckBox(row, self._model.theme, self)
        check_box.clicked.connect(lambda: self.value_clicked.emit(row.value))
        return check_box

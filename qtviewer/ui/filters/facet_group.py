"""One facet in the panel: its most frequent values, and on request more of them and a search among them."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from qtviewer.domain.query.facet_labels import facet_title
from qtviewer.domain.query.facet_rows import FacetContext, FacetRow, facet_list
from qtviewer.domain.source import Facet
from qtviewer.ui.filters.facet_check import FacetCheck
from qtviewer.ui.look.buttons import PointingHandButton
from qtviewer.ui.view_model import ViewModel

_FEW = 6  # values of a folded group
_MANY = 60  # values of an unfolded one: more are found by their names
_ALWAYS_WHOLE = ("month", "category", "status", "importance", "precision")


class FacetGroup(QWidget):
    """The values of one facet as check boxes; hidden where there are none."""

    chosen = Signal(str)

    def __init__(self, facet: Facet, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facet: Facet = facet
        self._model = model
        self._counts: Mapping[str, int] = {}
        self._unfolded = facet in _ALWAYS_WHOLE
        self._checks: dict[str, FacetCheck] = {}
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self.search_field = QLineEdit(self)
        self.search_field.textChanged.connect(lambda _text: self._show_rows())
        self.more_button = PointingHandButton(self)
        self.more_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more_button.clicked.connect(self._fold)
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
    def checks(self) -> Mapping[str, FacetCheck]:
        """The check boxes by their values, in their order."""
        return self._checks

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Take on counts, and the model's query, language and theme."""
        self._counts = counts
        theme, title = self._model.theme, facet_title(self._facet, self._model.state.lang)
        self._title.setText(title[:1].upper() + title[1:])
        self.setAccessibleName(self._title.text())
        self._title.setFont(theme.font(17, bold=True))
        name = self.tr("Search: {facet}").format(facet=title)
        self.search_field.setPlaceholderText(name)
        self.search_field.setAccessibleName(name)
        self._show_rows()

    def _fold(self) -> None:
        self._unfolded = not self._unfolded
        self.search_field.clear()
        self._show_rows()
        if self._unfolded and self.search_field.isVisible():
            self.search_field.setFocus()

    def _show_rows(self) -> None:
        context = FacetContext(self._model.requested_query, self._model.source.vocabulary, self._model.state.lang)
        limit = _MANY if self._unfolded else _FEW
        found = facet_list(self._facet, self._counts, context, limit, self.search_field.text())
        size = max(found.size, len(self._counts))
        self._place(found.rows)
        self.search_field.setVisible(self._unfolded and size > 2 * _FEW and self._facet not in _ALWAYS_WHOLE)
        self.more_button.setVisible(size > _FEW and self._facet not in _ALWAYS_WHOLE)
        self.more_button.setText(
            self.tr("Fewer") if self._unfolded else self.tr("All {count}").format(count=f"{size:,}")
        )
        self.setVisible(bool(size))

    def _place(self, rows: tuple[FacetRow, ...]) -> None:
        """Put the rows in their order; a check box stays that of its value, so that it keeps the focus."""
        kept = {row.value for row in rows}
        for value in [value for value in self._checks if value not in kept]:
            check = self._checks.pop(value)
            check.hide()
            check.deleteLater()
        checks = {row.value: self._check(row) for row in rows}
        for at, check in enumerate(checks.values()):
            if self._rows.indexOf(check) != at:
                self._rows.insertWidget(at, check)
        self._checks = checks

    def _check(self, row: FacetRow) -> FacetCheck:
        if row.value in self._checks:
            self._checks[row.value].show_row(row, self._model.theme)
            return self._checks[row.value]
        check = FacetCheck(row, self._model.theme, self)
        check.clicked.connect(lambda: self.chosen.emit(row.value))
        return check

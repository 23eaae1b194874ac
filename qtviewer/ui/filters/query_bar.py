"""The query in words, a chip for each of its filters, and filter relaxations when no event matches."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.query.filter_relaxation import FilterRelaxation, filter_relaxations
from qtviewer.domain.query.query_labels import event_count_label, filter_chips, filter_labels, query_label
from qtviewer.ui.background import BackgroundRunner
from qtviewer.ui.look.buttons import PointingHandButton
from qtviewer.ui.look.flow_layout import FlowLayout
from qtviewer.ui.look.labels import TagLabel
from qtviewer.ui.view_model import ViewModel

_LONGEST_CHIP: Final = 32  # characters; the label of the whole query is not shortened


class QueryBar(QWidget):
    """Shows the query of a model; its buttons request the query without one of the filters, or without any."""

    def __init__(self, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._background = BackgroundRunner(self)
        self._relaxations: list[FilterRelaxation] | None = None
        self._shown_query = self._shown_request = EventQuery()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._content = QWidget(self)
        self._column.addWidget(self._content)
        for signal in (model.requested_query_changed, model.query_changed):
            signal.connect(self._follow_query)
        model.theme_changed.connect(self.refresh)
        model.selection_changed.connect(self._follow_selection)
        model.language_changed.connect(self._show_query)
        self._show_query()

    @property
    def is_busy(self) -> bool:
        """Whether filter relaxations are still being computed."""
        return self._background.is_busy

    @property
    def buttons(self) -> list[QPushButton]:
        """The chips, the button that clears all filters, and the relaxations, in the order in which they are shown."""
        return self._content.findChildren(QPushButton)

    def _follow_query(self) -> None:
        if self._shown_query != self._model.state.query:
            self._show_query()
        elif self._shown_request != self._model.requested_query:
            self.refresh()

    def _show_query(self) -> None:
        """Show another query, and find its relaxations in a thread if no event matches."""
        model = self._model
        self._shown_query, self._relaxations = model.state.query, None
        self._background.cancel()
        filters = filter_labels(self._shown_query, model.source.vocabulary, model.state.lang)
        if not model.total:
            source = model.source
            self._background.run(
                lambda is_cancelled: filter_relaxations(source, filters, is_cancelled), self._show_relaxations
            )
        self.refresh()

    def _show_relaxations(self, found: list[FilterRelaxation] | ViewerError) -> None:
        if isinstance(found, ViewerError):
            raise found
        self._relaxations = found
        self.refresh()

    def refresh(self) -> None:
        """Show the model's query in its language and theme; the button at the same place keeps the focus."""
        focused = next((index for index, button in enumerate(self.buttons) if button.hasFocus()), None)
        self._shown_request = self._model.requested_query
        content = QWidget(self)
        flow = FlowLayout(8, content)
        self._fill(flow, content)
        self._column.replaceWidget(self._content, content)
        self._content.hide()
        self._content.deleteLater()
        self._content = content
        if focused is not None:
            self.buttons[min(focused, len(self.buttons) - 1)].setFocus()

    def _fill(self, flow: FlowLayout, content: QWidget) -> None:
        model, lang = self._model, self._model.state.lang
        vocabulary = model.source.vocabulary
        text = query_label(model.state.query, vocabulary, lang, model.total)
        flow.addWidget(self._make_label(content, text, bold=True))
        if hit_number := self._hit_number_text():
            flow.addWidget(self._make_label(content, hit_number))
        for chip in filter_chips(model.requested_query, vocabulary, lang):
            name = self.tr("Remove the filter: {filter}").format(filter=chip.text)
            flow.addWidget(self._make_button(content, f"{_shortened(chip.text)}  ×", name, chip.query_without))
        clear = self.tr("Clear all")
        flow.addWidget(self._make_button(content, clear, clear, EventQuery()))
        if self._relaxations is not None:
            self._add_relaxations(flow, content, self._relaxations)

    def _hit_number_text(self) -> str:
        """Return the number of the selected event among the hits, or an empty text when it is no hit."""
        number = self._model.events.hit_number()
        return self.tr("{place} of {total}").format(place=number, total=self._model.total) if number else ""

    def _follow_selection(self) -> None:
        if self._model.state.query.search.strip():
            self.refresh()

    def _add_relaxations(self, flow: FlowLayout, content: QWidget, relaxations: list[FilterRelaxation]) -> None:
        lang = self._model.state.lang
        message = (
            self.tr("No event matches. Take one filter away:")
            if relaxations
            else self.tr("No event matches, whichever filter alone is taken away.")
        )
        flow.addWidget(self._make_label(content, message))
        for relaxation in relaxations:
            label, count = relaxation.filter_label, event_count_label(relaxation.total, lang)
            name = self.tr("Without {filter}: {count}").format(filter=label.text, count=count)
            text = f"{_shortened(label.text)}  ×  →  {count}"
            flow.addWidget(self._make_button(content, text, name, label.query_without))

    def _make_label(self, parent: QWidget, text: str, *, bold: bool = False) -> TagLabel:
        theme = self._model.theme
        label = TagLabel(text, theme.font(17, bold=bold), parent)
        label.setObjectName("")
        label.setContentsMargins(0, theme.px(8), 10, theme.px(8))  # as high as the buttons beside it
        return label

    def _make_button(self, parent: QWidget, text: str, name: str, query: EventQuery) -> QPushButton:
        button = PointingHandButton(text.replace("&", "&&"), parent)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._model.request(query))
        return button


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_CHIP else f"{text[: _LONGEST_CHIP - 1]}…"

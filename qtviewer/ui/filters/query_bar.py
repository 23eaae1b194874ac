"""What is filtered: the query in words, a chip for each filter, and which to take away where nothing matches."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from qtviewer.domain.errors import ViewerError
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.query.filter_relaxation import FilterRelaxation, filter_relaxations
from qtviewer.domain.query.query_labels import event_count_label, filter_chips, filter_labels, query_label
from qtviewer.ui.background import BackgroundRunner
from qtviewer.ui.look.buttons import PointingHandButton
from qtviewer.ui.look.flow_layout import FlowLayout
from qtviewer.ui.look.labels import TagLabel
from qtviewer.ui.view_model import ViewModel

_LONGEST_CHIP: Final = 32  # characters; the words beside the chips are whole


class QueryBar(QWidget):
    """Shows the query of a model, and asks the model for others."""

    def __init__(self, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._background = BackgroundRunner(self)
        self._offers: list[FilterRelaxation] | None = None
        self._shown = self._asked = EventQuery()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._content = QWidget(self)
        self._column.addWidget(self._content)
        for signal in (model.requested_query_changed, model.query_changed):
            signal.connect(self._follow_query)
        model.theme_changed.connect(self.refresh)
        model.selection_changed.connect(self._follow_selection)
        model.language_changed.connect(self._seek)
        self._seek()

    @property
    def is_busy(self) -> bool:
        """Whether it is still being counted what taking a filter away would give."""
        return self._background.is_busy

    @property
    def buttons(self) -> list[QPushButton]:
        """The chips, the button that clears all, and the offers, in their order."""
        return self._content.findChildren(QPushButton)

    def _follow_query(self) -> None:
        if self._shown != self._model.state.query:
            self._seek()
        elif self._asked != self._model.requested_query:
            self.refresh()

    def _seek(self) -> None:
        """Show a query anew and, where nothing matches, find out which of its conditions to take away."""
        model = self._model
        self._shown, self._offers = model.state.query, None
        self._background.cancel()
        conditions = filter_labels(self._shown, model.source.vocabulary, model.state.lang)
        if not model.total:
            source = model.source
            self._background.run(
                lambda is_cancelled: filter_relaxations(source, conditions, is_cancelled), self._show_offers
            )
        self.refresh()

    def _show_offers(self, found: list[FilterRelaxation] | ViewerError) -> None:
        if isinstance(found, ViewerError):
            raise found
        self._offers = found
        self.refresh()

    def refresh(self) -> None:
        """Show the model's query anew; the focus stays at its place."""
        focused = next((at for at, button in enumerate(self.buttons) if button.hasFocus()), None)
        self._asked = self._model.requested_query
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
        words = query_label(model.state.query, vocabulary, lang, model.total)
        flow.addWidget(self._label(content, words, bold=True))
        if place := self._place():
            flow.addWidget(self._label(content, place))
        for chip in filter_chips(model.requested_query, vocabulary, lang):
            name = self.tr("Remove the filter: {filter}").format(filter=chip.text)
            flow.addWidget(self._button(content, f"{_short(chip.text)}  ×", name, chip.query_without))
        clear = self.tr("Clear all")
        flow.addWidget(self._button(content, clear, clear, EventQuery()))
        if self._offers is not None:
            self._add_offers(flow, content, self._offers)

    def _place(self) -> str:
        """Where among the hits of a search the chosen event stands."""
        place = self._model.events.hit_number()
        return self.tr("{place} of {total}").format(place=place, total=self._model.total) if place else ""

    def _follow_selection(self) -> None:
        if self._model.state.query.search.strip():
            self.refresh()

    def _add_offers(self, flow: FlowLayout, content: QWidget, offers: list[FilterRelaxation]) -> None:
        lang = self._model.state.lang
        message = (
            self.tr("No event matches. Take one filter away:")
            if offers
            else self.tr("No event matches, whichever filter alone is taken away.")
        )
        flow.addWidget(self._label(content, message))
        for offer in offers:
            words, total = offer.dropped.text, event_count_label(offer.total, lang)
            name = self.tr("Without {filter}: {count}").format(filter=words, count=total)
            flow.addWidget(self._button(content, f"{_short(words)}  ×  →  {total}", name, offer.dropped.query_without))

    def _label(self, parent: QWidget, text: str, *, bold: bool = False) -> TagLabel:
        theme = self._model.theme
        label = TagLabel(text, theme.font(17, bold=bold), parent)
        label.setObjectName("")
        label.setContentsMargins(0, theme.px(8), 10, theme.px(8))  # as high as the buttons beside it
        return label

    def _button(self, parent: QWidget, text: str, name: str, query: EventQuery) -> QPushButton:
        button = PointingHandButton(text.replace("&", "&&"), parent)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._model.request(query))
        return button


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_CHIP else f"{words[: _LONGEST_CHIP - 1]}…"

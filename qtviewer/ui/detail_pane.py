"""The pane that tells one event, lists a stack, or introduces the chronicle."""

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from qtviewer.domain.date_label import date_label, short_label
from qtviewer.domain.event import FigureText, in_language
from qtviewer.domain.source import EventHead
from qtviewer.ui.detail_text import Detail, detail_of
from qtviewer.ui.fitting_text import FittingButton, LinkButton, TagLabel, WrappedLabel, as_tooltip, without_tags
from qtviewer.ui.flow_layout import FlowLayout
from qtviewer.ui.painting import MARKDOWN, NO_SIDE_SCROLLING, PLAIN_TEXT, SELECTABLE, set_up
from qtviewer.ui.view_model import ViewModel

_MOST_HIGHLIGHTS = 40  # events an introduction names
_LONGEST_LIST = 200  # events of a stack that are listed


class DetailPane(QFrame):
    """Shows what the model has selected."""

    def __init__(self, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._model = model
        self._shows_event = False
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        set_up(self._scroll, NO_SIDE_SCROLLING)
        self._previous, self._next = FittingButton(self), FittingButton(self)
        self._previous.clicked.connect(lambda: self._go(-1))
        self._next.clicked.connect(lambda: self._go(1))
        buttons = QHBoxLayout()
        buttons.setSpacing(14)
        buttons.addWidget(self._previous, 1)
        buttons.addWidget(self._next, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 26, 16, 24)
        layout.setSpacing(16)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(buttons)
        for signal in (
            model.selection_changed,
            model.language_changed,
            model.theme_changed,
            model.calendar_loaded,
        ):
            signal.connect(self.refresh)
        model.query_changed.connect(self._follow_query)

    def _follow_query(self) -> None:
        """What an event tells does not depend on the query; only its neighbours do."""
        if self._shows_event and self._model.total:
            self._refresh_buttons()
        else:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the pane, now that its width is known."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the model's selection anew."""
        self._scroll.setAccessibleName(self.tr("Details"))
        state = self._model.state
        self._theme = self._model.theme
        content = QWidget()
        content.setObjectName("content")
        self._lines = QVBoxLayout(content)
        self._lines.setContentsMargins(0, 0, 12, 0)
        self._lines.setSpacing(self._theme.px(12))
        has_matches = bool(self._model.total)  # without any, say so
        event = self._model.source.event(state.selected) if state.selected and has_matches else None
        self._shows_event = event is not None
        if event is not None:
            vocabulary = self._model.source.vocabulary
            color = self._theme.category_color(vocabulary.categories[event.category]).name()
            self._add_event(detail_of(event, vocabulary, state.lang, with_lunar=self._model.has_calendar), color)
            self._add_related(self._model.source.related(event, state.lang), "")
        elif state.stack is not None:
            members = self._model.stack_heads(state.stack, _LONGEST_LIST)
            self._add_title(self.tr("%n event(s)", "", state.stack.size))
            self._add_links(members)
            if state.stack.size > len(members):
                self._add_label(self.tr("Zoom in to see the others."), 17, muted=True)
        else:
            self._add_introduction()
        self._lines.addStretch(1)
        self._scroll.setWidget(content)
        self._refresh_buttons()

    # --- parts

    def _add_event(self, detail: Detail, color: str) -> None:
        self._add_badge(detail.category, color)
        self._add_title(detail.title)
        for line in detail.date_lines:
            self._add_label(line, 17, muted=True)
        self._add_label(without_tags(detail.summary), 19, bold=True, markdown=True)
        for paragraph in detail.body.split("\n\n"):
            self._add_label(without_tags(paragraph), 19, markdown=True)
        if detail.figures:
            self._add_figures(detail.figures)
        if detail.tags:
            self._add_tags(detail.tags)
        self._add_rule()
        self._add_label(self.tr("Source: {source}").format(source=detail.source), 16, muted=True)

    def _add_introduction(self) -> None:
        vocabulary, lang = self._model.source.vocabulary, self._model.state.lang
        self._add_title(in_language(vocabulary.titles, lang))
        self._add_label(in_language(vocabulary.subtitles, lang), 17, muted=True)
        if not self._model.total:
            self._add_label(self.tr("No event matches. See above which filter to take away."), 19)
            return
        self._add_label(self.tr("%n event(s)", "", self._model.total), 19)
        self._add_related(self._model.highlights(_MOST_HIGHLIGHTS), self.tr("Highlights"))

    def _add_badge(self, text: str, color: str) -> None:
        badge = TagLabel(f"●  {text}", self._theme.font(17, bold=True))
        badge.setStyleSheet(f"color: {color};")
        line = QHBoxLayout()
        line.addWidget(badge)
        line.addStretch(1)
        self._lines.addLayout(line)

    def _add_title(self, text: str) -> None:
        self._add_label(text, 30, bold=True)

    def _add_label(
        self, text: str, size: int, *, muted: bool = False, bold: bool = False, markdown: bool = False
    ) -> None:
        label = WrappedLabel(text, self._theme.font(size, bold=bold), MARKDOWN if markdown else PLAIN_TEXT, SELECTABLE)
        if muted:
            label.setObjectName("muted")
        self._lines.addWidget(label)

    def _add_figures(self, figures: Sequence[FigureText]) -> None:
        grid = QGridLayout()
        grid.setSpacing(12)
        for at, figure in enumerate(figures):
            grid.addWidget(self._figure_tile(figure), at // 2, at % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._lines.addLayout(grid)

    def _figure_tile(self, figure: FigureText) -> QFrame:
        tile = QFrame()
        tile.setObjectName("tile")
        box = QVBoxLayout(tile)
        box.setContentsMargins(16, 12, 12, 12)
        box.setSpacing(2)
        for text, size, bold, name in (
            (f"{figure.value} {figure.unit}".strip(), 24, True, "figure"),
            (figure.label, 15, False, "muted"),
        ):
            label = QLabel(text)
            set_up(label, PLAIN_TEXT)
            label.setObjectName(name)
            label.setFont(self._theme.font(size, bold=bold))
            label.setWordWrap(True)
            box.addWidget(label)
        box.addStretch(1)
        return tile

    def _add_tags(self, tags: Sequence[str]) -> None:
        holder = QWidget()
        flow = FlowLayout(8, holder)
        for tag in tags:
            flow.addWidget(TagLabel(tag, self._theme.font(16)))
        self._lines.addWidget(holder)

    def _add_rule(self) -> None:
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        self._lines.addWidget(rule)

    def _add_related(self, heads: Sequence[EventHead], heading: str) -> None:
        if heads:
            self._add_label(heading or self.tr("Also about this"), 17, muted=True)
            self._add_links(heads)

    def _add_links(self, heads: Sequence[EventHead]) -> None:
        for head in heads:
            link = LinkButton(f"→ {date_label(head.date, self._model.state.lang)} · {head.title}", self._theme)
            link.clicked.connect(lambda _checked=False, key=head.id: self._model.select(key))
            self._lines.addWidget(link)

    # --- previous and next

    def _go(self, step: int) -> None:
        head = self._model.neighbour(step)
        if head is not None:
            self._model.select(head.id)

    def _refresh_buttons(self) -> None:
        has_selection = bool(self._model.state.selected)
        for button, step, pattern in ((self._previous, -1, "‹ {}"), (self._next, 1, "{} ›")):
            head = self._model.neighbour(step) if has_selection else None
            button.setEnabled(head is not None)
            button.setVisible(bool(self._model.total) and has_selection)
            name = self.tr("Previous event") if step < 0 else self.tr("Next event")
            label = short_label(head.date, self._model.state.lang) if head else "—"
            button.show_first_fit(*(pattern.format(text) for text in (label, name, "")))
            button.setToolTip(as_tooltip(f"{name}: {head.title}" if head else name))
            button.setAccessibleName(name)

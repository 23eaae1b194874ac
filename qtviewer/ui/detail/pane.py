"""The pane that tells one event, lists a cluster, or introduces the chronicle."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from qtviewer.domain.dates.label import date_label, day_of_year_label, short_label
from qtviewer.domain.event import Event, FigureText, name_in_language
from qtviewer.domain.query.event_query import EventQuery
from qtviewer.domain.source import EventHead, head_of
from qtviewer.domain.thread_neighbours import thread_neighbours
from qtviewer.ui.detail.reading_column import ReadingColumn
from qtviewer.ui.detail.text import Detail, detail_of, found_elsewhere
from qtviewer.ui.look.buttons import AdaptiveTextButton
from qtviewer.ui.look.flow_layout import FlowLayout
from qtviewer.ui.look.labels import TagLabel, WrappedLabel
from qtviewer.ui.look.link_button import LinkButton, TagButton
from qtviewer.ui.look.tooltip import escape_html, set_tooltip
from qtviewer.ui.view_model import ViewModel

if TYPE_CHECKING:
    from qtviewer.domain.dates.anniversary import MonthDay
    from qtviewer.domain.search.highlight import HitFinder, Range

    Find = Callable[[str], Sequence[Range]]

_MOST_HIGHLIGHTS = 40  # events an introduction names
_LONGEST_LIST = 200  # events of a cluster that are listed
_MOST_BESIDE = 20  # events of a matter before and after the one that is told


class DetailPane(QFrame):
    """Shows what the model has selected; `events_asked` tells that all events of a name or a matter are wanted."""

    events_asked = Signal(object)  # an EventQuery

    def __init__(self, model: ViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._model = model
        self._shows_event = False
        self._marked_by: HitFinder | None = None
        self._column = ReadingColumn(model, self)
        self._previous, self._next = AdaptiveTextButton(self), AdaptiveTextButton(self)
        self._previous.clicked.connect(lambda: self._go(-1))
        self._next.clicked.connect(lambda: self._go(1))
        buttons = QHBoxLayout()
        buttons.setSpacing(14)
        buttons.addWidget(self._previous, 1)
        buttons.addWidget(self._next, 1)
        self._column.foot.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 26, 16, 24)
        layout.addWidget(self._column)
        for signal in (
            model.selection_changed,
            model.language_changed,
            model.theme_changed,
            model.calendar_loaded,
        ):
            signal.connect(self.refresh)
        model.query_changed.connect(self._follow_query)

    @property
    def reading(self) -> QScrollArea:
        """What scrolls, and takes the focus for that."""
        return self._column.reading

    def add_bar(self, bar: QWidget) -> None:
        """Put something below all that is told."""
        self._column.foot.addWidget(bar)
        bar.show()

    def _follow_query(self) -> None:
        """What an event tells does not depend on the query, but for what is marked; its neighbours do."""
        if self._shows_event and self._model.total and self._marked_by is self._model.hits:
            self._refresh_buttons()
        else:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the pane, now that its width is known."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the model's selection anew."""
        self.reading.setAccessibleName(self.tr("Details"))
        state = self._model.state
        self._theme, self._marked_by = self._model.theme, self._model.hits
        told = QWidget()
        self._lines = QVBoxLayout(told)
        self._lines.setContentsMargins(0, 0, 12, 0)
        self._lines.setSpacing(self._theme.px(12))
        has_matches = bool(self._model.total)  # without any, say so
        event = self._model.source.event(state.selected) if state.selected and has_matches else None
        self._shows_event = event is not None
        if event is not None:
            vocabulary = self._model.source.vocabulary
            self._add_event(detail_of(event, vocabulary, state.lang, with_lunar=self._model.has_calendar), event)
            self._add_course(event)
        elif state.cluster is not None:
            members = self._model.cluster_heads(state.cluster, _LONGEST_LIST)
            self._add_title(self.tr("%n event(s)", "", state.cluster.size))
            self._add_links(members)
            if state.cluster.size > len(members):
                self._add_label(self.tr("Zoom in to see the others."), 17, muted=True)
        elif state.day is not None and has_matches:
            self._add_anniversaries(state.day)
        else:
            self._add_introduction()
        self._lines.addStretch(1)
        self._column.tell(told)
        self._refresh_buttons()

    # --- parts

    def _add_event(self, detail: Detail, event: Event) -> None:
        hits = self._model.hits
        in_title, in_text = (hits.in_title, hits.in_text) if hits else (None, None)
        self._add_badge(detail.category, event.category)
        self._add_text(detail.title, 30, in_title, bold=True, markdown=False)
        for line in detail.date_lines:
            self._add_label(line, 17, muted=True)
        if detail.lang != self._model.state.lang:
            self._add_language_note(self.tr("There is no text in {wanted}; this one is in {shown}."), detail.lang)
        if hits and (lang := found_elsewhere(event, detail, hits)):
            self._add_language_note(self.tr("What you search for stands in the text in {shown}."), lang)
        self._add_text(escape_html(detail.summary), 19, in_text, bold=True, markdown=True)
        for paragraph in detail.body.split("\n\n"):
            self._add_text(escape_html(paragraph), 19, in_text, markdown=True)
        if detail.figures:
            self._add_figures(detail.figures, in_text)
        if detail.tags:
            self._add_tags(event.tags, detail.tags, in_title)
        self._add_rule()
        self._add_label(self.tr("Source: {source}").format(source=detail.source), 16, muted=True)

    def _add_anniversaries(self, day: "MonthDay") -> None:
        """List what happened on a day of the year, or on the nearest of which anything is known."""
        self._add_title(self.tr("On this day"))
        lang, found = self._model.state.lang, self._model.anniversaries(day, _LONGEST_LIST)
        asked = day_of_year_label(day, lang)
        if found is None:
            self._add_label(self.tr("Of no event here the exact day is known."), 19)
            return
        if (found.month, found.day) == day:
            self._add_label(f"{asked} · {self.tr('%n event(s)', '', found.size)}", 17, muted=True)
        else:
            nearest = day_of_year_label((found.month, found.day), lang)
            none = self.tr("No event is known to have been on {day}. The nearest day that has one is {nearest}.")
            self._add_label(none.format(day=asked, nearest=nearest), 19)
        self._add_links(found.heads)
        if found.size > len(found.heads):
            self._add_label(self.tr("These are the first of {count}.").format(count=found.size), 17, muted=True)

    def _add_introduction(self) -> None:
        vocabulary, lang = self._model.source.vocabulary, self._model.state.lang
        self._add_title(name_in_language(vocabulary.titles, lang))
        self._add_label(name_in_language(vocabulary.subtitles, lang), 17, muted=True)
        if not self._model.total:
            self._add_label(self.tr("No event matches. See above which filter to take away."), 19)
            return
        self._add_label(self.tr("%n event(s)", "", self._model.total), 19)
        if highlights := self._model.highlights(_MOST_HIGHLIGHTS):
            self._add_label(self.tr("Highlights"), 17, muted=True)
            self._add_links(highlights)

    def _add_badge(self, text: str, category: str) -> None:
        color = self._theme.category_color(self._model.source.vocabulary.categories[category]).name()
        badge = TagLabel(f"●  {text}", self._theme.font(17, bold=True))
        badge.setAccessibleName(text)
        badge.setStyleSheet(f"color: {color};")
        line = QHBoxLayout()
        line.addWidget(badge)
        line.addStretch(1)
        self._lines.addLayout(line)

    def _add_title(self, text: str) -> None:
        self._add_label(text, 30, bold=True)

    def _add_text(self, text: str, size: int, find: "Find | None", *, bold: bool = False, markdown: bool) -> None:
        """A text in which what `find` finds is marked."""
        given = Qt.TextFormat.MarkdownText if markdown else Qt.TextFormat.PlainText
        shown, text_format = self._marked(text, given, find)
        self._add_label(shown, size, bold=bold, text_format=text_format)

    def _add_label(
        self,
        text: str,
        size: int,
        *,
        muted: bool = False,
        bold: bool = False,
        text_format: Qt.TextFormat = Qt.TextFormat.PlainText,
    ) -> None:
        label = WrappedLabel(text, self._theme.font(size, bold=bold), text_format)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if muted:
            label.setObjectName("muted")
        self._lines.addWidget(label)

    def _marked(self, text: str, text_format: Qt.TextFormat, find: "Find | None") -> tuple[str, Qt.TextFormat]:
        """A text and its format for a label, with what `find` finds in it marked."""
        if find is None:
            return text, text_format
        from qtviewer.ui.look.marked_text import marked_html  # noqa: PLC0415 - only where something is searched

        html = marked_html(text, find, self._theme, markdown=text_format == Qt.TextFormat.MarkdownText)
        return (text, text_format) if html is None else (html, Qt.TextFormat.RichText)

    def _add_language_note(self, note: str, lang: str) -> None:
        names = {"zh": self.tr("Chinese"), "en": self.tr("English")}
        wanted = self._model.state.lang
        self._add_label(note.format(wanted=names.get(wanted, wanted), shown=names.get(lang, lang)), 16, muted=True)

    def _add_figures(self, figures: Sequence[FigureText], find: "Find | None") -> None:
        grid = QGridLayout()
        grid.setSpacing(12)
        for at, figure in enumerate(figures):
            grid.addWidget(self._figure_tile(figure, find), at // 2, at % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._lines.addLayout(grid)

    def _figure_tile(self, figure: FigureText, find: "Find | None") -> QFrame:
        tile = QFrame()
        tile.setObjectName("tile")
        box = QVBoxLayout(tile)
        box.setContentsMargins(16, 12, 12, 12)
        box.setSpacing(2)
        for text, size, bold, name in (
            (f"{figure.value} {figure.unit}".strip(), 24, True, "figure"),
            (figure.label, 15, False, "muted"),
        ):
            shown, text_format = self._marked(text, Qt.TextFormat.PlainText, find)
            label = QLabel(shown)
            label.setTextFormat(text_format)
            label.setObjectName(name)
            label.setFont(self._theme.font(size, bold=bold))
            label.setWordWrap(True)
            box.addWidget(label)
        box.addStretch(1)
        return tile

    def _add_tags(self, tags: Sequence[str], names: Sequence[str], find: "Find | None") -> None:
        """Names that lead to all events of theirs."""
        holder = QWidget()
        flow = FlowLayout(8, holder)
        for tag, name in zip(tags, names, strict=True):
            button = TagButton(name, self._theme, find(name) if find else ())
            set_tooltip(button, self.tr("All events of {name}").format(name=name))
            button.clicked.connect(lambda _checked=False, key=tag: self._ask_about(key))
            flow.addWidget(button)
        self._lines.addWidget(holder)

    def _ask_about(self, tag: str) -> None:
        from qtviewer.domain.query.facets import about  # noqa: PLC0415 - not on the way to the first frame

        self.events_asked.emit(about(self._model.source.vocabulary.tags[tag]))

    def _add_rule(self) -> None:
        rule = QFrame()
        rule.setObjectName("rule")
        rule.setFixedHeight(1)
        self._lines.addWidget(rule)

    def _add_course(self, event: Event) -> None:
        """What came before and after in the same matter."""
        lang = self._model.state.lang
        related, head = self._model.source.related(event, lang), head_of(event, lang)
        if not related:
            return
        neighbours = thread_neighbours(head, related, _MOST_BESIDE)
        self._add_label(self.tr("What came before and after"), 17, muted=True)
        if neighbours.omitted_before:
            self._add_label(self.tr("%n earlier event(s)", "", neighbours.omitted_before), 17, muted=True)
        self._add_links(neighbours.before, "←")
        self._add_label(f"● {date_label(head.date, lang)} · {head.title}", 17, bold=True)
        self._add_links(neighbours.after)
        if neighbours.omitted_after:
            self._add_label(self.tr("%n later event(s)", "", neighbours.omitted_after), 17, muted=True)
        if event.thread:
            name = name_in_language(self._model.source.vocabulary.threads[event.thread], lang)
            whole = LinkButton(self.tr("All events of {name}").format(name=name), self._theme)
            whole.clicked.connect(lambda: self.events_asked.emit(EventQuery(threads=frozenset({event.thread}))))
            self._lines.addWidget(whole)

    def _add_links(self, heads: Sequence[EventHead], sign: str = "→") -> None:
        hits = self._model.hits
        for head in heads:
            before = f"{sign} {date_label(head.date, self._model.state.lang)} · "
            found = hits.in_title(head.title) if hits else ()
            ranges = [(start + len(before), end + len(before)) for start, end in found]
            link = LinkButton(before + head.title, self._theme, None, ranges)
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
            button.set_texts(*(pattern.format(text) for text in (label, name, "")))
            set_tooltip(button, f"{name}: {head.title}" if head else name)
            button.setAccessibleName(name)

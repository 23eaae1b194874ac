"""One event in full: category, title, dates, texts, figures, tags, source and its thread."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import Event, name_in_language
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.markdown_subset import safe_markdown
from qtviewer.domain.source import head_of
from qtviewer.domain.thread_neighbours import thread_neighbours
from qtviewer.ui.detail.event_detail import EventDetail, detail_of, hidden_hit_language
from qtviewer.ui.detail.figure_grid import FigureGrid
from qtviewer.ui.detail.text_column import BODY_SIZE, NOTE_SIZE, SMALL_SIZE, TITLE_SIZE, TextColumn
from qtviewer.ui.look.flow_layout import FlowLayout
from qtviewer.ui.look.labels import TagLabel
from qtviewer.ui.look.link_button import LinkButton, TagButton
from qtviewer.ui.look.tooltip import set_tooltip
from qtviewer.ui.view_model import ViewModel

if TYPE_CHECKING:
    from qtviewer.ui.detail.text_column import FindHits

_MOST_NEIGHBOURS: Final = 20  # events of the thread that are listed before the event, and as many after it


class EventContent(TextColumn):
    """All that is known of one event, with the hits of the model's search marked."""

    query_requested = Signal(object)
    """Emitted with the `EventQuery` for all events of a tag or a thread, when its name is clicked."""

    def __init__(self, model: ViewModel, event: Event) -> None:
        super().__init__(model)
        self._event = event
        hits = model.hits
        self._find_in_title: FindHits | None = hits.in_title if hits else None
        self._find_in_text: FindHits | None = hits.in_text if hits else None
        detail = detail_of(event, model.source.vocabulary, model.state.lang, with_lunar=model.has_lunar_calendar)
        self._add_heading(detail)
        self._add_language_notes(detail)
        self._add_texts(detail)
        if detail.tags:
            self._add_tags(detail.tags)
        self.add_rule()
        self.add_note(self.tr("Source: {source}").format(source=detail.source), SMALL_SIZE)
        self._add_thread()
        self.add_stretch()

    def _add_heading(self, detail: EventDetail) -> None:
        self._add_badge(detail.category)
        self._add_text(detail.title, TITLE_SIZE, Qt.TextFormat.PlainText, self._find_in_title, bold=True)
        for line in detail.date_lines:
            self.add_note(line)

    def _add_badge(self, category_name: str) -> None:
        category = self.model.source.vocabulary.categories[self._event.category]
        badge = TagLabel(f"●  {category_name}", self.theme.font(NOTE_SIZE, bold=True))
        badge.setAccessibleName(category_name)
        badge.setStyleSheet(f"color: {self.theme.category_color(category).name()};")
        line = QHBoxLayout()
        line.addWidget(badge)
        line.addStretch(1)
        self.lines.addLayout(line)

    def _add_language_notes(self, detail: EventDetail) -> None:
        hits = self.model.hits
        if detail.lang != self.model.state.lang:
            self._add_language_note(self.tr("There is no text in {wanted}; this one is in {shown}."), detail.lang)
        if hits and (lang := hidden_hit_language(self._event, detail, hits)):
            self._add_language_note(self.tr("What you search for stands in the text in {shown}."), lang)

    def _add_language_note(self, note: str, lang: str) -> None:
        names = {"zh": self.tr("Chinese"), "en": self.tr("English")}
        wanted = self.model.state.lang
        self.add_note(note.format(wanted=names.get(wanted, wanted), shown=names.get(lang, lang)), SMALL_SIZE)

    def _add_texts(self, detail: EventDetail) -> None:
        markdown, find_hits = Qt.TextFormat.MarkdownText, self._find_in_text
        self._add_text(safe_markdown(detail.summary), BODY_SIZE, markdown, find_hits, bold=True)
        for paragraph in detail.body.split("\n\n"):
            self._add_text(safe_markdown(paragraph), BODY_SIZE, markdown, find_hits)
        if detail.figures:
            self.lines.addLayout(FigureGrid(self, detail.figures, find_hits))

    def _add_text(
        self, text: str, size: int, text_format: Qt.TextFormat, find_hits: "FindHits | None", *, bold: bool = False
    ) -> None:
        shown, shown_format = self.mark_hits(text, text_format, find_hits)
        self.add_label(shown, size, bold=bold, text_format=shown_format)

    def _add_tags(self, names: Sequence[str]) -> None:
        holder = QWidget()
        flow = FlowLayout(8, holder)
        for tag, name in zip(self._event.tags, names, strict=True):
            button = TagButton(name, self.theme, self._find_in_title(name) if self._find_in_title else ())
            set_tooltip(button, self.tr("All events of {name}").format(name=name))
            button.clicked.connect(lambda _checked=False, tag_id=tag: self._request_tag(tag_id))
            flow.addWidget(button)
        self.lines.addWidget(holder)

    def _request_tag(self, tag: str) -> None:
        from qtviewer.domain.query.facets import query_for_tag  # noqa: PLC0415 - not on the way to the first frame

        self.query_requested.emit(query_for_tag(self.model.source.vocabulary.tags[tag]))

    def _add_thread(self) -> None:
        lang, today = self.model.state.lang, self.model.today
        related = self.model.source.related(self._event, lang, EventQuery(today=today))
        head = head_of(self._event, lang, today)
        if not related:
            return
        neighbours = thread_neighbours(head, related, _MOST_NEIGHBOURS)
        self.add_note(self.tr("What came before and after"))
        if neighbours.omitted_before:
            self.add_note(self.tr("%n earlier event(s)", "", neighbours.omitted_before))
        self.add_links(neighbours.before, "←")
        self.add_label(f"● {date_label(head.date, lang, head.time)} · {head.title}", NOTE_SIZE, bold=True)
        self.add_links(neighbours.after)
        if neighbours.omitted_after:
            self.add_note(self.tr("%n later event(s)", "", neighbours.omitted_after))
        if self._event.thread:
            self._add_thread_link(self._event.thread)

    def _add_thread_link(self, thread: str) -> None:
        name = name_in_language(self.model.source.vocabulary.threads[thread], self.model.state.lang)
        link = LinkButton(self.tr("All events of {name}").format(name=name), self.theme)
        link.clicked.connect(lambda: self.query_requested.emit(EventQuery(threads=frozenset({thread}))))
        self.lines.addWidget(link)

"""Announcements of the timeline for screen readers, and the accessible names of its cards."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import name_in_language
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card
from qtviewer.timeline.era_bands import EraBand
from qtviewer.ui.timeline.cluster_dates import cluster_dates
from qtviewer.ui.timeline.lane_chips import LaneChip
from qtviewer.ui.timeline.view import TimelineView
from qtviewer.ui.timeline.visible_range_label import date_range_label, visible_days, visible_range_label
from qtviewer.ui.view_model import ViewModel

_PAUSE = 300  # milliseconds after the last change: announcements on the way of a movement would only disturb


class TimelineAnnouncer(QObject):
    """Names cards and, while a screen reader is active, announces changes; `spoken` is emitted with each text."""

    spoken = Signal(str)

    def __init__(self, view: TimelineView, model: ViewModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._has_view_changed = self._has_selection_changed = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._announce_changes)
        model.viewport_changed.connect(self._on_view_changed)
        model.query_changed.connect(self._on_view_changed)
        model.selection_changed.connect(self._on_selection_changed)

    def name_of(self, card: Card) -> str:
        """Return title, date and category of an event, or number of events, dates and category of a cluster."""
        if not card.is_cluster and card.heads:
            return self._name_of_event(card.heads[0])
        lang, category = self._model.state.lang, self._category(card.category)
        return f"{self._number_of_events(card.size)}, {_cluster_label(card, lang)}, {category}"

    def name_of_chip(self, chip: LaneChip) -> str:
        """Return the text of a chip in full, and its category."""
        return ", ".join((*chip.full_text.split("\n"), self._category(chip.category)))

    def name_of_era(self, band: EraBand) -> str:
        """Return name and date of an era, or how many there are and those of the first ones."""
        lines = self._view.eras.lines(band)
        return ", ".join([*lines, self.tr("era")] if len(band.ids) == 1 else [self._view.eras.name(band), *lines])

    def _name_of_event(self, head: EventHead) -> str:
        date = date_label(head.date, self._model.state.lang, head.time)
        return f"{head.title}, {date}, {self._category(head.category)}"

    def _category(self, key: str) -> str:
        return name_in_language(self._model.source.vocabulary.categories[key].names, self._model.state.lang)

    def summary(self) -> str:
        """Return how many events are in view and from when to when; where there are none, also the text of the hint."""
        state = self._model.state
        days = visible_days(state.first, state.last)
        query = state.query
        first = days[0] if query.first_day is None else max(days[0], query.first_day)
        last = days[1] if query.last_day is None else min(days[1], query.last_day)
        found = self._model.matches.count(query._replace(first_day=first, last_day=last)) if first <= last else 0
        text = f"{self._number_of_events(found)}, {visible_range_label(state.first, state.last, state.lang)}"
        if names := self._view.eras.names():
            text += ". " + self.tr("Eras: {names}").format(names=", ".join(names))
        hint = self._view.hint
        return f"{text}. {hint.accessibleName()}" if hint.isVisible() else text

    def _number_of_events(self, number: int) -> str:
        return self.tr("%n event(s)", "", number)

    def _on_view_changed(self) -> None:
        self._has_view_changed = True
        self._announce_later()

    def _on_selection_changed(self) -> None:
        self._has_selection_changed = True
        self._announce_later()

    def _announce_later(self) -> None:
        if QAccessible.isActive():
            self._pause.start()

    def _announce_changes(self) -> None:
        """Announce what changed, once the view has stopped moving."""
        if self._view.isVisible() and not self._view.is_at_rest:
            self._pause.start()
            return
        if self._has_view_changed and self._view.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self._view, QAccessible.Event.ObjectReorder))
        if self._has_view_changed:  # a list shows all that match, whatever their time
            self._announce(self.summary() if self._view.isVisible() else self._number_of_events(self._model.total))
        if self._has_selection_changed:
            self._announce_selection()
        self._has_view_changed = self._has_selection_changed = False

    def _announce_selection(self) -> None:
        """Announce the selected event and, if it is a hit of the search, its number among the hits."""
        head, name = self._model.events.head(self._model.state.selected), ""
        if self._view.isVisible() and self._view.hasFocus():
            chosen = QAccessible.queryAccessibleInterface(self._view).focusChild()
            if chosen is not None:
                QAccessible.updateAccessibility(QAccessibleEvent(chosen, QAccessible.Event.Focus))
                name = chosen.text(QAccessible.Text.Name)
                self.spoken.emit(name)
        place = self._model.events.hit_number()
        is_announced = head is None or name.startswith(head.title)  # the focus event of its own card names it
        texts = [] if head is None or is_announced or not (name or place) else [self._name_of_event(head)]
        if place is not None:
            texts.append(self.tr("{place} of {total}").format(place=place, total=self._model.total))
        if texts:
            self._announce(", ".join(texts))

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view.window(), text))
        self.spoken.emit(text)


def _cluster_label(card: Card, lang: str) -> str:
    first, last, times = cluster_dates(card)
    return date_range_label(first, last, lang, times)

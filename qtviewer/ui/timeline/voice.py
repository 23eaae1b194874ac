"""What the timeline says to those who do not see it: the names of its cards, and what came into view."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.dates.event_date import DatePoint, EventDate, Precision, point_of
from qtviewer.domain.dates.label import date_label
from qtviewer.domain.event import in_language
from qtviewer.domain.source import EventHead
from qtviewer.timeline.card import Card
from qtviewer.ui.timeline.cluster_dates import cluster_dates
from qtviewer.ui.view_model import ViewModel

if TYPE_CHECKING:
    from qtviewer.ui.timeline.view import TimelineView

_PAUSE = 300  # milliseconds after the last change: who goes on does not want to hear what is on the way
_MONTHS_FROM = 45  # days in view from which months are named instead of days
_YEARS_FROM = 1_500  # and from which years are


class TimelineVoice(QObject):
    """Names cards and, while a screen reader listens, tells of changes; `spoken` gives the words."""

    spoken = Signal(str)

    def __init__(self, view: "TimelineView", model: ViewModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._is_view_due = self._is_focus_due = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._speak)
        model.viewport_changed.connect(self._note_view)
        model.query_changed.connect(self._note_view)
        model.selection_changed.connect(self._note_selection)

    def name_of(self, card: Card) -> str:
        """The words for a card: title, date and category, or how many events a cluster holds."""
        if not card.is_cluster and card.heads:
            return self._name_of_event(card.heads[0])
        lang, category = self._model.state.lang, self._category(card.category)
        return f"{self._events(card.size)}, {_between(*cluster_dates(card), lang)}, {category}"

    def _name_of_event(self, head: EventHead) -> str:
        return f"{head.title}, {date_label(head.date, self._model.state.lang)}, {self._category(head.category)}"

    def _category(self, key: str) -> str:
        return in_language(self._model.source.vocabulary.categories[key].names, self._model.state.lang)

    def summary(self) -> str:
        """How many events are in view, from when to when, and what to do where there are none."""
        state = self._model.state
        days = _days(state.first, state.last)
        asked = state.query
        first = days[0] if asked.first_day is None else max(days[0], asked.first_day)
        last = days[1] if asked.last_day is None else min(days[1], asked.last_day)
        found = self._model.matches.count(asked._replace(first_day=first, last_day=last)) if first <= last else 0
        words = f"{self._events(found)}, {stretch_label(state.first, state.last, state.lang)}"
        hint = self._view.hint
        return f"{words}. {hint.accessibleName()}" if hint.isVisible() else words

    def _events(self, number: int) -> str:
        return self.tr("%n event(s)", "", number)

    def _note_view(self) -> None:
        self._is_view_due = True
        self._wait()

    def _note_selection(self) -> None:
        self._is_focus_due = True
        self._wait()

    def _wait(self) -> None:
        if QAccessible.isActive():
            self._pause.start()

    def _speak(self) -> None:
        """Tell what changed, once the view stands still."""
        if self._view.isVisible() and not self._view.is_at_rest:
            self._pause.start()
            return
        if self._is_view_due and self._view.isVisible():
            QAccessible.updateAccessibility(QAccessibleEvent(self._view, QAccessible.Event.ObjectReorder))
        if self._is_view_due:  # a list shows all that match, whatever the stretch of time
            self._announce(self.summary() if self._view.isVisible() else self._events(self._model.total))
        if self._is_focus_due:
            self._tell_selection()
        self._is_view_due = self._is_focus_due = False

    def _tell_selection(self) -> None:
        """Say what is chosen and, of a hit of the search, which of them it is."""
        head, name = self._model.head(self._model.state.selected), ""
        if self._view.isVisible() and self._view.hasFocus():
            chosen = QAccessible.queryAccessibleInterface(self._view).focusChild()
            if chosen is not None:
                QAccessible.updateAccessibility(QAccessibleEvent(chosen, QAccessible.Event.Focus))
                name = chosen.text(QAccessible.Text.Name)
                self.spoken.emit(name)
        place = self._model.hit_place()
        is_told = head is None or name.startswith(head.title)  # a card of its own says so itself
        words = [] if head is None or is_told or not (name or place) else [self._name_of_event(head)]
        if place is not None:
            words.append(self.tr("{place} of {total}").format(place=place, total=self._model.total))
        if words:
            self._announce(", ".join(words))

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view.window(), words))
        self.spoken.emit(words)


def stretch_label(first: float, last: float, lang: str) -> str:
    """From when to when a view reaches, in words."""
    days = _days(first, last)
    start, end = (_rounded(day, days[1] - days[0]) for day in days)
    return _between(start, end, lang)


def _days(first: float, last: float) -> tuple[int, int]:
    return max(int(first), MIN_DAY), min(int(last), MAX_DAY)


def _between(first: EventDate, last: EventDate, lang: str) -> str:
    labels = date_label(first, lang), date_label(last, lang)
    return labels[0] if labels[0] == labels[1] else ("至" if lang == "zh" else " to ").join(labels)


def _rounded(day: int, length: int) -> EventDate:
    """A day as precisely as a view of some length deserves."""
    point = point_of(day)
    if length >= _YEARS_FROM:
        point = DatePoint(Precision.YEAR, point.year)
    elif length >= _MONTHS_FROM:
        point = DatePoint(Precision.MONTH, point.year, point.month)
    return EventDate.at(point)

"""What a window shows first: a stretch of time with matching events, and one of them told."""

import math
from typing import Final

from qtviewer.domain.event_query import EventQuery, is_filtered
from qtviewer.domain.source import EventHead, EventSource
from qtviewer.timeline.initial_range import asked_range, events_range
from qtviewer.timeline.scale import time_of_minute
from qtviewer.ui.view_model import ViewModel
from qtviewer.ui.window.remembered_views import RememberedView

_CARD_SHARE: Final = 0.25  # of the view at its end, where a card may be cut


def show_first_view(model: ViewModel, left: RememberedView | None = None) -> None:
    """Show the days of the query, else what was in view when its store was left, else where most of its events lie.

    `left` is taken when a matching event lies in it. The event that the model has selected moves the view to itself,
    unless the query has days. Without one, an event in view is selected, if there is any.
    """
    asked = asked_range(model.matches, model.state.query)
    if asked is not None:
        model.set_visible_range(*asked)
    else:
        _show_view(model, left)
    select_event_in_view(model)


def _show_view(model: ViewModel, left: RememberedView | None) -> None:
    """Show what was in view, or else where most events lie, and in any case the event that the model has selected."""
    matches, query, asked_for = model.matches, model.state.query, model.events.head(model.state.selected)
    if left is not None and _has_events(matches, query, left):
        is_same = asked_for is None and not is_filtered(query)
        model.change(first=left.first, last=left.last, selected=left.selected if is_same else model.state.selected)
    elif visible := events_range(matches, query) or events_range(model.source, EventQuery()):
        model.set_visible_range(*visible)
    if asked_for is not None and not _is_in_view(model, asked_for, _CARD_SHARE):
        _move_to(model, asked_for)


def select_event_in_view(model: ViewModel) -> None:
    """Select one of the most important events in view, unless an event is selected."""
    events = model.events
    if events.head(model.state.selected) is None:
        model.change(selected=events.most_important_in_view() or _nearest_in_view(model))


def _nearest_in_view(model: ViewModel) -> str:
    """Return the id of the event that begins nearest to the middle of the view, or "" where its date is not in view."""
    nearest = model.events.nearest()
    return nearest.id if nearest is not None and _is_in_view(model, nearest) else ""


def _has_events(matches: EventSource, query: EventQuery, view: RememberedView) -> bool:
    """Whether a matching event touches a view; `query` has no days."""
    return matches.count(query._replace(first_day=math.floor(view.first), last_day=math.ceil(view.last) - 1)) > 0


def _move_to(model: ViewModel, head: EventHead) -> None:
    """Move the view along time so that an event begins at a quarter of it."""
    days = model.state.last - model.state.first
    first = head.date.known_days[0] - days / 4
    model.set_visible_range(first, first + days)


def _is_in_view(model: ViewModel, head: EventHead, share: float = 0.0) -> bool:
    """Whether an event touches the visible range, without a share of it at its end."""
    first, last = model.state.first, model.state.last
    begin, end = time_of_minute(head.first_minute), time_of_minute(head.last_minute + 1)
    return begin < last - (last - first) * share and end > first

"""The cards, lanes and axis that the timeline shows."""

import math
from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QAbstractScrollArea

from qtviewer.domain.event import name_in_language
from qtviewer.domain.event_query import EventQuery
from qtviewer.domain.source import EventSource
from qtviewer.timeline.era_rows import MOST_ROWS
from qtviewer.timeline.lane_sums import LaneSum
from qtviewer.timeline.layout import LaneRoom, Layout, RowCounts, lane_height
from qtviewer.timeline.scale import TimeScale
from qtviewer.timeline.scene import Scene, SceneCache, Viewport
from qtviewer.timeline.scene_shift import places_of_lanes
from qtviewer.timeline.settling_layout import SettlingLayout
from qtviewer.timeline.tile_cache import TileCache
from qtviewer.ui.timeline.calendar_layer import CalendarLayer
from qtviewer.ui.timeline.card_painter import CardPainter, card_metrics
from qtviewer.ui.timeline.era_layer import EraLayer, rows_of_eras
from qtviewer.ui.timeline.lane_labels import LaneLabel
from qtviewer.ui.timeline.lane_style import LaneStyle, compact, tight
from qtviewer.ui.timeline.lane_writer import LaneWriter
from qtviewer.ui.timeline.margins import Margins, margins_for
from qtviewer.ui.timeline.scene_painter import ScenePainter
from qtviewer.ui.timeline.thread_layer import ThreadLayer
from qtviewer.ui.view_model import ViewModel

_MANY_LANES: Final = 4  # of which a window is expected to be too low for more, until its size is known
_MOST_ERAS_SHARE: Final = 0.13  # of the height that eras take up
_WANTED_ROWS: Final = 2  # of cards in every lane


class TimelineContent:
    """Lays out the events of a model for the size and the scroll bar of a scroll area.

    `thread`: the line that joins the selected event to others

    All attributes below are made anew by `restyle`: they hold for one theme and language.

    `card_painter`: paints and measures the cards
    `margins`: sizes of the lane names and the axis
    `scene_painter`: paints scenes
    `calendar`: the Chinese calendar in the axis and behind the cards
    `eras`: the eras above and behind the lanes
    `settling_layout`: the layout of the cards, with the lanes kept while the view moves
    """

    def __init__(self, model: ViewModel, area: QAbstractScrollArea, style: LaneStyle) -> None:
        self._model = model
        self._area = area
        self._base_style = style
        self.thread = ThreadLayer(model)
        self._style = compact(style) if not style.heading and self._lane_count() > _MANY_LANES else style
        self._most_era_rows = self._wanted_era_rows()
        self._writer = LaneWriter(model, area)
        self._sums: tuple[Layout, TimeScale, Mapping[str, LaneSum]] | None = None
        self._moving_scale: TimeScale | None = None
        self._moving_labels: tuple[object, list[LaneLabel]] | None = None  # what they depend on, and the labels
        self.restyle()

    def _lane_count(self) -> int:
        """Return how many lanes have matching events."""
        return sum(self._model.category_counts.get(category, 0) > 0 for category in self.categories())

    def update_style(self) -> bool:
        """Suit cards, names and eras to the size of the area; return whether that changed anything.

        Cards are compact where lanes of two rows each would not fit, and where even lanes without any row do not, all
        is as low as it can be. Lanes whose names stand above the cards are never compact.
        """
        most_era_rows = self._wanted_era_rows()
        style = self._base_style if self._base_style.heading else self._fitting_style(most_era_rows)
        is_same = (style, most_era_rows) == (self._style, self._most_era_rows)
        if is_same and self.margins == self._margins_for(self._area.width()):
            return False
        self._style, self._most_era_rows = style, most_era_rows
        self.restyle()
        return True

    def _fitting_style(self, most_era_rows: int) -> LaneStyle:
        """Return the first style in which all lanes fit below an axis with all of its rows, or the lowest one."""
        theme, base = self._model.theme, self._base_style
        eras = len(rows_of_eras(self._model, most_era_rows))
        axis = margins_for(theme, None, math.inf, eras * theme.px(base.era_height)).axis_height
        height = self._area.viewport().height() - axis
        for style, rows in ((base, _WANTED_ROWS), (compact(base), 0)):
            if self._lane_count() * lane_height(RowCounts(0, rows), card_metrics(theme, style)) <= height:
                return style
        return tight(base)

    def _wanted_era_rows(self) -> int:
        """Return how many rows of eras have room in a part of the height, at least one."""
        room = self._area.viewport().height() * _MOST_ERAS_SHARE
        return min(max(int(room / self._model.theme.px(self._base_style.era_height)), 1), MOST_ROWS)

    def _margins_for(self, width: float) -> Margins:
        """Return the margins that suit a width of the area in pixels."""
        state, categories = self._model.state, self._model.source.vocabulary.categories
        names = [name_in_language(category.names, state.lang) for category in categories.values()]
        eras_height = self.eras.row_count * self._model.theme.px(self._style.era_height)
        lane_names = None if self._style.heading else names
        has_calendar = self._style.has_rows_of_time
        return margins_for(self._model.theme, lane_names, width, eras_height, has_calendar=has_calendar)

    def restyle(self) -> None:
        """Take over the model's theme and language."""
        state, theme, ratio = self._model.state, self._model.theme, self._area.devicePixelRatioF()
        categories = self._model.source.vocabulary.categories
        colors = {key: theme.category_color(category) for key, category in categories.items()}
        self.card_painter = CardPainter(theme, state.lang, colors, ratio, self._style)
        era_rows = rows_of_eras(self._model, self._most_era_rows) if self._style.has_rows_of_time else ()
        self.eras = EraLayer(self._model, era_rows, theme.panel if self._style.has_panel else theme.ground)
        self.margins = self._margins_for(self._area.width() if self._area.isVisible() else math.inf)
        self.scene_painter = ScenePainter(self.card_painter, self.margins, ratio)
        self._moving_labels = None
        self._scenes = SceneCache(state.lang, self.scene_painter.axis.label_width)
        measure, has_line = self.scene_painter.axis.calendar_width, self._style.has_rows_of_time
        self.calendar = CalendarLayer(self._model, measure, has_line=has_line)
        if self._model.has_lunar_calendar:
            self.card_painter.name_festivals()
        self._load_events()

    def update_query(self) -> None:
        """Lay out other events if the model's query, search matches or language have changed."""
        if self._loaded != self._wanted():
            self._load_events()

    def _load_events(self) -> None:
        self._loaded = self._wanted()
        self.card_painter.mark_hits(self._model.hits)
        self.settling_layout = SettlingLayout(TileCache(*self._loaded), self.card_painter)

    def _wanted(self) -> tuple[EventSource, EventQuery, str]:
        """Return source, query and language of the events to show; categories are chosen among the lanes later."""
        state = self._model.state
        return self._model.matches, state.query._replace(categories=None), state.lang

    def categories(self) -> tuple[str, ...]:
        """Return the ids of the categories that have a lane, from the top down."""
        return self._model.lane_categories()

    def lanes_height(self) -> float:
        """Return the height in pixels that the lanes have in view, at least 1."""
        return max(self._area.viewport().height() - self.margins.axis_height, 1.0)

    def room(self) -> LaneRoom:
        """Return the room that the lanes have."""
        return LaneRoom(self.categories(), self.lanes_height(), self._model.state.wide_lane)

    def scale(self) -> TimeScale:
        """Return the model's visible range on the width that the lanes have."""
        bar_width = self._area.verticalScrollBar().sizeHint().width()  # also while there is nothing to scroll
        width = max(self._area.width() - bar_width - self.margins.names_width, 1.0)
        return TimeScale.spanning(self._model.state.first, self._model.state.last, width)

    def scene(self, *, at_rest: bool = True) -> Scene:
        """Return the scene in view; at rest it has the sums of its lanes.

        While the view moves, scenes stand whole pixels beside each other, so that what is painted can be moved.
        """
        scale = self._moving_scale = self.scale() if at_rest else self._next_scale()
        layout = self.layout_at(scale)
        viewport = Viewport(scale, self._area.verticalScrollBar().value(), self.lanes_height())
        return self._scenes.scene(layout, viewport, self._lane_sums(layout, scale) if at_rest else None)

    def _next_scale(self) -> TimeScale:
        exact, last = self.scale(), self._moving_scale
        return exact if last is None else exact.whole_pixels_from(last)

    def _lane_sums(self, layout: Layout, scale: TimeScale) -> Mapping[str, LaneSum]:
        """Return the sums of the lanes of a layout, computed once for the same layout and scale."""
        if self._sums is None or self._sums[0] is not layout or self._sums[1] != scale:
            self._sums = layout, scale, self.settling_layout.lane_sums(scale, self.categories(), layout)
        return self._sums[2]

    def lane_labels(self, scene: Scene) -> list[LaneLabel]:
        """Return the labels of the lanes in a scene; while the view moves, they stay as long as the lanes do."""
        if scene.sums is not None:
            return self._place_labels(scene)
        viewport, state = scene.viewport, self._model.state
        place = viewport.top, viewport.height, viewport.scale.width
        wanted = places_of_lanes(scene), place, state.wide_lane, self._model.category_counts
        if self._moving_labels is None or self._moving_labels[0] != wanted:
            self._moving_labels = wanted, self._place_labels(scene)
        return self._moving_labels[1]

    def _place_labels(self, scene: Scene) -> list[LaneLabel]:
        place = self.scene_painter.labels.place
        return [place(lane, scene.viewport, self._writer.texts_of(lane.category, scene)) for lane in scene.lanes]

    def empty_line(self, scene: Scene) -> str:
        """Return what is said of the lanes without events in a scene; an empty text where there are none."""
        return self._writer.empty_line(scene)

    def layout_at(self, scale: TimeScale) -> Layout:
        """Return the cards in and around the view at a scale, and let the scroll bar reach all of their lanes."""
        room, bar = self.room(), self._area.verticalScrollBar()
        layout, height = self.settling_layout.layout(scale, room), room.height
        hidden_height = max(round(layout.height - height), 0)
        if bar.maximum() != hidden_height:
            bar.setRange(0, hidden_height)
            bar.setPageStep(round(height))
            bar.setSingleStep(round(self.card_painter.metrics.height))
        return layout

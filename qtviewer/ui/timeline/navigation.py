"""Moving the timeline along time and through the lanes."""

from PySide6.QtWidgets import QAbstractScrollArea

from qtviewer.timeline.scale import TimeScale
from qtviewer.ui.timeline.content import TimelineContent
from qtviewer.ui.timeline.scale_animation import ScaleAnimation
from qtviewer.ui.view_model import ViewModel

_FIT_MARGIN = 0.03  # share of the length, free before the first time
_FIT_CARD_ROOM = 0.22  # share of the length, free after the last time for the cards that begin there


class TimelineNavigation:
    """Moves the model's visible range, with an animation where the timeline is visible.

    `animation`: the animation
    `is_settled`: False from a movement until the lanes have settled after it; set to True by the view then
    """

    def __init__(self, model: ViewModel, content: TimelineContent, area: QAbstractScrollArea) -> None:
        self._model = model
        self._content = content
        self._area = area
        self._shown_range = (0.0, 0.0)
        self.is_settled = True
        self.animation = ScaleAnimation(self.show_scale, area)

    def show_scale(self, scale: TimeScale) -> None:
        """Make a scale the model's visible range, as one step of a movement."""
        self._shown_range = scale.left, scale.right
        if self._shown_range != (self._model.state.first, self._model.state.last):  # else nobody would settle it
            self.is_settled = False
        self._model.set_visible_range(*self._shown_range)

    def stop_if_interrupted(self) -> None:
        """Stop the animation if the model's visible range was changed by something else than a step of it."""
        if self._shown_range != (self._model.state.first, self._model.state.last):
            self.animation.stop()

    def move_to(self, target: TimeScale) -> None:
        """Move to a scale."""
        if self._area.isVisible():
            content = self._content
            content.settling_layout.arrange_for(target, content.room())
            self.animation.animate(content.scale(), target)
        else:
            self.jump(target)

    def jump(self, target: TimeScale) -> None:
        """Show a scale at once, with settled lanes."""
        self._model.set_visible_range(target.left, target.right)

    def target(self) -> TimeScale:
        """Return the scale that the view is moving to, or the one in view."""
        return self.animation.target or self._content.scale()

    def zoom(self, factor: float, anchor_x: float | None = None) -> None:
        """Magnify by a factor around a pixel, or around the middle."""
        scale = self._content.scale()
        x = scale.width / 2 if anchor_x is None else anchor_x
        days = self.target().zoomed(factor, x).days
        self.move_to(scale.zoomed(scale.days / days, x))

    def pan(self, x: float, y: float) -> None:
        """Move the view to the right and down by some pixels, at once."""
        self.animation.stop()
        self.show_scale(self._content.scale().panned(x))
        bar = self._area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + round(y))
        if bar.value() != before:
            self.is_settled = False

    def page(self, share: float) -> None:
        """Move along time by a share of the width in view."""
        scale = self.target()
        self.move_to(scale.panned(scale.width * share))

    def fit(self, first: float, last: float) -> None:
        """Show all from the time `first` to `last`, with some room around it."""
        length = max(last - first, 1.0)
        width = self._content.scale().width
        self.move_to(TimeScale.spanning(first - length * _FIT_MARGIN, last + length * _FIT_CARD_ROOM, width))

    def centre_on(self, time: float) -> None:
        """Bring a time into the middle."""
        self.move_to(self.target().centred_on(time))

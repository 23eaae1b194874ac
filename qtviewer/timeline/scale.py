"""The scale of the timeline: an immutable mapping of times to pixels, which panning and zooming replace."""

import math
from typing import Final, NamedTuple

from qtviewer.domain.dates.day_number import MAX_DAY, MIN_DAY
from qtviewer.domain.dates.minutes import MINUTES_IN_DAY

DAYS_IN_YEAR: Final = 365.2425
FIRST_TIME: Final = float(MIN_DAY)
LAST_TIME: Final = float(MAX_DAY + 1)
MIN_VIEW_DAYS: Final = 10 / MINUTES_IN_DAY
"""Days in the shortest view: ten minutes, in which events a minute apart stand apart."""
MAX_VIEW_DAYS: Final = LAST_TIME - FIRST_TIME
"""Days in the longest view: the whole calendar."""
_SAME_PLACE: Final = 0.01  # pixels by which two places may differ and be painted as one
_FLOAT_ERROR: Final = 1e-6  # pixels


def time_of_minute(minute: int) -> float:
    """Return the time at which a minute begins, given by its number."""
    return minute / MINUTES_IN_DAY


class TimeScale(NamedTuple):
    """A linear scale; time runs to the right.

    Times are Julian day numbers with fractions: day n lasts from n to n + 1. Every method that returns a scale keeps
    it within the calendar and the shortest and longest view.
    """

    left: float
    """The time at x = 0."""
    pixels_per_day: float
    """The magnification."""
    width: float
    """Width of the view in pixels, above 0."""

    @classmethod
    def spanning(cls, first: float, last: float, width: float) -> "TimeScale":
        """Return the scale that shows the times from `first` to `last`, or the nearest that is allowed."""
        days = min(max(last - first, MIN_VIEW_DAYS), MAX_VIEW_DAYS)
        left = first - (days - (last - first)) / 2
        return cls(left, width / days, width)._within_calendar()

    @property
    def days(self) -> float:
        """Length of the view in days."""
        return self.width / self.pixels_per_day

    @property
    def right(self) -> float:
        """The time at the right edge."""
        return self.left + self.days

    @property
    def centre(self) -> float:
        """The time in the middle."""
        return self.left + self.days / 2

    def x_at(self, time: float) -> float:
        """Return the pixel of a time, which may be outside of the view."""
        return (time - self.left) * self.pixels_per_day

    def time_at(self, x: float) -> float:
        """Return the time of a pixel."""
        return self.left + x / self.pixels_per_day

    def panned(self, pixels: float) -> "TimeScale":
        """Return the scale after its content moved to the left by some pixels."""
        return self._replace(left=self.left + pixels / self.pixels_per_day)._within_calendar()

    def zoomed(self, factor: float, anchor_x: float) -> "TimeScale":
        """Return the scale magnified by `factor`, above 0; the time at pixel `anchor_x` stays there."""
        days = min(max(self.days / factor, MIN_VIEW_DAYS), MAX_VIEW_DAYS)
        anchor = self.time_at(anchor_x)
        left = anchor - anchor_x / self.width * days
        return self._replace(left=left, pixels_per_day=self.width / days)._within_calendar()

    def centred_on(self, time: float) -> "TimeScale":
        """Return the scale with a time in its middle."""
        return self._replace(left=time - self.days / 2)._within_calendar()

    def interpolated(self, target: "TimeScale", share: float) -> "TimeScale":
        """Return the scale after a share (0 to 1) of the way to another of the same width.

        Magnification changes by equal factors in equal shares, and the time that has the same pixel in both keeps it
        all the way.
        """
        growth = math.log(target.days / self.days)
        days = self.days * math.exp(growth * share)
        grown = math.expm1(growth * share) / math.expm1(growth) if growth else share
        left = self.left + (target.left - self.left) * grown
        return self._replace(left=left, pixels_per_day=self.width / days)._within_calendar()

    def resized(self, width: float) -> "TimeScale":
        """Return the scale that shows the same times on another width, above 0."""
        return self._replace(pixels_per_day=self.pixels_per_day * width / self.width, width=width)

    def whole_pixels_from(self, other: "TimeScale") -> "TimeScale":
        """Return the scale at most half a pixel away whose content stands whole pixels beside that of another one.

        Where there is none, as the other has not the same magnification and width, this is the scale itself.
        """
        stretched = abs(self.pixels_per_day / other.pixels_per_day - 1) * self.width
        if self.width != other.width or stretched > _SAME_PLACE:
            return self
        pixels = nearest_pixel((self.left - other.left) * other.pixels_per_day)
        moved = other._replace(left=other.left + pixels / other.pixels_per_day)
        return moved if moved == moved._within_calendar() else self

    def _within_calendar(self) -> "TimeScale":
        left = max(min(self.left, LAST_TIME - self.days), FIRST_TIME)
        return self if left == self.left else self._replace(left=left)


def nearest_pixel(x: float) -> int:
    """Return the pixel at which to paint what stands at x; between two pixels it is the right one.

    What is moved by whole pixels is painted the same number of pixels further, however its floats were rounded.
    """
    return math.floor(x + 0.5 + _FLOAT_ERROR)
